namespace Entente.Core.Reading;

/// <summary>A word of a name that is a near miss of a common one.</summary>
public sealed record Misspelling(string Printed, string Meant);

/// <summary>Spelling of the common words in names; proper names are left alone.</summary>
public static class NameWords
{
    private const int ShortestChecked = 6, ShortWord = 32;

    private static readonly Lazy<PhraseBook> Known = new(() => PhraseBook.Of("spelling"));
    private static readonly Lazy<string[]> Common = new(() => [.. Known.Value.Phrases("core"), .. Known.Value.Phrases("en")]);
    private static readonly Lazy<HashSet<string>> LongOnes = new(() => [.. Known.Value.Phrases("core")]);

    /// <param name="frequent">Keys of words that other names of the list hold too; they are right as they are.</param>
    public static Misspelling? Check(string word, string? country, IReadOnlySet<string> frequent)
    {
        ArgumentNullException.ThrowIfNull(frequent);
        var key = PhraseBook.Key(word);
        if (key.Length < ShortestChecked || !key.All(char.IsLetter) || Known.Value.Find(key) is not null || frequent.Contains(key))
            return null;
        var meant = Near(key, Common.Value, w => LongOnes.Value.Contains(w) && w.Length >= 9 ? 2 : 1);
        if (meant is null && country is not null && !Countries.IsWord(key) && Countries.Find(word) is null)
            meant = Near(key, [.. Countries.OneWordNames(country).Select(PhraseBook.Key).Where(w => !key.StartsWith(w, StringComparison.Ordinal))], _ => 1);
        return meant is null ? null : new Misspelling(word, meant);
    }

    /// <summary>The word that was meant, with capitals as they were printed.</summary>
    public static string InTheCaseOf(Misspelling slip)
    {
        ArgumentNullException.ThrowIfNull(slip);
        if (slip.Printed.All(c => !char.IsLetter(c) || char.IsUpper(c)))
            return slip.Meant.ToUpperInvariant();
        return char.IsUpper(slip.Printed[0]) ? char.ToUpperInvariant(slip.Meant[0]) + slip.Meant[1..] : slip.Meant;
    }

    private static string? Near(string key, IReadOnlyList<string> words, Func<string, int> slips)
    {
        string? best = null;
        var least = int.MaxValue;
        foreach (var word in words)
        {
            var allowed = slips(word);
            if (word.Length < ShortestChecked || word[0] != key[0] || Math.Abs(word.Length - key.Length) > allowed)
                continue;
            var distance = Distance(key, word, allowed);
            if (distance <= allowed && distance < least)
                (best, least) = (word, distance);
        }

        return best;
    }

    /// <summary>Slips of the hand between two words: a letter more, less, other, or two in the wrong order.</summary>
    public static int Distance(string one, string other, int most)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (Math.Abs(one.Length - other.Length) > most)
            return most + 1;
        var rows = other.Length < ShortWord ? stackalloc int[3 * ShortWord] : new int[3 * (other.Length + 1)];
        var before = rows[..(other.Length + 1)];
        var last = rows.Slice(rows.Length / 3, other.Length + 1);
        var row = rows.Slice(rows.Length / 3 * 2, other.Length + 1);
        for (var j = 0; j <= other.Length; j++)
            last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most)
                return most + 1;
            var next = before;
            before = last;
            last = row;
            row = next;
        }

        return last[other.Length];
    }
}

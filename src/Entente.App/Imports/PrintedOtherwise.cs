using Entente.Core;
using Entente.Core.Reading;

namespace Entente.App.Imports;

/// <summary>What a list only prints otherwise, and does not say otherwise: kinds or partners in another order, names that are only abbreviated, and names without their marks, where the list has none at all.</summary>
/// <param name="partner">What a partner is known by.</param>
internal sealed class PrintedOtherwise(IReadOnlyList<Draft> edition, Func<Party, string> partner)
{
    private const int ShortestBeginning = 3;

    private readonly bool hasNoMarks = edition.All(d => d.Facts.Parties.All(p => Ascii(p.Name) && Ascii(p.Unit) && Ascii(p.City)));

    /// <summary>The row as the register has it, as far as it says the same.</summary>
    public Facts AsKnown(Facts row, Facts known)
    {
        var kinds = Ordered(row.Kinds, known.Kinds, k => k.Code ?? k.Text);
        var parties = Ordered(row.Parties, known.Parties, partner);
        if (parties.Count == known.Parties.Count)
            parties = Full(hasNoMarks ? Marked(parties, known.Parties) : parties, known.Parties);
        return ReferenceEquals(kinds, row.Kinds) && ReferenceEquals(parties, row.Parties) ? row : row with { Kinds = kinds, Parties = parties };
    }

    /// <summary>Whether a name is another one but for the marks of its letters, which it has lost.</summary>
    public static bool HasLostMarks(string was, string now)
    {
        if (was.Length != now.Length || was == now)
            return false;
        for (var i = 0; i < was.Length; i++)
        {
            if (was[i] != now[i] && !(char.IsAsciiLetter(now[i]) && IsMarked(was[i]) && char.IsUpper(was[i]) == char.IsUpper(now[i])))
                return false;
        }

        return Folding.Fold(was) == Folding.Fold(now);
    }

    /// <summary>A letter of the Latin scripts that is none of the plain ones.</summary>
    private static bool IsMarked(char c) => char.IsLetter(c) && c is (> '\u007F' and < '\u0250') or (>= '\u1E00' and < '\u1F00');

    private static bool Ascii(string? text) => text is null || System.Text.Ascii.IsValid(text);

    private static IReadOnlyList<Party> Marked(IReadOnlyList<Party> row, IReadOnlyList<Party> known)
    {
        var marked = row.Zip(known).Select(p => Marked(p.First, p.Second)).ToList();
        return marked.SequenceEqual(row) ? row : marked;
    }

    /// <summary>Names that are only abbreviated say the names that are known.</summary>
    private static IReadOnlyList<Party> Full(IReadOnlyList<Party> row, IReadOnlyList<Party> known)
    {
        var full = row.Zip(known).Select(p => IsShort(p.First.Name, p.Second.Name) ? p.First with { Name = p.Second.Name } : p.First).ToList();
        return full.SequenceEqual(row) ? row : full;
    }

    /// <summary>Whether each word of a name is that of another one, or its beginning with a full stop: Korea Univ., Korea University.</summary>
    public static bool IsShort(string name, string full)
    {
        var (words, whole) = (name.Split(' '), full.Split(' '));
        return name != full && words.Length == whole.Length && words.Zip(whole).All(w => w.First == w.Second || IsBeginning(w.First, w.Second));
    }

    private static bool IsBeginning(string word, string full) =>
        word.Length > ShortestBeginning && word[^1] == '.' && full.Length > word.Length && Folding.Fold(full).StartsWith(Folding.Fold(word[..^1]), StringComparison.Ordinal);

    private static Party Marked(Party row, Party known) => HasLost(known.Name, row.Name) || HasLost(known.Unit, row.Unit) || HasLost(known.City, row.City)
        ? row with { Name = Kept(known.Name, row.Name)!, Unit = Kept(known.Unit, row.Unit), City = Kept(known.City, row.City) } : row;

    private static string? Kept(string? known, string? row) => HasLost(known, row) ? known : row;

    private static bool HasLost(string? known, string? row) => known is not null && row is not null && HasLostMarks(known, row);

    /// <summary>In the order of the others, where both have the same.</summary>
    private static IReadOnlyList<T> Ordered<T>(IReadOnlyList<T> row, IReadOnlyList<T> known, Func<T, string> key)
    {
        if (row.Count != known.Count || row.Count < 2 || row.Select(key).SequenceEqual(known.Select(key)))
            return row;
        var left = row.ToList();
        var ordered = new List<T>();
        foreach (var one in known.Select(key))
        {
            if (left.FindIndex(r => key(r) == one) is not (>= 0 and var at))
                return row;
            ordered.Add(left[at]);
            left.RemoveAt(at);
        }

        return ordered;
    }
}

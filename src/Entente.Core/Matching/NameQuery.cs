using Entente.Core.Reading;

namespace Entente.Core.Matching;

/// <summary>One word of a name that is looked for.</summary>
/// <param name="Number">In the registry; -1 when no name there has it.</param>
/// <param name="Near">Words of the registry that a slip of the hand makes of it; only for one that is not there itself.</param>
/// <param name="Typed">As it was typed, when it was taken for the general word that it is a slip of.</param>
internal sealed record QueryWord(NameWord Word, int Number, IReadOnlyList<int> Near, float Weight, string? Typed);

/// <summary>A name that is looked for, seen through a registry.</summary>
internal sealed class NameQuery
{
    private readonly int[] acronyms;

    private NameQuery(Registry registry, InstitutionName name, string? country)
    {
        Name = name;
        Country = country ?? name.Country;
        Words = [.. name.Words.Select(w => Seen(registry, w))];
        Weight = Words.Sum(w => w.Weight);
        acronyms = [.. name.Acronyms.SelectMany(InstitutionName.WordsOf).Select(w => registry.FindWord(w.Text))];
        Slips = [.. Words.Where(w => w.Typed is not null)];
    }

    public InstitutionName Name { get; }

    /// <summary>ISO 3166-1 alpha-2, as stated beside the name or in brackets behind it.</summary>
    public string? Country { get; private set; }

    public IReadOnlyList<QueryWord> Words { get; }

    public float Weight { get; }

    /// <summary>Misspelt general words.</summary>
    public IReadOnlyList<QueryWord> Slips { get; }

    public IReadOnlyList<NameWord> Corrected => Slips.Count == 0 ? Name.Words : [.. Words.Select(w => w.Word)];

    public static NameQuery Of(Registry registry, string text, string? country)
    {
        var query = new NameQuery(registry, InstitutionName.Of(text), country);
        if (!query.Words.Any(w => w.Number < 0) || InstitutionName.Apart(text) is var apart && apart.Length == text.Length)
            return query;
        return new NameQuery(registry, InstitutionName.Of(apart), country);
    }

    /// <summary>The words without a country at their end, which is taken for the stated one when none is.</summary>
    public (IReadOnlyList<NameWord> Words, string Country)? WithoutCountry()
    {
        const int longest = 3;
        var words = Name.Words;
        for (var length = 1; length <= longest && length < words.Count; length++)
        {
            if (Countries.Find(string.Join(' ', words.Skip(words.Count - length).Select(w => w.Text))) is { } country && InstitutionName.HasOwnIn([.. words.Take(words.Count - length)]))
                return ([.. words.Take(words.Count - length)], country.Code);
        }

        return null;
    }

    /// <summary>Whether a word of the registry is in an acronym behind the name, which need not be said again in the name.</summary>
    public bool IsInBracket(int word) => Array.IndexOf(acronyms, word) >= 0;

    public void Take(string country) => Country ??= country;

    private static QueryWord Seen(Registry registry, NameWord word)
    {
        const float unknown = 1, unknownInitial = 0.1f;
        var number = registry.FindWord(word.Text);
        if (number >= 0)
            return new QueryWord(word, number, [], registry.WeightOf(number), null);
        if (word.Class != WordClass.Own)
            return new QueryWord(word, -1, [], unknownInitial, null);
        if (GeneralWords.Meant(word.Text) is { } meant && registry.FindWord(meant.Text) is >= 0 and var general)
            return new QueryWord(meant, general, [], registry.WeightOf(general), word.Text);
        // Another character of Han is another word, and no slip.
        var near = new List<int>();
        if (Scripts.IsUnspaced(word.Text[0]))
            return new QueryWord(word, -1, near, unknown, null);
        registry.Near(word.Text, near);
        if (near.Count == 0 && InstitutionName.Latin([word]) is [var latin] && registry.FindWord(latin.Text) is >= 0 and var written)
            near.Add(written);
        return new QueryWord(word, -1, near, unknown, null);
    }
}

using System.Text;

using Entente.Core.Reading;

namespace Entente.Core.Matching;

/// <summary>The world's institutions, ready to be matched against. An institution is known by its place in the order of ids, from 0.</summary>
public sealed class Registry(RegistryTables tables)
{
    /// <summary>Of an id without the address before it.</summary>
    public const int IdLength = 9;

    /// <summary>What a word is worth that every institution has, and one that is general.</summary>
    private const float LeastWeight = 0.05f, GeneralWeight = 0.35f;

    private readonly float[] weights = WeightsOf(tables);
    private readonly Lazy<HashSet<int>> placeWords = new(() => [.. tables.PlaceWords.Span]);

    public RegistryTables Tables { get; } = tables;

    public int Count => Tables.Statuses.Length;

    public int NameCount => Tables.NameInstitutions.Length;

    internal int WordCount => Tables.WordHashes.Length;

    /// <param name="id">In full, or the nine signs.</param>
    public int? Find(string id)
    {
        if (RorId.Find(id) is not { } full)
            return null;
        Span<byte> sought = stackalloc byte[IdLength];
        Encoding.ASCII.GetBytes(full.AsSpan(RorId.Address.Length), sought);
        var (from, to) = (0, Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            var order = Tables.Ids.Span.Slice(middle * IdLength, IdLength).SequenceCompareTo(sought);
            if (order == 0)
                return middle;
            (from, to) = order < 0 ? (middle + 1, to) : (from, middle);
        }

        return null;
    }

    /// <summary>In full.</summary>
    public string IdOf(int institution) => RorId.Address + Encoding.ASCII.GetString(Tables.Ids.Span.Slice(institution * IdLength, IdLength));

    public string DisplayOf(int institution) => NameTextOf(Tables.Displays.Span[institution]);

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? CountryOf(int institution) => Tables.Countries.Span[institution] is > 0 and var code ? $"{(char)(code >> 8)}{(char)(code & 0xFF)}" : null;

    public InstitutionStatus StatusOf(int institution) => (InstitutionStatus)Tables.Statuses.Span[institution];

    /// <summary>Those of a kind that are in the registry. A record that names itself says nothing by it.</summary>
    public IEnumerable<int> RelatedTo(int institution, InstitutionRelationKind kind)
    {
        for (var i = Tables.RelationStarts.Span[institution]; i < Tables.RelationStarts.Span[institution + 1]; i++)
        {
            if (Tables.RelationKinds.Span[i] == (byte)kind && Tables.RelationTargets.Span[i] != institution)
                yield return Tables.RelationTargets.Span[i];
        }
    }

    /// <summary>Whoever stands for an institution today: its successor's successor, and so on; itself where nobody does, and where there are several.</summary>
    public int LastSuccessorOf(int institution)
    {
        const int longest = 10;
        for (var step = 0; step < longest && StatusOf(institution) != InstitutionStatus.Active; step++)
        {
            var next = RelatedTo(institution, InstitutionRelationKind.Successor).Take(2).ToList();
            if (next.Count != 1)
                break;
            institution = next[0];
        }

        return institution;
    }

    public ReadOnlySpan<byte> DetailsOf(int institution) =>
        Tables.Details.Span[Tables.DetailStarts.Span[institution]..Tables.DetailStarts.Span[institution + 1]];

    public string NameTextOf(int name) => Encoding.UTF8.GetString(Tables.NameTexts.Span[Tables.NameStarts.Span[name]..Tables.NameStarts.Span[name + 1]]);

    internal NameForm FormOf(int name) => (NameForm)Tables.NameForms.Span[name];

    internal int InstitutionOf(int name) => Tables.NameInstitutions.Span[name];

    internal ReadOnlySpan<int> WordsOf(int name) => Tables.NameWords.Span[Tables.NameWordStarts.Span[name]..Tables.NameWordStarts.Span[name + 1]];

    internal ReadOnlySpan<int> PlaceWordsOf(int institution) =>
        Tables.PlaceWords.Span[Tables.PlaceStarts.Span[institution]..Tables.PlaceStarts.Span[institution + 1]];

    internal ReadOnlySpan<int> NamesWith(int word) => Tables.Postings.Span[Tables.PostingStarts.Span[word]..Tables.PostingStarts.Span[word + 1]];

    /// <summary>Whether an institution is in a place that has this word in its name.</summary>
    internal bool IsPlace(int word) => placeWords.Value.Contains(word);

    internal WordClass ClassOf(int word) => (WordClass)Tables.WordClasses.Span[word];

    internal int SpreadOf(int word) => Tables.WordSpreads.Span[word];

    /// <summary>How much a word tells: 1 for one that is nowhere else.</summary>
    internal float WeightOf(int word) => weights[word];

    internal string WordTextOf(int word) => Encoding.UTF8.GetString(Tables.WordTexts.Span[Tables.WordStarts.Span[word]..Tables.WordStarts.Span[word + 1]]);

    /// <summary>-1 for a word that is in no name of the registry.</summary>
    internal int FindWord(string word)
    {
        var at = Tables.WordHashes.Span.BinarySearch(NameHash.Of(word));
        return at < 0 ? -1 : at;
    }

    /// <summary>The names that are these words in this order.</summary>
    internal (int First, int End) NamesOf(ulong hash)
    {
        var hashes = Tables.NameHashes.Span;
        var at = hashes.BinarySearch(hash);
        if (at < 0)
            return (0, 0);
        var (first, end) = (at, at + 1);
        while (first > 0 && hashes[first - 1] == hash)
            first--;
        while (end < hashes.Length && hashes[end] == hash)
            end++;
        return (first, end);
    }

    /// <summary>Words of the registry that one slip of the hand makes of this one.</summary>
    internal void Near(string word, List<int> into)
    {
        const int mostSlips = 1;
        if (!WordSlips.IsFit(word))
            return;
        var hashes = new List<uint>(word.Length + 1);
        WordSlips.HashesOf(word, hashes);
        var all = Tables.SlipHashes.Span;
        foreach (var hash in hashes)
        {
            var at = all.BinarySearch(hash);
            if (at < 0)
                continue;
            while (at > 0 && all[at - 1] == hash)
                at--;
            for (; at < all.Length && all[at] == hash; at++)
            {
                var near = Tables.SlipWords.Span[at];
                if (!into.Contains(near) && NameWords.Distance(word, WordTextOf(near), mostSlips) <= mostSlips)
                    into.Add(near);
            }
        }
    }

    private static float[] WeightsOf(RegistryTables tables)
    {
        var weights = new float[tables.WordHashes.Length];
        var all = MathF.Log(tables.Statuses.Length + 2);
        for (var word = 0; word < weights.Length; word++)
        {
            var rarity = 1 - (MathF.Log(tables.WordSpreads.Span[word] + 1) / all);
            var factor = tables.WordClasses.Span[word] == (byte)WordClass.Own ? 1 : GeneralWeight;
            weights[word] = Math.Max(LeastWeight, rarity * factor);
        }

        return weights;
    }
}

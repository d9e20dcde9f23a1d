namespace Entente.Core.Matching;

/// <summary>A name of the registry beside the one that is looked for, word by word.</summary>
internal sealed record NameComparison(int Institution, int Name, double Score)
{
    /// <summary>Of the name that is looked for, words that the registry's name has not.</summary>
    public required IReadOnlyList<QueryWord> More { get; init; }

    /// <summary>Words of the registry's name that are not looked for.</summary>
    public required IReadOnlyList<int> Missing { get; init; }

    /// <summary>A word that is nowhere in the registry, and the one that it was taken for.</summary>
    public required IReadOnlyList<(QueryWord Typed, int Meant)> Slips { get; init; }

    /// <summary>Words behind the name that are where the institution is.</summary>
    public required IReadOnlyList<QueryWord> Places { get; init; }

    public required bool IsInOrder { get; init; }

    /// <summary>The words of the registry's name stand together in the name that is looked for.</summary>
    public required bool IsTogether { get; init; }

    public bool IsComplete => More.Count == 0 && Missing.Count == 0;
}

/// <summary>Lays two names beside each other.</summary>
internal sealed class NameComparing(Registry registry, NameQuery query)
{
    private const int MostWords = 64;

    private const double OfSlip = 0.85, OfOrder = 0.94, OfPlace = 0.7, OfHead = 0.85, OfForm = 0.95, Contained = 0.6, MostGained = 0.15;

    private readonly int headAt = HeadOf(query);

    /// <summary>Null when it cannot reach the score.</summary>
    public NameComparison? Compare(int name, double least)
    {
        var words = registry.WordsOf(name);
        if (words.Length is 0 or > MostWords || query.Words.Count > MostWords)
            return null;
        Span<int> places = stackalloc int[MostWords];
        var (used, isSlip, matched, all) = (0UL, 0UL, 0.0, (double)query.Weight);
        foreach (var word in words)
            all += registry.WeightOf(word);
        var run = RunOf(words);
        for (var i = 0; i < query.Words.Count; i++)
        {
            var slip = false;
            places[i] = run < 0 ? PlaceOf(query.Words[i], words, used, out slip) : i >= run && i < run + words.Length ? i - run : -1;
            if (places[i] < 0)
                continue;
            used |= 1UL << places[i];
            isSlip |= slip ? 1UL << i : 0;
            matched += (query.Words[i].Weight + registry.WeightOf(words[places[i]])) * (slip ? OfSlip : 1);
        }

        var isWhole = System.Numerics.BitOperations.PopCount(used) == words.Length;
        var bound = matched / all;
        if (!isWhole && bound + MostGained < least)
            return null;
        return Weighed(name, words, places[..query.Words.Count], isSlip, matched, all, run >= 0);
    }

    /// <summary>Where the whole name stands in the one that is looked for; -1 when it does not.</summary>
    private int RunOf(ReadOnlySpan<int> words)
    {
        for (var at = 0; at + words.Length <= query.Words.Count; at++)
        {
            var length = 0;
            while (length < words.Length && query.Words[at + length].Number == words[length])
                length++;
            if (length == words.Length)
                return at;
        }

        return -1;
    }

    private static int PlaceOf(QueryWord word, ReadOnlySpan<int> words, ulong used, out bool isSlip)
    {
        isSlip = false;
        if (word.Number >= 0)
        {
            for (var j = 0; j < words.Length; j++)
            {
                if (words[j] == word.Number && (used & (1UL << j)) == 0)
                    return j;
            }

            return -1;
        }

        for (var j = 0; j < words.Length; j++)
        {
            if ((used & (1UL << j)) == 0 && word.Near.Contains(words[j]))
            {
                isSlip = true;
                return j;
            }
        }

        return -1;
    }

    private NameComparison Weighed(int name, ReadOnlySpan<int> words, ReadOnlySpan<int> places, ulong isSlip, double matched, double all, bool isRun)
    {
        var institution = registry.InstitutionOf(name);
        var (more, behind, slips) = (new List<QueryWord>(), new List<QueryWord>(), new List<(QueryWord, int)>());
        var missing = new List<int>();
        for (var i = 0; i < places.Length; i++)
        {
            var word = query.Words[i];
            if (places[i] >= 0 && (isSlip & (1UL << i)) != 0)
                slips.Add((word, words[places[i]]));
            if (places[i] >= 0)
                continue;
            if (word.Number >= 0 && registry.PlaceWordsOf(institution).Contains(word.Number))
            {
                behind.Add(word);
                matched += word.Weight * OfPlace;
            }
            else
            {
                more.Add(word);
            }
        }

        for (var j = 0; j < words.Length; j++)
        {
            if (places.Contains(j) || query.IsInBracket(words[j]))
                continue;
            missing.Add(words[j]);
            if (registry.PlaceWordsOf(institution).Contains(words[j]))
                all -= registry.WeightOf(words[j]) * OfPlace;
        }

        var isInOrder = isRun || IsInOrder(words, places);
        var isTogether = IsTogether(places);
        var score = matched / all;
        if (missing.Count == 0 && words.Length > 1 && isTogether && isInOrder && HasOwn(words))
            score = Math.Max(score, Contained + (score * (1 - Contained)));
        if (more.Exists(w => w.Word.Class == WordClass.Head) && !HasHead(words))
            score *= OfHead;
        score *= (isInOrder ? 1 : OfOrder) * (registry.FormOf(name) >= NameForm.Bare ? OfForm : 1);
        return new NameComparison(institution, name, score)
        {
            More = more, Missing = missing, Slips = slips, Places = behind, IsInOrder = isInOrder, IsTogether = isTogether,
        };
    }

    /// <summary>Own words follow each other as there, and stand on the same side of the word that says what it is.</summary>
    private bool IsInOrder(ReadOnlySpan<int> words, ReadOnlySpan<int> places)
    {
        var head = -1;
        for (var j = 0; j < words.Length && head < 0; j++)
            head = registry.ClassOf(words[j]) == WordClass.Head ? j : -1;
        var last = -1;
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] < 0 || registry.ClassOf(words[places[i]]) != WordClass.Own)
                continue;
            if (places[i] < last || (headAt >= 0 && head >= 0 && (i < headAt) != (places[i] < head)))
                return false;
            last = places[i];
        }

        return true;
    }

    private static bool IsTogether(ReadOnlySpan<int> places)
    {
        var (first, end, count) = (-1, -1, 0);
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] < 0)
                continue;
            first = first < 0 ? i : first;
            end = i;
            count++;
        }

        return end - first + 1 == count;
    }

    private bool HasOwn(ReadOnlySpan<int> words) => Has(words, WordClass.Own);

    private bool HasHead(ReadOnlySpan<int> words) => Has(words, WordClass.Head);

    private bool Has(ReadOnlySpan<int> words, WordClass sought)
    {
        foreach (var word in words)
        {
            if (registry.ClassOf(word) == sought)
                return true;
        }

        return false;
    }

    private static int HeadOf(NameQuery query)
    {
        for (var i = 0; i < query.Words.Count; i++)
        {
            if (query.Words[i].Word.Class == WordClass.Head)
                return i;
        }

        return -1;
    }
}

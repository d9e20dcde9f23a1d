namespace Entente.Core.Matching;

/// <summary>Institutions whose names share words with the one that is looked for: those of its rarest words, compared one by one.</summary>
internal static class NearNames
{
    /// <summary>So many names are compared at most; those of the rarest word all the same, up to a bound.</summary>
    private const int Most = 1500, MostOfOne = 6000;

    private const double Least = 0.3;

    /// <param name="most">So many institutions, each with its best name; the best first.</param>
    public static List<NameComparison> Of(Registry registry, NameQuery query, int most)
    {
        var comparing = new NameComparing(registry, query);
        var best = new List<NameComparison>(most + 1);
        var done = new List<int>();
        var budget = Most;
        foreach (var word in Anchors(registry, query))
        {
            var names = registry.NamesWith(word);
            if (names.Length > (done.Count == 0 ? MostOfOne : budget))
                break;
            foreach (var name in names)
            {
                if (!IsDone(registry.WordsOf(name), done) && comparing.Compare(name, LeastOf(best, most)) is { } compared)
                    Take(compared, best, most);
            }

            budget -= names.Length;
            done.Add(word);
        }

        return best;
    }

    /// <summary>The words to look by, own ones before general ones, the rarest first.</summary>
    private static IEnumerable<int> Anchors(Registry registry, NameQuery query) => query.Words
        .SelectMany(w => w.Number >= 0 ? [w.Number] : w.Near)
        .Distinct().OrderBy(w => registry.ClassOf(w) != WordClass.Own).ThenBy(w => registry.NamesWith(w).Length);

    private static bool IsDone(ReadOnlySpan<int> words, List<int> done)
    {
        foreach (var word in done)
        {
            if (words.Contains(word))
                return true;
        }

        return false;
    }

    private static double LeastOf(List<NameComparison> best, int most) => best.Count < most ? Least : Math.Max(Least, best[^1].Score);

    private static void Take(NameComparison compared, List<NameComparison> best, int most)
    {
        if (compared.Score < LeastOf(best, most))
            return;
        var known = best.FindIndex(b => b.Institution == compared.Institution);
        if (known >= 0 && best[known].Score >= compared.Score)
            return;
        if (known >= 0)
            best.RemoveAt(known);
        var at = best.FindIndex(b => b.Score < compared.Score || (b.Score == compared.Score && b.Institution > compared.Institution));
        best.Insert(at < 0 ? best.Count : at, compared);
        if (best.Count > most)
            best.RemoveAt(most);
    }
}

using Entente.Core;
using Entente.Core.Reading;

namespace Entente.App.Imports;

/// <summary>Names of new agreements that are a letter off those of partners that are known: a slip would make another partner of it, and the known name is proposed.</summary>
internal static class NearKnown
{
    /// <summary>In shorter words another letter makes another name: Hunan, Henan.</summary>
    private const int ShortestWord = 6;

    public static IEnumerable<Finding> Of(SourceReading reading, Comparison comparison)
    {
        var parties = comparison.New.OrderBy(d => d.Order).SelectMany(d => d.Facts.Parties.Where(p => p.Name.Length > 0).Select(p => (Draft: d, Party: p))).ToList();
        if (parties.Count == 0 || comparison.KnownParties.Count == 0)
            yield break;
        var known = comparison.KnownParties.Where(p => p.Name.Length > 0).DistinctBy(p => (p.Name, p.Country)).ToList();
        var keys = known.Select(comparison.PartnerKey).ToHashSet();
        // A word that another partner has as well is no slip, whatever it is near to.
        var words = known.Concat(reading.Drafts.SelectMany(d => d.Facts.Parties)).Select(p => p.Name).Distinct().SelectMany(n => WordsOf(n).Distinct()).CountBy(w => w).ToDictionary();
        var byShape = known.SelectMany(p => Shapes(WordsOf(p.Name)).Select(s => (Shape: s, Party: p))).ToLookup(s => s.Shape, s => s.Party);
        var bySigns = known.SelectMany(p => SyllableSlips.Of(p.Name) is { } signs ? SyllableSlips.Shapes(signs).Select(s => (Shape: s, Signs: signs, Party: p)) : []).ToLookup(s => s.Shape);
        foreach (var (draft, party) in parties.Where(p => !keys.Contains(comparison.PartnerKey(p.Party))))
        {
            var own = WordsOf(party.Name);
            var bySign = SyllableSlips.Of(party.Name) is { } signs ? SyllableSlips.Shapes(signs).SelectMany(s => bySigns[s]).Where(k => SyllableSlips.IsSlip(signs, k.Signs)).Select(k => k.Party) : [];
            var near = Shapes(own).SelectMany(s => byShape[s]).Where(p => IsSlip(own, WordsOf(p.Name), words)).Concat(bySign).DistinctBy(p => p.Name).Where(p => p.Country is null || party.Country is null || p.Country == party.Country).ToList();
            if (near is [var one])
                yield return new Finding("partner.near-known", Severity.Doubt, [draft.Order], "partner", [party.Name, one.Name]) { Proposal = one.Name, Places = party.Places };
        }
    }

    private static string[] WordsOf(string name) => Folding.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The name with each of its longer words left out.</summary>
    private static IEnumerable<string> Shapes(string[] words) =>
        words.Index().Where(w => w.Item.Length >= ShortestWord - 1).Select(w => string.Join(' ', words.Select((word, i) => i == w.Index ? "*" : word)));

    private static bool IsSlip(string[] one, string[] known, Dictionary<string, int> words)
    {
        if (one.Length != known.Length || one.Length < 2)
            return false;
        var differ = Enumerable.Range(0, one.Length).Where(i => one[i] != known[i]).ToList();
        return differ is [var at] && words.GetValueOrDefault(one[at]) == 1 && Math.Min(one[at].Length, known[at].Length) >= ShortestWord - 1 && Math.Max(one[at].Length, known[at].Length) >= ShortestWord
            && one[at][0] == known[at][0] && one[at].All(char.IsLetter) && known[at].All(char.IsLetter) && NameWords.Distance(one[at], known[at], 1) == 1;
    }
}

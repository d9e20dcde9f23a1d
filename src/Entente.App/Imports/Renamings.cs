using Entente.Core;
using Entente.Core.Reading;

namespace Entente.App.Imports;

/// <summary>Names that a list writes with a slip, or without the marks of their letters, where it wrote them right before: the earlier name is proposed.
/// A name that is only written otherwise is the list's own matter.</summary>
internal static class Renamings
{
    private const int MostSlips = 2, ShortestName = 8;

    public static IEnumerable<Finding> Of(SourceReading reading, Comparison comparison)
    {
        var changed = comparison.Changed.Where(c => c.Fields.Any(f => f.Field == "partner") && c.Before.Parties.Count == c.Draft.Facts.Parties.Count).ToList();
        if (changed.Count == 0)
            yield break;
        var printed = reading.Drafts.SelectMany(d => d.Facts.Parties).CountBy(p => p.Name).ToDictionary();
        var misspelt = reading.Findings.Where(f => f.Code == "partner.misspelt").SelectMany(f => f.Records.Select(r => (Record: r, f.Proposal))).ToHashSet();
        foreach (var met in changed.OrderBy(c => c.Draft.Order))
        {
            foreach (var (was, now) in met.Before.Parties.Zip(met.Draft.Facts.Parties).Where(p => IsSlip(p.First.Name, p.Second.Name) || PrintedOtherwise.HasLostMarks(p.First.Name, p.Second.Name)))
            {
                var isKnownSlip = misspelt.Contains((met.Draft.Order, was.Name));
                if (isKnownSlip || PrintedOtherwise.HasLostMarks(was.Name, now.Name) || (printed[now.Name] == 1 && printed.GetValueOrDefault(was.Name) > 0))
                    yield return new Finding("partner.renamed", Severity.Doubt, [met.Draft.Order], "partner", [now.Name, was.Name]) { Proposal = was.Name, Places = now.Places };
            }
        }
    }

    private static bool IsSlip(string was, string now) =>
        was != now && Math.Min(was.Length, now.Length) >= ShortestName && NameWords.Distance(Folding.Fold(was), Folding.Fold(now), MostSlips) is > 0 and <= MostSlips;
}

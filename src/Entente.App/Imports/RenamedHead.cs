using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Imports;

/// <summary>Whether a list only calls by another head what an earlier one called signing, or the other way round: of most partners it has the very days.</summary>
internal sealed class RenamedHead(IReadOnlyList<KnownRow> known, IReadOnlyList<Draft> edition)
{
    private bool? holds;

    public bool IsHeld() => holds ??= IsOfMost();

    /// <summary>The same day of another year, under another head.</summary>
    public static bool IsOfOtherYear(Event now, Event before) =>
        now.Act != before.Act && IsBeginning(now) && IsBeginning(before) && now.On is { IsOneDay: true } on && before.On is { IsOneDay: true } was
        && on.Year != was.Year && on.Month == was.Month && on.DayOfMonth == was.DayOfMonth;

    /// <summary>What the list that renamed nothing for sure leaves open: that it has only corrected the year of a day, or says when something signed before took effect.</summary>
    public static IEnumerable<Finding> Doubts(Comparison comparison)
    {
        foreach (var met in comparison.Changed.OrderBy(c => c.Draft.Order))
        {
            var begins = met.Facts.Events.Where(IsBeginning).ToList();
            if (begins is not [var was, var now] || met.Before.Events.Contains(now) || !met.Before.Events.Any(e => e.Act == was.Act && Equals(e.On, was.On)) || met.Before.Events.Any(e => e.Act == now.Act) || !IsOfOtherYear(now, was))
                continue;
            yield return new Finding(Finding.YearCorrected, Severity.Doubt, [met.Draft.Order], "start", [$"{was.On}", $"{now.On}"])
            {
                Listed = met.Facts with { Events = [.. met.Facts.Events.Where(e => !ReferenceEquals(e, was))] },
                Places = now.Places,
            };
        }
    }

    private static bool IsBeginning(Event happened) => happened is { Act: Act.Signed or Act.Effective, On: not null };

    private bool IsOfMost()
    {
        var before = known.Where(k => k.WasRead).ToLookup(k => Partners(k.Read), k => k.Read);
        var (same, other) = (0, 0);
        foreach (var row in edition)
        {
            var (own, earlier) = (Begins([row.Facts]), Begins(before[Partners(row.Facts)]));
            if (own.Count == 0 || earlier.Count == 0)
                continue;
            if (!own.Overlaps(earlier) && own.Select(b => b.On).Intersect(earlier.Select(b => b.On)).Any())
                same++;
            else
                other++;
        }

        return same > other;
    }

    private static HashSet<(Act Act, EdtfDate On)> Begins(IEnumerable<Facts> facts) => [.. facts.SelectMany(f => f.Events).Where(IsBeginning).Select(e => (e.Act, e.On!))];

    private static string Partners(Facts facts) => Agreement.PartnersOf(facts, p => SearchText.Plain(p.Name));
}

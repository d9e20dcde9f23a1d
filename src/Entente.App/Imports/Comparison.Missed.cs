using Entente.Core;

namespace Entente.App.Imports;

/// <summary>What a list has no longer. A question, not a termination: nothing is done to it.</summary>
public sealed partial class Comparison
{
    /// <summary>Agreements that no row is about for sure.</summary>
    private IReadOnlyList<KnownRow> unmet = [];

    private HashSet<string> listed = [];
    private Func<Agreement, bool> isOver = _ => false;

    /// <summary>Those that an earlier list had and this one has not, and that nobody was asked about yet.</summary>
    public IReadOnlyList<Agreement> Gone { get; private set; } = [];

    /// <summary>Of those the ones that were over by the day of the list: nobody is asked what became of them.</summary>
    public IReadOnlyList<Agreement> Over => [.. Gone.Where(isOver)];

    /// <summary>Those that were listed with agreements of which this list has at least half: it is the next edition of theirs. Also those that somebody was asked about.</summary>
    public IReadOnlyList<Agreement> Missed { get; private set; } = [];

    /// <summary>Those that were listed with some agreements of this list, of which it has less than half: nobody is asked about them, and that is told.</summary>
    public IReadOnlyList<Agreement> Unasked { get; private set; } = [];

    public bool IsOver(Agreement agreement) => isOver(agreement);

    public void LookForOver(Func<Agreement, bool> isOver) => this.isOver = isOver;

    /// <summary>What is gone where somebody says of rows that they are new, and so not about the agreements that they are perhaps about.</summary>
    /// <param name="isNew">By the order of the row.</param>
    public IReadOnlyList<Agreement> GoneWhere(Func<int, bool> isNew) => ToAsk(MissedWhere(isNew).Missed);

    private static IReadOnlyList<Agreement> ToAsk(IReadOnlyList<KnownRow> missed) => [.. missed.Where(k => !k.IsAskedFor).Select(k => k.Agreement!)];

    private void LookForGone(IReadOnlyList<KnownRow> known)
    {
        // Of those that are tied with others none was met.
        var open = tied.Values.Where(t => !t.IsTaken).SelectMany(t => t.Known).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        unmet = [.. known.Where(k => k.Agreement is not null && (!taken.Contains(k) || open.Contains(k)))];
        listed = taken.Where(k => !open.Contains(k)).Select(k => k.Number).ToHashSet();
        var (missed, unasked) = MissedWhere(order => choices.GetValueOrDefault(order) is { IsSkipped: false, Decided: not null });
        (Missed, Unasked) = ([.. missed.Select(k => k.Agreement!)], [.. unasked.Select(k => k.Agreement!)]);
        Gone = ToAsk(missed);
    }

    private (IReadOnlyList<KnownRow> Missed, IReadOnlyList<KnownRow> Unasked) MissedWhere(Func<int, bool> isNew)
    {
        // What a row is perhaps about is listed as long as nobody says otherwise.
        var perhapsHere = perhaps.Where(p => !isNew(p.Draft.Order)).SelectMany(p => tied.GetValueOrDefault(p.Draft.Order)?.Known.Select(k => k.Number) ?? [p.Agreement.Number]).ToHashSet();
        var here = listed.Union(perhapsHere).ToHashSet();
        var gone = unmet.Where(k => !perhapsHere.Contains(k.Number)).ToList();
        // Rows of one edition share what they were listed with; what was never listed with any of these is of another list, or was entered here.
        var shares = gone.Where(k => !IsNewer(k)).Select(k => k.Beside).Distinct().ToDictionary(b => b, b => b.Count == 0 ? 0 : (double)b.Count(here.Contains) / b.Count);
        // With less than half of them it is another list.
        return ([.. gone.Where(k => shares.GetValueOrDefault(k.Beside) >= 0.5)], [.. gone.Where(k => shares.GetValueOrDefault(k.Beside) is > 0 and < 0.5 && !k.IsAskedFor)]);
    }
}

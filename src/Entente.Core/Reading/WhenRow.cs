using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>What the row's list has columns for; where columns are lost, that is all that is left of them.</summary>
/// <param name="HasEnd">A column of ends, or rows that end on a date.</param>
/// <param name="HasTerm">A column of terms of its own, beside the one of ends.</param>
/// <param name="HasStart">Whether the list tells at all when an agreement began.</param>
public readonly record struct WhenColumns(bool HasEnd, bool HasTerm, bool HasStart = true);

/// <summary>One row's dates on their way to acts and ends.</summary>
internal sealed partial class WhenRow
{
    private readonly IReadOnlyList<WhenItem> items;
    private readonly WhenNeighbours beside;
    private readonly List<Event> events = [];
    private readonly List<PrintedEnd> ends = [];

    /// <summary>The events whose act no word says, by reference.</summary>
    private readonly List<Event> unworded = [];

    /// <summary>A signing has a period in another cell, from its day on.</summary>
    private bool hasPeriod;

    public WhenRow(IReadOnlyList<WhenItem> items, int kinds, WhenColumns columns, Term term, CountingRule counting)
    {
        this.items = items;
        beside = new WhenNeighbours(items);
        for (var i = 0; i < items.Count; i++)
        {
            if (ExtendedEnds.At(items, i) is { } extended)
                i = TakeExtended(extended);
            else
                Take(i);
        }

        GiveLengths(counting);
        RenewByAmendments(term);
        GiveEnd(kinds, columns, term);
        if (events.FindLast(e => e.OpensPeriod) is { Until: { } until } last && ends.Count == 0)
            ends.Add(new PrintedEnd(until, last.Text) { Places = last.Places });
        IsConflict |= IsOutOfOrder() || events.Exists(e => e is { Act: Act.Unclear, On: not null });
    }

    public IReadOnlyList<Event> Events => events;

    public IReadOnlyList<PrintedEnd> Ends => ends;

    /// <summary>A date is out of order.</summary>
    public bool IsConflict { get; private set; }

    public bool IsOnePerKind { get; private set; }

    /// <summary>The same day twice without a second kind: one signing, printed twice.</summary>
    public bool IsRepeated { get; private set; }

    /// <summary>Words for an act or an end that have no date.</summary>
    public List<WhenItem> Undated { get; } = [];

    private void Take(int i)
    {
        var item = items[i];
        if (item.Piece is { } piece)
            TakeWord(i, piece);
        else if (item.On is null)
            events.Add(new Event(Act.Unclear, null, null, item.Text) { Places = item.Places });
        else if (beside.IsEnd(i))
            TakeEnd(i, new PrintedEnd(item.YearBehind ?? item.On, beside.WithWord(i)) { Places = item.Places });
        else
            TakeDate(i, item);
    }

    /// <returns>The last item that it took.</returns>
    private int TakeExtended(ExtendedEnds extended)
    {
        var last = items[extended.Last];
        var text = string.Join(' ', items.Skip(extended.First + 1).Take(extended.Behind - extended.First - 1).Select(i => i.Text));
        events.Add(new Event(Act.Extended, null, last.YearBehind ?? last.On, text) { Places = last.Places });
        ends.Add(new PrintedEnd(last.YearBehind ?? last.On!, $"{items[extended.First].Text} {text}") { Places = last.Places });
        return extended.Behind - 1;
    }

    private void TakeDate(int i, WhenItem item)
    {
        var worded = beside.ActOf(i);
        if (worded is null && item is { Role: WhenRole.End or WhenRole.Term, RangeEnd: not null } && events.Exists(e => e.OpensPeriod && IsSame(e.On!, item.On!)))
        {
            // The period is that of a signing which has a cell of its own: one behind it renews it.
            hasPeriod = true;
            ends.Add(new PrintedEnd(item.RangeEnd, item.Text) { Places = item.Places });
            return;
        }

        if (worded == Act.Extended && item is { RangeEnd: { } until, Role: not WhenRole.Start })
        {
            // "Extended by letter (2 May 2023) to 12 June 2028": the first date is that of the letter. Where begins stand it is one.
            events.Add(new Event(Act.Extended, null, until, item.Text) { Places = item.Places });
            ends.Clear();
            ends.Add(new PrintedEnd(until, item.Text) { Places = item.Places });
            return;
        }

        if (worded is null && IsSecondSignature(item) is { } first)
        {
            TakeSignature(first, item);
            return;
        }

        var act = worded ?? ActIn(item);
        var happened = new Event(act, item.On, item.RangeEnd ?? (item.Role == WhenRole.Period || (item.Role == WhenRole.Lost && items.Count(o => o.IsDate) == 1) ? item.YearBehind : null), item.Text) { Places = item.Places };
        events.Add(happened);
        if (worded is null && item is { RangeEnd: null, Role: WhenRole.Lost })
            unworded.Add(happened);
        if (happened.OpensPeriod && ends.Count > 0)
            CloseBefore(happened);
    }

    /// <summary>The signing in another column of starts: one date in each, not a year apart, is that of the other party, or the same one coarser.</summary>
    private Event? IsSecondSignature(WhenItem item)
    {
        if (events.Count == 0 || item is not { Role: WhenRole.Start, RangeEnd: null } || items.Count(i => i.IsDate && ReferenceEquals(i.Places, item.Places)) > 1)
            return null;
        var first = events.Find(e => e is { Act: Act.Signed, On: not null, Until: null } && items.Count(i => i.IsDate && i.Role == WhenRole.Start && ReferenceEquals(i.Places, e.Places)) == 1);
        return first is not null && Math.Abs(first.On!.Earliest.Number - item.On!.Earliest.Number) < 366 ? first : null;
    }

    private void TakeSignature(Event first, WhenItem item)
    {
        var other = new Event(Act.Signed, item.On, null, item.Text) { Places = item.Places };
        if (!IsSame(first.On!, item.On!))
            events.Insert(events.IndexOf(first) + (item.On!.Earliest < first.On!.Earliest ? 0 : 1), other);
        else if (item.On!.Latest.Number - item.On.Earliest.Number < first.On!.Latest.Number - first.On.Earliest.Number)
            Replace(first, other);
    }

    private Act ActIn(WhenItem item) => item.Role switch
    {
        WhenRole.Effective or WhenRole.Period or WhenRole.End or WhenRole.Term => hasPeriod || events.Exists(e => e.Act == Act.Effective) ? Act.Renewed : Act.Effective,
        WhenRole.Renewed => Act.Renewed,
        _ => events.Exists(e => e.OpensPeriod) ? Act.Renewed : Act.Signed,
    };

    private static bool IsSame(EdtfDate one, EdtfDate other) => one.Earliest <= other.Latest && other.Earliest <= one.Latest;

    /// <summary>An end that is printed before a later period began is the end of the period before.</summary>
    private void CloseBefore(Event next)
    {
        var before = events.FindLast(e => e.OpensPeriod && !ReferenceEquals(e, next));
        if (before is null || ends[^1].On.Earliest > next.On!.Latest)
            return;
        Replace(before, before with { Until = ends[^1].On });
        ends.RemoveAt(ends.Count - 1);
    }

    /// <summary>The end of an extension takes the place of the end that is printed beside it.</summary>
    private void TakeEnd(int i, PrintedEnd end)
    {
        if (beside.PieceAt(i - 1) is { Extends: true })
            ends.Clear();
        else if (events.Exists(e => e is { Act: Act.Extended, On: null, Until: { } until } && until.Earliest > end.On.Latest))
            return;
        ends.Add(end);
    }

    private void TakeExtension(int word)
    {
        if (items[word + 1].Piece!.Value.Length.After(items[word - 1].On!) is not EdtfDate until)
            return;
        var text = $"{items[word].Text} {items[word + 1].Text}";
        events.Add(new Event(Act.Extended, null, until, text) { Places = items[word].Places });
        ends.Clear();
        ends.Add(new PrintedEnd(until, $"{items[word - 1].Text} {text}") { Places = [.. items[word - 1].Places, .. items[word + 1].Places], IsComputed = true });
    }

    private void TakeWord(int i, TermPiece piece)
    {
        var isDated = beside.Owner(i) is not null;
        if (beside.ExtendsByLength(i))
        {
            TakeExtension(i);
        }
        else if (piece.Kind == TermPieceKind.Act && !isDated)
        {
            events.Add(new Event(piece.Act, null, null, items[i].Text) { Places = items[i].Places });
            Undated.Add(items[i]);
        }
        else if (piece.Kind == TermPieceKind.Until && i + 1 < items.Count && items[i + 1].On is not null)
        {
            if (piece.Extends)
                events.Add(new Event(Act.Extended, null, items[i + 1].On, $"{items[i].Text} {items[i + 1].Text}") { Places = items[i].Places });
        }
        else if (piece.Kind == TermPieceKind.Until || (piece.Kind == TermPieceKind.UntilBehind && (i == 0 || items[i - 1].On is null)))
        {
            Undated.Add(items[i]);
        }
    }

    /// <summary>A length that stands before a later date is that of the period before it.</summary>
    private void GiveLengths(CountingRule counting)
    {
        var date = -1;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].On is not null)
                date = i;
            else if (items[i].Piece is { Kind: TermPieceKind.Length } piece && date >= 0 && HasLengthBehindDate(i) && EventAt(date) is { OpensPeriod: true, Until: null } of)
                Replace(of, of with { Until = counting.LastDay(of.Begin!, piece.Length) as EdtfDate });
        }
    }

    /// <summary>A supplement that is signed on the very day on which the term ends is what renews it.</summary>
    private void RenewByAmendments(Term term)
    {
        if (ends.Count > 0 || events.Count < 2 || term.UsableLength is not { } length)
            return;
        foreach (var supplement in events.Where(e => e is { Act: Act.Amended, On.IsOneDay: true }).ToList())
        {
            var before = events.FindLast(e => e is { OpensPeriod: true, Until: null } && e.Begin!.Earliest < supplement.On!.Earliest);
            if (before is not null && length.After(before.Begin!) is EdtfDate { IsOneDay: true } end && Math.Abs(end.Earliest.Number - supplement.On!.Earliest.Number) <= 1)
                Replace(supplement, supplement with { Act = Act.Renewed });
        }
    }

    private bool HasLengthBehindDate(int length) =>
        items.Skip(length + 1).SkipWhile(i => i.On is null).Any(i => i.Piece is { Kind: TermPieceKind.Length });

    private Event? EventAt(int item) => events.Find(e => ReferenceEquals(e.Places, items[item].Places));

    private void Replace(Event one, Event other)
    {
        var at = events.FindIndex(e => ReferenceEquals(e, one));
        events[at] = other;
        var free = unworded.FindIndex(e => ReferenceEquals(e, one));
        if (free >= 0)
            unworded[free] = other;
    }

    private bool IsOutOfOrder()
    {
        if (events.Count < 2)
            return false;
        var openers = events.Where(e => e.OpensPeriod).ToList();
        return openers.Zip(openers.Skip(1)).Any(p => p.Second.On!.Latest < p.First.On!.Earliest);
    }
}

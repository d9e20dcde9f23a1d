using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>One row's dates on their way to acts and an end.</summary>
internal sealed class WhenRow(IReadOnlyList<WhenItem> items)
{
    private readonly List<Event> events = [];
    private readonly List<PrintedEnd> ends = [];

    public IReadOnlyList<Event> Events => events;

    public IReadOnlyList<PrintedEnd> Ends => ends;

    public bool IsConflict { get; private set; }

    public bool IsOnePerKind { get; private set; }

    /// <summary>A word beside a date says what it is; else the first date is the signing and the others are renewals.</summary>
    public void GiveActs()
    {
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (!item.IsDate)
                continue;
            if (item.On is null)
                events.Add(new Event(Act.Unclear, null, null, item.Text) { Places = item.Places });
            else if (IsEnd(i))
                ends.Add(new PrintedEnd(item.On, WithWord(i)) { Places = item.Places });
            else
                events.Add(new Event(ActAt(i), item.On, item.RangeEnd, item.Text) { Places = item.Places });
        }

        if (events.FindLast(e => e.OpensPeriod) is { Until: { } until } last)
            ends.Add(new PrintedEnd(until, last.Text) { Places = last.Places });
    }

    private bool IsEnd(int i) =>
        PieceAt(i - 1)?.Kind == TermPieceKind.Until || PieceAt(i + 1)?.Kind == TermPieceKind.UntilBehind;

    private string WithWord(int i) =>
        PieceAt(i + 1)?.Kind == TermPieceKind.UntilBehind ? $"{items[i].Text} {items[i + 1].Text}" : $"{items[i - 1].Text} {items[i].Text}";

    private TermPiece? PieceAt(int i) => i >= 0 && i < items.Count ? items[i].Piece : null;

    /// <summary>A word behind a date is its own, unless that word already belongs to the date behind it; a word before the first date is its own too.</summary>
    private Act ActAt(int i)
    {
        if (PieceAt(i + 1) is { Kind: TermPieceKind.Act } behind && !(i + 2 < items.Count && items[i + 2].IsDate && BelongsForward(i + 1)))
            return behind.Act;
        if (PieceAt(i - 1) is { Kind: TermPieceKind.Act } before && BelongsForward(i - 1))
            return before.Act;
        return events.Exists(e => e.OpensPeriod) ? Act.Renewed : Act.Signed;
    }

    /// <summary>Whether the word at a place stands before its date: nothing before it is a date, or the word before that has one.</summary>
    private bool BelongsForward(int word)
    {
        if (word + 1 >= items.Count || !items[word + 1].IsDate)
            return false;
        return word == 0 || !items[word - 1].IsDate || (word >= 2 && items[word - 2].Piece is { Kind: TermPieceKind.Act } && BelongsForward(word - 2));
    }

    /// <summary>Where no word says it: in a list with an end column a row without a term ends on its last date.</summary>
    public void GiveEnd(int kinds, bool hasEndColumn, Term term, List<Finding> findings)
    {
        var plain = Plain();
        if (plain.Count < 2 || ends.Count > 0 || events.Exists(e => e.Act is Act.Extended or Act.Terminated))
        {
            CheckOrder();
            return;
        }

        if (term.SaysHowLong || !hasEndColumn)
        {
            CheckOrder();
            return;
        }

        if (plain.Count == kinds && plain.TrueForAll(e => e.On!.Equals(plain[0].On)))
        {
            IsOnePerKind = true;
            foreach (var one in plain)
                events[events.IndexOf(one)] = one with { Act = Act.Signed };
            findings.Add(new Finding("dates.one-per-kind", Severity.Doubt, [], "start", [plain[0].On!.ToString()]) { Places = plain[0].Places });
            return;
        }

        LastIsEnd(plain);
    }

    private List<Event> Plain() => [.. events.Where(e => e is { Act: Act.Signed or Act.Renewed, Until: null })];

    private void LastIsEnd(List<Event> plain)
    {
        var last = plain[^1];
        var others = plain[..^1];
        if (others.TrueForAll(o => last.On!.Earliest > o.On!.Earliest))
        {
            TakeAsEnd(last);
            CheckOrder();
            return;
        }

        IsConflict = true;
        var latest = others.MaxBy(o => o.On!.Earliest)!;
        if (others.Count >= 2 && latest == others[^1])
        {
            TakeAsEnd(latest);
            events[events.IndexOf(last)] = last with { Act = Act.Unclear };
        }
        else
        {
            TakeAsEnd(last);
        }
    }

    private void TakeAsEnd(Event date)
    {
        events.Remove(date);
        ends.Add(new PrintedEnd(date.On!, date.Text) { Places = date.Places });
    }

    /// <summary>A renewal before the act that it renews is out of order.</summary>
    private void CheckOrder()
    {
        var openers = events.Where(e => e.OpensPeriod).ToList();
        for (var i = 1; i < openers.Count; i++)
        {
            if (openers[i].On!.Latest < openers[i - 1].On!.Earliest)
                IsConflict = true;
        }
    }
}

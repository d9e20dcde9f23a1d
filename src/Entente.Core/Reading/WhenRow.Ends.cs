namespace Entente.Core.Reading;

/// <summary>Which of several dates without a word for them is the end.</summary>
internal sealed partial class WhenRow
{
    private void GiveEnd(int kinds, WhenColumns columns, Term term)
    {
        if (events.Count < 2)
            return;
        var openers = events.Where(e => e.OpensPeriod).ToList();
        if (openers.Count > 1 && ends.Count == 0 && openers.Count == kinds && term is { Length: null, Open: null } && items.All(i => i.Role == WhenRole.Start) && openers.TrueForAll(o => o.On!.Equals(openers[0].On)))
        {
            TakeEqual(openers, kinds);
            return;
        }

        if (openers.Count < 2 || ends.Count > 0 || unworded.Count == 0 || !ReferenceEquals(events.FindLast(e => e.On is not null), unworded[^1]))
            return;
        var isTimed = term.Length is not null || term.Open is not null;
        if (openers.TrueForAll(o => o.On!.Equals(openers[0].On)) && !isTimed)
            TakeEqual(openers, kinds);
        else if (columns.HasEnd && (!isTimed || columns.HasTerm || StandsBehindTerm()) && unworded[^1].OpensPeriod)
            LastIsEnd(openers);
    }

    /// <summary>Whether the term stands before the last date and none behind it: the date stands where ends do.</summary>
    private bool StandsBehindTerm()
    {
        var last = items.ToList().FindLastIndex(i => i.On is not null);
        return items.Take(last).Any(IsTiming) && !items.Skip(last).Any(IsTiming);
    }

    private static bool IsTiming(WhenItem item) => item.Piece is { Kind: TermPieceKind.Length or TermPieceKind.Open };

    private void TakeEqual(List<Event> openers, int kinds)
    {
        IsOnePerKind = openers.Count == kinds;
        IsRepeated = !IsOnePerKind;
        foreach (var one in openers.Skip(1))
        {
            if (IsOnePerKind)
                Replace(one, one with { Act = Act.Signed });
            else
                events.Remove(one);
        }
    }

    private void LastIsEnd(List<Event> openers)
    {
        var last = openers[^1];
        var others = openers[..^1];
        if (others.TrueForAll(o => last.On!.Earliest > o.On!.Earliest))
        {
            TakeAsEnd(last);
            return;
        }

        IsConflict = true;
        var latest = others.MaxBy(o => o.On!.Earliest)!;
        if (others.Count >= 2 && ReferenceEquals(latest, others[^1]))
        {
            TakeAsEnd(latest);
            Replace(last, last with { Act = Act.Unclear });
        }
        else
        {
            TakeAsEnd(last);
        }
    }

    private void TakeAsEnd(Event date)
    {
        events.Remove(date);
        var yearBehind = items.FirstOrDefault(i => ReferenceEquals(i.Places, date.Places))?.YearBehind;
        ends.Add(new PrintedEnd(yearBehind ?? date.On!, date.Text) { Places = date.Places });
    }
}

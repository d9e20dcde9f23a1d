namespace Entente.Edtf;

/// <summary>
/// A value runs from a first day to a last day, each known to lie within a span. For a single date both are the same day,
/// somewhere within its bounds. An unknown end may be any day not before the start; an open one is after every day.
/// </summary>
internal static class Comparison
{
    public static Answer IsBefore(EdtfValue left, EdtfValue right)
    {
        if (left is EdtfDate date && right is EdtfDate other)
            return DateIsBefore(date, other);
        return Compare(left, right, static (a, b) => Decide(a.LastLatest < b.FirstEarliest, a.LastEarliest >= b.FirstLatest), isAnyEnough: false);
    }

    public static Answer Overlaps(EdtfValue left, EdtfValue right)
    {
        if (left is EdtfDate date && right is EdtfDate other && IsRuledOut(date, other))
            return Answer.No;
        return Compare(left, right, static (a, b) => Decide(
            a.FirstLatest <= b.LastEarliest && b.FirstLatest <= a.LastEarliest,
            a.FirstEarliest > b.LastLatest || b.FirstEarliest > a.LastLatest), isAnyEnough: true);
    }

    // A day within the bounds of a pattern need not fit its digits: 2015-02-X8 is never the 10th.
    private static bool IsRuledOut(EdtfDate left, EdtfDate right)
        => (left.HasUnspecifiedDigits && right.IsOneDay && !DateBounds.CanBe(left.Parts, right.Earliest))
            || (right.HasUnspecifiedDigits && left.IsOneDay && !DateBounds.CanBe(right.Parts, left.Earliest));

    private static Answer DateIsBefore(EdtfDate left, EdtfDate right)
    {
        if (left.Time is { } time && right.Time is { } other && time.ZoneMinutes is null == other.ZoneMinutes is null)
            return Moment(left, time) < Moment(right, other) ? Answer.Yes : Answer.No;
        return Decide(left.Latest < right.Earliest, left.Earliest >= right.Latest);
    }

    private static long Moment(EdtfDate date, EdtfTime time)
        => date.Earliest.Number * 86_400 + time.SecondOfDay - (time.ZoneMinutes ?? 0) * 60L;

    private static Answer Decide(bool isCertain, bool isImpossible)
        => isCertain ? Answer.Yes : isImpossible ? Answer.No : Answer.Maybe;

    // The choice of one comes before the question about all, whichever side it is on.
    private static Answer Compare(EdtfValue left, EdtfValue right, Func<Span, Span, Answer> ask, bool isAnyEnough)
    {
        if (left is EdtfSet { IsOneOf: false } all && right is EdtfSet { IsOneOf: true } choice)
            return CompareChoice(all, choice, ask, isAnyEnough);
        if (left is not EdtfSet set)
            return CompareSpan(SpanOf(left), right, ask, isAnyEnough);
        var tally = new Tally(set, isAnyEnough);
        foreach (var member in set.Members)
            tally.Add(CompareSpan(SpanOf(member, set.IsOneOf), right, ask, isAnyEnough));
        return tally.Answer;
    }

    private static Answer CompareChoice(EdtfSet all, EdtfSet choice, Func<Span, Span, Answer> ask, bool isAnyEnough)
    {
        var tally = new Tally(choice, isAnyEnough);
        foreach (var member in choice.Members)
        {
            var one = SpanOf(member, isOneOf: true);
            tally.Add(CompareSpan(one, all, (chosen, each) => ask(each, chosen), isAnyEnough));
        }
        return tally.Answer;
    }

    private static Answer CompareSpan(Span left, EdtfValue right, Func<Span, Span, Answer> ask, bool isAnyEnough)
    {
        if (right is not EdtfSet set)
            return ask(left, SpanOf(right));
        var tally = new Tally(set, isAnyEnough);
        foreach (var member in set.Members)
            tally.Add(ask(left, SpanOf(member, set.IsOneOf)));
        return tally.Answer;
    }

    private static Span SpanOf(EdtfValue value)
    {
        if (value is not EdtfInterval interval)
        {
            var date = (EdtfDate)value;
            return new Span(date.Earliest, date.Latest, date.Earliest, date.Latest);
        }
        var first = interval.Start is { } start
            ? (start.Earliest, start.Latest)
            : (Day.Past, interval.StartIsOpen ? Day.Past : interval.End?.Latest ?? Day.Future);
        var last = interval.End is { } end
            ? (end.Earliest, end.Latest)
            : (interval.EndIsOpen ? Day.Future : interval.Start?.Earliest ?? Day.Past, Day.Future);
        return Span.Running(first.Item1, first.Item2, last.Item1, last.Item2);
    }

    // A range of which one is meant is a single date somewhere in it; a range of which all are meant is a stretch of days.
    private static Span SpanOf(EdtfSetMember member, bool isOneOf)
    {
        if (isOneOf || !member.IsRange)
            return new Span(member.Earliest, member.Latest, member.Earliest, member.Latest);
        return Span.Running(
            member.Earliest, member.First?.Latest ?? Day.Past,
            member.Last?.Earliest ?? Day.Future, member.Latest);
    }

    // One of a set: what is true of every member. All of a set: true of one is enough to overlap, and needed of all to be before.
    private struct Tally(EdtfSet set, bool isAnyEnough)
    {
        private Answer least = Answer.Yes, most = Answer.No;

        public readonly Answer Answer
        {
            get
            {
                if (set.IsOneOf)
                    return least == most ? least : Answer.Maybe;
                return isAnyEnough ? most : least;
            }
        }

        public void Add(Answer answer)
        {
            least = answer < least ? answer : least;
            most = answer > most ? answer : most;
        }
    }

    private readonly record struct Span(Day FirstEarliest, Day FirstLatest, Day LastEarliest, Day LastLatest)
    {
        // The start is not after the end: in XXXX/1985 it lies in 1985 at the latest.
        public static Span Running(Day firstEarliest, Day firstLatest, Day lastEarliest, Day lastLatest)
            => new(
                firstEarliest, firstLatest < lastLatest ? firstLatest : lastLatest,
                lastEarliest > firstEarliest ? lastEarliest : firstEarliest, lastLatest);
    }
}

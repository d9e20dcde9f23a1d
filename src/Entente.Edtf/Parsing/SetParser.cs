namespace Entente.Edtf.Parsing;

internal static class SetParser
{
    private const string Dots = "..";

    public static EdtfSet? Parse(string text, out Fault fault)
    {
        var close = text[0] == '[' ? ']' : '}';
        var end = text.Length - 1;
        if (end == 0 || text[end] != close)
            return Fail(EdtfReason.SetNotClosed, text.Length, out fault);
        var members = new List<EdtfSetMember>();
        for (var from = 1; from <= end;)
        {
            var comma = text.IndexOf(',', from, end - from);
            var to = comma < 0 ? end : comma;
            if (!TryMember(text, from, to, isFirst: from == 1, isLast: to == end, out var member, out fault))
                return null;
            members.Add(member);
            from = to + 1;
        }
        fault = default;
        return new EdtfSet(text[0] == '[', [.. members], text);
    }

    private static bool TryMember(
        string text, int from, int to, bool isFirst, bool isLast, out EdtfSetMember member, out Fault fault)
    {
        member = default;
        if (from == to)
            return Refuse(EdtfReason.EmptyMember, from, out fault);
        var dots = text.AsSpan(from, to - from).IndexOf(Dots);
        if (dots < 0)
        {
            var single = Date(text, from, to, out fault);
            if (single is not null)
                member = EdtfSetMember.Of(single);
            return single is not null;
        }
        dots += from;
        if (to - from == Dots.Length)
            return Refuse(EdtfReason.EmptyMember, from, out fault);
        if (dots == from ? !isFirst : dots + Dots.Length == to && !isLast)
            return Refuse(EdtfReason.OpenRangeInside, dots, out fault);
        return TryRange(text, from, dots, to, out member, out fault);
    }

    private static bool TryRange(string text, int from, int dots, int to, out EdtfSetMember member, out Fault fault)
    {
        member = default;
        fault = default;
        EdtfDate? first = null, last = null;
        var second = dots + Dots.Length;
        if (dots > from && (first = Date(text, from, dots, out fault)) is null)
            return false;
        if (second < to && (last = Date(text, second, to, out fault)) is null)
            return false;
        if (first is not null && last is not null)
        {
            if (first.Precision != last.Precision)
                return Refuse(EdtfReason.RangePrecisionDiffers, second, out fault);
            if (last.Latest < first.Earliest)
                return Refuse(EdtfReason.EndBeforeStart, second, out fault);
        }
        member = EdtfSetMember.Range(first, last);
        return true;
    }

    private static EdtfDate? Date(string text, int from, int to, out Fault fault)
    {
        var date = DateParser.Parse(text, from, to, out fault);
        if (date?.Time is null)
            return date;
        fault = new Fault(EdtfReason.TimeNotAllowed, text.IndexOf('T', from));
        return null;
    }

    private static bool Refuse(EdtfReason reason, int position, out Fault fault)
    {
        fault = new Fault(reason, position);
        return false;
    }

    private static EdtfSet? Fail(EdtfReason reason, int position, out Fault fault)
    {
        fault = new Fault(reason, position);
        return null;
    }
}

namespace Entente.Edtf.Parsing;

internal static class IntervalParser
{
    public static EdtfInterval? Parse(string text, out Fault fault)
    {
        var slash = text.IndexOf('/');
        var second = text.IndexOf('/', slash + 1);
        if (second >= 0)
            return Fail(EdtfReason.MoreThanTwoEnds, second, out fault);
        if (text.Length == 1)
            return Fail(EdtfReason.IntervalWithoutEnds, 0, out fault);
        if (!TryEnd(text, 0, slash, out var start, out var isStartOpen, out fault)
            || !TryEnd(text, slash + 1, text.Length, out var end, out var isEndOpen, out fault))
            return null;
        if (start is not null && end is not null && end.Latest < start.Earliest)
            return Fail(EdtfReason.EndBeforeStart, slash + 1, out fault);
        return new EdtfInterval(start, end, isStartOpen, isEndOpen, text);
    }

    private static bool TryEnd(string text, int from, int to, out EdtfDate? date, out bool isOpen, out Fault fault)
    {
        date = null;
        fault = default;
        isOpen = to - from == 2 && text[from] == '.' && text[from + 1] == '.';
        if (isOpen || from == to)
            return true;
        date = DateParser.Parse(text, from, to, out fault);
        if (date?.Time is null)
            return date is not null;
        fault = new Fault(EdtfReason.TimeNotAllowed, text.IndexOf('T', from));
        return false;
    }

    private static EdtfInterval? Fail(EdtfReason reason, int position, out Fault fault)
    {
        fault = new Fault(reason, position);
        return null;
    }
}

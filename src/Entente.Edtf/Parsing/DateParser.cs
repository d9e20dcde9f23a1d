namespace Entente.Edtf.Parsing;

/// <summary>One date, from one index of a text to another. Plain dates are tried first and need no second look.</summary>
internal static class DateParser
{
    public static EdtfDate? Parse(string text, int from, int to, out Fault fault)
    {
        fault = default;
        var written = text.AsSpan(from, to - from);
        var isWhole = written.Length == text.Length;
        return Plain(written, isWhole ? text : null) ?? Full(text, from, to, isWhole, out fault);
    }

    // 1985, 1985-04, 1985-04-12: these are canonical, so that the text can be made again when it is wanted.
    private static EdtfDate? Plain(ReadOnlySpan<char> written, string? text)
    {
        if (written.Length is not (4 or 7 or 10) || Number(written[..4]) is not (>= 0 and var year))
            return null;
        var parts = new DateParts { YearSize = year };
        if (written.Length == 4)
            return new EdtfDate(parts, new Day(year, 1, 1), new Day(year, 12, 31), 0, text);
        if (written[4] != '-' || Number(written.Slice(5, 2)) is not (>= 1 and <= 12 and var month))
            return null;
        parts.Month = (byte)month;
        parts.HasMonth = true;
        if (written.Length == 7)
            return new EdtfDate(parts, new Day(year, month, 1), new Day(year, month, Day.DaysInMonth(year, month)), 0, text);
        if (written[7] != '-' || Number(written[8..]) is not (>= 1 and var number) || !Day.TryCreate(year, month, number, out var day))
            return null;
        parts.Day = (byte)number;
        parts.HasDay = true;
        return new EdtfDate(parts, day, day, 0, text);
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                return -1;
            number = number * 10 + (digit - '0');
        }
        return number;
    }

    private static EdtfDate? Full(string text, int from, int to, bool isWhole, out Fault fault)
    {
        var scan = new DateScan(text.AsSpan(from, to - from));
        fault = default;
        if (!scan.Read())
        {
            fault = new Fault(scan.Reason, from + scan.Position);
            return null;
        }
        var parts = scan.Parts;
        if (DateBounds.TryFind(parts, out var earliest, out var latest))
            return new EdtfDate(parts, earliest, latest, scan.Level, isWhole ? text : text[from..to]);
        fault = new Fault(EdtfReason.DayDoesNotExist, from + scan.DayPosition);
        return null;
    }
}

namespace Entente.Edtf.Parsing;

/// <summary>Reads the characters of one date in order. It stops at the first fault, so its time is linear.</summary>
internal ref partial struct DateScan(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private bool hasMarkInside;
    private bool isExponential;

    public DateParts Parts;

    public int Position { get; private set; }

    public int DayPosition { get; private set; }

    public EdtfReason Reason { get; private set; }

    public readonly int Level => hasMarkInside || isExponential ? 2 : DateLevel.Of(Parts);

    private readonly bool IsAtEnd => Position == text.Length;

    private readonly char Current => Position < text.Length ? text[Position] : '\0';

    public bool Read()
    {
        if (text.IsEmpty)
            return Fail(EdtfReason.Empty, 0);
        if (Current == 'Y')
            return ReadPrefixedYear() && ReadYearTail();
        if (!ReadYear())
            return false;
        if (IsAtEnd)
            return true;
        if (Current == 'S')
            return ReadYearTail();
        if (!Skip('-') || !ReadMonth())
            return false;
        if (IsAtEnd)
            return true;
        if (Parts.IsSeason)
            return Fail(Current == '-' ? EdtfReason.DayAfterSeason : EdtfReason.UnexpectedCharacter, Position);
        if (!Skip('-') || !ReadDay())
            return false;
        return IsAtEnd || ReadTime();
    }

    private bool ReadYear()
    {
        var before = ReadMarkBefore();
        if (Current == '-')
        {
            Parts.IsNegative = true;
            Position++;
        }
        var at = Position;
        if (!ReadDigits(4, out var year, out Parts.YearMask))
            return false;
        if (char.IsAsciiDigit(Current))
            return Fail(EdtfReason.YearNeedsPrefix, Position);
        if (Parts.IsNegative && year == 0 && Parts.YearMask == 0)
            return Fail(EdtfReason.NegativeZero, at - 1);
        Parts.YearSize = year;
        Parts.YearMark = before | ReadMarkAfter();
        return true;
    }

    private bool ReadMonth()
    {
        var before = ReadMarkBefore();
        var at = Position;
        if (!ReadDigits(2, out var month, out Parts.MonthMask))
            return false;
        var isMonth = false;
        for (var known = 1; known <= 12; known++)
            isMonth |= DateBounds.Fits(known, month, Parts.MonthMask);
        var isSeason = Parts.MonthMask == 0 && month is >= Seasons.First and <= Seasons.Last;
        if (!isMonth && !isSeason)
            return Fail(EdtfReason.NoSuchMonth, at);
        Parts.Month = (byte)month;
        Parts.HasMonth = true;
        var after = ReadMarkAfter();
        Parts.MonthMark = before | after;
        Parts.YearMark |= after;
        return true;
    }

    private bool ReadDay()
    {
        var before = ReadMarkBefore();
        DayPosition = Position;
        if (!ReadDigits(2, out var day, out Parts.DayMask))
            return false;
        var isDay = false;
        for (var known = 1; known <= 31; known++)
            isDay |= DateBounds.Fits(known, day, Parts.DayMask);
        if (!isDay)
            return Fail(EdtfReason.NoSuchDay, DayPosition);
        Parts.Day = (byte)day;
        Parts.HasDay = true;
        var after = ReadMarkAfter();
        Parts.DayMark = before | after;
        Parts.MonthMark |= after;
        Parts.YearMark |= after;
        return true;
    }

    private bool ReadDigits(int count, out int number, out byte mask)
    {
        number = 0;
        mask = 0;
        for (var left = count; left > 0; left--, Position++)
        {
            if (IsAtEnd)
                return Fail(EdtfReason.Incomplete, Position);
            var isUnspecified = Current == 'X';
            if (!isUnspecified && !char.IsAsciiDigit(Current))
                return Fail(EdtfReason.UnexpectedCharacter, Position);
            number = number * 10 + (isUnspecified ? 0 : Current - '0');
            mask = (byte)(mask << 1 | (isUnspecified ? 1 : 0));
        }
        return true;
    }

    // Level 2, qualification of an individual component: left of it.
    private EdtfQualification ReadMarkBefore()
    {
        var mark = ReadMark();
        hasMarkInside |= mark != EdtfQualification.None;
        return mark;
    }

    // Group qualification: right of a component, for it and all to its left. At the end of the date it is that of level 1.
    private EdtfQualification ReadMarkAfter()
    {
        var mark = ReadMark();
        hasMarkInside |= mark != EdtfQualification.None && !IsAtEnd;
        return mark;
    }

    private EdtfQualification ReadMark()
    {
        var mark = Current switch
        {
            '?' => EdtfQualification.Uncertain,
            '~' => EdtfQualification.Approximate,
            '%' => EdtfQualification.UncertainAndApproximate,
            _ => EdtfQualification.None,
        };
        if (mark != EdtfQualification.None)
            Position++;
        return mark;
    }

    private bool Skip(char expected)
    {
        if (IsAtEnd)
            return Fail(EdtfReason.Incomplete, Position);
        if (Current != expected)
            return Fail(EdtfReason.UnexpectedCharacter, Position);
        Position++;
        return true;
    }

    private bool Fail(EdtfReason reason, int position)
    {
        Reason = reason;
        Position = position;
        return false;
    }
}

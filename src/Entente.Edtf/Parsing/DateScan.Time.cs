namespace Entente.Edtf.Parsing;

/// <summary>The time of day of level 0: hh:mm:ss, then nothing, Z, ±hh or ±hh:mm.</summary>
internal ref partial struct DateScan
{
    private bool ReadTime()
    {
        // Neither qualification nor unspecified digits go with a time of day: the specification has them for dates only.
        if (Current != 'T' || Parts.HasUnspecified || Parts.YearMark != EdtfQualification.None || hasMarkInside)
            return Fail(EdtfReason.UnexpectedCharacter, Position);
        var at = ++Position;
        if (!ReadTwo(out var hour) || !Skip(':') || !ReadTwo(out var minute) || !Skip(':') || !ReadTwo(out var second))
            return false;
        if (!EdtfTime.Exists(hour, minute, second, zone: null))
            return Fail(EdtfReason.NoSuchTime, at);
        if (!ReadZone(out var zone))
            return false;
        if (!IsAtEnd)
            return Fail(EdtfReason.UnexpectedCharacter, Position);
        if (!EdtfTime.Exists(hour, minute, second, zone))
            return Fail(EdtfReason.NoSuchTime, at);
        Parts.Time = new EdtfTime(hour, minute, second, zone);
        return true;
    }

    private bool ReadZone(out int? zone)
    {
        zone = null;
        if (IsAtEnd)
            return true;
        var at = Position;
        var sign = Current;
        if (sign is not ('Z' or '+' or '-'))
            return Fail(EdtfReason.UnexpectedCharacter, Position);
        Position++;
        zone = 0;
        if (sign == 'Z')
            return true;
        var minutes = 0;
        if (!ReadTwo(out var hours))
            return false;
        if (!IsAtEnd && (!Skip(':') || !ReadTwo(out minutes)))
            return false;
        zone = (hours * 60 + minutes) * (sign == '-' ? -1 : 1);
        // ISO 8601-1, 4.3.13: UTC itself is + or Z, never minus.
        return hours <= 23 && minutes <= 59 && (zone != 0 || sign == '+') || Fail(EdtfReason.NoSuchZone, at);
    }

    private bool ReadTwo(out int number)
    {
        number = 0;
        for (var left = 2; left > 0; left--, Position++)
        {
            if (IsAtEnd)
                return Fail(EdtfReason.Incomplete, Position);
            if (!char.IsAsciiDigit(Current))
                return Fail(EdtfReason.UnexpectedCharacter, Position);
            number = number * 10 + (Current - '0');
        }
        return true;
    }
}

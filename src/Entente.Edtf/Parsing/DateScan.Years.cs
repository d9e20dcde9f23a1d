namespace Entente.Edtf.Parsing;

/// <summary>Years of more than four digits (level 1), exponents and significant digits (level 2).</summary>
internal ref partial struct DateScan
{
    private const int LongestYear = 16, LongestCount = 3;

    private bool ReadPrefixedYear()
    {
        var at = Position++;
        if (Current == '-')
        {
            Parts.IsNegative = true;
            Position++;
        }
        if (!ReadCount(LongestYear, EdtfReason.YearTooLarge, out var year))
            return false;
        if (Current == 'E')
        {
            isExponential = true;
            Position++;
            var exponentAt = Position;
            if (!ReadCount(LongestCount, EdtfReason.YearTooLarge, out var exponent))
                return false;
            if (exponent == 0)
                return Fail(EdtfReason.ExponentNotPositive, exponentAt);
            for (; exponent > 0; exponent--)
            {
                if (year > Day.MaxYear / 10)
                    return Fail(EdtfReason.YearTooLarge, at);
                year *= 10;
            }
        }
        if (year <= 9999)
            return Fail(EdtfReason.PrefixedYearTooShort, at);
        Parts.YearSize = year;
        return true;
    }

    // S with its number, a mark for the whole, and the end.
    private bool ReadYearTail()
    {
        if (Current == 'S')
        {
            if (Parts.YearMask != 0 || Parts.YearMark != EdtfQualification.None)
                return Fail(EdtfReason.UnexpectedCharacter, Position);
            var at = ++Position;
            if (!ReadCount(LongestCount, EdtfReason.SignificantDigitsTooLarge, out var digits))
                return false;
            if (digits == 0)
                return Fail(EdtfReason.SignificantDigitsNotPositive, at);
            Parts.SignificantDigits = (int)digits;
        }
        Parts.YearMark |= ReadMarkAfter();
        return IsAtEnd || Fail(EdtfReason.UnexpectedCharacter, Position);
    }

    private bool ReadCount(int longest, EdtfReason tooLong, out long number)
    {
        number = 0;
        var at = Position;
        for (; char.IsAsciiDigit(Current); Position++)
        {
            if (Position - at == longest)
                return Fail(tooLong, at);
            number = number * 10 + (Current - '0');
        }
        if (Position == at)
            return Fail(IsAtEnd ? EdtfReason.Incomplete : EdtfReason.UnexpectedCharacter, Position);
        return text[at] != '0' || Position - at == 1 || Fail(EdtfReason.LeadingZero, at);
    }
}

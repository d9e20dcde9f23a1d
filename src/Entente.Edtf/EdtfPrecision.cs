namespace Entente.Edtf;

/// <summary>
/// What a date is given to. A wholly unspecified part counts as given: <c>2004-XX</c> is to the month, for that is what the
/// specification says of it (level 1, unspecified digits from the right).
/// </summary>
public enum EdtfPrecision
{
    /// <summary>The last three digits of the year are unspecified: <c>1XXX</c>.</summary>
    Millennium,

    /// <summary>The last two digits of the year are unspecified: <c>19XX</c>.</summary>
    Century,

    /// <summary>The last digit of the year is unspecified: <c>199X</c>.</summary>
    Decade,

    /// <summary>A year, also one with significant digits or with other unspecified digits than the last: <c>1950S2</c>, <c>19X4</c>.</summary>
    Year,

    /// <summary>A season, quarter, quadrimester or semester: codes 21 to 41.</summary>
    Season,
    Month,
    Day,
    DateTime,
}

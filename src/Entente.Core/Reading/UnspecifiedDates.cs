using System.Buffers;

using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>201X, 2019-XX, 2019-XX-15: digits that nobody knows, as EDTF writes them (level 1, unspecified digits).</summary>
internal static class UnspecifiedDates
{
    private static readonly SearchValues<char> written = SearchValues.Create("0123456789X-?~%");

    private const int Shortest = 4, Longest = 11;

    public static bool TryMatch(ReadOnlySpan<char> text, out DateMatch match)
    {
        match = default;
        if (text.IsEmpty || !char.IsAsciiDigit(text[0]))
            return false;
        var end = text.IndexOfAnyExcept(written);
        var word = text[..(end < 0 ? text.Length : end)];
        if (word.Length is < Shortest or > Longest || !word.Contains('X') || (end >= 0 && char.IsLetterOrDigit(text[end])))
            return false;
        if (!EdtfDate.TryParse(word.ToString(), out var date) || date.Season is not null || date.Earliest.Year < Dates.FirstYear || date.Latest.Year > Dates.LastYear)
            return false;
        match = new DateMatch(word.Length, date, null, null);
        return true;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

using Entente.Edtf;

namespace Entente.Core;

/// <summary>A calendar length as printed: "36 months" stays P36M and is never turned into P3Y. ISO 8601-1:2019, 5.5.2.</summary>
public readonly record struct Length(int Years, int Months = 0, int Days = 0)
{
    public int TotalMonths => (Years * 12) + Months;

    /// <summary>A length of nothing carries an agreement nowhere: it is kept as text and never used for an end.</summary>
    public bool IsZero => Years == 0 && Months == 0 && Days == 0;

    public bool IsWholeYears => Days == 0 && TotalMonths > 0 && TotalMonths % 12 == 0;

    /// <summary>The date that lies <paramref name="times"/> lengths after <paramref name="start"/>, at the precision of the start:
    /// n lengths are added at once, so that 29 February + 4 × P1Y is a 29 February again.</summary>
    /// <returns>A set of the possible years or months where the length is finer than the start (2019 + P6M is in 2019 or 2020).</returns>
    public EdtfValue After(EdtfDate start, int times = 1) => After(start, times, 0);

    /// <summary>As <see cref="After(EdtfDate, int)"/>, a day earlier.</summary>
    public EdtfValue DayBefore(EdtfDate start, int times = 1) => After(start, times, -1);

    private EdtfValue After(EdtfDate start, int times, int shift)
    {
        ArgumentNullException.ThrowIfNull(start);
        var months = (long)TotalMonths * times;
        var days = ((long)Days * times) + shift;
        var first = Writable(start.Earliest.AddMonths(months).AddDays(days));
        var last = Writable(start.Latest.AddMonths(months).AddDays(days));
        return start.Precision switch
        {
            EdtfPrecision.Day or EdtfPrecision.DateTime => EdtfDate.Of(first),
            EdtfPrecision.Month when days == 0 => EdtfDate.Of(first.Year, first.Month),
            EdtfPrecision.Month => Either(EdtfDate.Of(first.Year, first.Month), EdtfDate.Of(last.Year, last.Month)),
            EdtfPrecision.Year => Either(EdtfDate.Of(first.Year), EdtfDate.Of(last.Year)),
            _ => Either(EdtfDate.Of(first), EdtfDate.Of(last)),
        };
    }

    /// <summary>EDTF writes months and days of years to 9999 only; nothing that matters lies behind them.</summary>
    private static Day Writable(Day day) => day.Year > 9999 ? new Day(9999, 12, 31) : day;

    private static EdtfValue Either(EdtfDate first, EdtfDate last) =>
        first.Equals(last) ? first : EdtfValue.Parse(string.Create(CultureInfo.InvariantCulture, $"[{first}..{last}]")).Value!;

    /// <summary>The whole number of years from one date to another, a day more or less allowed; null when it is not whole.</summary>
    public static int? WholeYears(EdtfDate from, EdtfDate to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var years = to.Earliest.Year - from.Earliest.Year;
        if (from.Precision == EdtfPrecision.Year || to.Precision == EdtfPrecision.Year)
            return years > 0 ? (int)years : null;
        for (var n = Math.Max(1, years - 1); n <= years + 1; n++)
        {
            var earliest = from.Earliest.AddMonths(n * 12).AddDays(-1);
            var latest = from.Latest.AddMonths(n * 12).AddDays(1);
            if (to.Latest >= earliest && to.Earliest <= latest)
                return (int)n;
        }

        return null;
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out Length? length)
    {
        length = null;
        if (text is null || text.Length < 3 || text[0] != 'P')
            return false;
        int years = 0, months = 0, days = 0, number = 0;
        var digits = false;
        foreach (var c in text.AsSpan(1))
        {
            if (char.IsAsciiDigit(c))
            {
                if (number > 100_000)
                    return false;
                number = (number * 10) + (c - '0');
                digits = true;
                continue;
            }

            if (!digits)
                return false;
            switch (c)
            {
                case 'Y': years = number; break;
                case 'M': months = number; break;
                case 'W': days += number * 7; break;
                case 'D': days += number; break;
                default: return false;
            }

            number = 0;
            digits = false;
        }

        if (digits)
            return false;
        length = new Length(years, months, days);
        return true;
    }

    public override string ToString()
    {
        if (IsZero)
            return "P0D";
        var c = CultureInfo.InvariantCulture;
        return string.Create(c, $"P{(Years == 0 ? "" : Years.ToString(c) + "Y")}{(Months == 0 ? "" : Months.ToString(c) + "M")}{(Days == 0 ? "" : Days.ToString(c) + "D")}");
    }
}

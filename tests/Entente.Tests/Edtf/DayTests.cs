using CsCheck;
using Entente.Edtf;

namespace Entente.Tests.Edtf;

public class DayTests
{
    private static readonly Gen<Day> AnyDay = Gen.Long[-4_000_000, 4_000_000].Select(Day.FromNumber);

    [Theory]
    [InlineData(1, 1, 1, 0)]
    [InlineData(0, 12, 31, -1)]
    [InlineData(0, 1, 1, -366)]
    [InlineData(1970, 1, 1, 719_162)]
    [InlineData(9999, 12, 31, 3_652_058)]
    [InlineData(-400, 1, 1, -146_463)]
    public void A_day_has_the_number_of_DateOnly_and_counts_on_beyond_it(long year, int month, int day, long number)
    {
        new Day(year, month, day).Number.ShouldBe(number);
        var back = Day.FromNumber(number);
        (back.Year, back.Month, back.DayOfMonth).ShouldBe((year, month, day));
    }

    [Fact]
    public void Every_DateOnly_is_the_same_day()
        => Gen.Int[0, DateOnly.MaxValue.DayNumber].Sample(number =>
        {
            var date = DateOnly.FromDayNumber(number);
            var day = Day.From(date);
            return day.Number == number && (day.Year, day.Month, day.DayOfMonth) == (date.Year, date.Month, date.Day)
                && day == new Day(date.Year, date.Month, date.Day);
        });

    [Fact]
    public void Consecutive_numbers_are_consecutive_days()
        => Gen.Long[-1_000_000_000_000, 1_000_000_000_000].Sample(number =>
        {
            Day day = Day.FromNumber(number), next = Day.FromNumber(number + 1);
            return next.DayOfMonth == day.DayOfMonth + 1
                || (next.DayOfMonth == 1 && day.DayOfMonth == Day.DaysInMonth(day.Year, day.Month));
        });

    [Theory]
    [InlineData(2001, 2, 29)]
    [InlineData(1900, 2, 29)]
    [InlineData(1960, 6, 31)]
    [InlineData(2000, 0, 1)]
    [InlineData(2000, 13, 1)]
    [InlineData(2000, 1, 0)]
    [InlineData(2000, 1, 32)]
    [InlineData(Day.MaxYear + 1, 1, 1)]
    [InlineData(long.MinValue, 1, 1)]
    public void A_day_that_does_not_exist_cannot_be_made(long year, int month, int day)
    {
        Day.TryCreate(year, month, day, out _).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => new Day(year, month, day));
    }

    [Theory]
    [InlineData(2000, true)]
    [InlineData(1900, false)]
    [InlineData(2024, true)]
    [InlineData(0, true)]
    [InlineData(-4, true)]
    [InlineData(-100, false)]
    [InlineData(-400, true)]
    [InlineData(-1, false)]
    public void Leap_years_follow_the_proleptic_Gregorian_rule(long year, bool isLeap) => Day.IsLeapYear(year).ShouldBe(isLeap);

    [Theory]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2024-02-29", 48, "2028-02-29")]
    [InlineData("2023-01-31", 1, "2023-02-28")]
    [InlineData("2023-03-31", -1, "2023-02-28")]
    [InlineData("0000-01-15", -1, "-0001-12-15")]
    [InlineData("2022-11-08", 60, "2027-11-08")]
    [InlineData("inf", 12, "inf")]
    [InlineData("-inf", 12, "-inf")]
    public void Adding_months_clamps_to_the_last_day(string from, long months, string to)
        => Parsed(from).AddMonths(months).ShouldBe(Parsed(to));

    [Theory]
    [InlineData("2023-12-31", 1, "2024-01-01")]
    [InlineData("0001-01-01", -1, "0000-12-31")]
    [InlineData("inf", -5, "inf")]
    public void Adding_days_counts_days(string from, long days, string to) => Parsed(from).AddDays(days).ShouldBe(Parsed(to));

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Going_beyond_the_last_year_is_the_callers_error(long amount)
    {
        var day = new Day(2000, 1, 1);
        Should.Throw<ArgumentOutOfRangeException>(() => day.AddDays(amount));
        Should.Throw<ArgumentOutOfRangeException>(() => day.AddMonths(amount));
        Should.Throw<ArgumentOutOfRangeException>(() => Day.FromNumber(amount > 0 ? amount - 1 : amount + 1));
    }

    [Fact]
    public void The_unbounded_days_lie_outside_all_others()
    {
        var last = new Day(Day.MaxYear, 12, 31);
        var first = new Day(-Day.MaxYear, 1, 1);
        (Day.Past < first && first < last && last < Day.Future).ShouldBeTrue();
        (Day.Past.IsBounded, first.IsBounded, Day.Future.IsBounded).ShouldBe((false, true, false));
        Should.Throw<InvalidOperationException>(() => Day.Future.Year);
    }

    [Theory]
    [InlineData("2023-03-01")]
    [InlineData("-0999-01-01")]
    [InlineData("0000-02-29")]
    [InlineData("170000002-01-01")]
    [InlineData("-9999999999999999-01-01")]
    [InlineData("-inf")]
    [InlineData("inf")]
    public void A_day_prints_as_it_is_read(string text) => Parsed(text).ToString().ShouldBe(text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2023-3-1")]
    [InlineData("2023-02-29")]
    [InlineData("-0000-01-01")]
    [InlineData("02023-01-01")]
    [InlineData("+2023-01-01")]
    [InlineData("99999999999999999-01-01")]
    [InlineData("2023-01-01 ")]
    [InlineData("٢٠٢٣-٠١-٠١")]
    [InlineData("20230101")]
    public void Anything_else_is_no_day(string? text) => Day.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Every_day_prints_and_reads_back()
        => AnyDay.Sample(day => Day.TryParse(day.ToString(), out var back) && back == day);

    [Fact]
    public void Order_is_that_of_the_numbers()
        => Gen.Select(AnyDay, AnyDay).Sample((a, b) =>
            Math.Sign(a.CompareTo(b)) == Math.Sign(a.Number.CompareTo(b.Number))
            && (a < b) == (a.CompareTo(b) < 0) && (a >= b) == !(a < b) && (a > b) == (b < a) && (a <= b) == (b >= a));

    private static Day Parsed(string text)
    {
        Day.TryParse(text, out var day).ShouldBeTrue();
        return day;
    }
}

using Entente.Edtf;

namespace Entente.Tests.Edtf;

public class EdtfDateTests
{
    [Theory]
    [InlineData("2004", EdtfPrecision.Year, 2004, null, null, null)]
    [InlineData("2004-06", EdtfPrecision.Month, 2004, 6, null, null)]
    [InlineData("2004-06-11", EdtfPrecision.Day, 2004, 6, 11, null)]
    [InlineData("2004-06-11T10:00:00Z", EdtfPrecision.DateTime, 2004, 6, 11, null)]
    [InlineData("2004-21", EdtfPrecision.Season, 2004, null, null, 21)]
    [InlineData("2004-XX", EdtfPrecision.Month, 2004, null, null, null)]
    [InlineData("2004-XX-1X", EdtfPrecision.Day, 2004, null, null, null)]
    [InlineData("199X", EdtfPrecision.Decade, null, null, null, null)]
    [InlineData("19XX", EdtfPrecision.Century, null, null, null, null)]
    [InlineData("1XXX", EdtfPrecision.Millennium, null, null, null, null)]
    [InlineData("1X99", EdtfPrecision.Year, null, null, null, null)]
    [InlineData("156X-12", EdtfPrecision.Month, null, 12, null, null)]
    [InlineData("1950S2", EdtfPrecision.Year, 1950, null, null, null)]
    [InlineData("-0001-12", EdtfPrecision.Month, -1, 12, null, null)]
    public void A_date_has_the_parts_that_are_written(
        string text, EdtfPrecision precision, int? year, int? month, int? day, int? season)
    {
        var date = EdtfText.Date(text);
        date.Precision.ShouldBe(precision);
        (date.Year, date.Month, date.DayOfMonth, date.Season).ShouldBe((year, month, day, season));
        date.HasUnspecifiedDigits.ShouldBe(text.Contains('X'));
        date.IsOneDay.ShouldBe(date.Earliest == date.Latest);
    }

    [Theory]
    [InlineData("2004?-06-~11", EdtfQualification.Uncertain, EdtfQualification.None, EdtfQualification.Approximate)]
    [InlineData("2004-06~-11", EdtfQualification.Approximate, EdtfQualification.Approximate, EdtfQualification.None)]
    [InlineData("2004-06-11%", EdtfQualification.UncertainAndApproximate, EdtfQualification.UncertainAndApproximate, EdtfQualification.UncertainAndApproximate)]
    [InlineData("2004-?06-11", EdtfQualification.None, EdtfQualification.Uncertain, EdtfQualification.None)]
    [InlineData("?2004-06-11~", EdtfQualification.UncertainAndApproximate, EdtfQualification.Approximate, EdtfQualification.Approximate)]
    public void A_mark_right_of_a_part_covers_all_to_its_left(
        string text, EdtfQualification year, EdtfQualification month, EdtfQualification day)
    {
        var date = EdtfText.Date(text);
        (date.YearQualification, date.MonthQualification, date.DayQualification).ShouldBe((year, month, day));
        date.Qualification.ShouldBe(year | month | day);
    }

    [Theory]
    [InlineData("2004-06-11T23:20:30", 23, 20, 30, null)]
    [InlineData("2004-06-11T00:00:00Z", 0, 0, 0, 0)]
    [InlineData("2004-06-11T10:10:10-04", 10, 10, 10, -240)]
    [InlineData("2004-06-11T10:10:10+04:30", 10, 10, 10, 270)]
    [InlineData("2016-12-31T23:59:60Z", 23, 59, 60, 0)]
    [InlineData("2017-01-01T05:29:60+05:30", 5, 29, 60, 330)]
    public void A_time_has_its_zone_or_none(string text, int hour, int minute, int second, int? zone)
    {
        var time = new EdtfTime(hour, minute, second, zone);
        var date = EdtfText.Date(text);
        date.Time.ShouldBe(time);
        EdtfDate.Of(date.Earliest, time).ShouldBe(date);
    }

    [Theory]
    [InlineData(24, 0, 0, null)]
    [InlineData(10, 60, 0, null)]
    [InlineData(10, 10, 61, null)]
    [InlineData(10, 10, 60, 0)]
    [InlineData(10, 10, 10, 1440)]
    [InlineData(10, -1, 10, null)]
    public void A_time_that_does_not_exist_cannot_be_made(int hour, int minute, int second, int? zone)
        => Should.Throw<ArgumentOutOfRangeException>(() => new EdtfTime(hour, minute, second, zone));

    [Fact]
    public void A_built_date_equals_the_one_that_is_read()
    {
        EdtfDate.Of(2004, 6, 11).ShouldBe(EdtfText.Date("2004-06-11"));
        EdtfDate.Of(new Day(2004, 6, 11)).ShouldBe(EdtfText.Date("2004-06-11"));
        EdtfDate.Of(2004, 6).ShouldBe(EdtfText.Date("2004-06"));
        EdtfDate.Of(-1).ShouldBe(EdtfText.Date("-0001"));
        EdtfDate.Of(170_000_002).ShouldBe(EdtfText.Date("Y170000002"));
        EdtfDate.Of(33).Text.ShouldBe("0033");
        EdtfDate.Of(2004, 2).Latest.ShouldBe(new Day(2004, 2, 29));
        (EdtfDate.Of(2004).Level, EdtfDate.Of(-1).Level, EdtfDate.Of(10_000).Level).ShouldBe((0, 1, 1));
        EdtfDate.Of(2004).GetHashCode().ShouldBe(EdtfText.Date("2004").GetHashCode());
    }

    [Fact]
    public void Different_dates_with_the_same_bounds_are_not_equal()
    {
        EdtfText.Date("2004-XX").ShouldNotBe(EdtfText.Date("2004"));
        EdtfText.Date("2004?").ShouldNotBe(EdtfText.Date("2004"));
        EdtfText.Date("199X").ShouldNotBe(EdtfText.Date("1990S3"));
        EdtfText.Valid("2004/2005").ShouldNotBe(EdtfText.Valid("[2004..2005]"));
        EdtfText.Valid("[2004]").ShouldNotBe(EdtfText.Valid("{2004}"));
        EdtfText.Valid("2004/").ShouldNotBe(EdtfText.Valid("2004/.."));
    }

    [Fact]
    public void What_cannot_be_written_cannot_be_built()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => EdtfDate.Of(2001, 2, 29));
        Should.Throw<ArgumentOutOfRangeException>(() => EdtfDate.Of(2001, 13));
        Should.Throw<ArgumentOutOfRangeException>(() => EdtfDate.Of(10_000, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => EdtfDate.Of(-10_000, 1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => EdtfDate.Of(long.MinValue));
        Should.Throw<ArgumentOutOfRangeException>(() => EdtfDate.Of(Day.Future));
    }

    [Theory]
    [InlineData("2004-06-11", EdtfQualification.Approximate, "2004-06-11~")]
    [InlineData("2004?-06-11", EdtfQualification.None, "2004-06-11")]
    [InlineData("199X", EdtfQualification.UncertainAndApproximate, "199X%")]
    [InlineData("2004-21", EdtfQualification.Uncertain, "2004-21?")]
    public void A_date_can_be_qualified(string text, EdtfQualification qualification, string expected)
    {
        var date = EdtfText.Date(text).Qualified(qualification);
        date.Text.ShouldBe(expected);
        date.ShouldBe(EdtfText.Date(expected));
        date.Level.ShouldBe(EdtfText.Date(expected).Level);
    }

    [Fact]
    public void A_time_of_day_takes_no_qualification()
        => Should.Throw<InvalidOperationException>(
            () => EdtfText.Date("2004-06-11T10:00:00").Qualified(EdtfQualification.Uncertain));

    [Fact]
    public void Only_a_single_date_is_read_as_one()
    {
        EdtfDate.TryParse("2004/2005", out _).ShouldBeFalse();
        EdtfDate.TryParse("[2004]", out _).ShouldBeFalse();
        EdtfDate.TryParse(null, out _).ShouldBeFalse();
        EdtfDate.TryParse("", out _).ShouldBeFalse();
    }

    [Fact]
    public void An_interval_is_built_from_its_ends()
    {
        EdtfDate start = EdtfDate.Of(2004), end = EdtfDate.Of(2006, 8);
        EdtfInterval.Of(start, end).ShouldBe(EdtfText.Valid("2004/2006-08"));
        EdtfInterval.Of(start, null).Text.ShouldBe("2004/");
        EdtfInterval.Of(null, end, startIsOpen: true).Text.ShouldBe("../2006-08");
        EdtfInterval.Of(start, null, endIsOpen: true).ShouldBe(EdtfText.Valid("2004/.."));
        (EdtfInterval.Of(start, null).EndIsUnknown, EdtfInterval.Of(start, end).StartIsUnknown).ShouldBe((true, false));
        Should.Throw<ArgumentException>(() => EdtfInterval.Of(end, start));
        Should.Throw<ArgumentException>(() => EdtfInterval.Of(null, null));
        Should.Throw<ArgumentException>(() => EdtfInterval.Of(start, end, endIsOpen: true));
        Should.Throw<ArgumentException>(() => EdtfInterval.Of(EdtfText.Date("2004-06-11T10:00:00"), null));
    }

    [Fact]
    public void A_set_is_built_from_its_members()
    {
        EdtfDate first = EdtfDate.Of(1667), last = EdtfDate.Of(1670);
        EdtfSet.OneOf(EdtfSetMember.Of(first), EdtfSetMember.Range(last, null)).ShouldBe(EdtfText.Valid("[1667,1670..]"));
        EdtfSet.AllOf(EdtfSetMember.Range(null, first), EdtfSetMember.Range(first, last)).Text.ShouldBe("{..1667,1667..1670}");
        Should.Throw<ArgumentException>(() => EdtfSet.OneOf());
        Should.Throw<ArgumentException>(() => EdtfSet.OneOf(default(EdtfSetMember)));
        Should.Throw<ArgumentException>(() => EdtfSet.OneOf(EdtfSetMember.Of(first), EdtfSetMember.Range(null, last)));
        Should.Throw<ArgumentException>(() => EdtfSet.OneOf(EdtfSetMember.Range(first, null), EdtfSetMember.Of(last)));
        Should.Throw<ArgumentException>(() => EdtfSetMember.Range(null, null));
        Should.Throw<ArgumentException>(() => EdtfSetMember.Range(last, first));
        Should.Throw<ArgumentException>(() => EdtfSetMember.Range(first, EdtfDate.Of(1700, 1)));
        Should.Throw<ArgumentException>(() => EdtfSetMember.Of(EdtfText.Date("2004-06-11T10:00:00")));
    }

    [Fact]
    public void A_set_has_its_members_in_order()
    {
        var set = EdtfText.Valid("[..1660,1667,1670..1672,1680..]").ShouldBeOfType<EdtfSet>();
        set.IsOneOf.ShouldBeTrue();
        set.Members.Select(member => (member.First?.Text, member.Last?.Text, member.IsRange)).ShouldBe(
            [(null, "1660", true), ("1667", "1667", false), ("1670", "1672", true), ("1680", null, true)]);
    }
}

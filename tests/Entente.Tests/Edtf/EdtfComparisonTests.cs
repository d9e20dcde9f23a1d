using Entente.Edtf;

namespace Entente.Tests.Edtf;

public class EdtfComparisonTests
{
    private const Answer No = Answer.No, Maybe = Answer.Maybe, Yes = Answer.Yes;

    [Theory]
    [InlineData("2004", "2005", Yes, No, No)]
    [InlineData("2005", "2004", No, Yes, No)]
    [InlineData("2004", "2004", Maybe, Maybe, Maybe)]
    [InlineData("2004", "2004-06", Maybe, Maybe, Maybe)]
    [InlineData("2004-12-31", "2004", No, Maybe, Maybe)]
    [InlineData("2004-01-01", "2004", Maybe, No, Maybe)]
    [InlineData("2004-06-11", "2004-06-11", No, No, Yes)]
    [InlineData("2004-06-11", "2004-06-12", Yes, No, No)]
    [InlineData("-0001", "0000", Yes, No, No)]
    [InlineData("1999", "Y17E8", Yes, No, No)]
    [InlineData("199X", "1995-06-01", Maybe, Maybe, Maybe)]
    [InlineData("1950S2", "2000", Yes, No, No)]
    [InlineData("2015-02-X8", "2015-02-10", Maybe, Maybe, No)]
    [InlineData("2015-02-X8", "2015-02-18", Maybe, Maybe, Maybe)]
    [InlineData("195X-24", "1960-01-15", Maybe, Maybe, Maybe)]
    public void Dates_stand_for_one_day_within_their_bounds(string left, string right, Answer before, Answer after, Answer overlaps)
        => Check(left, right, before, after, overlaps);

    [Theory]
    [InlineData("2004/2006", "2007", Yes, No, No)]
    [InlineData("2004/2006", "2005", No, No, Yes)]
    [InlineData("2004/2006", "2006", Maybe, No, Maybe)]
    [InlineData("2004/2006", "2006/2008", Maybe, No, Maybe)]
    [InlineData("2004-01-01/2004-06-30", "2004-06-30/2004-12-31", No, No, Yes)]
    [InlineData("2004-01-01/2004-06-30", "2004-07-01", Yes, No, No)]
    [InlineData("2004/..", "2010", No, No, Yes)]
    [InlineData("2004/..", "2003", No, Yes, No)]
    [InlineData("2004/..", "2004", No, Maybe, Maybe)]
    [InlineData("2004/..", "../2010", No, No, Yes)]
    [InlineData("../2004", "2005", Yes, No, No)]
    [InlineData("../2004", "1905", No, No, Yes)]
    [InlineData("../..", "1905", No, No, Yes)]
    [InlineData("2004/", "2010", Maybe, No, Maybe)]
    [InlineData("2004/", "2003", No, Yes, No)]
    [InlineData("2004/", "2004-01-01", No, Maybe, Maybe)]
    [InlineData("/2004", "2005", Yes, No, No)]
    [InlineData("/2004", "1905", No, Maybe, Maybe)]
    [InlineData("../", "1905", Maybe, No, Maybe)]
    [InlineData("XXXX/1985", "1990", Yes, No, No)]
    [InlineData("1985/XXXX", "1980", No, Yes, No)]
    public void Intervals_run_from_their_start_to_their_end(string left, string right, Answer before, Answer after, Answer overlaps)
        => Check(left, right, before, after, overlaps);

    [Theory]
    [InlineData("[1667,1668]", "1700", Yes, No, No)]
    [InlineData("[1667,1800]", "1700", Maybe, Maybe, No)]
    [InlineData("{1667,1800}", "1700", No, No, No)]
    [InlineData("[1667-01-01,1800]", "1667-01-01", No, Maybe, Maybe)]
    [InlineData("{1667-01-01,1800}", "1667-01-01", No, No, Yes)]
    [InlineData("[1670..1672]", "1671", Maybe, Maybe, Maybe)]
    [InlineData("{1670..1672}", "1671", No, No, Yes)]
    [InlineData("[..1984]", "1990", Yes, No, No)]
    [InlineData("[..1984]", "1900", Maybe, Maybe, Maybe)]
    [InlineData("{..1984}", "1900", No, No, Yes)]
    [InlineData("[1984..]", "1980", No, Yes, No)]
    [InlineData("{1984..}", "1980/..", No, No, Yes)]
    [InlineData("[1990,1991]", "{1992,1995}", Yes, No, No)]
    [InlineData("[1990,1993]", "{1992,1995}", Maybe, No, No)]
    [InlineData("[1990-05-05,1991-06-06]", "{1990-05-05,1991-06-06}", No, No, Yes)]
    [InlineData("[1990,1993]", "[1992,1995]", Maybe, Maybe, No)]
    [InlineData("{1990,1993}", "{1993-01-01..1993-12-31,2001}", No, No, Yes)]
    public void One_of_a_set_is_any_member_and_all_of_a_set_is_every_member(
        string left, string right, Answer before, Answer after, Answer overlaps)
        => Check(left, right, before, after, overlaps);

    [Theory]
    [InlineData("2004-01-01T10:00:00", "2004-01-01T10:00:01", Yes)]
    [InlineData("2004-01-01T10:00:00Z", "2004-01-01T10:00:00Z", No)]
    [InlineData("2004-01-01T10:00:00Z", "2004-01-01T11:00:00+02:00", No)]
    [InlineData("2004-01-01T11:00:00+02:00", "2004-01-01T10:00:00Z", Yes)]
    [InlineData("2004-01-02T01:00:00+10", "2004-01-01T23:00:00-10", Yes)]
    [InlineData("2004-01-01T10:00:00", "2004-01-01T11:00:00Z", No)]
    [InlineData("2004-01-01T10:00:00", "2004-01-01", No)]
    [InlineData("2004-01-01T10:00:00", "2004-01-02", Yes)]
    public void Times_count_when_both_have_a_zone_or_both_have_none(string left, string right, Answer before)
        => EdtfText.Valid(left).IsBefore(EdtfText.Valid(right)).ShouldBe(before);

    [Fact]
    public void Nothing_is_not_a_value_to_compare_with()
    {
        var date = EdtfDate.Of(2004);
        Should.Throw<ArgumentNullException>(() => date.IsBefore(null!));
        Should.Throw<ArgumentNullException>(() => date.IsAfter(null!));
        Should.Throw<ArgumentNullException>(() => date.Overlaps(null!));
    }

    private static void Check(string left, string right, Answer before, Answer after, Answer overlaps)
    {
        EdtfValue a = EdtfText.Valid(left), b = EdtfText.Valid(right);
        (a.IsBefore(b), a.IsAfter(b), a.Overlaps(b)).ShouldBe((before, after, overlaps));
        (b.IsAfter(a), b.IsBefore(a), b.Overlaps(a)).ShouldBe((before, after, overlaps));
    }
}

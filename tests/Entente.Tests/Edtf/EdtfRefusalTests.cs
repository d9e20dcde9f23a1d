using Entente.Edtf;

namespace Entente.Tests.Edtf;

public class EdtfRefusalTests
{
    [Theory]
    [InlineData("", EdtfReason.Empty, 0)]
    [InlineData(" 1985", EdtfReason.UnexpectedCharacter, 0)]
    [InlineData("1985 ", EdtfReason.UnexpectedCharacter, 4)]
    [InlineData("1985-0 4", EdtfReason.UnexpectedCharacter, 6)]
    [InlineData("198", EdtfReason.Incomplete, 3)]
    [InlineData("1985-", EdtfReason.Incomplete, 5)]
    [InlineData("1985-4", EdtfReason.Incomplete, 6)]
    [InlineData("19850412", EdtfReason.YearNeedsPrefix, 4)]
    [InlineData("1985/04/12", EdtfReason.MoreThanTwoEnds, 7)]
    [InlineData("12.04.1985", EdtfReason.UnexpectedCharacter, 2)]
    [InlineData("+1985", EdtfReason.UnexpectedCharacter, 0)]
    [InlineData("١٩٨٥", EdtfReason.UnexpectedCharacter, 0)]
    [InlineData("198u", EdtfReason.UnexpectedCharacter, 3)]
    [InlineData("198x", EdtfReason.UnexpectedCharacter, 3)]
    [InlineData("1985?~", EdtfReason.UnexpectedCharacter, 5)]
    [InlineData("??1985", EdtfReason.UnexpectedCharacter, 1)]
    [InlineData("-0000", EdtfReason.NegativeZero, 0)]
    [InlineData("12345", EdtfReason.YearNeedsPrefix, 4)]
    [InlineData("1985..", EdtfReason.UnexpectedCharacter, 4)]
    [InlineData("1985-00", EdtfReason.NoSuchMonth, 5)]
    [InlineData("1985-13", EdtfReason.NoSuchMonth, 5)]
    [InlineData("1985-20", EdtfReason.NoSuchMonth, 5)]
    [InlineData("1985-42", EdtfReason.NoSuchMonth, 5)]
    [InlineData("1985-2X", EdtfReason.NoSuchMonth, 5)]
    [InlineData("1985-04-00", EdtfReason.NoSuchDay, 8)]
    [InlineData("1985-04-32", EdtfReason.NoSuchDay, 8)]
    [InlineData("1985-04-4X", EdtfReason.NoSuchDay, 8)]
    [InlineData("1985-21-01", EdtfReason.DayAfterSeason, 7)]
    [InlineData("2001-21^southernHemisphere", EdtfReason.UnexpectedCharacter, 7)]
    public void A_text_that_is_no_date_says_why_and_where(string text, EdtfReason reason, int position)
        => Check(text, reason, position);

    [Theory]
    [InlineData("2001-02-29", 8)]
    [InlineData("1900-02-29", 8)]
    [InlineData("1960-06-31", 8)]
    [InlineData("19XX-02-30", 8)]
    [InlineData("1XX1-02-29", 8)]
    [InlineData("2004-X4-31", 8)]
    [InlineData("2015-02-3X", 8)]
    [InlineData("2000-01/2001-02-29", 16)]
    [InlineData("[2000,2001-02-29]", 14)]
    public void A_day_that_does_not_exist_is_refused(string text, int position)
        => Check(text, EdtfReason.DayDoesNotExist, position);

    [Theory]
    [InlineData("Y2006", EdtfReason.PrefixedYearTooShort, 0)]
    [InlineData("Y17E2", EdtfReason.PrefixedYearTooShort, 0)]
    [InlineData("Y-0", EdtfReason.PrefixedYearTooShort, 0)]
    [InlineData("Y", EdtfReason.Incomplete, 1)]
    [InlineData("Y-", EdtfReason.Incomplete, 2)]
    [InlineData("Y012345", EdtfReason.LeadingZero, 1)]
    [InlineData("Y17E07", EdtfReason.LeadingZero, 4)]
    [InlineData("Y170000E0", EdtfReason.ExponentNotPositive, 8)]
    [InlineData("Y17E", EdtfReason.Incomplete, 4)]
    [InlineData("Y17E-7", EdtfReason.UnexpectedCharacter, 4)]
    [InlineData("Y17E999", EdtfReason.YearTooLarge, 0)]
    [InlineData("Y17E99999999999999999999", EdtfReason.YearTooLarge, 4)]
    [InlineData("Y99999999999999999", EdtfReason.YearTooLarge, 1)]
    [InlineData("Y17000000X", EdtfReason.UnexpectedCharacter, 9)]
    [InlineData("Y20067890-14-10%", EdtfReason.UnexpectedCharacter, 9)]
    [InlineData("?Y170000002", EdtfReason.UnexpectedCharacter, 1)]
    [InlineData("1950S0", EdtfReason.SignificantDigitsNotPositive, 5)]
    [InlineData("1950S", EdtfReason.Incomplete, 5)]
    [InlineData("1950S9999", EdtfReason.SignificantDigitsTooLarge, 5)]
    [InlineData("195XS2", EdtfReason.UnexpectedCharacter, 4)]
    [InlineData("1950S2-04", EdtfReason.UnexpectedCharacter, 6)]
    [InlineData("1950-04S2", EdtfReason.UnexpectedCharacter, 7)]
    public void Large_years_keep_their_rules(string text, EdtfReason reason, int position) => Check(text, reason, position);

    [Theory]
    [InlineData("2012-10-10T1:10:10", EdtfReason.UnexpectedCharacter, 12)]
    [InlineData("2012-10-10T10:10", EdtfReason.Incomplete, 16)]
    [InlineData("2012-10-10T10:10:1", EdtfReason.Incomplete, 18)]
    [InlineData("2012-10-10t10:10:10", EdtfReason.UnexpectedCharacter, 10)]
    [InlineData("2012-10-10T10:10:10z", EdtfReason.UnexpectedCharacter, 19)]
    [InlineData("2012-10-10T24:00:00", EdtfReason.NoSuchTime, 11)]
    [InlineData("2012-10-10T10:60:00", EdtfReason.NoSuchTime, 11)]
    [InlineData("2012-10-10T10:10:61", EdtfReason.NoSuchTime, 11)]
    [InlineData("2012-10-10T10:10:60Z", EdtfReason.NoSuchTime, 11)]
    [InlineData("2012-10-10T10:10:10+24", EdtfReason.NoSuchZone, 19)]
    [InlineData("2012-10-10T10:10:10+01:60", EdtfReason.NoSuchZone, 19)]
    [InlineData("2012-10-10T10:10:10-00:00", EdtfReason.NoSuchZone, 19)]
    [InlineData("2012-10-10T10:10:10Z15", EdtfReason.UnexpectedCharacter, 20)]
    [InlineData("2012-10-10T10:10:10+02:00:30", EdtfReason.UnexpectedCharacter, 25)]
    [InlineData("2012-10-10T10:10:10.5", EdtfReason.UnexpectedCharacter, 19)]
    [InlineData("2012-10-10?T10:10:10", EdtfReason.UnexpectedCharacter, 11)]
    [InlineData("2012-10-10T10:10:10Z?", EdtfReason.UnexpectedCharacter, 20)]
    [InlineData("2012-10-1XT10:10:10", EdtfReason.UnexpectedCharacter, 10)]
    [InlineData("2012-10T10:10:10", EdtfReason.UnexpectedCharacter, 7)]
    [InlineData("2005-07-25T10:10:10Z/2006", EdtfReason.TimeNotAllowed, 10)]
    [InlineData("2005/2006-01-01T10:10:10Z", EdtfReason.TimeNotAllowed, 15)]
    [InlineData("[2006-01-01T10:10:10Z]", EdtfReason.TimeNotAllowed, 11)]
    public void Times_keep_their_rules(string text, EdtfReason reason, int position) => Check(text, reason, position);

    [Theory]
    [InlineData("/", EdtfReason.IntervalWithoutEnds, 0)]
    [InlineData("1985//1986", EdtfReason.MoreThanTwoEnds, 5)]
    [InlineData("1985/1986/1987", EdtfReason.MoreThanTwoEnds, 9)]
    [InlineData("1985/.", EdtfReason.UnexpectedCharacter, 5)]
    [InlineData("1985/...", EdtfReason.UnexpectedCharacter, 5)]
    [InlineData("1985/12-12", EdtfReason.UnexpectedCharacter, 7)]
    [InlineData("NONE/", EdtfReason.UnexpectedCharacter, 0)]
    [InlineData("1985/[1986]", EdtfReason.UnexpectedCharacter, 5)]
    [InlineData("1986/1985", EdtfReason.EndBeforeStart, 5)]
    [InlineData("2012-24/2012-21", EdtfReason.EndBeforeStart, 8)]
    [InlineData("-1000/-2000", EdtfReason.EndBeforeStart, 6)]
    [InlineData("2004-06-12/2004-06-0X", EdtfReason.EndBeforeStart, 11)]
    public void Intervals_keep_their_rules(string text, EdtfReason reason, int position) => Check(text, reason, position);

    [Theory]
    [InlineData("0000-01-03/0000-01")]
    [InlineData("0000-02/0000")]
    [InlineData("2004-06-11%/2004-06~")]
    [InlineData("1919-XX-02/1919-XX-01")]
    public void An_end_that_may_lie_after_the_start_is_accepted(string text) => EdtfText.Valid(text).ShouldBeOfType<EdtfInterval>();

    [Theory]
    [InlineData("[", EdtfReason.SetNotClosed, 1)]
    [InlineData("[1985", EdtfReason.SetNotClosed, 5)]
    [InlineData("[1985}", EdtfReason.SetNotClosed, 6)]
    [InlineData("[]", EdtfReason.EmptyMember, 1)]
    [InlineData("{1985,}", EdtfReason.EmptyMember, 6)]
    [InlineData("{1985,,1986}", EdtfReason.EmptyMember, 6)]
    [InlineData("[..]", EdtfReason.EmptyMember, 1)]
    [InlineData("[1985, 1986]", EdtfReason.UnexpectedCharacter, 6)]
    [InlineData("[1985,..1986]", EdtfReason.OpenRangeInside, 6)]
    [InlineData("[1985..,1986]", EdtfReason.OpenRangeInside, 5)]
    [InlineData("[..1985..]", EdtfReason.UnexpectedCharacter, 7)]
    [InlineData("[1985..1986..1987]", EdtfReason.UnexpectedCharacter, 11)]
    [InlineData("[1985..1986-12]", EdtfReason.RangePrecisionDiffers, 7)]
    [InlineData("[1986..1985]", EdtfReason.EndBeforeStart, 7)]
    [InlineData("[1985/1986]", EdtfReason.UnexpectedCharacter, 5)]
    [InlineData("[[1985]]", EdtfReason.UnexpectedCharacter, 1)]
    [InlineData("1985]", EdtfReason.UnexpectedCharacter, 4)]
    public void Sets_keep_their_rules(string text, EdtfReason reason, int position) => Check(text, reason, position);

    [Fact]
    public void Every_reason_has_a_sentence_of_its_own()
    {
        var sentences = Enum.GetValues<EdtfReason>().Select(reason => reason.InEnglish()).ToList();
        sentences.ShouldBeUnique();
        sentences.ShouldAllBe(sentence => sentence.EndsWith('.'));
        sentences.ShouldNotContain(((EdtfReason)999).InEnglish());
    }

    [Fact]
    public void A_parse_never_made_is_a_refusal_too()
    {
        default(EdtfParse).Value.ShouldBeNull();
        default(EdtfParse).Reason.ShouldBe(EdtfReason.Empty);
    }

    private static void Check(string text, EdtfReason reason, int position)
    {
        var parse = EdtfValue.Parse(text);
        parse.Value.ShouldBeNull();
        (parse.Reason, parse.Position).ShouldBe((reason, position));
        EdtfDate.TryParse(text, out var date).ShouldBeFalse();
        date.ShouldBeNull();
    }
}

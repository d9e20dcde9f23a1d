using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Tests.Core;

public class TermsTests
{
    [Theory]
    [InlineData("5 year", "P5Y")]
    [InlineData("5 years", "P5Y")]
    [InlineData("5 yrs.", "P5Y")]
    [InlineData("5year", "P5Y")]
    [InlineData("5-year", "P5Y")]
    [InlineData("five years", "P5Y")]
    [InlineData("five (5) years", "P5Y")]
    [InlineData("36 months", "P36M")]
    [InlineData("eighteen months", "P18M")]
    [InlineData("5 жил", "P5Y")]
    [InlineData("таван жил", "P5Y")]
    [InlineData("5 лет", "P5Y")]
    [InlineData("3 Jahre", "P3Y")]
    [InlineData("5 year,", "P5Y")]
    [InlineData("valid for a period of 5 years", "P5Y")]
    public void A_length_in_digits_and_in_words(string text, string expected) =>
        Terms.Parse(text).Value!.Length.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("5+5", "P5Y", "P5Y")]
    [InlineData("5year+1", "P5Y", "P1Y")]
    [InlineData("5 years + 1 year", "P5Y", "P1Y")]
    [InlineData("36 months + 12", "P36M", "P12M")]
    public void What_may_be_added_is_an_option_and_not_a_longer_length(string text, string length, string option)
    {
        var term = Terms.Parse(text).Value!;
        term.Length.ToString().ShouldBe(length);
        term.Option.ToString().ShouldBe(option);
    }

    [Theory]
    [InlineData("Long-term", OpenTerm.LongTerm)]
    [InlineData("long term", OpenTerm.LongTerm)]
    [InlineData("no expiration date", OpenTerm.NoExpiry)]
    [InlineData("No expiry.", OpenTerm.NoExpiry)]
    [InlineData("indefinite", OpenTerm.Indefinite)]
    [InlineData("open-ended", OpenTerm.Indefinite)]
    [InlineData("бессрочно", OpenTerm.Indefinite)]
    [InlineData("until terminated by either party", OpenTerm.UntilConsent)]
    [InlineData("урт хугацаатай", OpenTerm.LongTerm)]
    public void Four_ways_to_have_no_end(string text, OpenTerm expected) =>
        Terms.Parse(text).Value!.Open.ShouldBe(expected);

    [Theory]
    [InlineData("5 years, automatically renewed", Renews.Automatic, null, null)]
    [InlineData("5 years, tacit renewal", Renews.Tacit, null, null)]
    [InlineData("5 years, renewable", Renews.OnRequest, null, null)]
    [InlineData("3 years, automatically renewed for further 2 years", Renews.Automatic, "P2Y", null)]
    [InlineData("5 years, automatically renewed 2 times", Renews.Automatic, null, 2)]
    [InlineData("5 years, renewable once", Renews.OnRequest, null, 1)]
    public void Renewal_has_its_own_length_and_number(string text, Renews renews, string? length, int? times)
    {
        var term = Terms.Parse(text).Value!;
        term.Renews.ShouldBe(renews);
        term.RenewalLength?.ToString().ShouldBe(length);
        term.RenewalTimes.ShouldBe(times);
    }

    [Theory]
    [InlineData("")]
    [InlineData("see annex")]
    [InlineData("5")]
    [InlineData("Springfield")]
    public void What_is_no_term_says_so(string text) => Terms.Parse(text).Reason.ShouldBe("term.not-read");

    [Fact]
    public void A_term_with_words_that_are_not_understood_is_a_doubt() =>
        Terms.Parse("5 years after the dean agrees").Doubt.ShouldBe("term.partly-read");
}

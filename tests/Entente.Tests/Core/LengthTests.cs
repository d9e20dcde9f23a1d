using Entente.Core;

namespace Entente.Tests.Core;

public class LengthTests
{
    [Theory]
    [InlineData("P5Y")]
    [InlineData("P36M")]
    [InlineData("P1Y6M")]
    [InlineData("P14D")]
    [InlineData("P0D")]
    public void A_length_prints_as_it_was_written(string text)
    {
        Length.TryParse(text, out var length).ShouldBeTrue();
        length.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5Y")]
    [InlineData("P")]
    [InlineData("PY")]
    [InlineData("P5")]
    [InlineData("P5X")]
    public void What_is_no_length_is_not_read(string? text) => Length.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("2014-07-10", "2024-07-10", 10)]
    [InlineData("2017-07-25", "2027-07-24", 10)]
    [InlineData("2017-07-25", "2027-07-26", 10)]
    [InlineData("2017-07-25", "2027-07-27", null)]
    [InlineData("2021-12-15", "2022-06-30", null)]
    [InlineData("2023-04", "2028-04", 5)]
    [InlineData("2023-04-20", "2028", 5)]
    [InlineData("2023", "2023", null)]
    public void Whole_years_may_be_a_day_off(string from, string to, int? years) =>
        Length.WholeYears(Given.Date(from), Given.Date(to)).ShouldBe(years);
}

using Entente.Core;

namespace Entente.Tests.Core;

public class EndingTests
{
    [Theory]
    [InlineData("signed 2022-11-08", "5 year", "", "Computed 2027-11-08")]
    [InlineData("signed 2023-03", "5 year", "", "Computed 2028-03")]
    [InlineData("signed 2019", "5 year", "", "Computed 2024")]
    [InlineData("signed 2019", "6 months", "", "Computed [2019..2020]")]
    [InlineData("signed 2024-02-29", "1 year", "", "Computed 2025-02-28")]
    [InlineData("signed 2024-02-29", "4 years", "", "Computed 2028-02-29")]
    [InlineData("signed 2024-01-31", "1 month", "", "Computed 2024-02-29")]
    [InlineData("signed 2020-01-01", "36 months", "", "Computed 2023-01-01")]
    [InlineData("signed 2014; renewed 2018-09-06", "3 year", "", "Computed 2021-09-06")]
    [InlineData("signed 2022-09-01", "5+5", "", "Computed 2027-09-01 to 2032-09-01")]
    [InlineData("signed 2022-06-28", "5year+1", "", "Computed 2027-06-28 to 2028-06-28")]
    [InlineData("signed 2018-11; extended 2023-04", "5 year", "", "Computed 2028-04 to 2028-11")]
    [InlineData("signed 2014-07-10", "", "2024-07-10", "Stated 2024-07-10")]
    // Both printed: inside each other they agree, and the finer one counts.
    [InlineData("signed 2023-05-29", "5 year", "2028", "Computed 2028-05-29")]
    [InlineData("signed 2023", "5 year", "2028-05-29", "Stated 2028-05-29")]
    [InlineData("signed 2023-05-29", "5 year", "2028-05-28", "Stated 2028-05-28")]
    [InlineData("signed 2023-05-29", "5 year", "2029-05-29", "Conflict 2029-05-29")]
    [InlineData("signed 2016-11", "5 years, automatically renewed", "2027-11", "Stated 2027-11")]
    [InlineData("signed 2019", "no expiration date", "", "Open ")]
    [InlineData("signed 2019", "automatically renewed", "", "Open ")]
    [InlineData("signed 2019", "", "", "Unstated ")]
    [InlineData("", "5 years", "", "Unstated ")]
    [InlineData("signed 2020-01-01", "0 years", "", "Unstated ")]
    public void An_end_follows_from_acts_term_and_print(string events, string term, string end, string expected)
    {
        var ends = Given.Facts(events, term, end).Ends;
        $"{ends.Basis} {ends.On}{(ends.Latest is null ? "" : $" to {ends.Latest}")}".ShouldBe(expected);
    }

    [Fact]
    public void All_values_of_a_conflict_are_kept() =>
        Given.Facts("signed 2023-05-29", "5 year", "2029-05-29").Ends.Candidates.Select(c => c.ToString()).ShouldBe(["2029-05-29", "2028-05-29"]);

    [Fact]
    public void An_unstated_end_says_why() =>
        Given.Facts("signed 2019").Ends.Why.ShouldBe(NoEnd.EmptyCell);
}

using Entente.Core;

namespace Entente.Tests.Core;

/// <summary>The end that is shown and that lists are ordered by.</summary>
public class EndsOnTests
{
    [Theory]
    [InlineData("signed 2010-03-10; renewed 2020-07-23", "5 years", "", "2025-07-23")]
    [InlineData("signed 2023-03", "5 years", "", "2028-03")]
    [InlineData("signed 2023-03; terminated 2024-06", "5 years", "", "2024-06")]
    [InlineData("signed 2023-03; superseded 2030", "5 years", "", "2028-03")]
    [InlineData("signed 2023-03; terminated 2024-06", "long-term", "", "2024-06")]
    [InlineData("signed 2023-03", "long-term", "", null)]
    [InlineData("signed 2019-05-10", "", "2024-05-10", "2024-05-10")]
    public void What_stopped_it_counts_where_it_came_before_the_end(string events, string term, string end, string? expected)
    {
        var facts = Given.Facts(events, term, end);
        facts.EndsOn?.ToString().ShouldBe(expected);
        new Agreement(1, Guid.Empty, "1", facts).EndsOnDay.ShouldBe(facts.EndsOn?.Earliest?.Number);
    }
}

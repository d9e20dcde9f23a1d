using CsCheck;

using Entente.Core;
using Entente.Edtf;

namespace Entente.Tests.Store;

public sealed class LifelineTests
{
    [Theory]
    [InlineData(CountingRule.SameDay)]
    [InlineData(CountingRule.DayBefore)]
    public void A_lifeline_says_of_every_day_what_the_standing_says(CountingRule counting) =>
        FactsGen.Of(counting).Sample(
            facts => FirstDifference(facts, counting) is null,
            iter: 1000, threads: 1, print: facts => $"{FirstDifference(facts, counting)} {Entente.Store.Json.StoredJson.Text(facts)}");

    private static string? FirstDifference(Facts facts, CountingRule counting)
    {
        var line = Lifeline.Of(facts, counting);
        var next = 1;
        var kind = line[0].Kind;
        for (var day = new Day(2012, 1, 1); day < new Day(2042, 1, 1); day = day.AddDays(1))
        {
            while (next < line.Count && line[next].From <= day)
                kind = line[next++].Kind;
            if (Standing.Of(facts, counting, day).Kind is var standing && standing != kind)
                return $"{day}: {standing}, not {kind};";
        }

        return null;
    }
}

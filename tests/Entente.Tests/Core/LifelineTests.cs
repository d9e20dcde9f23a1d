using CsCheck;

using Entente.Core;
using Entente.Edtf;

namespace Entente.Tests.Core;

public class LifelineTests
{
    private static readonly Gen<string> Dates = Gen.Select(Gen.Int[1995, 2030], Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[0, 2])
        .Select(d => d.Item4 switch { 0 => $"{d.Item1}", 1 => $"{d.Item1}-{d.Item2:00}", _ => $"{d.Item1}-{d.Item2:00}-{d.Item3:00}" });

    private static readonly Gen<string> Acts = Gen.Select(
        OneOf("signed", "renewed", "extended", "effective", "suspended", "resumed", "terminated", "amended"), Dates).Select(e => $"{e.Item1} {e.Item2}");

    private static readonly Gen<Facts> AnyFacts = Gen.Select(
        Acts.Array[0, 4],
        OneOf("", "5 years", "Long-term", "36 months", "5+5", "3 years, automatically renewed 2 times", "5 years, tacit renewal", "5 years, renewable", "automatically renewed"),
        Gen.Frequency((3, Gen.Const("")), (1, Dates)),
        Dates).Select((acts, term, end, listed) => Given.Facts(string.Join("; ", acts), term, end, listedOn: listed));

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public void A_lifeline_says_on_every_day_what_the_standing_says() => AnyFacts.Sample(facts =>
    {
        var line = Lifeline.Of(facts, CountingRule.SameDay);
        line[0].From.ShouldBe(Day.Past);
        var first = new Day(1990, 1, 1);
        for (var i = 0; i < 60 * 366; i += 5)
        {
            var day = first.AddDays(i);
            line.Last(s => s.From <= day).Kind.ShouldBe(Standing.Of(facts, CountingRule.SameDay, day).Kind, $"{day} {string.Join(", ", facts.Events)} {facts.Term.Text} {facts.Ends}");
        }
    }, iter: 60);

    [Fact]
    public void A_lifeline_turns_on_the_day() =>
        Lifeline.Of(Given.Facts("signed 2022-11-08", "5 year"), CountingRule.SameDay).ShouldBe(
        [
            new Stretch(Day.Past, StandingKind.NotBegun),
            new Stretch(new Day(2022, 11, 8), StandingKind.InForceUntil),
            new Stretch(new Day(2027, 11, 9), StandingKind.Ended),
        ]);
}

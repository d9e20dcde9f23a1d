using Entente.Core;

namespace Entente.Tests.Core;

public class ActingTests
{
    private const string FiveYears = "signed 2015-03-10";

    [Theory]
    // A renewal in time, late, and late with the old rhythm.
    [InlineData(FiveYears, "5 years", "renewed 2020-03-10", "Computed 2025-03-10")]
    [InlineData(FiveYears, "5 years", "renewed 2021-06-01", "Computed 2026-06-01")]
    [InlineData(FiveYears, "5 years", "renewed 2021-06-01 anchored", "Computed 2025-03-10")]
    [InlineData(FiveYears, "5 years", "renewed 2020-03 until 2023", "Stated 2023")]
    [InlineData(FiveYears, "5 years", "renewed 2020-03-10 for P3Y", "Computed 2023-03-10")]
    // An extension by a length runs from the old end, to a day it ends there.
    [InlineData(FiveYears, "5 years", "extended 2020-01-01 for P2Y", "Stated 2022-03-10")]
    [InlineData(FiveYears, "5 years", "extended 2020-01-01 until 2021-12-31", "Stated 2021-12-31")]
    [InlineData(FiveYears, "5 years", "amended 2017-01-01", "Computed 2020-03-10")]
    [InlineData(FiveYears, "5 years", "terminated 2017-01-01", "Computed 2020-03-10")]
    [InlineData(FiveYears, "5 years", "effective 2015-04-01", "Computed 2020-04-01")]
    [InlineData("", "", "signed 2024-05 for P5Y", "Computed 2029-05")]
    [InlineData("", "5 years", "signed 2024-05-06", "Computed 2029-05-06")]
    [InlineData("signed 2015", "Long-term", "renewed 2024-05-06", "Open ")]
    [InlineData("signed 2015", "Long-term", "renewed 2024-05-06 for P5Y", "Computed 2029-05-06")]
    public void After_an_act_the_end_is(string events, string term, string act, string expected)
    {
        var facts = Acting.After(Given.Facts(events, term), Act(act), CountingRule.SameDay);
        $"{facts.Ends.Basis} {facts.Ends.On}".ShouldBe(expected);
    }

    [Theory]
    [InlineData("renewed 2020-03-10 for P3Y", "2018-01-01", StandingKind.InForceUntil)]
    [InlineData("renewed 2020-03-10 for P3Y", "2019-06-01", StandingKind.InForceUntil)]
    [InlineData("renewed 2021-06-01", "2020-12-01", StandingKind.CannotTell)]
    [InlineData("renewed 2021-06-01 anchored", "2020-12-01", StandingKind.InForceUntil)]
    [InlineData("terminated 2017-01-01", "2017-01-02", StandingKind.Ended)]
    [InlineData("suspended 2017-01-01", "2018-01-01", StandingKind.CannotTell)]
    public void After_an_act_it_stands(string act, string day, StandingKind expected) =>
        Acting.After(Given.Facts(FiveYears, "5 years"), Act(act), CountingRule.SameDay).StandingOn(day).ShouldBe(expected);

    [Theory]
    [InlineData(FiveYears, "renewed 2020-03-10", "")]
    [InlineData(FiveYears, "renewed 2014-01-01", "!act.before-signing")]
    [InlineData(FiveYears, "terminated 2014-01-01", "!act.before-signing")]
    [InlineData(FiveYears, "renewed 2020-03-11", "")]
    [InlineData(FiveYears, "renewed 2020-03-12", "act.renewed-late")]
    [InlineData(FiveYears, "renewed 2021-06-01", "act.renewed-late")]
    [InlineData(FiveYears, "renewed 2021-06-01 anchored", "")]
    [InlineData(FiveYears, "renewed 2018-01-01", "act.overlaps")]
    [InlineData(FiveYears, "extended 2021-01-01 for P1Y", "act.extended-late")]
    [InlineData(FiveYears, "terminated 2021-01-01", "!act.ended")]
    [InlineData(FiveYears, "amended 2021-01-01", "!act.ended")]
    [InlineData(FiveYears, "resumed 2017-01-01", "!act.not-suspended")]
    [InlineData(FiveYears, "signed 2016-01-01", "act.signed-already")]
    [InlineData(FiveYears, "renewed 2030-01-01", "act.in-future act.renewed-late")]
    [InlineData(FiveYears, "renewed 2020-03-10 until 2019", "!act.until-before")]
    [InlineData(FiveYears + "; terminated 2017-01-01", "renewed 2018-01-01", "!act.after-stop")]
    [InlineData(FiveYears + "; terminated 2017-01-01", "terminated 2018-01-01", "!act.stopped-already")]
    [InlineData(FiveYears + "; suspended 2017-01-01", "suspended 2018-01-01", "!act.suspended-already")]
    [InlineData(FiveYears + "; suspended 2017-01-01", "resumed 2016-01-01", "!act.resumed-before")]
    [InlineData(FiveYears, "extended 2019-01-01", "!act.extended-by-nothing")]
    [InlineData(FiveYears, "extended 2019-01-01 until 2020-03-09", "act.extended-to-earlier")]
    [InlineData(FiveYears, "extended 2019-01-01 until 2020-03", "")]
    [InlineData(FiveYears, "extended 2019-01-01 until 2021-03-10", "")]
    [InlineData(FiveYears, "effective 2015-01-01", "act.effect-before-signing")]
    [InlineData(FiveYears, "effective 2015-05-01", "")]
    [InlineData(FiveYears, "effective 2015-05-01 until 2018", "act.effect-ends-earlier")]
    [InlineData(FiveYears + "; effective 2015-05-01", "effective 2015-06-01", "act.effective-already")]
    [InlineData(FiveYears + "; renewed 2020-03-10", "superseded 2019-01-01", "act.later-acts")]
    [InlineData(FiveYears + "; amended 2018", "terminated 2017-06-30", "act.later-acts")]
    [InlineData("", "renewed 2020-01-01", "act.no-signing")]
    [InlineData("", "signed 2020-01-01", "")]
    public void Against_an_act_speaks(string events, string act, string expected) =>
        string.Join(' ', Acting.Objections(Given.Facts(events, "5 years"), Act(act), CountingRule.SameDay, Given.Day("2026-11-24"))
            .Select(o => (o.IsRefusal ? "!" : "") + o.Code).Order(StringComparer.Ordinal)).ShouldBe(string.Join(' ', expected.Split(' ').Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("Long-term", "", "extended 2019-01-01 for P2Y", "!act.nothing-to-extend")]
    [InlineData("Long-term", "", "extended 2019-01-01 until 2021", "act.had-no-end")]
    [InlineData("", "", "extended 2019-01-01 for P2Y", "!act.end-not-known")]
    [InlineData("", "", "extended 2019-01-01 until 2021", "")]
    [InlineData("", "2020", "extended 2019-01-01 for P6M", "!act.end-not-known")]
    public void Against_an_extension_speaks_that_there_is_no_end_to_extend(string term, string end, string act, string expected) =>
        string.Join(' ', Acting.Objections(Given.Facts(FiveYears, term, end), Act(act), CountingRule.SameDay, Given.Day("2026-11-24"))
            .Select(o => (o.IsRefusal ? "!" : "") + o.Code)).ShouldBe(expected);

    [Theory]
    [InlineData("signed 2015-03-10", "5 years", "")]
    [InlineData("signed 2015-03-10; renewed 2014", "5 years", "act.before-signing event-2-on")]
    [InlineData("signed 2015-03-10; effective 2014", "5 years", "act.effect-before-signing event-2-on")]
    [InlineData("signed 2015-03-10; effective 2015-05-01; renewed 2020-05-01", "5 years", "")]
    [InlineData("signed 2015-03-10; terminated 2016; renewed 2017-03-10", "5 years", "act.after-stop event-3-on")]
    [InlineData("signed 2015-03-10; resumed 2016", "5 years", "act.not-suspended event-2-on")]
    [InlineData("signed 2015-03-10; suspended 2016; resumed 2017", "5 years", "")]
    [InlineData("signed 2015-03-10; renewed 2018-01-01", "5 years", "act.overlaps event-2-on")]
    [InlineData("signed 2015-03-10 to 2018-12-31; renewed 2018-01-01 to 2022-01-01", "", "act.overlaps event-2-on")]
    [InlineData("signed 2015-03-10; renewed 2022-01-01", "5 years", "")]
    [InlineData("signed 2015-03-10 to 2020-03-10; renewed 2022-01-01", "5 years", "act.renewed-late event-2-on")]
    [InlineData("signed 2015-03-10; renewed 2025-03-10; renewed 2020-03-10", "5 years", "act.out-of-order event-3-on")]
    [InlineData("signed 2015-03-10; extended 2019", "5 years", "act.extended-by-nothing event-2-until")]
    [InlineData("signed 2015-03-10; extended 2019 to 2022", "5 years", "")]
    [InlineData("renewed 2015-03-10; renewed 2020-03-10", "5 years", "")]
    [InlineData("signed 2015-03-10; terminated 2014-01-01", "5 years", "act.before-signing event-2-on")]
    [InlineData("signed 2015-03-10; amended 2030", "5 years", "act.in-future event-2-on act.ended event-2-on")]
    [InlineData("signed 2015-03-10; terminated 2030", "Long-term", "")]
    public void Against_a_record_speaks(string events, string term, string expected)
    {
        var facts = Given.Facts(events, term);
        string.Join(' ', Acting.ObjectionsToRecord(facts, CountingRule.SameDay, Given.Day("2026-11-24")).Select(o => $"{o.Code} {o.Field}")).ShouldBe(expected);
        Acting.ObjectionsToRecord(facts, CountingRule.SameDay, Given.Day("2026-11-24"), facts).ShouldBeEmpty("it was so before");
    }

    private static NewAct Act(string text)
    {
        var words = text.Split(' ');
        var until = Array.IndexOf(words, "until");
        var length = Array.IndexOf(words, "for");
        return new NewAct(Enum.Parse<Act>(words[0], ignoreCase: true), Given.Date(words[1]))
        {
            Until = until < 0 ? null : Given.Date(words[until + 1]),
            Length = length < 0 || !Length.TryParse(words[length + 1], out var value) ? null : value,
            KeepsAnchor = words.Contains("anchored"),
        };
    }
}

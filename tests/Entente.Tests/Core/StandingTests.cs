using Entente.Core;

using static Entente.Core.StandingKind;

namespace Entente.Tests.Core;

public class StandingTests
{
    /// <summary>events | term | end | day | standing.</summary>
    [Theory]
    // One period with a length: the same day of the year is the last one in force.
    [InlineData("signed 2022-11-08", "5 year", "", "2022-11-07", NotBegun)]
    [InlineData("signed 2022-11-08", "5 year", "", "2022-11-08", InForceUntil)]
    [InlineData("signed 2022-11-08", "5 year", "", "2027-11-08", InForceUntil)]
    [InlineData("signed 2022-11-08", "5 year", "", "2027-11-09", Ended)]
    // A coarse begin and the coarse end that follows from it.
    [InlineData("signed 2023-03", "5 year", "", "2023-02-28", NotBegun)]
    [InlineData("signed 2023-03", "5 year", "", "2023-03-01", CannotTell)]
    [InlineData("signed 2023-03", "5 year", "", "2023-03-30", CannotTell)]
    [InlineData("signed 2023-03", "5 year", "", "2023-03-31", InForceUntil)]
    [InlineData("signed 2023-03", "5 year", "", "2028-03-01", InForceUntil)]
    [InlineData("signed 2023-03", "5 year", "", "2028-03-02", CannotTell)]
    [InlineData("signed 2023-03", "5 year", "", "2028-03-31", CannotTell)]
    [InlineData("signed 2023-03", "5 year", "", "2028-04-01", Ended)]
    // Open and unstated ends are not the same, and a blank end is never taken for "active".
    [InlineData("signed 2019", "no expiration date", "", "2019-12-31", InForceOpen)]
    [InlineData("signed 2019", "no expiration date", "", "2099-01-01", InForceOpen)]
    [InlineData("signed 2014-08-01", "Long-term", "", "2026-01-01", InForceOpen)]
    [InlineData("signed 2019-09-24; signed 2019-09-24", "", "", "2020-01-01", CannotTell)]
    // Nothing at all, or an open term without a date.
    [InlineData("", "", "", "2020-01-01", CannotTell)]
    // A stated end of a year.
    [InlineData("signed 2023-04-20", "", "2028", "2028-01-01", InForceUntil)]
    [InlineData("signed 2023-04-20", "", "2028", "2028-06-01", CannotTell)]
    [InlineData("signed 2023-04-20", "", "2028", "2029-01-01", Ended)]
    // A length of nothing neither loops nor ends anything.
    [InlineData("signed 2020-01-01", "0 years", "", "2020-06-01", CannotTell)]
    public void One_period(string events, string term, string end, string day, StandingKind expected) =>
        Given.Facts(events, term, end).StandingOn(day).ShouldBe(expected);

    [Theory]
    // A gap between an old period and a late renewal is not shown as in force.
    [InlineData("signed 2008-03-13; renewed 2023-05-29", "5 year", "2010-01-01", InForceUntil)]
    [InlineData("signed 2008-03-13; renewed 2023-05-29", "5 year", "2013-03-13", InForceUntil)]
    [InlineData("signed 2008-03-13; renewed 2023-05-29", "5 year", "2013-03-14", CannotTell)]
    [InlineData("signed 2008-03-13; renewed 2023-05-29", "5 year", "2023-05-28", CannotTell)]
    [InlineData("signed 2008-03-13; renewed 2023-05-29", "5 year", "2023-05-29", InForceUntil)]
    // An earlier period of unknown length: the time before the renewal is not covered.
    [InlineData("signed 2009-09-28; renewed 2014-10-07", "Long-term", "2012-01-01", CannotTell)]
    [InlineData("signed 2009-09-28; renewed 2014-10-07", "Long-term", "2014-10-07", InForceOpen)]
    // A printed period is a fact.
    [InlineData("signed 2003-06-24 to 2023-06-23; renewed 2023-06-23 to 2028-06-23", "", "2015-01-01", InForceUntil)]
    [InlineData("signed 2003-06-24 to 2023-06-23; renewed 2023-06-23 to 2028-06-23", "", "2028-06-23", InForceUntil)]
    [InlineData("signed 2003-06-24 to 2023-06-23; renewed 2023-06-23 to 2028-06-23", "", "2028-06-24", Ended)]
    // An extension may run from the old end or from its own day.
    [InlineData("signed 2018-11; extended 2023-04", "5 year", "2028-04-01", InForceUntil)]
    [InlineData("signed 2018-11; extended 2023-04", "5 year", "2028-11-30", CannotTell)]
    [InlineData("signed 2018-11; extended 2023-04", "5 year", "2028-12-01", Ended)]
    public void Several_periods(string events, string term, string day, StandingKind expected) =>
        Given.Facts(events, term).StandingOn(day).ShouldBe(expected);

    [Fact]
    public void The_length_of_an_earlier_period_is_named_as_an_assumption()
    {
        var standing = Standing.Of(Given.Facts("signed 2018-11; renewed 2023-04", "5 year"), CountingRule.SameDay, Given.Day("2021-12-31"));
        standing.Kind.ShouldBe(InForceUntil);
        standing.Assumptions.ShouldHaveSingleItem().Rule.ShouldBe("period.assumed");
    }

    [Theory]
    [InlineData("5 years, automatically renewed", "2030-01-01", InForceUntil)]
    [InlineData("5 years, tacit renewal", "2190-01-01", InForceUntil)]
    [InlineData("3 years, automatically renewed 2 times", "2028-12-31", InForceUntil)]
    [InlineData("3 years, automatically renewed 2 times", "2029-01-01", InForceUntil)]
    [InlineData("3 years, automatically renewed 2 times", "2029-01-02", Ended)]
    [InlineData("automatically renewed", "2030-01-01", InForceOpen)]
    [InlineData("5 years, renewable", "2025-01-01", InForceUntil)]
    [InlineData("5 years, renewable", "2025-01-02", Ended)]
    [InlineData("5+5", "2025-01-01", InForceUntil)]
    [InlineData("5+5", "2025-01-02", CannotTell)]
    [InlineData("5+5", "2030-01-01", CannotTell)]
    [InlineData("5+5", "2030-01-02", Ended)]
    [InlineData("36 months + 12", "2023-01-01", InForceUntil)]
    [InlineData("36 months + 12", "2024-01-01", CannotTell)]
    [InlineData("36 months + 12", "2024-01-02", Ended)]
    public void Renewals_and_options_of_an_agreement_of_2020(string term, string day, StandingKind expected) =>
        Given.Facts("signed 2020-01-01", term).StandingOn(day).ShouldBe(expected);

    [Fact]
    public void Automatic_renewal_rests_on_not_being_terminated()
    {
        var standing = Standing.Of(Given.Facts("signed 2020-01-01", "5 years, automatically renewed"), CountingRule.SameDay, Given.Day("2027-06-01"));
        standing.Until!.ToString().ShouldBe("2030-01-01");
        standing.Assumptions.ShouldHaveSingleItem().Rule.ShouldBe("renewal.not-terminated");
    }

    [Theory]
    [InlineData("terminated 2021-05-05", "2021-05-05", InForceUntil)]
    [InlineData("terminated 2021-05-05", "2021-05-06", Ended)]
    [InlineData("terminated 2021-05", "2021-05-01", InForceUntil)]
    [InlineData("terminated 2021-05", "2021-05-15", CannotTell)]
    [InlineData("terminated 2021-05", "2021-06-01", Ended)]
    [InlineData("superseded 2021-05-05", "2021-05-06", Ended)]
    [InlineData("suspended 2021-05-05", "2021-05-04", InForceUntil)]
    [InlineData("suspended 2021-05-05", "2021-05-05", CannotTell)]
    [InlineData("suspended 2021-05-05; resumed 2021-08-01", "2021-07-31", CannotTell)]
    [InlineData("suspended 2021-05-05; resumed 2021-08-01", "2021-08-01", InForceUntil)]
    [InlineData("suspended 2021-05-05", "2025-01-02", Ended)]
    [InlineData("amended 2021-05-05", "2022-01-01", InForceUntil)]
    public void Acts_that_stop_an_agreement_of_five_years(string act, string day, StandingKind expected) =>
        Given.Facts($"signed 2020-01-01; {act}", "5 years").StandingOn(day).ShouldBe(expected);

    [Theory]
    [InlineData("2020-01-31", NotBegun)]
    [InlineData("2020-02-01", InForceUntil)]
    [InlineData("2025-02-01", InForceUntil)]
    [InlineData("2025-02-02", Ended)]
    public void An_agreement_begins_when_it_takes_effect(string day, StandingKind expected) =>
        Given.Facts("signed 2020-01-01; effective 2020-02-01", "5 years").StandingOn(day).ShouldBe(expected);

    [Theory]
    [InlineData("2022-12-31", CannotTell)]
    [InlineData("2023-08-24", InForceOpen)]
    [InlineData("2030-01-01", InForceOpen)]
    public void An_open_term_without_a_date_holds_from_the_list_date_on(string day, StandingKind expected) =>
        Given.Facts("", "Long-term", listedOn: "2023-08-24").StandingOn(day).ShouldBe(expected);

    [Theory]
    [InlineData("2023-06-17", NotBegun)]
    [InlineData("2023-06-26", InForceUntil)]
    [InlineData("2023-06-27", CannotTell)]
    [InlineData("2028-06-18", CannotTell)]
    [InlineData("2028-06-19", Ended)]
    public void Between_the_candidates_of_a_conflict_nobody_can_tell(string day, StandingKind expected)
    {
        var facts = Given.Facts("signed 2023-06-18", "", "2028-06-18, 2023-06-26");
        facts.Ends.Basis.ShouldBe(EndsBasis.Conflict);
        facts.StandingOn(day).ShouldBe(expected);
    }

    [Fact]
    public void An_end_before_the_begin_tells_nothing()
    {
        var facts = Given.Facts("signed 2021-11-16", "", "2021-11-15");
        facts.Ends.Basis.ShouldBe(EndsBasis.Conflict);
        facts.StandingOn("2022-01-01").ShouldBe(CannotTell);
    }

    [Theory]
    [InlineData(PrintedState.Negotiation, "2024-01-01", NotBegun)]
    [InlineData(PrintedState.Cancelled, "2022-01-01", CannotTell)]
    [InlineData(PrintedState.Cancelled, "2023-08-24", Ended)]
    [InlineData(PrintedState.Active, "2026-01-01", Ended)]
    [InlineData(PrintedState.Ended, "2022-01-01", InForceUntil)]
    public void A_printed_state_is_believed_only_where_nothing_else_can_say_it(PrintedState state, string day, StandingKind expected) =>
        (Given.Facts("signed 2020-01-01", "5 years", listedOn: "2023-08-24") with { State = state }).StandingOn(day).ShouldBe(expected);

    [Theory]
    [InlineData("2026-06-01", InForceUntil)]
    [InlineData("2026-12-31", InForceUntil)]
    [InlineData("2027-01-01", Ended)]
    public void A_termination_to_come_is_the_end_that_is_known(string day, StandingKind expected)
    {
        var standing = Standing.Of(Given.Facts("signed 2020; terminated 2026-12-31", "Long-term"), CountingRule.SameDay, Given.Day(day));
        standing.Kind.ShouldBe(expected);
        standing.Until!.ToString().ShouldBe("2026-12-31");
    }

    [Fact]
    public void Before_a_renewal_without_a_signing_nobody_can_tell() =>
        Given.Facts("renewed 2020-01-01", "5 years").StandingOn("2019-06-01").ShouldBe(CannotTell);

    [Theory]
    [InlineData("signed 2020; terminated 2021; superseded 2021-03-01", "Long-term", "", "2021-06-01", Ended)]
    [InlineData("", "automatically renewed", "2025-05-05", "2026-01-01", InForceOpen)]
    [InlineData("", "", "2025, 2028", "2026-01-01", CannotTell)]
    [InlineData("", "Long-term", "2025-05-05", "2026-01-01", CannotTell)]
    [InlineData("signed 2020-01-01; suspended", "5 years", "", "2021-01-01", CannotTell)]
    [InlineData("signed 2020-01-01", "5+5", "2025-01-01", "2027-01-01", CannotTell)]
    [InlineData("signed 2020-01-01", "5 years, automatically renewed", "", "9999-12-31", InForceUntil)]
    public void Rarer_facts(string events, string term, string end, string day, StandingKind expected) =>
        Given.Facts(events, term, end, listedOn: "2023-08-24").StandingOn(day).ShouldBe(expected);

    [Fact]
    public void By_the_other_counting_rule_a_coarse_end_may_lie_in_either_month() =>
        Given.Facts("signed 2023-03", "5 year", counting: CountingRule.DayBefore).Ends.On!.ToString().ShouldBe("[2028-02..2028-03]");

    [Fact]
    public void By_the_other_counting_rule_the_day_before_is_the_last()
    {
        var facts = Given.Facts("signed 2022-11-08", "5 year", counting: CountingRule.DayBefore);
        facts.Ends.On!.ToString().ShouldBe("2027-11-07");
        facts.StandingOn("2027-11-08", CountingRule.DayBefore).ShouldBe(Ended);
    }
}

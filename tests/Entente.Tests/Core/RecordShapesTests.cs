using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Core;

/// <summary>A person says that two records are one, or that one is several.</summary>
public class RecordShapesTests
{
    private const string List = """
        No;Partner;Country;Type;Signed;Term
        1;University of Vienna;Austria;MoU and Student Exchange Agreement;2019-03-04;5 years
        2;Charles University;Czechia;MoU;2020-03-05;5 years
        3;Faculty of Arts;;;;
        4;Aalto University;Finland;;2021-05-05;
        5;;;Student Exchange Agreement;;3 years

        """;

    private static readonly SourceReading reading = SourceReader.Read("list.csv", Encoding.UTF8.GetBytes(List), new ReadOptions());

    [Fact]
    public void Several_kinds_are_a_record_each_from_the_same_row()
    {
        reading.Drafts[0].Facts.Kinds.Count.ShouldBe(2);
        var split = RecordShapes.Split(reading, reading.Drafts[0], CountingRule.SameDay);
        split.Drafts.Select(d => d.Order).ShouldBe([1, 2, 3, 4, 5, 6]);
        split.Drafts[0].Facts.Kinds.Select(k => k.Code).ShouldBe(["mou"]);
        split.Drafts[^1].ShouldSatisfyAllConditions(
            d => d.Facts.Kinds.Single().Code.ShouldBe("exchange"), d => d.Text.ShouldBe(reading.Drafts[0].Text), d => d.Places.ShouldBe(reading.Drafts[0].Places), d => d.Facts.Ends.On!.ToString().ShouldBe("2024-03-04"));
        split.Findings.ShouldNotContain(f => f.Code == "kinds.two");
    }

    [Fact]
    public void What_has_one_of_each_is_there_twice()
    {
        var split = RecordShapes.Split(reading, reading.Drafts[1], CountingRule.SameDay);
        split.Drafts[^1].Facts.ShouldBeSameAs(split.Drafts[1].Facts);
    }

    [Theory]
    [InlineData("University of Toronto, McGill University", "University of Toronto", "McGill University")]
    [InlineData("Kyoto University and National Taiwan Museum", "Kyoto University", "National Taiwan Museum")]
    [InlineData("Faculty of Arts, Charles University", "Faculty of Arts, Charles University", "Faculty of Arts, Charles University")]
    [InlineData("Universities of Parma, Modena and Bologna", "Universities of Parma, Modena and Bologna", "Universities of Parma, Modena and Bologna")]
    public void Names_that_only_a_person_can_tell_apart_are_parted_where_one_says_so(string partner, string first, string second)
    {
        var of = SourceReader.Read("list.csv", Encoding.UTF8.GetBytes($"No;Partner;Country;Type;Signed;Term\n1;{partner};;MoU;2019-03-04;5 years\n2;Charles University;Czechia;MoU;2020-03-05;5 years\n"), new ReadOptions());
        var split = RecordShapes.Split(of, of.Drafts[0], CountingRule.SameDay);
        split.Drafts.Where(d => d.Order != 2).Select(d => d.Facts.Parties.Single().Name).ShouldBe([first, second]);
        if (first != second)
            split.Findings.ShouldNotContain(f => f.Code == "partner.not-single");
    }

    [Theory]
    // All that was done about the row was done about both kinds, unless it prints a day for each.
    [InlineData("signed 2019-01-01; renewed 2024-01-01", "signed 2019-01-01, renewed 2024-01-01", "signed 2019-01-01, renewed 2024-01-01")]
    [InlineData("signed 2019-01-01; extended 2022-01-01", "signed 2019-01-01, extended 2022-01-01", "signed 2019-01-01, extended 2022-01-01")]
    [InlineData("signed 2019-01-01; signed 2020-01-01", "signed 2019-01-01", "signed 2020-01-01")]
    [InlineData("signed 2019-01-01; renewed 2021-01-01; renewed 2024-01-01", "signed 2019-01-01, renewed 2021-01-01, renewed 2024-01-01", "signed 2019-01-01, renewed 2021-01-01, renewed 2024-01-01")]
    public void Each_of_two_kinds_has_all_days_of_the_row_unless_it_prints_one_for_each(string acts, string first, string second)
    {
        var facts = Given.Facts(acts, "5 years") with { Parties = [new Party("One University")], Kinds = [new Kind("MoU", "mou"), new Kind("Student exchange", "exchange")] };
        var one = new Draft(1, null, facts, "row");
        var split = RecordShapes.Split(reading with { Drafts = [one] }, one, CountingRule.SameDay);
        split.Drafts.Select(d => d.Facts.Kinds.Single().Code).ShouldBe(["mou", "exchange"]);
        split.Drafts.Select(d => string.Join(", ", d.Facts.Events.Select(e => $"{Words.Kebab(e.Act)} {e.On}"))).ShouldBe([first, second]);
        if (first == second)
            split.Drafts.ShouldAllBe(d => d.Facts.Ends == facts.Ends);
    }

    [Fact]
    public void Two_partners_with_a_day_each_are_two()
    {
        var facts = Given.Facts("signed 2019-01-01; signed 2020-01-01", "5 years") with { Parties = [new Party("One University"), new Party("Other University")] };
        var of = reading with { Drafts = [new Draft(1, null, facts, "row")] };
        var both = RecordShapes.Split(of, of.Drafts[0], CountingRule.SameDay);
        both.Drafts.Select(d => d.Facts.Parties.Single().Name).ShouldBe(["One University", "Other University"]);
        var one = new Draft(1, null, facts with { Parties = [new Party("One University")] }, "row");
        var days = RecordShapes.Split(of with { Drafts = [one] }, one, CountingRule.SameDay);
        days.Drafts.Select(d => d.Facts.Begin!.On!.ToString()).ShouldBe(["2019-01-01", "2020-01-01"]);
        days.Drafts.Select(d => d.Facts.Ends.On!.ToString()).ShouldBe(["2024-01-01", "2025-01-01"]);
    }

    [Theory]
    [InlineData(3, 2, "Charles University Faculty of Arts", "CZ", "mou", "2025-03-05")]
    [InlineData(5, 4, "Aalto University", "FI", "exchange", "2024-05-05")]
    public void A_row_that_goes_on_is_a_part_of_the_one_before(int part, int into, string name, string country, string kind, string ends)
    {
        var joined = RecordShapes.Join(reading, reading.Drafts[into - 1], reading.Drafts[part - 1], CountingRule.SameDay);
        joined.Drafts.Count.ShouldBe(reading.Drafts.Count - 1);
        var draft = joined.Drafts.Single(d => d.Order == into);
        draft.Facts.Parties.Single().ShouldSatisfyAllConditions(p => p.Name.ShouldBe(name), p => p.Country.ShouldBe(country));
        draft.Facts.Kinds.Single().Code.ShouldBe(kind);
        draft.Facts.Ends.On!.ToString().ShouldBe(ends);
        draft.Text.ShouldContain(reading.Drafts[part - 1].Text);
        draft.Places.Count.ShouldBe(reading.Drafts[into - 1].Places.Count + reading.Drafts[part - 1].Places.Count);
        joined.Pieces.Count(p => p.Record == into).ShouldBe(draft.Places.Count);
        joined.Pieces.ShouldNotContain(p => p.Record == part);
        joined.Findings.SelectMany(f => f.Records).ShouldNotContain(part);
    }

    [Theory]
    [InlineData("Charles University", "Faculty of Arts", "Charles University Faculty of Arts")]
    [InlineData("Charles University", "Charles University, Faculty of Arts", "Charles University, Faculty of Arts")]
    [InlineData("Charles University Faculty of Arts", "CHARLES UNIVERSITY", "Charles University Faculty of Arts")]
    public void A_name_that_holds_all_of_the_other_is_no_rest_of_it(string first, string second, string name)
    {
        var facts = Given.Facts("signed 2019-01-01", "5 years");
        var (one, other) = (new Draft(1, null, facts with { Parties = [new Party(first)] }, "one"), new Draft(2, null, Given.Facts("", "") with { Parties = [new Party(second)], Kinds = [] }, "other"));
        RecordShapes.Join(reading with { Drafts = [one, other], Findings = [] }, one, other, CountingRule.SameDay).Drafts.Single().Facts.Parties.Single().Name.ShouldBe(name);
    }

    [Fact]
    public void Another_partner_stands_beside_the_first_and_its_own_day_is_not_mixed_in()
    {
        var joined = RecordShapes.Join(reading, reading.Drafts[1], reading.Drafts[3], CountingRule.SameDay);
        joined.Drafts.Single(d => d.Order == 2).Facts.ShouldSatisfyAllConditions(
            f => f.Parties.Select(p => p.Name).ShouldBe(["Charles University", "Aalto University"]), f => f.Events.Single().On!.ToString().ShouldBe("2020-03-05"), f => f.Ends.On!.ToString().ShouldBe("2025-03-05"));
        joined.Findings.Single(f => f.Code == "partner.several").Arguments.ShouldBe(["2", "Charles University; Aalto University"]);
    }

    [Theory]
    // What contradicts stays out, with all that would be computed with it.
    [InlineData("signed 2020-05-06", "5 years", "signed 2021-07-07", "7 years", "signed 2020-05-06", "P5Y", "2025-05-06")]
    [InlineData("signed 2020-05-06", "", "signed 2021-07-07", "7 years", "signed 2020-05-06", "", "")]
    [InlineData("", "5 years", "signed 2021-07-07", "7 years", "signed 2021-07-07", "P7Y", "2028-07-07")]
    [InlineData("signed 2020-05-06", "5 years", "renewed 2024-07-07", "7 years", "signed 2020-05-06", "P5Y", "2025-05-06")]
    // What only goes on is one.
    [InlineData("signed 2020-05-06", "", "", "7 years", "signed 2020-05-06", "P7Y", "2027-05-06")]
    [InlineData("signed 2020-05-06", "5 years", "signed 2020-05-06", "5 years", "signed 2020-05-06", "P5Y", "2025-05-06")]
    [InlineData("signed 2020-05-06", "5 years", "renewed 2025-05-06", "", "signed 2020-05-06; renewed 2025-05-06", "P5Y", "2030-05-06")]
    public void Days_lengths_and_ends_of_rows_that_contradict_each_other_are_of_one_row(string signed, string term, string otherSigned, string otherTerm, string acts, string length, string end)
    {
        var (one, other) = (new Draft(1, null, Given.Facts(signed, term), "one"), new Draft(2, null, Given.Facts(otherSigned, otherTerm), "other"));
        var facts = RecordShapes.Join(reading with { Drafts = [one, other], Findings = [] }, one, other, CountingRule.SameDay).Drafts.Single().Facts;
        string.Join("; ", facts.Events.Select(e => $"{Words.Kebab(e.Act)} {e.On}")).ShouldBe(acts);
        ($"{facts.Term.Length}", $"{facts.Ends.On}").ShouldBe((length, end));
    }

    [Fact]
    public void What_was_found_about_either_row_stays_as_far_as_it_is_true_of_both()
    {
        const string list = "Partner;Country;Type;Signed;Term\nCharles University;Czechia;MoU;;5 years\nUniversity of Tehcnology;;Student Exchange Agreement;05/06/2020;\nLund University;Sweden;MoU;13/01/2020;5 years\n";
        var read = SourceReader.Read("list.csv", Encoding.UTF8.GetBytes(list), new ReadOptions());
        read.Findings.Where(f => f.Records.Contains(1) || f.Records.Contains(2)).Select(f => f.Code).ShouldBe(["record.no-date", "country.none", "partner.misspelt"], ignoreOrder: true);
        var joined = RecordShapes.Join(read, read.Drafts[0], read.Drafts[1], CountingRule.SameDay);
        joined.Findings.Where(f => f.Records.Contains(1)).Select(f => f.Code).ShouldBe(["kinds.two", "partner.several", "partner.misspelt", "country.none"], ignoreOrder: true);
    }
}

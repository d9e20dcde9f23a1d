using Entente.App.Keeping;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Tests.Core;

namespace Entente.Tests.App;

/// <summary>What is typed into the fields of a record, and what the record says after it.</summary>
public class AgreementEditTests
{
    private static readonly Place Here = new(Line: 7);

    private static readonly Facts Two = Given.Facts("signed 2015-03-10; renewed 2020-03-10", "5 years") with
    {
        Parties =
        [
            new Party("Univ. of Vienna") { Unit = "Law", CountryText = "Austria", Country = "AT", CountryBasis = CountryBasis.Stated, Places = [Here] },
            new Party("Masaryk University") { CountryText = "Korea", Country = "KR", CountryBasis = CountryBasis.Stated, Places = [Here] },
        ],
    };

    [Theory]
    [InlineData("", "Univ. of Vienna/Law/AT; Masaryk University//KR")]
    [InlineData("University of Vienna", "University of Vienna//AT; Masaryk University//KR")]
    [InlineData("-,-,Arts", "Univ. of Vienna/Arts/AT; Masaryk University//KR")]
    [InlineData("-|-,Czechia", "Univ. of Vienna/Law/AT; Masaryk University//CZ")]
    [InlineData("-|-,", "Univ. of Vienna/Law/AT; Masaryk University//")]
    [InlineData("out", "Masaryk University//KR")]
    [InlineData("-|out", "Univ. of Vienna/Law/AT")]
    [InlineData("-|-|TU Wien,AT", "Univ. of Vienna/Law/AT; Masaryk University//KR; TU Wien//AT")]
    [InlineData("-|-|out", "Univ. of Vienna/Law/AT; Masaryk University//KR")]
    public void Partners_are_corrected_added_and_taken_out(string typed, string expected)
    {
        var edit = new AgreementEdit { Parties = typed.Length == 0 ? null : [.. typed.Split('|').Select(Partner)] };
        string.Join("; ", edit.On(Two, ReadingRules.Usual).Parties.Select(p => $"{p.Name}/{p.Unit}/{p.Country}")).ShouldBe(expected);
    }

    [Fact]
    public void What_a_source_prints_of_a_country_stays_beside_what_it_means()
    {
        var edit = new AgreementEdit { Parties = [new PartyEdit(), new PartyEdit(Country: "KP")] };
        var party = edit.On(Two, ReadingRules.Usual).Parties[1];
        (party.Country, party.CountryText, party.CountryBasis, party.Places.Count).ShouldBe(("KP", "Korea", CountryBasis.Stated, 1));
    }

    [Fact]
    public void What_is_typed_as_it_was_stays_the_same_thing()
    {
        var facts = AgreementEdit.Of(Two).On(Two, ReadingRules.Usual);
        facts.Parties.ShouldBe(Two.Parties);
        facts.Events.ShouldBe(Two.Events);
        (facts.Term, facts.Ends, facts.Kinds.Count).ShouldBe((Two.Term, Two.Ends, Two.Kinds.Count));
    }

    [Theory]
    [InlineData("signed 2015-03-11; renewed 2020-03-10", "signed 2015-03-11 (10 March 2015); renewed 2020-03-10 (20)")]
    [InlineData("renewed 2020-03-10; signed 2015-03-10", "renewed 2020-03-10 (20); signed 2015-03-10 (10 March 2015)")]
    [InlineData("out; renewed 2020-03-10", "renewed 2020-03-10 (20)")]
    [InlineData("out; terminated 2021", "terminated 2021 (20)")]
    [InlineData("signed 2015-03-10; renewed 2020-03-10; terminated 2021", "signed 2015-03-10 (10 March 2015); renewed 2020-03-10 (20); terminated 2021 (2021)")]
    public void An_act_keeps_what_is_printed_of_it(string typed, string expected)
    {
        var printed = Two with { Events = [.. Two.Events.Select((e, i) => e with { Text = i == 0 ? "10 March 2015" : "20", Places = [Here] })] };
        var edit = new AgreementEdit { Events = [.. typed.Split("; ").Select(t => t == "out" ? EventEdit.Out : new EventEdit(t.Split(' ')[0], t.Split(' ')[1]))] };
        string.Join("; ", edit.On(printed, ReadingRules.Usual).Events.Select(e => $"{Words.Kebab(e.Act)} {e.On} ({e.Text})")).ShouldBe(expected);
    }

    [Fact]
    public void A_date_that_could_not_be_read_may_stay_so()
    {
        var unread = Two with { Events = [new Event(Act.Unclear, null, null, "0012") { Places = [Here] }] };
        AgreementEdit.Of(unread).On(unread, ReadingRules.Usual).Events.ShouldBe(unread.Events);
        var edit = AgreementEdit.Of(unread) with { Events = [new EventEdit("signed", "0012", "", "looked up")] };
        edit.On(unread, ReadingRules.Usual).Events.Single().ShouldSatisfyAllConditions(e => e.Act.ShouldBe(Act.Signed), e => e.On.ShouldBeNull(), e => e.Note.ShouldBe("looked up"));
    }

    [Fact]
    public void The_day_from_which_a_late_renewal_counts_and_its_note_survive_the_correction_of_its_day()
    {
        var late = Two with { Events = [Two.Events[0], Two.Events[1] with { From = Given.Date("2020-03-10"), Note = "letter" }] };
        var edit = new AgreementEdit { Events = [EventEdit.Of(late.Events[0]), new EventEdit("renewed", "2020-06-01")] };
        var renewed = edit.On(late, ReadingRules.Usual).Events[1];
        (renewed.On!.ToString(), renewed.From!.ToString(), renewed.Note).ShouldBe(("2020-06-01", "2020-03-10", "letter"));
    }

    [Theory]
    // Before; term; the acts as they are typed; the field of the end (-: as it was); the end after it.
    [InlineData("", "", "signed 2024-01-01 2029-01-01", "-", "Stated 2029-01-01")]
    [InlineData("", "", "signed 2024-01-01 2029-01-01", "2029-01-01", "Stated 2029-01-01")]
    [InlineData("", "", "signed 2024-01-01 2029-01-01", "2027", "Conflict 2029-01-01")]
    [InlineData("", "5 years", "signed 2024-01-01 2029-01-01", "-", "Stated 2029-01-01")]
    [InlineData("", "3 years", "signed 2024-01-01 2029-01-01", "-", "Conflict 2029-01-01")]
    [InlineData("", "5 years", "signed 2019-01-01; renewed 2024-01-01 2026-06-30", "-", "Stated 2026-06-30")]
    [InlineData("signed 2019-01-01", "5 years", "signed 2019-01-01; renewed 2024-01-01 2026-06-30", "-", "Stated 2026-06-30")]
    [InlineData("signed 2019-01-01 to 2023-12-31", "", "signed 2019-01-01; renewed 2024-01-01 2026-06-30", "-", "Stated 2026-06-30")]
    [InlineData("signed 2024-01-01 to 2029-01-01", "", "signed 2024-01-01 2028-01-01", "-", "Stated 2028-01-01")]
    [InlineData("signed 2024-01-01 to 2029-01-01", "", "signed 2024-01-01 2029-01-01", "2030-01-01", "Stated 2030-01-01")]
    [InlineData("signed 2024-01-01 to 2029-01-01", "", "signed 2024-01-01 2029-01-01", "", "Unstated ")]
    [InlineData("signed 2019-01-01 to 2023-12-31; renewed 2024-01-01 to 2026-06-30", "", "signed 2019-01-01 2023-12-31", "-", "Stated 2023-12-31")]
    public void The_end_that_the_last_act_says_is_the_end_of_the_agreement(string before, string term, string typed, string end, string expected)
    {
        var facts = Given.Facts(before, term);
        var edit = new AgreementEdit { Events = [.. typed.Split("; ").Select(Happened)], End = end == "-" ? null : end };
        var after = edit.On(facts, ReadingRules.Usual);
        $"{after.Ends.Basis} {after.Ends.On}".ShouldBe(expected);

        static EventEdit Happened(string act) => act.Split(' ') is var words ? new EventEdit(words[0], words[1], words.ElementAtOrDefault(2)) : EventEdit.Out;
    }

    [Theory]
    // The acts and how long, as printed; the end as it is typed, and the length; what holds.
    [InlineData("signed 2020-01-01", "5 years", "2027-06-30", null, "Stated 2027-06-30")]
    [InlineData("signed 2020-01-01 to 2025-01-01", "5 years", "2027-06-30", null, "Stated 2027-06-30")]
    [InlineData("signed 2020-01-01", "Long-term", "2027-06-30", null, "Stated 2027-06-30")]
    [InlineData("signed 2020-01-01", "5 years", "2025", null, "Computed 2025-01-01")]
    // Both are typed, and contradict each other; and what ends before it began.
    [InlineData("signed 2020-01-01", "5 years", "2027-06-30", "6 years", "Conflict 2027-06-30")]
    [InlineData("signed 2020-01-01", "5 years", "2019-06-30", null, "Conflict 2019-06-30")]
    public void An_end_that_is_typed_holds_against_what_a_length_leads_to(string before, string term, string end, string? typed, string expected)
    {
        var after = new AgreementEdit { End = end, Term = typed }.On(Given.Facts(before, term), ReadingRules.Usual);
        $"{after.Ends.Basis} {after.Ends.On}".ShouldBe(expected);
        after.Term.Text.ShouldBe(typed ?? term);
    }

    [Theory]
    [InlineData("2025-01-01..", "field.span")]
    [InlineData("..2025-01-01", "field.span")]
    [InlineData("2019-05/..", "field.span")]
    [InlineData("../2019", "field.span")]
    [InlineData("2019/2021", "field.span")]
    [InlineData("2019-05-01T10:00", "field.with-time")]
    [InlineData("2019-05-01T10:00:00", "field.with-time")]
    [InlineData("2019-05-01 10:00", "field.with-time")]
    [InlineData("2021-13", "field.no-month")]
    public void A_field_of_one_date_takes_nothing_else_and_says_why(string typed, string code) =>
        Should.Throw<FieldsException>(() => new AgreementEdit { End = typed }.On(Two, ReadingRules.Usual)).Problems.ShouldBe([new FieldProblem("end", code, typed)]);

    [Theory]
    [InlineData("2021-12-31")]
    [InlineData("2021-12")]
    [InlineData("31.12.2021")]
    [InlineData("2021/12/31")]
    [InlineData("31 Dec 2021")]
    [InlineData("2021~")]
    public void A_field_of_one_date_takes_a_date_in_any_writing(string typed) => new AgreementEdit { End = typed }.On(Two, ReadingRules.Usual).Ends.Text!.ShouldBe(typed);

    private static PartyEdit Partner(string typed)
    {
        if (typed == "out")
            return PartyEdit.Out;
        var parts = typed.Split(',').Select(p => p == "-" ? null : p).ToList();
        return new PartyEdit(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
    }
}

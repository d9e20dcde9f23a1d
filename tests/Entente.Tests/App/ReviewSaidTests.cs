using System.Text.Json;

namespace Entente.Tests.App;

/// <summary>What a review says of its list and of the register is what holds.</summary>
public sealed class ReviewSaidTests : IDisposable
{
    private const string List = """
        No,Partner,Country,Kind,Signed,Term
        1,Kyoto University,Japan,MoU,2022-11-08,5 years
        2,University of Graz,Austria,MoU,2021-02-28,10 years
        3,Nazarbayev University,Kazakhstan,MoU,2020-10-10,10 years
        4,Lund University,Sweden,MoU,2023-01-02,10 years

        """;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_decided_for_every_list_goes_with_a_list_that_is_dropped()
    {
        await BeginAsync(List);
        (await Ask("correct", "1", "--partner", "University of Kyoto", "--everywhere")).Code.ShouldBe(0);
        (await folder.Ask("register", "rule", "--json")).Json.GetArrayLength().ShouldBe(1);
        (await Ask("drop", "--yes")).Out.ShouldSatisfyAllConditions(o => o.ShouldContain("list.csv was dropped"), o => o.ShouldContain("University of Kyoto"));
        (await folder.Ask("register", "rule", "--json")).Json.GetArrayLength().ShouldBe(0);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_step_says_what_was_read_otherwise_and_one_count_has_one_name()
    {
        await BeginAsync("Partner,Country,Kind,Signed,Remarks\nUniversity of Graz,Austria,MoU,03/04/2020,a\nLund University,Sweden,MoU,05/06/2018,b\nAalto University,Finland,MoU,31 February 2019,c\n");
        (await Ask("accept", "2")).Code.ShouldBe(0);
        var set = (await Ask("set", "--days", "month-first")).Out;
        set.ShouldContain("To look at: 1. Before it were 3 records, to look at 2.");
        set.ShouldContain("Records: 3. To look at: 1.");
        (await Ask("set", "--column", "Remarks=subject", "--days", "Signed=day-first")).Code.ShouldBe(0);
        var shown = (await Ask("show")).Out;
        shown.ShouldContain("dates of the whole list: the month comes first");
        shown.ShouldContain("column “Remarks” is: Subject; dates of column “Signed”: the day comes first", Case.Insensitive);
        (await Ask("undo")).Out.ShouldContain("Undone: column “Remarks” is: ");
    }

    [Fact]
    public async Task A_country_that_is_typed_is_one_that_is_confirmed()
    {
        await BeginAsync(List.Replace("Japan", "Korea", StringComparison.Ordinal));
        (await Ask("show", "--record", "1")).Out.ShouldContain("may mean");
        (await Ask("correct", "1", "--country", "KR")).Code.ShouldBe(0);
        (await Ask("show", "--record", "1")).Out.ShouldNotContain("may mean");
    }

    [Fact]
    public async Task A_kind_that_holds_for_one_record_alone_is_said_to()
    {
        await BeginAsync(List);
        (await Ask("correct", "1", "--partner", "University of Kyoto", "--kind", "Framework contract; MoU", "--everywhere")).Out
            .ShouldContain("Its kind was corrected in this record alone: Framework contract; MoU");
        (await Ask("show")).Out.ShouldContain("its kind in this record alone: Framework contract; MoU");
    }

    [Fact]
    public async Task What_is_said_of_a_record_in_the_same_words_is_said_once()
    {
        await BeginAsync(List + "5,Lund University,Sweden,Student exchange,2019-01-02,10 years\n6,Lund University,Sweden,Double degree,2017-01-02,10 years\n");
        var records = (await JsonAsync("show")).GetProperty("records").EnumerateArray().ToList();
        foreach (var record in records)
            record.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("message").GetString()).ShouldBeUnique();
        records[4].GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("code").GetString() == "partner.same").GetProperty("records").EnumerateArray().Select(r => r.GetInt32()).ShouldBe([4, 5, 6]);
    }

    [Fact]
    public async Task What_a_list_says_no_more_is_said_to_come_back_when_it_is_accepted()
    {
        await folder.Import(folder.File("first.csv", List));
        await BeginAsync(List.Replace("2022-11-08,5 years", "2022-11-08,", StringComparison.Ordinal), "next.csv");
        (await Ask("show", "--record", "1")).Out.ShouldContain("Accept this if \"5 years\" is still true: the record says it again then.");
    }

    [Fact]
    public async Task What_was_decided_before_a_list_stays_when_it_is_dropped()
    {
        await BeginAsync(List);
        (await Ask("correct", "1", "--partner", "University of Kyoto", "--everywhere")).Code.ShouldBe(0);
        await BeginAsync(List.Replace("Lund", "Uppsala", StringComparison.Ordinal), "other.csv");
        (await Ask("drop", "--review", "other.csv", "--yes")).Out.ShouldContain("other.csv was dropped.");
        (await folder.Ask("register", "rule", "--json")).Json.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task What_the_register_says_otherwise_since_is_told_with_both_values_and_is_nothing_to_decide()
    {
        await folder.Import(folder.File("first.csv", List));
        (await folder.Ask("edit", "1", "--term", "6 years", "--yes")).Code.ShouldBe(0);
        (await folder.Ask("edit", "3", "--note", "ours", "--yes")).Code.ShouldBe(0);
        await BeginAsync(List + "5,Uppsala University,Sweden,MoU,2024-01-02,5 years\n");
        var records = (await JsonAsync("show")).GetProperty("records").EnumerateArray().ToList();
        records.Select(r => string.Join("; ", r.GetProperty("otherwise").EnumerateArray().Select(o => $"{o.GetProperty("field")}: {o.GetProperty("old")}, {o.GetProperty("new")}")))
            .ShouldBe(["term: P6Y, P5Y; end: 2028-11-08, 2027-11-08", "", "", "", ""]);
        records.ShouldAllBe(r => r.GetProperty("findings").GetArrayLength() == 0);
        (await Ask("show")).Out.ShouldContain("agreement 1, which says otherwise since");
        (await Ask("show", "--record", "1")).Out.ShouldContain("the register says 6 years by now, the list still 5 years");
        (await Ask("accept", "--clean")).Out.ShouldContain("5 records accepted.");
        (await Ask("store", "--yes")).Out.ShouldContain("the same: 4");
        (await folder.Ask("show", "1", "--json")).Json.GetProperty("ends").GetProperty("on").GetString().ShouldBe("2028-11-08");
    }

    [Fact]
    public async Task That_a_record_was_over_is_not_said_where_the_register_has_it_go_on()
    {
        var list = "Agreements as of 30 June 2026,,,,,\n" + List.Replace("2022-11-08", "2016-11-08", StringComparison.Ordinal).Replace("2021-02-28,10 years", "2012-02-28,10 years", StringComparison.Ordinal);
        await folder.Import(folder.File("first.csv", list));
        (await folder.Ask("renew", "1", "--on", "2021-11-08", "--yes")).Code.ShouldBe(0);
        await BeginAsync(list + "5,Uppsala University,Sweden,MoU,2024-01-02,5 years\n");
        var records = (await JsonAsync("show")).GetProperty("records").EnumerateArray().ToList();
        records.Select(r => r.GetProperty("findings").EnumerateArray().Any(f => f.GetProperty("code").GetString() == "ends.over-at-list-date")).ShouldBe([false, true, false, false, false]);
    }

    [Fact]
    public async Task What_records_are_to_the_register_adds_up_and_is_the_same_everywhere()
    {
        await folder.Import(folder.File("first.csv", List));
        (await folder.Ask("delete", "4", "--reason", "twice", "--yes")).Code.ShouldBe(0);
        (await folder.Ask("edit", "2", "--term", "3 years", "--yes")).Code.ShouldBe(0);
        await BeginAsync(List.Replace("2022-11-08,5 years", "2022-11-08,6 years", StringComparison.Ordinal).Replace("2021-02-28,10 years", "2021-02-28,8 years", StringComparison.Ordinal) + "5,Uppsala University,Sweden,MoU,2024-01-02,5 years\n");
        (await GroupsAsync()).ShouldBe("new 5; changed 1; doubtful 2; same 3; deleted 4");
        (await Ask("accept", "1-5")).Code.ShouldBe(0);
        (await GroupsAsync()).ShouldBe("new 5; changed 1; doubtful ; same 2 3; deleted 4");
        var stored = await Ask("store", "--yes");
        stored.Out.ShouldContain("New: 1, changed: 1, the same: 2, no longer listed: 0. Doubtful: 0");
        stored.Out.ShouldContain("Of agreements that were deleted, and stay deleted: 1");
        (await EditionAsync()).ShouldBe("records 5; new 1; changed 1; same 2; doubtful 0; deleted 1; skipped 0");
    }

    [Fact]
    public async Task A_document_that_is_there_already_has_as_many_as_were_stored_of_it()
    {
        await BeginAsync(List);
        (await Ask("accept", "1-3")).Code.ShouldBe(0);
        (await Ask("skip", "4")).Code.ShouldBe(0);
        (await Ask("store", "--yes")).Code.ShouldBe(0);
        (await folder.Ask("import", folder.File("list.csv", List), "--yes")).Out.ShouldContain("the same: 3");
        (await EditionAsync()).ShouldBe("records 4; new 3; changed 0; same 0; doubtful 0; deleted 0; skipped 1");
    }

    [Fact]
    public async Task The_record_of_a_deleted_agreement_says_that_this_stays_deleted()
    {
        await folder.Import(folder.File("first.csv", List));
        (await folder.Ask("delete", "4", "--reason", "twice", "--yes")).Code.ShouldBe(0);
        await BeginAsync(List + "5,Uppsala University,Sweden,MoU,2024-01-02,5 years\n");
        (await Ask("show", "--record", "4")).Out.ShouldContain("It stays deleted, whatever is decided on this row");
        (await Ask("store", "--yes")).Error.ShouldSatisfyAllConditions(e => e.ShouldContain("--leave-out: Decide on the 5 that are left"), e => e.ShouldNotContain("tick"));
    }

    [Fact]
    public async Task The_list_of_agreements_says_how_far_one_runs_that_renews_itself()
    {
        await folder.Import(folder.File("first.csv", List.Replace("2022-11-08,5 years", "2015-03-12,\"5 years, renewed automatically\"", StringComparison.Ordinal)));
        (await folder.Ask("list", "--on", "2026-11-24")).Out.ShouldSatisfyAllConditions(o => o.ShouldContain("12 Mar 2020"), o => o.ShouldContain("2030"));
    }

    [Fact]
    public async Task Notes_about_the_list_as_a_whole_are_shown_too()
    {
        await BeginAsync(List.Replace("Kyoto University", "Kyoto\u202E University", StringComparison.Ordinal).Replace("4,Lund", "9,Lund", StringComparison.Ordinal));
        var shown = (await Ask("show")).Out;
        shown.ShouldContain("About the list as a whole, to look at: 1.");
        shown.ShouldContain("note: ");
        shown.ShouldNotContain("\u202E");
    }

    [Theory]
    [InlineData("month-first", true)]
    [InlineData("day-first", false)]
    public async Task A_column_that_tells_otherwise_than_was_said_of_its_days_is_a_doubt(string said, bool isDoubt)
    {
        await BeginAsync(List.Replace("2022-11-08", "05.06.2010", StringComparison.Ordinal).Replace("2021-02-28", "15.06.2010", StringComparison.Ordinal).Replace("2020-10-10", "30.06.2024", StringComparison.Ordinal));
        (await Ask("set", "--days", $"Signed={said}")).Code.ShouldBe(0);
        var shown = (await Ask("show")).Out;
        shown.Contains("but 2 dates of it can only be read the other way, such as 15.06.2010", StringComparison.Ordinal).ShouldBe(isDoubt, shown);
    }

    [Fact]
    public async Task A_column_of_periods_tells_otherwise_than_was_said_of_the_list_as_well()
    {
        await BeginAsync("University,Country,Type,Signed,Valid\nUniversity of Graz,Austria,MoU,01/04/2016,01/04/2016 – 31/03/2021\nLund University,Sweden,MoU,07/08/2019,3 years\n");
        (await Ask("set", "--days", "month-first")).Code.ShouldBe(0);
        var shown = (await Ask("show")).Out;
        shown.ShouldContain("In the column \"Valid\" it was said: the month comes first; but 1 date of it can only be read the other way, such as 01/04/2016 – 31/03/2021");
        shown.ShouldNotContain("In the column \"Signed\" it was said");
        shown.ShouldContain("1 Apr 2016 – 31 Mar 2021", Case.Sensitive);
    }

    [Fact]
    public async Task A_country_that_was_decided_for_a_partner_is_told_as_its_country()
    {
        await BeginAsync(List.Replace(",Kazakhstan", ",", StringComparison.Ordinal));
        (await Ask("correct", "3", "--country", "KZ", "--everywhere")).Code.ShouldBe(0);
        await BeginAsync(List.Replace(",Kazakhstan", ",", StringComparison.Ordinal).Replace("Lund", "Uppsala", StringComparison.Ordinal), "other.csv");
        (await Ask("show", "--record", "3", "--review", "other.csv")).Out.ShouldContain("\"Nazarbayev University\" was taken to be in Kazakhstan, as someone decided");
    }

    [Fact]
    public async Task What_a_kind_means_everywhere_is_told_as_decided()
    {
        await BeginAsync(List.Replace("Sweden,MoU", "Sweden,Grundsatzpapier", StringComparison.Ordinal));
        var told = await Ask("correct", "4", "--kind", "Framework agreement", "--everywhere");
        told.Out.ShouldSatisfyAllConditions(o => o.ShouldContain("Decided for this and later lists"), o => o.ShouldContain("\"Grundsatzpapier\": Framework agreement"));
        (await Ask("undo")).Out.ShouldContain("Grundsatzpapier");
    }

    private async Task<string> GroupsAsync()
    {
        var groups = new List<string>();
        foreach (var group in (string[])["new", "changed", "doubtful", "same", "deleted"])
            groups.Add($"{group} {string.Join(' ', (await JsonAsync("show", "--only", group)).GetProperty("records").EnumerateArray().Select(r => r.GetProperty("record").GetInt32()))}");
        return string.Join("; ", groups);
    }

    private async Task<string> EditionAsync()
    {
        var edition = (await folder.Ask("editions", "--json")).Json.EnumerateArray().Single(e => e.GetProperty("name").GetString() == "list.csv");
        return string.Join("; ", ((string[])["records", "new", "changed", "same", "doubtful", "deleted", "skipped"]).Select(n => $"{n} {edition.GetProperty(n)}"));
    }

    private async Task BeginAsync(string list, string name = "list.csv") =>
        (await folder.Ask("review", folder.File(name, list))).ShouldSatisfyAllConditions(a => a.Error.ShouldBeEmpty(), a => a.Code.ShouldBe(0));

    private Task<Asked> Ask(params string[] words) => folder.Ask(["review", .. words]);

    private async Task<JsonElement> JsonAsync(params string[] words)
    {
        var asked = await Ask([.. words, "--json"]);
        asked.Error.ShouldBeEmpty();
        return asked.Json;
    }
}

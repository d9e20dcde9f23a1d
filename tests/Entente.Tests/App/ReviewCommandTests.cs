using System.Text.Json;

namespace Entente.Tests.App;

/// <summary>A list is gone through on the command line by the acts of the pages.</summary>
public sealed class ReviewCommandTests : IDisposable
{
    private const string List = ReviewsTests.List;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_list_is_shown_with_its_columns_and_what_was_found_about_each_record()
    {
        await BeginAsync(List);
        var shown = await JsonAsync("show");
        shown.GetProperty("columns").EnumerateArray().Select(c => $"{c.GetProperty("column")} {c.GetProperty("head")} {c.GetProperty("field")}")
            .ShouldBe(["1 No number", "2 Partner partner", "3 Country country", "4 Type kind", "5 Signed start", "6 Term term", "7 Remarks note"]);
        shown.GetProperty("records").EnumerateArray().Select(r => r.GetProperty("text").GetString()![..3]).ShouldBe(["1 |", "2 |", "3 |", "4 |", "5 |"]);
        Counts(shown).ShouldBe("5 records, 1 look, 5 left, 0 accepted, 0 skipped");
        var text = (await Ask("show")).Out;
        text.ShouldContain("31 February 2023\" is no day of the calendar");
        text.ShouldContain("Student exchange");
        (await JsonAsync("show", "--only", "look")).GetProperty("records").EnumerateArray().Select(r => r.GetProperty("record").GetInt32()).ShouldBe([5]);
        (await Ask("show", "--record", "3")).Out.ShouldContain("Kyoto Institute of Tehcnology → Kyoto Institute of Technology");
        (await Ask("show", "--record", "6")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(1), a => a.Error.ShouldContain("no record 6"));
    }

    [Fact]
    public async Task Records_are_accepted_skipped_and_corrected_and_each_step_is_taken_back()
    {
        await BeginAsync(List);
        (await Ask("accept", "--clean")).Out.ShouldContain("3 records accepted.");
        (await Ask("accept", "3", "--proposed")).Out.ShouldContain("Record 3 corrected and accepted.");
        (await Ask("skip", "1-2")).Lines[0].ShouldBe("Records 1-2 skipped.");
        (await Ask("correct", "5", "--signed", "30 February 2023")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(1), a => a.Error.ShouldContain("--signed: "));
        var corrected = await JsonAsync("correct", "5", "--signed", "2023-02-28", "--note", "letter of May");
        corrected.GetProperty("records")[4].GetProperty("fields").EnumerateArray().Select(f => $"{f.GetProperty("field")}: {f.GetProperty("text")}")
            .ShouldBe(["partner: Lund University", "country: SE", "kind: MOU", "start: signed 2023-02-28", "term: P5Y", "end: 2028-02-28", "note: letter of May"]);
        Counts(corrected).ShouldBe("5 records, 0 look, 0 left, 3 accepted, 2 skipped");
        (await Ask("undo")).Out.ShouldContain("record 5 corrected");
        (await Ask("undo")).Out.ShouldContain("records 1-2 skipped");
        Counts(await JsonAsync("show")).ShouldBe("5 records, 1 look, 1 left, 4 accepted, 0 skipped");
    }

    [Fact]
    public async Task Several_records_are_decided_on_in_one_step_all_of_them_or_none()
    {
        await BeginAsync(List);
        (await Ask("accept", "1-4", "3", "6")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(1), a => a.Error.ShouldContain("no record 6"));
        (await JsonAsync("show")).GetProperty("steps").GetArrayLength().ShouldBe(0);
        (await Ask("accept", "1-2", "4-5")).Lines[0].ShouldBe("Records 1-2, 4-5 accepted.");
        var proposed = (await Ask("accept", "2-3", "--proposed")).Lines;
        proposed[..2].ShouldBe(["Record 2 accepted as it was read: nothing is proposed for it.", "Record 3 corrected and accepted."]);
        var steps = (await JsonAsync("show")).GetProperty("steps").EnumerateArray().ToList();
        steps.Select(s => string.Join(' ', s.GetProperty("records").EnumerateArray().Select(r => r.GetInt32()))).ShouldBe(["1 2 4 5", "2 3"]);
        // What was corrected among them is corrected also where rows are parted after it.
        (await Ask("split", "4")).Code.ShouldBe(0);
        (await JsonAsync("show")).GetProperty("records")[2].GetProperty("isCorrected").GetBoolean().ShouldBeTrue();
        (await Ask("undo")).Code.ShouldBe(0);
        (await Ask("undo")).Out.ShouldContain("records 2-3 accepted");
        (await JsonAsync("show")).GetProperty("records")[2].GetProperty("isCorrected").GetBoolean().ShouldBeFalse();
        (await Ask("undo")).Out.ShouldContain("records 1-2, 4-5 accepted");
        Counts(await JsonAsync("show")).ShouldBe("5 records, 1 look, 5 left, 0 accepted, 0 skipped");
    }

    [Fact]
    public async Task What_was_changed_here_and_in_the_list_is_decided_field_by_field()
    {
        await folder.Import(folder.File("first.csv", List));
        (await folder.Ask("edit", "2", "--term", "3 years", "--note", "ours", "--yes")).Code.ShouldBe(0);
        await BeginAsync(List.Replace("2018-06-18,5 years,b", "2018-06-18,10 years,list", StringComparison.Ordinal));
        var conflicts = (await JsonAsync("show")).GetProperty("records")[1].GetProperty("conflicts").EnumerateArray();
        conflicts.Select(c => $"{c.GetProperty("field")}: {c.GetProperty("old")} {c.GetProperty("new")}").ShouldBe(["term: P3Y P10Y", "note: ours list"]);
        (await Ask("show", "--record", "2")).Out.ShouldContain("here 3 years, the list 10 years");
        (await Ask("accept", "2", "--take", "end")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(1), a => a.Error.ShouldContain("says nothing in end"));
        (await Ask("accept", "2")).Code.ShouldBe(0);
        (await Ask("accept", "2", "--take", "note")).Code.ShouldBe(0);
        // The last decision counts.
        (await Ask("accept", "2", "--take", "term")).Code.ShouldBe(0);
        (await Ask("show")).Out.ShouldContain("record 2 accepted, as the list says it: term");
        (await JsonAsync("show")).GetProperty("records")[1].GetProperty("conflicts").GetArrayLength().ShouldBe(0);
        (await Ask("accept", "1", "3-5")).Code.ShouldBe(0);
        (await Ask("store", "--yes")).Code.ShouldBe(0);
        var facts = (await folder.Ask("show", "2", "--json")).Out;
        facts.ShouldContain("P10Y");
        facts.ShouldContain("ours");
        facts.ShouldContain("2028-06-18");
    }

    [Fact]
    public async Task A_step_in_the_middle_is_taken_back_by_its_number_and_a_doubtful_record_is_said_to_be_known()
    {
        await folder.Import(folder.File("first.csv", List));
        await BeginAsync(List.Replace("University of Graz", "Graz Institute", StringComparison.Ordinal));
        (await Ask("same", "2")).Out.ShouldContain("Record 2 is agreement 2. It changes there: partner: Graz Institute.");
        (await Ask("skip", "1")).Code.ShouldBe(0);
        (await Ask("show")).Out.ShouldContain("Step 1: record 2 said to be a known agreement");
        (await Ask("undo", "--step", "1")).Out.ShouldContain("record 2 said to be a known agreement");
        (await Ask("same", "1")).Error.ShouldContain("not in doubt");
        (await Ask("undo", "--step", "7")).Code.ShouldBe(1);
    }

    [Fact]
    public async Task Of_several_records_all_are_accepted_or_none()
    {
        await BeginAsync(List);
        (await Ask("accept", "1", "4-9")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(1), a => a.Error.ShouldContain("no record 6"));
        Counts(await JsonAsync("show")).ShouldBe("5 records, 1 look, 5 left, 0 accepted, 0 skipped");
        (await Ask("accept", "one")).Code.ShouldBe(2);
        (await Ask("accept")).Code.ShouldBe(2);
        (await Ask("accept", "1", "--clean")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task What_columns_and_days_mean_is_set_right()
    {
        await BeginAsync("No,Partner,Country,Type,Signed,Until,Remarks\n1,University of Vienna,Austria,MOU,03/04/2020,03/04/2025,a\n2,University of Graz,Austria,MOU,05/06/2018,07/06/2023,b\n");
        var set = await JsonAsync("set", "--column", "remarks=subject", "--column", "1=none", "--days", "Signed=month-first", "--days", "day-first", "--listed-on", "2024-04");
        Fields(set, 0).ShouldBe("University of Vienna, AT, MOU, signed 2020-03-04, 2025-04-03, a, No: 1");
        set.GetProperty("columns")[6].GetProperty("field").GetString().ShouldBe("subject");
        set.GetProperty("columns")[4].GetProperty("days").GetString().ShouldBe("month-first");
        set.GetProperty("listedOn").GetString().ShouldBe("2024-04");
        (await Ask("set", "--column", "Until=none")).Out.ShouldContain("of 2 records");
        (await Ask("set", "--column", "Comment=note")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(1), a => a.Error.ShouldContain("Signed, Until, Remarks"));
        foreach (string[] wrong in (string[][])[["--column", "Remarks=nothing"], ["--column", "note"], ["--days", "Signed=sometimes"], []])
            (await Ask(["set", .. wrong])).Code.ShouldBe(2);
    }

    [Fact]
    public async Task Columns_show_what_stands_in_their_first_rows_and_how_their_days_are_meant()
    {
        await BeginAsync("No,Partner,Country,Type,Signed,Until,Term,Remarks\n1,University of Vienna,Austria,MOU,03/04/2020,,5 years,\n2,University of Graz,Austria,MOU,05/06/2018,07/06/2023,,b\n3,Lund University,Sweden,MOU,07/08/2018,,5 years,b | c\n4,Aalto University,Finland,MOU,07/09/2018,,3 years,\n");
        var columns = (await JsonAsync("show")).GetProperty("columns").EnumerateArray().ToList();
        columns.Select(c => string.Join(" · ", c.GetProperty("examples").EnumerateArray().Select(e => e.GetString())))
            .ShouldBe(["1 · 2 · 3", "University of Vienna · University of Graz · Lund University", "Austria · Sweden · Finland", "MOU", "03/04/2020 · 05/06/2018 · 07/08/2018", "07/06/2023", "5 years · 3 years", "b · b | c"]);
        var set = await JsonAsync("set", "--days", "month-first", "--days", "Until=day-first");
        set.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("days").GetString())
            .ShouldBe(["unknown", "unknown", "unknown", "unknown", "month-first", "day-first", "unknown", "unknown"]);
        (await Ask("show")).Out.ShouldContain("the month comes first");
    }

    [Fact]
    public async Task A_record_is_split_and_joined()
    {
        await BeginAsync(List);
        (await Ask("split", "4")).Out.ShouldContain("Its other part is record 6.");
        (await Ask("join", "2")).Out.ShouldContain("Record 2 is a part of record 1 now.");
        (await JsonAsync("show")).GetProperty("records").EnumerateArray().Select(r => r.GetProperty("record").GetInt32()).ShouldBe([1, 3, 4, 6, 5], ignoreOrder: true);
        (await Ask("join", "1")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(1), a => a.Error.ShouldContain("the first of the list"));
    }

    [Fact]
    public async Task A_list_is_stored_when_all_is_decided_or_left_out()
    {
        await BeginAsync(List);
        await Ask("accept", "--clean");
        (await Ask("accept", "--noted")).Code.ShouldBe(0);
        (await Ask("store", "--yes")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(1), a => a.Error.ShouldContain("--leave-out: "));
        (await Ask("store", "--leave-out")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(1), a => a.Error.ShouldContain("[y/N]"), a => a.Out.ShouldBeEmpty());
        (await Asked.With("y\n", "review", "store", "--leave-out", "--data", folder.Data)).ShouldSatisfyAllConditions(
            a => a.Code.ShouldBe(0), a => a.Out.ShouldContain("New: 4"), a => a.Out.ShouldContain("Skipped or left out, and kept with the list: 1"), a => a.Out.ShouldNotContain("earlier list"));
        (await folder.Ask("list", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(4);
        (await Ask("show")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(1), a => a.Error.ShouldContain("No list is under review"));
    }

    [Fact]
    public async Task The_next_list_shows_what_each_record_is_to_the_register_with_old_and_new()
    {
        await folder.Import(folder.File("first.csv", List));
        await BeginAsync(List.Replace("Student exchange,2021-03-04,5 years", "Student exchange,2021-03-04,10 years") + "6,Uppsala University,Sweden,MOU,2024-01-02,5 years,f\n");
        var records = (await JsonAsync("show")).GetProperty("records").EnumerateArray().ToList();
        records.Select(r => r.GetProperty("fate").GetString()).ShouldBe(["same", "same", "same", "changed", "same", "new"]);
        records[3].GetProperty("changes")[0].ShouldSatisfyAllConditions(
            c => c.GetProperty("field").GetString().ShouldBe("term"), c => c.GetProperty("old").GetString().ShouldBe("P5Y"), c => c.GetProperty("new").GetString().ShouldBe("P10Y"));
        (await Ask("show", "--record", "4")).Out.ShouldContain("term: 5 years → 10 years");
        (await Ask("show")).Out.ShouldContain("changes agreement 4");
        (await JsonAsync("show", "--only", "changed")).GetProperty("records").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Several_lists_are_told_apart_by_name_or_id()
    {
        await BeginAsync(List);
        var other = await BeginAsync(List.Replace("Vienna", "Linz"), "other.csv");
        (await Ask("show")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(1), a => a.Error.ShouldContain("list.csv"), a => a.Error.ShouldContain("other.csv"));
        (await Ask("accept", "1", "--review", "other.csv")).Code.ShouldBe(0);
        Counts(await JsonAsync("show", "--review", other)).ShouldBe("5 records, 1 look, 4 left, 1 accepted, 0 skipped");
        (await Ask("drop", "--review", other)).Code.ShouldBe(1);
        (await Ask("drop", "--review", other, "--yes")).Out.ShouldContain("other.csv was dropped.");
        (await Ask("show", "--review", other)).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(1), a => a.Error.ShouldContain("entente reviews"));
        (await Ask("show")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task What_somebody_else_did_in_the_meantime_is_not_gone_over()
    {
        await BeginAsync(List);
        var version = (await JsonAsync("show")).GetProperty("version").GetInt32();
        (await Ask("accept", "1")).Code.ShouldBe(0);
        foreach (string[] step in (string[][])[["skip", "1"], ["accept", "--clean"], ["undo"], ["split", "1"], ["set", "--days", "day-first"], ["correct", "2", "--note", "x"], ["store", "--leave-out", "--yes"], ["drop", "--yes"]])
            (await Ask([.. step, "--if-version", $"{version}"])).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(1), a => a.Error.ShouldContain("Someone else went on with list.csv in the meantime"));
        (await Ask("skip", "1-2", "--if-version", $"{version + 1}")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_correction_is_a_rule_for_later_lists_where_that_is_asked_for()
    {
        await BeginAsync(List);
        (await Ask("correct", "3", "--partner", "Kyoto Institute of Technology", "--everywhere")).Out.ShouldContain("Decided for this and later lists");
        (await folder.Ask("register", "rule", "--json")).Json.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task The_document_before_a_step_says_which_list_is_meant()
    {
        await BeginAsync(List);
        await BeginAsync(List.Replace("Vienna", "Linz"), "other.csv");
        (await folder.Ask("review", Path.Combine(folder.Path, "other.csv"), "accept", "1")).Code.ShouldBe(0);
        Counts(await JsonAsync("show", "--review", "other.csv")).ShouldBe("5 records, 1 look, 4 left, 1 accepted, 0 skipped");
        (await Ask()).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(2), a => a.Error.ShouldContain("Say the document to begin with"));
        (await Ask("acept", "3")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(2), a => a.Error.ShouldContain("Did you mean accept?"));
        (await Ask("list.csv", "3")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(2), a => a.Error.ShouldNotContain("list.csv"));
        (await Ask("show", "--help")).Out.ShouldContain("review [<FILE>] show");
    }

    private async Task<string> BeginAsync(string list, string name = "list.csv")
    {
        var begun = await folder.Ask("review", folder.File(name, list), "--json");
        begun.Code.ShouldBe(0);
        return begun.Json.GetProperty("id").GetString()!;
    }

    private Task<Asked> Ask(params string[] words) => folder.Ask(["review", .. words]);

    private async Task<JsonElement> JsonAsync(params string[] words)
    {
        var asked = await Ask([.. words, "--json"]);
        asked.Error.ShouldBeEmpty();
        return asked.Json;
    }

    private static string Counts(JsonElement shown) => string.Join(", ", shown.GetProperty("counts").EnumerateObject().Select(c => $"{c.Value} {c.Name}"));

    private static string Fields(JsonElement shown, int at) =>
        string.Join(", ", shown.GetProperty("records")[at].GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("text").GetString()));
}

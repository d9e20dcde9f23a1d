using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Tests.App.Pages;

/// <summary>A list is uploaded or pasted, gone through and stored on pages, without any script.</summary>
public sealed partial class ReviewPagesTests : IAsyncLifetime
{
    private const string List = """
        No,Partner,Country,Type,Signed,Term,Remarks
        1,University of Vienna,Austria,MOU,2020-01-02,5 years,a
        2,University of Graz,Austria,MOU,2018-06-18,5 years,b
        3,Kyoto University,Japan,MOU,2022-01-02,2 years,c
        4,Lund University,Sweden,MOU,31 February 2023,5 years,e

        """;

    private readonly TestFolder folder = new();
    private PageSite site = null!;

    public async ValueTask InitializeAsync()
    {
        await folder.HoldAsync();
        site = await PageSite.OfAsync(folder);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_whole_way_from_the_file_to_the_register_and_back()
    {
        var at = await UploadAsync();
        Words(await site.TextAsync(at)).ShouldContain("1 To look at 4 Left 0 Accepted 0 Skipped 4 All records");
        (await site.BytesAsync(File().Match(await site.TextAsync(at)).Groups[1].Value)).ShouldBe(Encoding.UTF8.GetBytes(List));
        Words(await site.TextAsync($"{at}/storing")).ShouldContain("No record is accepted yet");
        Words(await site.TextAsync($"{at}/storing")).ShouldNotContain("New agreements");
        (await site.SendAsync(at, "clean")).To.ShouldBe(at);
        (await site.TextAsync(at)).ShouldNotContain("Accept all");
        (await site.SendAsync(at + "?show=all", "records", ("skip", "2"))).To.ShouldBe(at + "?show=all");
        Words(await site.TextAsync(at)).ShouldContain("1 To look at 1 Left 2 Accepted 1 Skipped");

        var correction = await site.FormAsync($"{at}/records/4/correction", "correction");
        (await site.SendAsync(correction.With(("event-1-on", "2023-02-28"), ("event-1-act", "signed")))).To.ShouldBe(at);
        var done = Words(await site.TextAsync(at));
        done.ShouldContain("Every record is decided on.");
        done.ShouldContain("Undo: record 4 corrected");

        Words(await site.TextAsync($"{at}/storing")).ShouldContain("New agreements 3");
        var stored = await site.SendAsync($"{at}/storing", "store");
        stored.To.ShouldStartWith("/sources/");
        (await site.GetAsync(at)).To.ShouldBe(stored.To);
        Words(await site.TextAsync("/sources")).ShouldContain("3 new, 0 changed, 0 the same, 1 skipped");
        (await site.TextAsync(stored.To!)).ShouldContain("4 records, 1 of them skipped");
        (await site.TextAsync("/agreements")).ShouldContain("Lund University");
        (await site.TextAsync("/agreements")).ShouldNotContain("University of Graz");

        await folder.Ask("edit", "3", "--note", "ours", "--yes");
        var back = Words(await site.TextAsync($"{stored.To}/taking-back"));
        back.ShouldContain("One of these agreements was worked on after the list was stored");
        back.ShouldContain("Agreements taken out of the register 3 (numbers ");
        (await site.SendAsync($"{stored.To}/taking-back", "taking-back", ("seen", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.SendAsync($"{stored.To}/taking-back", "taking-back")).To.ShouldBe("/sources");
        (await site.TextAsync("/agreements")).ShouldNotContain("Lund University");
        (await site.GetAsync($"{stored.To}/taking-back")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task One_record_after_the_other_what_was_found_first()
    {
        var at = await UploadAsync();
        First().Match(await site.TextAsync(at)).Groups[1].Value.ShouldBe($"{at}/records/4");
        var page = await site.TextAsync($"{at}/records/4");
        page.ShouldContain("is no day of the calendar");
        page.ShouldContain("href=\"#line-5\"");
        (await site.SendAsync($"{at}/records/4", "accept")).To.ShouldBe($"{at}/records/1");
        (await site.SendAsync($"{at}/records/1", "skip")).To.ShouldBe($"{at}/records/2");
        (await site.SendAsync($"{at}/records/2", "undo")).To.ShouldBe($"{at}/records/1");
        Words(await site.TextAsync($"{at}/records/1")).ShouldContain("3 left");
        (await site.GetAsync($"{at}/records/9")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.GetAsync("/imports/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Where_no_step_is_left_there_is_nothing_to_take_back_or_to_mend()
    {
        var at = await UploadAsync();
        (await site.SendAsync($"{at}/records/1", "skip")).Status.ShouldBe(HttpStatusCode.Found);
        var undo = await site.FormAsync(at, "undo");
        (await site.SendAsync(undo)).Status.ShouldBe(HttpStatusCode.Found);
        var again = await site.SendAsync(undo);
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Words(again.Text).ShouldContain("no step is left");
        again.Text.ShouldNotContain("Mend this");
    }

    [Fact]
    public async Task A_column_is_set_right_and_its_effect_is_told()
    {
        var at = await UploadAsync();
        var form = await site.FormAsync(at, "columns");
        form.Fields["column-1-7"].ShouldBe("note");
        (await site.SendAsync(form.With(("column-1-7", "subject")))).To.ShouldBe(at);
        (await site.FormAsync(at, "columns")).Fields["column-1-7"].ShouldBe("subject");
        (await site.SendAsync((await site.FormAsync(at, "columns")).With(("days", "month-first")))).To.ShouldBe(at);
        Words(await site.TextAsync(at)).ShouldContain("As said of the whole list: the month comes first.");
        var (status, text, _) = await site.SendAsync((await site.FormAsync(at, "columns")).With(("column-1-2", "none"), ("column-1-3", "none"), ("column-1-4", "none"), ("column-1-5", "none"), ("column-1-6", "none")));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        text.ShouldContain("Nothing was changed: say which column names the partners");
    }

    [Fact]
    public async Task A_correction_everywhere_is_a_rule_that_is_listed_and_taken_out()
    {
        var at = await UploadAsync();
        var correction = await site.FormAsync($"{at}/records/1/correction", "correction");
        // Nothing holds elsewhere that nobody asked for.
        correction.Fields.ShouldNotContainKey("everywhere");
        (await site.SendAsync(correction.With(("partner-1-name", "Universität Wien"), ("everywhere", "yes")))).To.ShouldStartWith(at);
        Words(await site.TextAsync(at)).ShouldContain("Decided for this and later lists: \"University of Vienna\": Universität Wien");
        var rules = await site.TextAsync("/settings/rules");
        Words(rules).ShouldContain("partner University of Vienna means Universität Wien");
        (await site.SendAsync("/settings/rules", "remove", ("rule", "0"))).To.ShouldBe("/settings/rules");
        Words(await site.TextAsync("/settings/rules")).ShouldContain("Nothing was decided yet");
        var wrong = await site.SendAsync("/settings/rules", "rule", ("field", "country"), ("printed", "Utopia"), ("meaning", "Nowhere"));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldContain("no country that is known");
        (await site.SendAsync("/settings/rules", "rule", ("field", "country"), ("printed", "Utopia"), ("meaning", "Norway"))).To.ShouldBe("/settings/rules");
        Words(await site.TextAsync("/settings")).ShouldContain("What a wording means: country \"Utopia\"");
    }

    [Fact]
    public async Task A_record_is_split_and_joined_beside_its_source()
    {
        var at = await UploadAsync();
        (await site.SendAsync($"{at}/records/2", "split")).To.ShouldBe($"{at}/records/2");
        Words(await site.TextAsync($"{at}/records/5")).ShouldContain("University of Graz");
        (await site.TextAsync($"{at}/records/5")).ShouldContain("href=\"#line-3\"");
        (await site.SendAsync($"{at}/records/5", "undo")).Status.ShouldBe(HttpStatusCode.Found);
        (await site.GetAsync($"{at}/records/5")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.SendAsync($"{at}/records/3", "join")).To.ShouldBe($"{at}/records/2");
        Words(await site.TextAsync(at)).ShouldContain("3 All records");
    }

    [Fact]
    public async Task What_follows_from_taking_what_the_list_says_is_shown_beside_the_choice()
    {
        await folder.Import(folder.File("first.csv", List));
        (await folder.Ask("renew", "3", "--on", "2023-06-01", "--yes")).Code.ShouldBe(0);
        var at = await UploadAsync(List.Replace("Signed,Term", "Signed,Renewed,Term", StringComparison.Ordinal).Replace(",2022-01-02,", ",2022-01-02,2023-07-01,", StringComparison.Ordinal)
            .Replace("2020-01-02,", "2020-01-02,,", StringComparison.Ordinal).Replace("2018-06-18,", "2018-06-18,,", StringComparison.Ordinal).Replace("31 February 2023,", "31 February 2023,,", StringComparison.Ordinal));
        Words(await site.TextAsync($"{at}/records/3")).ShouldContain("renewed 1 Jul 2023 Then also end: 1 Jul 2025");
        (await site.SendAsync(at, "records", ("take", "3"))).Status.ShouldBe(HttpStatusCode.Found);
        Words(await site.TextAsync($"{at}/records/3")).ShouldContain("1 Jul 2025");
    }

    [Fact]
    public async Task Someone_who_was_slower_is_told_and_sees_the_list_as_it_is()
    {
        var at = await UploadAsync();
        var form = PageSite.Form(await site.TextAsync(at), "records");
        (await site.SendAsync(at, "clean")).Status.ShouldBe(HttpStatusCode.Found);
        form["skip"] = "1";
        var late = await site.PostAsync(at, form);
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Words(late.Text).ShouldContain("1 To look at 1 Left 3 Accepted 0 Skipped");
        Words(late.Text).ShouldContain("Record 1 was decided on, or is read otherwise, since this page was opened. Nothing was done");
    }

    [Fact]
    public async Task Two_people_decide_on_records_of_one_list_at_once()
    {
        var at = await UploadAsync();
        var (first, list, columns) = (await site.FormAsync($"{at}/records/1", "accept"), await site.FormAsync(at, "records"), await site.FormAsync(at, "columns"));
        (await site.SendAsync($"{at}/records/2", "accept")).Status.ShouldBe(HttpStatusCode.Found);
        (await site.SendAsync(first)).To.ShouldBe($"{at}/records/3");
        (await site.SendAsync(list.With(("skip", "3")))).To.ShouldBe(at);
        var late = await site.SendAsync(first);
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Words(late.Text).ShouldSatisfyAllConditions(t => t.ShouldContain("Record 1 was decided on"), t => t.ShouldNotContain("what you typed"));
        (await site.SendAsync(columns.With(("column-1-7", "subject")))).To.ShouldBe(at);
        Words((await site.SendAsync(columns.With(("column-1-7", "note")))).Text).ShouldContain("Someone else went on with list.csv");
        Words((await site.SendAsync(list.With(("accept", "4")))).Text).ShouldContain("Record 4 was decided on, or is read otherwise");
    }

    [Fact]
    public async Task What_was_typed_stays_where_someone_else_decided_on_the_record_meanwhile()
    {
        var at = await UploadAsync();
        var correction = await site.FormAsync($"{at}/records/4/correction", "correction");
        (await site.SendAsync($"{at}/records/4", "skip")).Status.ShouldBe(HttpStatusCode.Found);
        var late = await site.SendAsync(correction.With(("note", "typed meanwhile")));
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldSatisfyAllConditions(t => t.ShouldContain("typed meanwhile"), t => t.ShouldContain("What you typed is still here"));
    }

    [Fact]
    public async Task What_is_pasted_is_read_with_its_cells_where_they_are_known()
    {
        var form = await site.FormAsync("/imports", "paste");
        var plain = await site.SendAsync(form.With(("text", List.Replace(',', '\t'))));
        Words(await site.TextAsync(plain.To!)).ShouldContain("4 All records");
        var rows = string.Concat(List.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => $"<tr>{string.Concat(l.Split(',').Select(c => $"<td>{c}</td>"))}</tr>"));
        var rich = await site.SendAsync(form.With(("text", "as it looks"), ("rich", $"<html><body><table>{rows}</table></body></html>")));
        Words(await site.TextAsync(rich.To!)).ShouldContain("4 All records");
        (await site.SendAsync(form)).Text.ShouldContain("Paste the list first");
    }

    [Fact]
    public async Task What_cannot_be_read_or_is_too_large_is_said()
    {
        (await site.UploadAsync("/imports", "upload", "file", "a.txt", Encoding.UTF8.GetBytes("no list at all"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.SendAsync("/imports", "upload")).Text.ShouldContain("Choose a file first");
        var large = await site.UploadAsync("/imports", "upload", "file", "large.csv", new byte[(64 << 20) + 1]);
        large.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        large.Text.ShouldContain("large.csv");
        Words(await site.TextAsync("/imports")).ShouldNotContain("Under way");
    }

    [Fact]
    public async Task A_list_that_is_dropped_is_gone()
    {
        var at = await UploadAsync();
        (await site.TextAsync("/imports")).ShouldContain("list.csv");
        (await site.SendAsync(at, "drop")).To.ShouldBe("/imports");
        (await site.GetAsync(at)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_first_page_says_that_a_list_waits()
    {
        var at = await UploadAsync();
        (await site.TextAsync("/")).ShouldSatisfyAllConditions(h => Words(h).ShouldContain("Under review, not stored yet: list.csv"), h => h.ShouldContain($"href=\"{at}\""));
        await site.SendAsync(at, "clean");
        await site.SendAsync($"{at}/storing", "store", ("leave-out", "on"));
        Words(await site.TextAsync("/")).ShouldContain("Nothing waits for you");
        await UploadAsync(List.Replace("Vienna", "Linz", StringComparison.Ordinal));
        Words(await site.TextAsync("/")).ShouldSatisfyAllConditions(h => h.ShouldContain("Under review, not stored yet: list.csv"), h => h.ShouldNotContain("Nothing waits for you"));
    }

    [Fact]
    public async Task A_long_list_comes_in_pages()
    {
        var rows = string.Concat(Enumerable.Range(1, 120).Select(n => $"{n},University Number {n},Austria,MOU,20{n % 20:00}-01-02,5 years,x\n"));
        var sent = await site.UploadAsync("/imports", "upload", "file", "long.csv", Encoding.UTF8.GetBytes(List.Split('\n')[0] + "\n" + rows));
        Words(await site.TextAsync(sent.To!)).ShouldContain("Rows 1 to 50 of 120");
        Words(await site.TextAsync(sent.To! + "?page=3")).ShouldContain("Rows 101 to 120 of 120");
    }

    [Fact]
    public async Task What_is_found_about_the_list_as_a_whole_stands_before_its_records()
    {
        var page = Words(await site.TextAsync(await UploadAsync(List.Replace("4,Lund", "9,Lund", StringComparison.Ordinal))));
        page.ShouldContain("About the list as a whole");
        page.IndexOf("The running numbers end at 9, but 4 rows were counted", StringComparison.Ordinal).ShouldBeInRange(0, page.IndexOf("All records", StringComparison.Ordinal));
        Words(await site.TextAsync(await UploadAsync())).ShouldNotContain("About the list as a whole");
    }

    private async Task<string> UploadAsync(string list = List)
    {
        var sent = await site.UploadAsync("/imports", "upload", "file", "list.csv", Encoding.UTF8.GetBytes(list));
        sent.Status.ShouldBe(HttpStatusCode.Found);
        sent.To.ShouldStartWith("/imports/");
        return sent.To!;
    }

    private static string Words(string page) => SampleSite.Words(page);

    [GeneratedRegex("href=\"(/sources/[0-9a-f]+/file)\"")]
    private static partial Regex File();

    [GeneratedRegex("<p><a href=\"(/imports/[^\"]+)\">")]
    private static partial Regex First();
}

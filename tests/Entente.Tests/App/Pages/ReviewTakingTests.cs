using System.Text.RegularExpressions;

namespace Entente.Tests.App.Pages;

/// <summary>What the register says otherwise than its list can be taken from the list, on the page and by the command, and what else changes then is said before.</summary>
public sealed partial class ReviewTakingTests : IDisposable
{
    private const string List = """
        Agreements as of 30 June 2025,,,,,
        No,Partner,Country,Kind,Signed,Term
        1,Kyoto University,Japan,MoU,2022-11-08,5 years
        2,Keio University,Japan,MoU,2023-01-10,5 years

        """;

    private static readonly string Later = List.Replace("2025", "2026");

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_record_with_a_conflict_that_changes_in_another_field_is_said_to_have_done_both()
    {
        await folder.Import(folder.File("first.csv", List));
        await AskAsync("edit", "1", "--term", "7 years", "--yes");
        var next = folder.File("next.csv", Later.Replace("MoU,2022-11-08,5 years", "MoA,2022-11-08,6 years"));
        await AskAsync("review", next);
        await using (var site = await PageSite.OfAsync(folder))
            Words(await site.TextAsync(await AtAsync())).ShouldContain("Of the doubtful ones also changed, in other fields: 1");
        await AskAsync("review", "drop", "--yes");
        var asked = await folder.Ask("import", next, "--yes");
        asked.Out.ShouldContain("New: 0, changed: 0, the same: 1, no longer listed: 0. Doubtful: 1 (of these also changed, in other fields: 1)");
        (await folder.Ask("editions", "--json")).Json.EnumerateArray().Single(e => e.GetProperty("name").GetString() == "next.csv").GetProperty("changedInDoubt").GetInt32().ShouldBe(1);
        (await folder.Ask("editions")).Out.ShouldContain("1, of these also changed: 1");
        await using var sources = await PageSite.OfAsync(folder);
        Words(await sources.TextAsync("/sources")).ShouldContain("0 new, 0 changed, 1 the same, 1 doubtful (of these also changed, in other fields: 1)");
    }

    [Fact]
    public async Task Where_only_the_office_changed_a_field_the_value_of_the_list_can_be_taken_by_the_command()
    {
        await OnlyHereAsync();
        var shown = (await folder.Ask("review", "show", "--record", "1")).Out;
        shown.ShouldContain("To take what the list says all the same: accept it with --take term.");
        shown.ShouldContain("With --take term something else is otherwise, too, end: 8 Nov 2029 → 8 Nov 2027.");
        (await folder.Ask("review", "accept", "1", "--take", "end")).Error.ShouldContain("In record 1 the list says nothing in end");
        (await folder.Ask("review", "accept", "1", "--take", "term")).Out.ShouldContain("Record 1 accepted. With what was taken changed, too: end: 8 Nov 2027.");
        (await folder.Ask("review", "show", "--record", "1")).Out.ShouldContain("term: decided. 5 years is taken, as the list says. The register says 7 years, which is not kept.");
        await AskAsync("review", "accept", "2");
        (await folder.Ask("review", "store", "--yes")).Out.ShouldContain("changed: 1, the same: 1");
        (await TermAsync()).ShouldBe("P5Y");
        (await folder.Ask("findings", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(0);
        await AskAsync("import", "--undo", "last", "--yes");
        (await TermAsync()).ShouldBe("P7Y");
    }

    [Fact]
    public async Task An_end_that_the_office_changed_is_taken_exactly_as_the_list_says_it()
    {
        var list = List.Replace("Term", "Until").Replace("5 years", "2027-12-31");
        await folder.Import(folder.File("first.csv", list));
        await AskAsync("edit", "1", "--end", "2029-01-31", "--yes");
        await AskAsync("review", folder.File("next.csv", list.Replace("2025", "2026")));
        await AskAsync("review", "accept", "1", "--take", "end");
        await AskAsync("review", "store", "--leave-out", "--yes");
        var ends = (await folder.Ask("show", "1", "--json")).Json.GetProperty("ends");
        (ends.GetProperty("on").GetString(), ends.GetProperty("basis").GetString()).ShouldBe(("2027-12-31", "stated"));
    }

    [Fact]
    public async Task The_same_on_the_page_where_what_is_here_is_kept_unless_the_other_is_chosen()
    {
        await OnlyHereAsync();
        await using var site = await PageSite.OfAsync(folder);
        var at = await AtAsync();
        var page = Words(await site.TextAsync($"{at}/records/1"));
        page.ShouldContain("Keep what is here: 7 years Take what the list says: 5 years Then also end: 8 Nov 2027");
        (await site.SendAsync($"{at}/records/1", "accept")).To.ShouldBe($"{at}/records/2");
        Words(await site.TextAsync($"{at}/records/1")).ShouldContain("Keep what is here: 7 years");
        await site.SendAsync($"{at}/records/1", "accept", ("take-term", "list"));
        Words(await site.TextAsync($"{at}/records/1")).ShouldContain("5 years is taken, as the list says.");
    }

    [Fact]
    public async Task The_page_of_the_list_says_what_else_changes_with_what_is_taken()
    {
        await folder.Import(folder.File("first.csv", List));
        await AskAsync("edit", "1", "--term", "7 years", "--yes");
        await AskAsync("review", folder.File("next.csv", Later.Replace("2022-11-08,5 years", "2022-11-08,6 years")));
        await using var site = await PageSite.OfAsync(folder);
        Words(await site.TextAsync(await AtAsync())).ShouldContain("“Take the list's” also changes end: 8 Nov 2028");
    }

    /// <summary>The term is 7 years here, and 5 years in both lists.</summary>
    private async Task OnlyHereAsync()
    {
        await folder.Import(folder.File("first.csv", List));
        await AskAsync("edit", "1", "--term", "7 years", "--yes");
        await AskAsync("review", folder.File("next.csv", Later));
    }

    private async Task<string> AtAsync() => (await folder.Ask("review", "show", "--json")).Json.GetProperty("path").GetString()!;

    private async Task<string> TermAsync() => (await folder.Ask("show", "1", "--json")).Json.GetProperty("term").GetProperty("length").GetString()!;

    private async Task AskAsync(params string[] args)
    {
        var asked = await folder.Ask(args);
        asked.Code.ShouldBe(0, asked.Error);
    }

    private static string Words(string page) => Gaps().Replace(System.Net.WebUtility.HtmlDecode(Tags().Replace(page, " ")), " ");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gaps();
}

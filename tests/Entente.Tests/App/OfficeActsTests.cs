using System.Text.Json;

namespace Entente.Tests.App;

/// <summary>What the office did stands beside what its list says, also when the list corrects the same agreement, and when it is taken back.</summary>
public sealed class OfficeActsTests : IDisposable
{
    private const string List = """
        Agreements as of 30 June 2025,,,,,
        No,Partner,Country,Kind,Signed,Term
        1,Kyoto University,Japan,MoU,2022-11-08,5 years
        2,Keio University,Japan,MoU,2023-01-10,5 years

        """;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_value_that_was_taken_among_the_findings_is_not_put_back_by_the_list_before()
    {
        var first = folder.File("first.csv", List);
        await folder.Import(first);
        await AskAsync("edit", "1", "--term", "7 years", "--yes");
        await folder.Import(folder.File("next.csv", Next("5 years=6 years")));
        await AskAsync("findings", "accept", (await FindingsAsync("open")).ShouldHaveSingleItem().GetProperty("id").GetString()!);
        (await EndAsync()).ShouldBe("2028-11-08");
        var term = (await folder.Ask("show", "1", "--json")).Json.GetProperty("term");
        term.GetProperty("places")[0].GetProperty("cell").GetString().ShouldBe("F3", "it stands in the list that it was taken from");

        var again = await folder.Import(first);
        again.Counts.ShouldBe((0, 0, 1, 0, 1));
        (await EndAsync()).ShouldBe("2028-11-08");
        (await FindingsAsync("open")).Single(f => f.GetProperty("code").GetString() != "list.again").GetProperty("code").GetString().ShouldBe("import.older");
    }

    [Fact]
    public async Task The_length_of_a_renewal_stays_the_office_s_own_when_the_list_says_the_same()
    {
        await folder.Import(folder.File("first.csv", List));
        var next = folder.File("next.csv", Next("5 years=6 years"));
        await folder.Import(next);
        await AskAsync("renew", "1", "--on", "2026-10-01", "--length", "5 years", "--yes");
        await AskAsync("import", "--undo", "last", "--yes");
        (await EndAsync()).ShouldBe("2031-10-01");
        (await folder.Import(next)).Counts.ShouldBe((0, 0, 1, 0, 1));
        (await EndAsync()).ShouldBe("2031-10-01");
    }

    [Fact]
    public async Task A_corrected_first_day_is_taken_beside_a_renewal_and_goes_with_its_list()
    {
        await folder.Import(folder.File("first.csv", List));
        await AskAsync("renew", "1", "--on", "2026-10-01", "--length", "5 years", "--yes");
        (await ActsAsync()).ShouldBe("signed 2022-11-08 until 2027-11-08; renewed 2026-10-01");
        (await folder.Import(folder.File("next.csv", Next("2022-11-08=2022-11-18")))).Counts.ShouldBe((0, 1, 1, 0, 0));
        (await ActsAsync()).ShouldBe("signed 2022-11-18 until 2027-11-18; renewed 2026-10-01");
        (await folder.Import(folder.File("third.csv", Next("2022-11-08=2022-11-18").Replace("2026", "2027")))).Counts.ShouldBe((0, 0, 2, 0, 0));
        (await EndAsync()).ShouldBe("2031-10-01");
        await AskAsync("import", "--undo", "last", "--yes");
        await AskAsync("import", "--undo", "last", "--yes");
        (await ActsAsync()).ShouldBe("signed 2022-11-08 until 2027-11-08; renewed 2026-10-01");
        (await EndAsync()).ShouldBe("2031-10-01");
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_renewal_after_the_correction_does_not_keep_the_day_of_a_list_that_is_taken_back()
    {
        await folder.Import(folder.File("first.csv", List));
        await folder.Import(folder.File("next.csv", Next("2022-11-08=2022-11-18", "5 years=6 years")));
        await AskAsync("renew", "1", "--on", "2026-10-01", "--length", "5 years", "--yes");
        (await ActsAsync()).ShouldBe("signed 2022-11-18 until 2028-11-18; renewed 2026-10-01");
        await AskAsync("import", "--undo", "last", "--yes");
        (await ActsAsync()).ShouldBe("signed 2022-11-08 until 2027-11-08; renewed 2026-10-01");
        (await EndAsync()).ShouldBe("2031-10-01");
    }

    [Fact]
    public async Task A_row_is_about_what_was_entered_anew_and_not_about_what_was_deleted()
    {
        await folder.Import(folder.File("first.csv", List));
        await AskAsync("delete", "1", "--yes");
        await AskAsync("add", "--partner", "Kyoto University", "--country", "JP", "--kind", "MOU", "--signed", "2022-11-08", "--until", "2027-11-08", "--yes");
        var next = await folder.Import(folder.File("next.csv", Next("5 years=6 years")));
        next.Json.GetProperty("differences").EnumerateArray().Select(d => d.GetProperty("agreement").GetString()).ShouldContain("3");
        (await folder.Ask("show", "1")).Code.ShouldNotBe(0, "it stays deleted");
    }

    [Fact]
    public async Task An_end_that_follows_from_what_is_asked_is_not_said_to_stay()
    {
        await folder.Import(folder.File("first.csv", List));
        await AskAsync("edit", "1", "--term", "7 years", "--yes");
        await AskAsync("edit", "2", "--term", "4 years", "--yes");
        await AskAsync("review", folder.File("next.csv", Next("5 years=6 years")));
        (await OtherwiseAsync("1")).ShouldBeEmpty();
        (await OtherwiseAsync("2")).ShouldBe(["term", "end"], ignoreOrder: true);

        async Task<List<string>> OtherwiseAsync(string record) =>
            [.. (await folder.Ask("review", "show", "--record", record, "--json")).Json.GetProperty("otherwise").EnumerateArray().Select(f => f.GetProperty("field").GetString()!)];
    }

    [Fact]
    public async Task An_older_list_leaves_the_questions_of_the_newer_one_open()
    {
        var first = folder.File("first.csv", List);
        await folder.Import(first);
        await AskAsync("edit", "1", "--term", "7 years", "--yes");
        await folder.Import(folder.File("next.csv", Next("5 years=6 years", "2022-11-08=2022-11-09")));
        var asked = (await FindingsAsync("open")).Select(f => f.GetProperty("id").GetString()).ToList();
        asked.ShouldNotBeEmpty();
        await folder.Import(first);
        (await FindingsAsync("open")).Select(f => f.GetProperty("id").GetString()).Intersect(asked).ShouldBe(asked, ignoreOrder: true);
    }

    [Fact]
    public async Task The_end_that_is_taken_among_the_findings_is_that_of_the_list()
    {
        const string Ends = "Agreements as of 30 June 2025,,,,,\nNo,Partner,Country,Kind,Signed,Valid until\n1,Kyoto University,Japan,MoU,2019-10-01,2024-09-30\n";
        await folder.Import(folder.File("first.csv", Ends));
        await AskAsync("renew", "1", "--on", "2024-09-01", "--length", "5 years", "--yes");
        await folder.Import(folder.File("next.csv", Ends.Replace("2024-09-30", "2029-09-30").Replace("2025", "2026")));
        await AskAsync("findings", "accept", (await FindingsAsync("open")).Single(f => f.GetProperty("code").GetString() == "import.both-changed").GetProperty("id").GetString()!);
        (await EndAsync()).ShouldBe("2029-09-30");
    }

    [Fact]
    public async Task The_end_of_an_earlier_list_gives_way_to_the_length_of_one_without_ends()
    {
        await folder.Import(folder.File("first.csv", "Partner,Country,Kind,Signed,Valid until\nKyoto University,Japan,MoU,2021-03-15,2026-03-14\nKeio University,Japan,MoU,2023-01-10,2028-01-09\n"));
        await folder.Import(folder.File("next.csv", "Partner,Country,Kind,Signed,Duration\nKyoto University,Japan,MoU,2021-03-15,10 years\nKeio University,Japan,MoU,2023-01-10,5 years\n"));
        (await EndAsync()).ShouldBe("2031-03-15");
        (await folder.Ask("show", "2", "--json")).Json.GetProperty("ends").GetProperty("on").GetString().ShouldBe("2028-01-09", "what both say is as it was printed");
    }

    [Fact]
    public async Task What_the_office_said_first_stays_where_the_list_says_it_later_and_then_no_more()
    {
        await folder.Import(folder.File("first.csv", List.Replace("2022-11-08,5 years", "2022-11-08,")));
        await AskAsync("edit", "1", "--term", "5 years", "--yes");
        (await folder.Import(folder.File("next.csv", Next()))).Counts.ShouldBe((0, 0, 2, 0, 0));
        foreach (var month in new[] { "July", "August" })
        {
            (await folder.Import(folder.File($"{month}.csv", Next("5 years=").Replace("June", month)))).Counts.ShouldBe((0, 0, 2, 0, 0));
            (await EndAsync()).ShouldBe("2027-11-08");
        }

        (await FindingsAsync("open")).ShouldBeEmpty();
        (await folder.Import(folder.File("other.csv", Next("5 years=6 years").Replace("June", "September")))).Counts.Doubtful.ShouldBe(1);
    }

    [Fact]
    public async Task An_end_that_the_office_said_first_stays_likewise_and_one_that_the_list_said_first_is_asked_about()
    {
        var list = List.Replace("Term", "Until").Replace("2022-11-08,5 years", "2022-11-08,").Replace("2023-01-10,5 years", "2023-01-10,2028-01-09");
        await folder.Import(folder.File("first.csv", list));
        await AskAsync("edit", "1", "--end", "2027-11-07", "--yes");
        await folder.Import(folder.File("next.csv", list.Replace("2022-11-08,", "2022-11-08,2027-11-07").Replace("Keio University", "Keio  University")));
        await folder.Import(folder.File("third.csv", list.Replace("2028-01-09", "").Replace("No,", "No.,") + "3,Lund University,Sweden,MoU,2024-01-10,2029-01-09\n"));
        (await EndAsync()).ShouldBe("2027-11-07");
        (await FindingsAsync("open")).ShouldHaveSingleItem().GetProperty("agreements")[0].GetString().ShouldBe("2");
    }

    /// <summary>The list of the year after, with the first row changed.</summary>
    private static string Next(params string[] changes)
    {
        var lines = List.Replace("30 June 2025", "30 June 2026").Split('\n');
        foreach (var change in changes)
            lines[2] = lines[2].Replace(change.Split('=')[0], change.Split('=')[1]);
        return string.Join('\n', lines);
    }

    private async Task AskAsync(params string[] args)
    {
        var asked = await folder.Ask(args);
        asked.Code.ShouldBe(0, asked.Error);
    }

    private async Task<string> EndAsync() => (await folder.Ask("show", "1", "--json")).Json.GetProperty("ends").GetProperty("on").GetString()!;

    private async Task<string> ActsAsync() => string.Join("; ", (await folder.Ask("show", "1", "--json")).Json.GetProperty("events").EnumerateArray()
        .Select(e => $"{e.GetProperty("act")} {e.GetProperty("on")}{(e.TryGetProperty("until", out var until) && until.ValueKind == JsonValueKind.String ? $" until {until}" : "")}"));

    private async Task<List<JsonElement>> FindingsAsync(string state) =>
        [.. (await folder.Ask("findings", "--json", "--state", state)).Json.GetProperty("findings").EnumerateArray()];
}

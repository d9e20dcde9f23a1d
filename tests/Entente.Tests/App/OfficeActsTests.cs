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

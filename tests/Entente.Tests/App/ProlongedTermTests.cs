using System.Text.Json;

namespace Entente.Tests.App;

/// <summary>What a later list says of how long an agreement lasts that the office has renewed, extended or ended otherwise since.</summary>
public sealed class ProlongedTermTests : IDisposable
{
    private const string Terms = """
        Agreements as of 30 June 2025,,,,,
        No,Partner,Country,Kind,Signed,Term
        1,Kyoto University,Japan,MoU,2022-11-08,5 years
        2,Keio University,Japan,MoU,2023-01-10,5 years

        """;

    private const string Ends = """
        Agreements as of 30 June 2025,,,,,
        No,Partner,Country,Kind,Signed,Valid until
        1,Kyoto University,Japan,MoU,2019-10-01,2024-09-30
        2,Keio University,Japan,MoU,2023-01-10,2028-01-09

        """;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    // What the office did, what the next list says, the field that is asked, and the end if the list is right.
    [InlineData("renew 1 --on 2027-11-08 --until 2032-11-07", "8 years", "end", "2032-11-07", "2030-11-08")]
    [InlineData("renew 1 --on 2027-11-08 --until 2032-11-07", "3 years", "end", "2032-11-07", "2025-11-08")]
    [InlineData("extend 1 --on 2026-01-01 --until 2030-11-07", "10 years", "end", "2030-11-07", "2032-11-08")]
    [InlineData("edit 1 --end 2030-01-01", "10 years", "end", "2030-01-01", "2032-11-08")]
    [InlineData("renew 1 --on 2027-11-08", "8 years", "term", "2032-11-08", "2035-11-08")]
    // The end that it leads to is recorded already.
    [InlineData("renew 1 --on 2027-11-08 --until 2032-11-07", "10 years", "", "2032-11-07", "")]
    [InlineData("renew 1 --on 2027-11-08", "10 years", "", "2032-11-08", "")]
    [InlineData("renew 1 --on 2027-11-08 --length P5Y", "10 years", "", "2032-11-08", "")]
    // It says what it said.
    [InlineData("renew 1 --on 2027-11-08 --until 2032-11-07", "5 years", "", "2032-11-07", "")]
    public async Task Another_length_is_asked_about_unless_it_leads_to_the_end_that_is_here(string act, string term, string field, string end, string listed)
    {
        await folder.Import(folder.File("first.csv", Terms));
        await AskAsync([.. act.Split(' '), "--yes"]);
        var list = Terms.Replace("2025", "2026").Replace("2022-11-08,5 years", $"2022-11-08,{term}");
        (await folder.Import(folder.File("next.csv", list))).Counts.Doubtful.ShouldBe(field.Length > 0 ? 1 : 0);
        (await EndAsync()).ShouldBe(end);
        var asked = await AskedAsync();
        asked.Select(f => f.GetProperty("field").GetString()).ShouldBe(field.Length > 0 ? [field] : []);
        if (field.Length > 0)
        {
            await AskAsync("findings", "accept", asked[0].GetProperty("id").GetString()!);
            (await EndAsync()).ShouldBe(listed);
        }

        // Whoever has decided is not asked again, and what was recorded stays.
        (await folder.Import(folder.File("third.csv", list.Replace("2026", "2027")))).Counts.Doubtful.ShouldBe(0);
        (await EndAsync()).ShouldBe(listed.Length > 0 ? listed : end);
        (await AskedAsync()).ShouldBeEmpty();
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("2029-09-01", "")]
    [InlineData("2029-08-31", "")]
    [InlineData("2026-09-30", "end")]
    public async Task A_printed_end_that_followed_here_already_is_no_question(string end, string field)
    {
        await folder.Import(folder.File("first.csv", Ends));
        await AskAsync("renew", "1", "--on", "2024-09-01", "--length", "5 years", "--yes");
        await folder.Import(folder.File("next.csv", Ends.Replace("2025", "2026").Replace("2024-09-30", end)));
        (await AskedAsync()).Select(f => f.GetProperty("field").GetString()).ShouldBe(field.Length > 0 ? [field] : []);
        (await EndAsync()).ShouldBe("2029-09-01");
    }

    [Fact]
    public async Task A_list_that_prints_only_the_period_that_runs_is_met_by_its_renewal()
    {
        await folder.Import(folder.File("first.csv", Terms.Replace("2022-11-08", "2017-06-05")));
        await AskAsync("renew", "1", "--on", "2022-06-05", "--length", "5 years", "--yes");
        var next = await folder.Import(folder.File("next.csv", Ends.Replace("2019-10-01,2024-09-30", "2022-06-05,2027-06-05").Replace("2028-01-09", "2028-01-10")));
        (next.Counts.New, next.Counts.Doubtful).ShouldBe((0, 0));
        (await ActsAsync()).ShouldBe("signed 2017-06-05 until 2022-06-05; renewed 2022-06-05");
        (await EndAsync()).ShouldBe("2027-06-05");
        (await folder.Import(folder.File("third.csv", Ends.Replace("2025", "2026").Replace("2019-10-01,2024-09-30", "2022-06-05,2027-06-05").Replace("2028-01-09", "2028-01-10")))).Counts.ShouldBe((0, 0, 2, 0, 0));
        (await ActsAsync()).ShouldBe("signed 2017-06-05 until 2022-06-05; renewed 2022-06-05");
    }

    [Theory]
    // Heads of the first list and of the next one, and the day from which the next one has the first agreement.
    [InlineData("Start,End", "Valid from,Valid until", "2024-06-01", "signed 2019-06-01 until 2024-05-31; renewed 2024-06-01")]
    [InlineData("Start,End", "Start,End", "2024-06-01", "signed 2019-06-01 until 2024-05-31; renewed 2024-06-01")]
    [InlineData("Start,End", "Valid from,Valid until", "2018-06-01", "effective 2018-06-01")]
    public async Task A_period_that_begins_once_the_one_before_is_over_renews_it(string before, string now, string from, string acts)
    {
        const string Rows = "University of Ljubljana,Slovenia,MoU,2022-10-01,2027-09-30\nUniversity of Oslo,Norway,MoU,2023-10-01,2028-09-30\nMcGill University,Canada,MoU,2023-11-01,2028-10-31\n";
        await AskAsync("import", folder.File("first.csv", $"Partner,Country,Type,{before}\nNational Chengchi University,Taiwan,MoU,2019-06-01,2024-05-31\n{Rows}"), "--yes", "--listed-on", "2023-01");
        await AskAsync("review", folder.File("next.csv", $"Partner,Country,Type,{now}\nNational Chengchi University,Taiwan,MoU,{from},2029-05-31\n{Rows}"));
        if ((await folder.Ask("review", "show", "--record", "1", "--json")).Json.GetProperty("fate").GetString() is "doubtful" or "new")
            await AskAsync("review", "same", "1", "1");
        await AskAsync("review", "accept", "1-4");
        await AskAsync("review", "store", "--yes");
        (await ActsAsync()).ShouldStartWith(acts);
        (await EndAsync()).ShouldBe("2029-05-31");
    }

    private async Task AskAsync(params string[] args)
    {
        var asked = await folder.Ask(args);
        asked.Code.ShouldBe(0, asked.Error);
    }

    private async Task<string> EndAsync() => (await folder.Ask("show", "1", "--json")).Json.GetProperty("ends").GetProperty("on").GetString()!;

    private async Task<string> ActsAsync() => string.Join("; ", (await folder.Ask("show", "1", "--json")).Json.GetProperty("events").EnumerateArray()
        .Select(e => $"{e.GetProperty("act")} {e.GetProperty("on")}{(e.TryGetProperty("until", out var until) && until.ValueKind == JsonValueKind.String ? $" until {until}" : "")}"));

    private async Task<List<JsonElement>> AskedAsync() =>
        [.. (await folder.Ask("findings", "--json", "--code", "import.both-changed")).Json.GetProperty("findings").EnumerateArray()];
}

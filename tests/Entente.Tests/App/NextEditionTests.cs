using System.Text.Json;

namespace Entente.Tests.App;

/// <summary>The next edition of a list, after the office has worked on the register.</summary>
public sealed class NextEditionTests : IDisposable
{
    private const string List = """
        No. Name Country Status Date Term
        1 University of Vienna Austria MOU 2020.01.02 5 years
        2 University of Graz Austria MOU 2018.06.18 5 years
        3 University of Oslo Norway MOU 2022.01.02 2 years
        4 University of Bergen Norway MOU 2021.03.04 5 years
        5 Lund University Sweden MOU 2023.01.02 5 years

        """;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_number_that_is_printed_first_stays()
    {
        await folder.Import(folder.File("first.csv", "No;Partner;Country;Type;Signed;Term\n1;Lund University;Sweden;MoU;2021-03-04;5 years\n2;Aalto University;Finland;MoU;2022-03-04;5 years\n"));
        await folder.Import(folder.File("next.csv", "No;Partner;Country;Type;Signed;Term\n1;Aalto University;Finland;MoU;2022-03-04;7 years\n2;Lund University;Sweden;MoU;2021-03-04;5 years\n"));
        await folder.Import(folder.File("third.csv", "Partner;Country;Type;Signed;Term\nLund University;Sweden;MoU;2021-03-04;10 years\nAalto University;Finland;MoU;2022-03-04;7 years\n"));
        (await folder.Ask("export", "--format", "csv")).Lines.Skip(1).Select(l => string.Join(',', l.Split(',').Take(2))).ShouldBe(["1,Lund University", "2,Aalto University"]);
    }

    [Fact]
    public async Task What_the_office_did_to_rows_that_print_the_same_stays()
    {
        await folder.Import();
        await AskAsync("terminate", "2", "--on", "2024-06-30", "--by", "partner", "--yes");
        await AskAsync("renew", "8", "--on", "2025-02-01", "--length", "5 years", "--yes");
        await AskAsync("edit", "9", "--note", "our note");
        await AskAsync("edit", "10", "--partner", "Another name");
        string[] worked = ["2", "8", "9", "10"];
        var before = await ShownAsync(worked);
        var sample = await File.ReadAllTextAsync(TestFolder.Sample(), TestContext.Current.CancellationToken);
        foreach (var term in new[] { "10 year", "11 year" })
        {
            var next = await folder.Import(folder.File("next.txt", sample.Replace("Australia MOU 2022.11.08 5 year", $"Australia MOU 2022.11.08 {term}")));
            next.Counts.ShouldBe((0, 1, 126, 0, 0));
            Differences(next).ShouldBe([("1", "term"), ("1", "end")]);
        }

        (await ShownAsync(worked)).ShouldBe(before);
        (await FindingsAsync()).ShouldBeEmpty();
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_list_that_has_a_column_no_more_says_nothing_of_it()
    {
        await folder.Import(folder.File("list.csv", "Partner,Country,Type,Signed,Term,Expiry date,Faculty,Note\nLund University,Sweden,MoU,2023-01-02,5 years,,Law,urgent\nUniversity of Oslo,Norway,MoU,2022-01-02,,2027-05-06,Arts,\n"));
        var before = await ShownAsync("1", "2");
        var next = await folder.Import(folder.File("next.csv", "University,Date of signing\nUniversity of Oslo,2022-01-02\nLund University,2023-01-02\n"));
        next.Counts.ShouldBe((0, 0, 2, 0, 0));
        (await ShownAsync("1", "2")).ShouldBe(before);
        Differences(await folder.Import(folder.File("third.csv", "University,Date of signing,Note\nUniversity of Oslo,2022-01-02,\nLund University,2023-01-02,settled\n"))).ShouldBe([("1", "note")]);
    }

    [Theory]
    // What the office did; what the list then prints; what is taken; what is left to decide.
    [InlineData("edit 2 --note ours", "2018.06.18 5 years=2018.06.18 10 years", "term end", "")]
    [InlineData("edit 2 --term|3 years", "2018.06.18 5 years=2018.06.18 10 years", "", "term")]
    [InlineData("edit 2 --term|10 years", "2018.06.18 5 years=2018.06.18 10 years", "", "")]
    [InlineData("edit 2 --partner|Graz University", "2018.06.18 5 years=2018.06.18 10 years", "term end", "")]
    [InlineData("edit 2 --partner|Graz University --term|3 years", "2018.06.18 5 years=2018.06.18 10 years", "", "term")]
    [InlineData("terminate 2 --on 2019-01-01", "2018.06.18 5 years=2018.06.18 10 years", "term end", "")]
    [InlineData("renew 2 --on 2023-06-18 --length|5 years", "2018.06.18 5 years=2018.06.18 8 years", "", "term")]
    // It leads to the end that the renewal has led to.
    [InlineData("renew 2 --on 2023-06-18 --length|5 years", "2018.06.18 5 years=2018.06.18 10 years", "", "")]
    [InlineData("edit 2 --country SE", "Graz Austria=Graz Germany", "", "country")]
    public async Task What_the_list_changed_is_taken_where_the_office_has_not_touched_it(string acts, string change, string taken, string doubts)
    {
        await folder.Import(folder.File("list.txt", List));
        await AskAsync([.. acts.Split(' ', '|').Aggregate(new List<string>(), Arguments), "--yes"]);
        var ours = await ShownAsync("2");
        var (from, to) = (change.Split('=')[0], change.Split('=')[1]);
        var next = folder.File("next.txt", List.Replace(from, to));
        var told = await Asked.With("n\n", "import", next, "--data", folder.Data);
        var imported = await folder.Import(next);

        string[] fields = taken.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Differences(imported).ShouldBe(fields.Select(f => ("2", f)));
        var doubt = doubts.Length > 0;
        imported.Counts.ShouldBe((0, fields.Length > 0 ? 1 : 0, fields.Length > 0 || doubt ? 4 : 5, 0, doubt ? 1 : 0));
        (await FindingsAsync()).Select(f => Text(f, "field")).ShouldBe(doubt ? [doubts] : []);
        told.Error.Contains("the register keeps", StringComparison.Ordinal).ShouldBe(doubt, told.Error);
        told.Error.ShouldContain($"changed: {(fields.Length > 0 ? 1 : 0)}");
        if (fields.Length == 0)
            (await ShownAsync("2")).ShouldBe(ours);

        // The same row once more, in an edition in which another differs: nothing more is taken, and what is open stays open.
        var after = await ShownAsync("2");
        var again = await folder.Import(folder.File("again.txt", List.Replace(from, to).Replace("2021.03.04 5 years", "2021.03.04 4 years")));
        Differences(again).ShouldBe([("4", "term"), ("4", "end")]);
        (await ShownAsync("2")).ShouldBe(after);
        (await FindingsAsync()).Select(f => Text(f, "field")).ShouldBe(doubt ? [doubts] : []);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_doubt_that_was_dismissed_stays_so_and_comes_anew_when_the_list_says_yet_another_thing()
    {
        await folder.Import(folder.File("list.txt", List));
        await AskAsync("edit", "2", "--term", "3 years", "--yes");
        await folder.Import(folder.File("next.txt", List.Replace("2018.06.18 5 years", "2018.06.18 10 years")));
        var found = (await FindingsAsync()).ShouldHaveSingleItem();
        Text(found, "message").ShouldContain("10 years");
        found.GetProperty("agreements")[0].GetString().ShouldBe("2");
        await AskAsync("findings", "dismiss", Text(found, "id"), "--reason", "the paper says three");
        await folder.Import(folder.File("next.txt", List.Replace("2018.06.18 5 years", "2018.06.18 10 years") + "6 Uppsala University Sweden MOU 2023.02.03 5 years\n"));
        (await FindingsAsync()).ShouldBeEmpty();
        await folder.Import(folder.File("next.txt", List.Replace("2018.06.18 5 years", "2018.06.18 7 years")));
        Text((await FindingsAsync()).ShouldHaveSingleItem(), "message").ShouldContain("7 years");
    }

    [Fact]
    public async Task An_act_of_the_office_stays_where_the_list_corrects_the_day_of_signing()
    {
        await folder.Import(folder.File("list.txt", List));
        await AskAsync("terminate", "5", "--on", "2025-01-01", "--yes");
        var next = await folder.Import(folder.File("next.txt", List.Replace("2023.01.02 5 years", "2023.01.02, 2024.01.02 5 years")));
        (await FindingsAsync()).ShouldBeEmpty();
        Differences(next).ShouldContain(("5", "start"));
        var shown = (await folder.Ask("show", "5", "--json")).Out;
        shown.ShouldContain("\"terminated\"");
        shown.ShouldContain("2024-01-02");
    }

    [Fact]
    public async Task What_was_deleted_stays_deleted()
    {
        await folder.Import(folder.File("list.txt", List));
        await AskAsync("delete", "3", "--yes");
        await AskAsync("delete", "5", "--yes");
        var next = folder.File("next.txt", List.Replace("2018.06.18 5 years", "2018.06.18 10 years").Replace("2022.01.02 2 years", "2022.01.02 3 years"));
        var told = await Asked.With("n\n", "import", next, "--data", folder.Data);
        told.Error.ShouldContain("Of agreements that were deleted, and stay deleted: 2. Numbers: 3, 5.");
        var stored = await folder.Ask("import", next, "--yes");
        stored.Error.ShouldBeEmpty();
        stored.Out.ShouldContain("Of agreements that were deleted, and stay deleted: 2. Numbers: 3, 5.");
        stored.Out.ShouldContain("New: 0, changed: 1, the same: 2, no longer listed: 0");
        (await folder.Ask("list", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(3);
        (await folder.Ask("findings", "--json")).Json.GetProperty("findings").EnumerateArray()
            .ShouldAllBe(f => f.GetProperty("agreements").GetArrayLength() > 0 || Text(f, "code").StartsWith("column", StringComparison.Ordinal));
        await AskAsync("restore", "3", "--yes");
        Text((await folder.Ask("show", "3", "--json")).Json, "number").ShouldBe("3");
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task What_a_person_entered_takes_from_the_list_what_it_does_not_say_itself()
    {
        await folder.Import(folder.File("list.txt", List));
        await AskAsync("add", "--partner", "Uppsala University", "--country", "SE", "--kind", "MOU", "--signed", "2023-02-03", "--note", "ours", "--yes");
        var next = await folder.Import(folder.File("next.txt", List + "6 Uppsala University Sweden MOU 2023.02.03 5 years\n"));
        Differences(next).ShouldBe([("6", "term"), ("6", "end")]);
        (await folder.Ask("show", "6", "--json")).Out.ShouldContain("ours");
        (await FindingsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_became_of_an_agreement_that_is_listed_no_longer_is_asked_once()
    {
        const string Later = "6 Uppsala University Sweden MOU 2024.02.03 5 years\n7 Umea University Sweden MOU 2024.02.03 5 years\n";
        await folder.Import(folder.File("list.txt", List + Later));
        // The third one is over: nobody has to look at that.
        var shorter = Without(List + Later, "3 ", "5 ", "7 ");
        await folder.Import(folder.File("next.txt", shorter));
        (await GoneAsync("open")).ShouldBe(["5", "7"]);
        var id = Text((await folder.Ask("findings", "--json", "--code", "import.gone", "--agreement", "5")).Json.GetProperty("findings")[0], "id");
        await AskAsync("findings", "dismiss", id, "--reason", "forgotten in the list");
        await AskAsync("terminate", "7", "--on", "2026-01-31", "--yes");
        (await GoneAsync("open")).ShouldBeEmpty();
        await folder.Import(folder.File("third.txt", shorter.Replace("2021.03.04", "2021.03.05", StringComparison.Ordinal)));
        (await GoneAsync("open")).ShouldBeEmpty();
        (await GoneAsync("dismissed")).ShouldBe(["5"]);
        await AskAsync("import", "--undo", "last");
        (await GoneAsync("dismissed")).ShouldBe(["5"]);
        await AskAsync("import", "--undo", "last", "--yes");
        (await GoneAsync("all")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_over_and_listed_no_longer_is_told_once_and_is_no_question(bool isReviewed)
    {
        await folder.Import(folder.File("list.txt", List));
        var shorter = folder.File("next.txt", Without(List, "3 ", "5 "));
        if (isReviewed)
        {
            await AskAsync("review", shorter);
            await AskAsync("review", "accept", "1-3");
        }

        var told = (isReviewed ? await folder.Ask("review", "store", "--yes") : await folder.Ask("import", shorter, "--yes")).Out;
        told.ShouldContain("no longer listed: 2");
        told.ShouldContain("Number 3, University of Oslo: over, and no longer listed.");
        told.ShouldContain("Number 5, Lund University: no longer listed.");
        (await GoneAsync("open")).ShouldBe(["5"]);
        var over = (await folder.Ask("findings", "--json", "--code", "import.gone-over")).Json.GetProperty("findings").EnumerateArray().ShouldHaveSingleItem();
        (Text(over, "severity"), over.GetProperty("agreements")[0].GetString()).ShouldBe(("note", "3"));
        var third = await folder.Import(folder.File("third.txt", Without(List, "3 ", "5 ").Replace("2021.03.04", "2021.03.05", StringComparison.Ordinal)));
        third.Counts.ShouldBe((0, 1, 2, 0, 0));
        // Where its list has it again, and drops it again, it is told again.
        await folder.Import(folder.File("fourth.txt", Without(List, "5 ")));
        (await folder.Ask("findings", "--json", "--code", "import.gone-over")).Json.GetProperty("findings").GetArrayLength().ShouldBe(0);
        (await folder.Import(folder.File("fifth.txt", Without(List, "3 ", "5 ")))).Counts.Gone.ShouldBe(1);
    }

    [Fact]
    public async Task Another_list_asks_nothing_of_what_it_never_had()
    {
        await folder.Import(folder.File("list.txt", List));
        await folder.Import(folder.File("other.txt", "No. Name Country Status Date Term\n1 University of Bergen Norway MOU 2021.03.04 5 years\n2 Uppsala University Sweden MOU 2024.02.03 5 years\n"));
        (await GoneAsync("all")).ShouldBeEmpty();
    }

    [Theory]
    // A cell that is empty now; the field that is asked about.
    [InlineData("2018-06-18,5 years=2018-06-18,", "term")]
    [InlineData("2018-06-18,5 years=,5 years", "start")]
    [InlineData("Graz,Austria=Graz,", "country")]
    [InlineData("MOU,2018-06-18=,2018-06-18", "kind")]
    public async Task What_the_list_says_no_more_is_asked_about_and_can_be_had_back(string change, string field)
    {
        const string Cells = "Partner,Country,Type,Signed,Term\nUniversity of Vienna,Austria,MOU,2020-01-02,5 years\nUniversity of Graz,Austria,MOU,2018-06-18,5 years\nLund University,Sweden,MOU,2023-01-02,5 years\n";
        await folder.Import(folder.File("list.csv", Cells));
        var before = await SaidAsync();
        await folder.Import(folder.File("next.csv", Cells.Replace(change.Split('=')[0], change.Split('=')[1], StringComparison.Ordinal)));
        var found = (await folder.Ask("findings", "--json", "--code", "import.emptied")).Json.GetProperty("findings").EnumerateArray().ShouldHaveSingleItem();
        Text(found, "field").ShouldBe(field);
        await AskAsync("findings", "accept", Text(found, "id"));
        (await SaidAsync()).ShouldBe(before);

        async Task<string> SaidAsync() => (await folder.Ask("export", "--format", "csv")).Out;
    }

    [Fact]
    public async Task What_an_earlier_list_told_in_its_remarks_stays_where_the_next_has_none()
    {
        await folder.Import(folder.File("list.csv", "Partner,Country,Type,Signed,Term,Remarks\nSeoul National University,Korea (South),MOU,2018-09-01,5 years,auto renewal\nLund University,Sweden,MOU,2023-01-02,5 years,\n"));
        var before = (await folder.Ask("show", "1", "--json")).Json.GetProperty("standing").GetString();
        var next = await folder.Import(folder.File("next.csv", "Partner,Type,Signed,Term\nSeoul National University,MOU,2018-09-01,5 years\nLund University,MOU,2023-01-02,5 years\n"));
        next.Counts.ShouldBe((0, 0, 2, 0, 0));
        (await folder.Ask("show", "1", "--json")).Json.GetProperty("standing").GetString().ShouldBe(before);
        before.ShouldNotBe("ended");
    }

    [Fact]
    public async Task What_was_taken_from_a_list_afterwards_is_the_lists_and_goes_with_it()
    {
        await folder.Import(folder.File("list.txt", List));
        await AskAsync("edit", "2", "--term", "3 years", "--note", "ours", "--yes");
        var second = Text((await folder.Import(folder.File("next.txt", List.Replace("2018.06.18 5 years", "2018.06.18 7 years")))).Json.GetProperty("edition"), "id");
        await AskAsync("findings", "accept", Text((await FindingsAsync()).ShouldHaveSingleItem(), "id"));
        (await folder.Ask("show", "2", "--json")).Out.ShouldContain("2025-06-18");
        // Nobody entered it here: what the list says next is taken.
        var third = await folder.Import(folder.File("third.txt", List.Replace("2018.06.18 5 years", "2018.06.18 8 years")));
        Differences(third).ShouldBe([("2", "term"), ("2", "end")]);
        (await FindingsAsync()).ShouldBeEmpty();
        await AskAsync("import", "--undo", "last");
        (await folder.Ask("show", "2", "--json")).Json.GetProperty("ends").GetProperty("on").GetString().ShouldBe("2025-06-18");
        await AskAsync("import", "--undo", second);
        var shown = (await folder.Ask("show", "2", "--json")).Json;
        shown.GetProperty("ends").GetProperty("on").GetString().ShouldBe("2021-06-18");
        shown.GetRawText().ShouldContain("ours");
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_decided_on_is_asked_again_when_the_list_says_something_else_again(bool isReviewed)
    {
        await folder.Import(folder.File("list.txt", List));
        await AskAsync("edit", "2", "--term", "3 years", "--yes");
        var second = folder.File("second.txt", List.Replace("2018.06.18 5 years", "2018.06.18 7 years"));
        if (isReviewed)
        {
            await AskAsync("review", second);
            await AskAsync("review", "accept", "1-5");
            await AskAsync("review", "store", "--yes");
        }
        else
        {
            (await folder.Import(second)).Counts.Doubtful.ShouldBe(1);
            await AskAsync("findings", "dismiss", Text((await FindingsAsync()).ShouldHaveSingleItem(), "id"), "--reason", "by phone");
        }

        var third = List.Replace("2018.06.18 5 years", "2018.06.18 7 years") + "6 University of Turku Finland MOU 2024.01.02 5 years\n";
        (await folder.Import(folder.File("third.txt", third))).Counts.ShouldBe((1, 0, 5, 0, 0));
        (await FindingsAsync()).ShouldBeEmpty();
        (await folder.Ask("show", "2", "--json")).Json.GetProperty("term").GetProperty("text").GetString().ShouldBe("3 years");
        (await folder.Import(folder.File("fourth.txt", third.Replace("7 years", "8 years")))).Counts.Doubtful.ShouldBe(1);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Theory]
    // A word that is known, a name that another row has, and what may well be right.
    [InlineData("2 University of Graz=2 Univrsity of Graz", "University of Graz")]
    [InlineData("7 University of Bergen=7 University of Bregen", "University of Bergen")]
    [InlineData("5 Lund University=5 Lunds University", null)]
    [InlineData("5 Lund University=5 University of Lund", null)]
    public async Task A_slip_in_a_name_that_was_right_before_is_a_doubt(string change, string? proposed)
    {
        var list = List + "7 University of Bergen Norway Student exchange 2022.03.04 5 years\n";
        await folder.Import(folder.File("list.txt", list));
        await folder.Import(folder.File("next.txt", list.Replace(change.Split('=')[0], change.Split('=')[1])));
        var found = (await folder.Ask("findings", "--json", "--code", "partner.renamed")).Json.GetProperty("findings").EnumerateArray().ToList();
        found.Select(f => f.GetProperty("proposal").GetString()).ShouldBe(proposed is null ? [] : [proposed]);
        foreach (var one in found)
            await AskAsync("findings", "accept", Text(one, "id"));
        if (proposed is not null)
            (await folder.Ask("export", "--format", "csv")).Out.ShouldContain(proposed);
    }

    [Theory]
    // What the partner has beside it: a new agreement that began on nearly the same day, one of which the date is another, and one of which the kind is.
    [InlineData("7 University of Bergen Norway MOU 2024.03.04 5 years", 1, 1)]
    [InlineData("7 University of Bergen Norway Student exchange 2023.05.06 5 years", 0, 2)]
    [InlineData("7 University of Bergen Norway Double degree 2022.03.04 5 years", 0, 2)]
    public async Task A_slip_in_a_name_is_recognised_by_kind_and_date_whatever_else_the_partner_has(string beside, int added, int changed)
    {
        const string first = "4 University of Bergen Norway MOU 2021.03.04 5 years", second = "7 University of Bergen Norway Student exchange 2022.03.04 5 years";
        var list = List + (added == 0 ? second + "\n" : "");
        await folder.Import(folder.File("list.txt", list));
        var next = list.Replace(first, first.Replace("University", "Univercity")).Replace(second + "\n", "") + beside + "\n";
        (await folder.Import(folder.File("next.txt", next))).Counts.ShouldBe((added, changed, 5 - changed + (added == 0 ? 1 : 0), 0, 0));
        (await folder.Ask("findings", "--json", "--code", "partner.renamed")).Json.GetProperty("findings").EnumerateArray()
            .ShouldHaveSingleItem().GetProperty("agreements")[0].GetString().ShouldBe("4");
    }

    [Fact]
    public async Task A_conflict_is_over_where_the_office_enters_what_the_list_says()
    {
        await folder.Import(folder.File("list.txt", List));
        await AskAsync("edit", "2", "--term", "3 years", "--yes");
        await folder.Import(folder.File("next.txt", List.Replace("2018.06.18 5 years", "2018.06.18 7 years")));
        await AskAsync("edit", "2", "--term", "7 years", "--yes");
        (await FindingsAsync()).ShouldBeEmpty();
    }

    private static string Without(string list, params string[] rows) => string.Join('\n', list.Split('\n').Where(l => !rows.Any(r => l.StartsWith(r, StringComparison.Ordinal))));

    private async Task<List<string>> GoneAsync(string state) =>
    [
        .. (await folder.Ask("findings", "--json", "--code", "import.gone", "--state", state)).Json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("agreements")[0].GetString()!).Order(StringComparer.Ordinal),
    ];

    private static List<string> Arguments(List<string> arguments, string word)
    {
        // A length is one argument.
        if (word is "years" or "University")
            arguments[^1] += $" {word}";
        else
            arguments.Add(word);
        return arguments;
    }

    private async Task AskAsync(params string[] args)
    {
        var asked = await folder.Ask(args);
        asked.Code.ShouldBe(0, asked.Error);
    }

    /// <summary>The whole record but for what follows from the newest edition.</summary>
    private async Task<string> ShownAsync(params string[] numbers)
    {
        var shown = new List<string>();
        foreach (var number in numbers)
        {
            var json = (await folder.Ask("show", number, "--json")).Json;
            shown.Add(string.Join('\n', json.EnumerateObject().Where(p => p.Name is not "findings").Select(p => p.Value.GetRawText())));
        }

        return string.Join('\n', shown);
    }

    private async Task<List<JsonElement>> FindingsAsync() =>
        [.. (await folder.Ask("findings", "--json", "--code", "import.both-changed")).Json.GetProperty("findings").EnumerateArray()];

    private static List<(string Number, string Field)> Differences(Asked asked) =>
    [
        .. asked.Json.GetProperty("differences").EnumerateArray().Where(d => Text(d, "kind") != "doubtful")
            .SelectMany(d => d.GetProperty("fields").EnumerateArray().Select(f => (Text(d, "agreement"), Text(f, "field")))),
    ];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}

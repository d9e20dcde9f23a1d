using System.Text.Json;

using Entente.App.Shell;

using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App;

/// <summary>The next edition is aligned by what rows are about; any edition can be taken back.</summary>
public sealed class EditionUndoTests : IDisposable
{
    private const string List = """
        No,Partner,Country,Type,Signed,Term
        1,University of Vienna,Austria,MOU,2020-01-02,5 years
        2,University of Graz,Austria,MOU,2018-06-18,5 years
        3,Kyoto University,Japan,MOU,2022-01-02,2 years
        4,University of Bergen,Norway,Student exchange,2021-03-04,5 years
        5,Lund University,Sweden,MOU,2023-01-02,5 years

        """;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    // What the list changes; new, changed, same, gone, doubtful.
    [InlineData("University of Graz=Universty of Graz", 0, 1, 4, 0, 0)]
    [InlineData("MOU,2018-06-18=MOA,2018-06-18", 0, 1, 4, 0, 0)]
    [InlineData("2018-06-18=2019-09-01", 0, 1, 4, 0, 0)]
    // The one of 2018 was over by then: it may be the one that followed it.
    [InlineData("2018-06-18=2025-09-01", 0, 0, 4, 0, 1)]
    [InlineData("University of Graz,Austria=Graz Univ. of Technology,Austria", 0, 0, 4, 0, 1)]
    [InlineData("Kyoto University,Japan,MOU,2022-01-02=Tokyo University,Japan,MOU,2021-05-02", 1, 0, 4, 1, 0)]
    [InlineData("2,University of Graz,Austria,MOU,2018-06-18=2,University of Graz,Austria,Student exchange,2024-06-18", 1, 0, 4, 1, 0)]
    public async Task A_row_is_met_by_what_it_is_about(string change, int added, int changed, int same, int gone, int doubtful)
    {
        await folder.Import(folder.File("list.csv", List));
        var next = await folder.Import(folder.File("next.csv", List.Replace(change.Split('=')[0], change.Split('=')[1])));
        next.Counts.ShouldBe((added, changed, same, gone, doubtful));
    }

    [Fact]
    public async Task What_is_left_to_decide_is_told_in_words_too()
    {
        await folder.Import(folder.File("list.csv", List));
        var next = folder.File("next.csv", List.Replace("University of Graz,Austria", "Graz Univ. of Technology,Austria"));
        (await folder.Ask("import", next, "--yes")).Out.ShouldContain("New: 0, changed: 0, the same: 4, no longer listed: 0. Doubtful: 1");
    }

    [Fact]
    public async Task Rows_in_another_order_with_other_numbers_in_another_form_are_the_same()
    {
        await folder.Import(folder.File("list.csv", List));
        var turned = "# Partner;Type;Country;Term;Signed\n" + string.Join('\n', List.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Reverse().Select(l => l.Split(',')).Select(c => $"{c[1]};{c[3]};{c[2]};{c[5]};{c[4]}"));
        (await folder.Import(folder.File("next.txt", turned.Replace("# ", "")))).Counts.ShouldBe((0, 0, 5, 0, 0));
    }

    [Fact]
    public async Task A_row_that_names_no_partner_but_all_else_takes_the_one_above_with_a_doubt()
    {
        (await Asked.Of("read", folder.File("list.csv", List.Replace("2,University of Graz,", "2,,", StringComparison.Ordinal)), "--json")).Out.ShouldContain("partner.from-above");
        (await Asked.Of("read", folder.File("whole.csv", List), "--json")).Out.ShouldNotContain("partner.from-above");
    }

    [Fact]
    public async Task Editions_are_listed_with_the_ids_by_which_they_are_taken_back()
    {
        (await folder.Import(folder.File("list.csv", List))).Code.ShouldBe(0);
        await folder.Import(folder.File("next.csv", List.Replace("University of Graz", "Universty of Graz")));
        var listed = (await folder.Ask("editions", "--json")).Json.EnumerateArray().ToList();
        listed.Select(e => $"{e.GetProperty("number")} {e.GetProperty("name")} {e.GetProperty("records")} {e.GetProperty("new")} {e.GetProperty("changed")}").ShouldBe(["2 next.csv 5 0 1", "1 list.csv 5 5 0"]);
        var id = listed[0].GetProperty("id").GetString()!;
        (await folder.Ask("editions")).Out.ShouldContain(id);
        (await folder.Ask("import", "--undo", "next.csv")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(1), a => a.Error.ShouldContain("entente editions"));
        (await folder.Ask("import", "--undo", id)).Code.ShouldBe(0);
        (await folder.Ask("editions")).Out.ShouldContain("taken back");
        (await folder.Ask("editions", "--json")).Json[0].GetProperty("undoneAt").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public async Task What_the_list_printed_is_there_again_to_the_letter()
    {
        await folder.Import(Checkout.Sample);
        var before = (await folder.Ask("export", "--format", "csv")).Out;
        var list = await File.ReadAllTextAsync(Checkout.Sample, TestContext.Current.CancellationToken);
        await folder.Import(folder.File("next.txt", list.Replace("2028 хүртэл", "2029 хүртэл", StringComparison.Ordinal)));
        (await folder.Ask("export", "--format", "csv")).Out.ShouldNotBe(before);
        (await folder.Ask("import", "--undo", "last", "--yes")).Code.ShouldBe(0);
        (await folder.Ask("export", "--format", "csv")).Out.ShouldBe(before);
    }

    [Fact]
    public async Task An_edition_that_is_taken_back_leaves_nothing_and_what_it_changed_is_as_before()
    {
        await folder.Import(folder.File("list.csv", List));
        var before = (await folder.Ask("list", "--json")).Out;
        var findings = (await folder.Ask("findings", "--json")).Out;
        var next = await folder.Import(folder.File("next.csv", List.Replace("2018-06-18,5 years", "2018-06-18,10 years") + "6,Uppsala University,Sweden,MOU,2024-01-02,5 years\n"));
        next.Counts.ShouldBe((1, 1, 4, 0, 0));
        var undone = await folder.Ask("import", "--undo", "last", "--json");
        undone.Counts.ShouldBe((1, 1, 4, 0, 0));
        (await folder.Ask("list", "--json")).Out.ShouldBe(before);
        (await folder.Ask("findings", "--json")).Out.ShouldBe(findings);
        (await folder.Ask("verify")).Code.ShouldBe(0);
        // Its document may be imported again.
        (await folder.Import(folder.File("next.csv", List.Replace("2018-06-18,5 years", "2018-06-18,10 years") + "6,Uppsala University,Sweden,MOU,2024-01-02,5 years\n"))).Counts.ShouldBe((1, 1, 4, 0, 0));
    }

    [Fact]
    public async Task What_was_worked_on_since_is_named_and_asked_about()
    {
        await folder.Import(folder.File("list.csv", List));
        await folder.Ask("edit", "3", "--note", "ours", "--yes");
        var refused = await folder.Ask("import", "--undo", "last");
        refused.Code.ShouldBe(1);
        refused.Error.ShouldContain("3");
        refused.Error.ShouldContain("--yes");
        (await folder.Ask("list", "--json")).Out.ShouldContain("Kyoto");
        (await folder.Ask("import", "--undo", "last", "--yes")).Code.ShouldBe(0);
        (await folder.Ask("bin")).Out.ShouldContain("Kyoto");
        (await folder.Ask("restore", "3")).Code.ShouldBe(0);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Of_a_changed_record_only_that_is_set_back_which_nobody_has_touched()
    {
        await folder.Import(folder.File("list.csv", List));
        await folder.Import(folder.File("next.csv", List.Replace("2018-06-18,5 years", "2018-06-18,10 years")));
        await folder.Ask("edit", "2", "--note", "ours", "--yes");
        (await folder.Ask("import", "--undo", "last")).Code.ShouldBe(1);
        (await folder.Ask("import", "--undo", "last", "--yes")).Code.ShouldBe(0);
        var shown = (await folder.Ask("show", "2", "--json")).Out;
        shown.ShouldContain("ours");
        shown.ShouldContain("2023-06-18");
    }

    [Fact]
    public async Task What_a_later_list_has_stays_when_an_earlier_one_is_taken_back()
    {
        var first = EditionOf(await folder.Import(folder.File("list.csv", List)));
        var second = EditionOf(await folder.Import(folder.File("next.csv", List.Replace("2018-06-18,5 years", "2018-06-18,10 years") + "6,Uppsala University,Sweden,MOU,2024-01-02,5 years\n")));
        var third = folder.File("third.csv", string.Join('\n', List.Replace("2018-06-18,5 years", "2018-06-18,10 years").Split('\n').Where(l => !l.StartsWith("3,", StringComparison.Ordinal))));
        await folder.Import(third);
        // The third has none of Kyoto and Uppsala: those go with the lists that brought them.
        var undone = await folder.Ask("import", "--undo", second);
        undone.Out.ShouldContain("Agreements that went with it: 1, as they were before: 0");
        undone.Out.ShouldContain("that stay as they are: 1");
        var without = (await folder.Ask("list", "--json")).Json;
        without.GetProperty("total").GetInt32().ShouldBe(5);
        (await folder.Ask("show", "2", "--json")).Out.ShouldContain("2028-06-18");
        (await folder.Ask("import", "--undo", first)).Out.ShouldContain("Agreements that went with it: 1, as they were before: 0");
        (await folder.Ask("list", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(4);
        (await folder.Ask("bin")).Out.ShouldNotContain("Kyoto");
        // The third list is what the register is now: the next one is compared with it.
        var next = await folder.Import(folder.File("fourth.csv", File.ReadAllText(third).Replace("2020-01-02,5 years", "2020-01-02,6 years")));
        next.Counts.ShouldBe((0, 1, 3, 0, 0));
        (await folder.Ask("import", "--undo", "last")).Code.ShouldBe(0);
        // And taken back it leaves nothing, though it brought none of them.
        (await folder.Ask("import", "--undo", "last")).Out.ShouldContain("Agreements that went with it: 4, as they were before: 0");
        (await folder.Ask("list", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(0);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task What_an_earlier_list_changed_goes_with_the_later_one_that_says_the_same_and_our_own_work_stays()
    {
        await folder.Import(folder.File("list.csv", List));
        var changed = List.Replace("2018-06-18,5 years", "2018-06-18,10 years");
        var second = EditionOf(await folder.Import(folder.File("next.csv", changed)));
        await folder.Ask("edit", "2", "--note", "ours", "--yes");
        await folder.Import(folder.File("third.csv", changed.Replace("2020-01-02,5 years", "2020-01-02,6 years")));
        (await folder.Ask("import", "--undo", second)).Code.ShouldBe(0);
        (await folder.Ask("show", "2", "--json")).Out.ShouldContain("2028-06-18");
        (await folder.Ask("import", "--undo", "last")).Error.ShouldContain("2");
        (await folder.Ask("import", "--undo", "last", "--yes")).Out.ShouldContain("as they were before: 2");
        var shown = (await folder.Ask("show", "2", "--json")).Json;
        shown.GetProperty("ends").GetProperty("on").GetString().ShouldBe("2023-06-18");
        shown.GetRawText().ShouldContain("ours");
        (await folder.Import(folder.File("again.csv", List))).Counts.ShouldBe((0, 0, 5, 0, 0));
    }

    [Fact]
    public async Task What_went_to_the_bin_with_a_list_comes_again_with_it()
    {
        await folder.Import(folder.File("list.csv", List));
        await folder.Ask("edit", "3", "--note", "ours", "--yes");
        (await folder.Ask("import", "--undo", "last", "--yes")).Code.ShouldBe(0);
        (await folder.Import(folder.File("list.csv", List))).Counts.ShouldBe((5, 0, 0, 0, 0));
        (await folder.Ask("list", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(5);
        (await folder.Ask("bin")).Out.ShouldContain("Kyoto");
    }

    [Fact]
    public async Task A_number_that_went_with_a_list_is_of_the_same_agreement_again_and_of_no_other()
    {
        await folder.Import(folder.File("first.csv", "No,Partner,Country,Type,Signed,Term\n9,Uppsala University,Sweden,MOU,2018-01-02,5 years\n"));
        await folder.Import(folder.File("list.csv", List));
        (await folder.Ask("import", "--undo", "last", "--yes")).Code.ShouldBe(0);
        (await folder.Ask("add", "--partner", "University of Turku", "--country", "FI", "--kind", "MOU", "--signed", "2024-05-06", "--json")).Json.GetProperty("number").GetString().ShouldBe("10");
        // Another list, with numbers of its own, which has one of the first.
        await folder.Import(folder.File("other.csv", "No,Partner,Country,Type,Signed,Term\n1,Osaka University,Japan,MOU,2019-01-02,5 years\n2,Lund University,Sweden,MOU,2023-01-02,5 years\n"));
        (await NumberedAsync()).ShouldBe(["10 University of Turku", "11 Osaka University", "5 Lund University", "9 Uppsala University"]);
        await folder.Import(folder.File("list.csv", List));
        (await NumberedAsync()).ShouldBe(["1 University of Vienna", "10 University of Turku", "11 Osaka University", "2 University of Graz", "3 Kyoto University", "4 University of Bergen", "5 Lund University", "9 Uppsala University"]);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task What_would_be_taken_back_is_said_before_and_asked_of_who_is_there()
    {
        await folder.Import(folder.File("list.csv", List));
        await folder.Import(folder.File("next.csv", List.Replace("2018-06-18,5 years", "2018-06-18,10 years") + "6,Uppsala University,Sweden,MOU,2024-01-02,5 years\n7,University of Turku,Finland,MOU,2024-01-02,5 years\n"));
        var no = await AttendedAsync("n\n", "import", "--undo", "last");
        no.Code.ShouldBe(1);
        string[] told = ["To take back next.csv, stored on ", "Taken out of the register: 2. Numbers: 6-7.", "Set back to what they were before: 1. Numbers: 2.", "Number 2, term: 10 years → 5 years"];
        told.ShouldAllBe(t => no.Error.Contains(t, StringComparison.Ordinal), no.Error);
        no.Error.ShouldContain("next.csv was not taken back.");
        (await folder.Ask("list", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(7);
        (await AttendedAsync("y\n", "import", "--undo", "last")).Code.ShouldBe(0);
        (await folder.Ask("list", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(5);
        // A program that asks for it is not kept waiting.
        var rest = await folder.Ask("import", "--undo", "last", "--json");
        rest.Error.ShouldContain("Taken out of the register: 5. Numbers: 1-5.");
        rest.Json.GetProperty("edition").GetProperty("new").GetInt32().ShouldBe(5);
    }

    [Fact]
    public async Task What_only_the_list_said_that_is_taken_back_and_that_stays_is_named()
    {
        const string Less = "No,Partner,Country,Type,Signed\n1,University of Vienna,Austria,MOU,2020-01-02\n2,University of Graz,Austria,MOU,2018-06-18\n";
        var first = EditionOf(await folder.Import(folder.File("list.csv", "No,Partner,Country,Type,Signed,Term,Remarks\n1,University of Vienna,Austria,MOU,2020-01-02,5 years,by post\n2,University of Graz,Austria,MOU,2018-06-18,,\n")));
        (await folder.Import(folder.File("less.csv", Less))).Counts.ShouldBe((0, 0, 2, 0, 0));
        var undone = (await folder.Ask("import", "--undo", first, "--yes")).Out;
        undone.ShouldContain("that stay as they are: 2. Numbers: 1-2.");
        undone.ShouldContain("Number 1, term: 5 years. Only this list said so; it stays.");
        undone.ShouldContain("by post. Only this list said so; it stays.");
        undone.Split("Only this list said so").Length.ShouldBe(3, undone);
    }

    [Fact]
    public async Task What_a_later_list_says_over_its_rows_is_not_said_by_this_one_alone()
    {
        var first = EditionOf(await folder.Import(folder.File("list.csv", "No,Partner,Country,Type,Signed\n1,University of Vienna,Austria,MOU,2020-01-02\n2,University of Graz,Austria,MOU,2018-06-18\n3,Lund University,Sweden,MOU,2019-06-18\n")));
        (await folder.Import(folder.File("next.csv", "Partner,Type,Signed\nAustria,,\nUniversity of Vienna,MOU,2020-01-02\nUniversity of Graz,MOU,2018-06-18\nSweden,,\nLund University,MOU,2019-06-18\n"))).Counts.ShouldBe((0, 0, 3, 0, 0));
        (await folder.Ask("import", "--undo", first, "--yes")).Out.ShouldNotContain("Only this list said so");
        (await folder.Ask("count", "--by", "country")).Out.ShouldContain("Austria");
    }

    [Fact]
    public async Task What_was_entered_of_an_agreement_that_the_list_had_no_longer_is_named()
    {
        await folder.Import(folder.File("list.csv", List));
        (await folder.Import(folder.File("next.csv", string.Join('\n', List.Split('\n').Where(l => !l.StartsWith("3,", StringComparison.Ordinal)))))).Counts.Gone.ShouldBe(1);
        (await folder.Ask("terminate", "3", "--on", "2023-06-30", "--yes")).Code.ShouldBe(0);
        (await folder.Ask("import", "--undo", "last")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(1), a => a.Error.ShouldContain("3"));
        (await AttendedAsync("y\n", "import", "--undo", "last")).Error.ShouldContain("Worked on since: 1. Numbers: 3.");
        (await folder.Ask("show", "3", "--json")).Out.ShouldContain("2023-06-30");
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    /// <summary>With somebody at the terminal, who answers.</summary>
    private async Task<Asked> AttendedAsync(string answer, params string[] args)
    {
        using var stdin = new StringReader(answer);
        using var stdout = new StringWriter { NewLine = "\n" };
        using var stderr = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(stdin, stdout, stderr, new FakeTimeProvider(Asked.Now)) { IsAttended = true };
        var code = await Cli.RunAsync([.. args, "--data", folder.Data], terminal, TestContext.Current.CancellationToken);
        return new Asked(code, stdout.ToString(), stderr.ToString());
    }

    private async Task<List<string>> NumberedAsync() =>
        [.. (await folder.Ask("list", "--json")).Json.GetProperty("agreements").EnumerateArray().Select(a => $"{a.GetProperty("number").GetString()} {a.GetProperty("partners")[0].GetString()}").Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("import", 2)]
    [InlineData("import --undo last", 1)]
    [InlineData("import x.csv --undo last", 2)]
    public async Task What_cannot_be_taken_back_is_said(string asked, int code) => (await folder.Ask(asked.Split(' '))).Code.ShouldBe(code);

    private static string EditionOf(Asked import) => import.Json.GetProperty("edition").GetProperty("id").GetString()!;
}

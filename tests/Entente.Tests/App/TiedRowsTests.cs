namespace Entente.Tests.App;

/// <summary>Agreements of one partner, kind and first day, and rows of the next list: what tells them apart, and what is asked where nothing does.</summary>
public sealed class TiedRowsTests : IDisposable
{
    private const string Head = "Partner;Country;Type;Signed;Term;Remarks\n", Others = "University of Oslo;Norway;MoU;2022-05-11;5 years;\nMcGill University;Canada;MoU;2023-11-09;5 years;\n";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    // What two agreements print, what the next list prints; new, changed, same, gone, doubtful; what is asked.
    [InlineData("5 years;by post|10 years;by hand", "5 years;by post|12 years;by hand", "0 1 3 0 0", "")]
    [InlineData("5 years;by post|10 years;by hand", "6 years;by post|12 years;by hand", "0 2 2 0 0", "")]
    [InlineData("5 years;by post|10 years;by hand", "12 years;by hand|6 years;by post", "0 2 2 0 0", "")]
    [InlineData("5 years;by post|10 years;by hand", "5 years;by hand|10 years;by post", "0 2 2 0 0", "")]
    // Each row is as near to both.
    [InlineData("5 years;|10 years;", "6 years;|12 years;", "0 0 2 0 2", "import.perhaps-either")]
    [InlineData("5 years;|10 years;", "7 years;", "0 0 2 0 1", "import.perhaps-either")]
    // Whichever is taken, the same comes of it.
    [InlineData("5 years;|10 years;", "12 years;|12 years;", "0 2 2 0 0", "")]
    [InlineData("5 years;|5 years;", "6 years;|12 years;", "0 2 2 0 0", "")]
    [InlineData("5 years;|5 years;", "5 years;", "0 0 3 1 0", "")]
    // Two rows, and one agreement.
    [InlineData("5 years;by post", "6 years;by post|7 years;by post", "0 0 2 0 2", "import.perhaps-one-of")]
    [InlineData("5 years;by post", "5 years;by hand|7 years;by post", "1 1 2 0 0", "")]
    [InlineData("5 years;by post", "6 years;by hand|7 years;by post", "1 1 2 0 0", "")]
    [InlineData("5 years;by post", "7 years;by post|7 years;by post", "1 1 2 0 0", "")]
    public async Task What_nothing_tells_apart_is_asked(string first, string next, string counts, string code)
    {
        await folder.Import(folder.File("first.csv", Rows(first)));
        var asked = (await folder.Import(folder.File("next.csv", Rows(next)))).Counts;
        $"{asked.New} {asked.Changed} {asked.Same} {asked.Gone} {asked.Doubtful}".ShouldBe(counts);
        var found = (await folder.Ask("findings", "--json", "--severity", "doubt")).Json.GetProperty("findings").EnumerateArray()
            .Where(f => f.GetProperty("code").GetString()!.StartsWith("import.perhaps", StringComparison.Ordinal)).ToList();
        found.Select(f => f.GetProperty("code").GetString()).Distinct().ShouldBe(code.Length == 0 ? [] : [code]);
        if (code == "import.perhaps-either")
            found.ShouldAllBe(f => f.GetProperty("message").GetString()!.Contains("1, 2", StringComparison.Ordinal));
        (await folder.Ask("verify")).Code.ShouldBe(0);
        // The same rows once more ask nothing new.
        (await folder.Import(folder.File("same.csv", Rows(next) + "\n"))).Counts.New.ShouldBe(0);
    }

    [Fact]
    public async Task Of_very_many_those_that_say_the_same_are_met_first()
    {
        var rows = Enumerable.Range(1, 300).Select(i => $"5 years;file {i}").ToList();
        await folder.Import(folder.File("first.csv", Rows(string.Join('|', rows))));
        rows[6] = "7 years;file 7";
        rows.Reverse();
        var next = await folder.Import(folder.File("next.csv", Rows(string.Join('|', rows))));
        next.Counts.ShouldBe((0, 1, 301, 0, 0));
        next.Json.GetProperty("differences")[0].GetProperty("agreement").GetString().ShouldBe("7");
    }

    [Fact]
    public async Task What_was_entered_before_any_list_is_told_apart_by_what_was_entered()
    {
        await folder.Import(folder.File("others.csv", Head + Others));
        foreach (var term in new[] { "5 years", "10 years" })
            (await folder.Ask("add", "--partner", "Kyoto University", "--country", "JP", "--kind", "MoU", "--signed", "2020-04-03", "--length", term, "--yes")).Code.ShouldBe(0);
        (await folder.Import(folder.File("next.csv", Rows("10 years;by hand|5 years;by post")))).Counts.ShouldSatisfyAllConditions(c => c.New.ShouldBe(0), c => c.Doubtful.ShouldBe(0));
        (await folder.Ask("show", "3", "--json")).Json.GetProperty("note").GetString().ShouldBe("by post");
    }

    [Fact]
    public async Task One_row_of_a_list_that_says_less_may_be_either_of_two()
    {
        await folder.Import(folder.File("first.csv", Rows("5 years;by post|5 years;by hand")));
        var asked = (await folder.Import(folder.File("next.csv", "Partner;Country;Type;Signed\nKyoto University;Japan;MoU;2020-04-03\nUniversity of Oslo;Norway;MoU;2022-05-11\nMcGill University;Canada;MoU;2023-11-09\n"))).Counts;
        asked.ShouldBe((0, 0, 3, 1, 0));
        (await folder.Ask("findings", "--json", "--code", "import.either")).Json.GetProperty("findings").EnumerateArray().ShouldHaveSingleItem().GetProperty("message").GetString()!.ShouldContain("agreements 1, 2");
    }

    [Fact]
    public async Task Of_equally_near_ones_that_comes_first_which_the_last_list_called_so()
    {
        const string Rest = "3;University of Oslo;Norway;MoU;2022-05-11;5 years\n4;Lund University;Sweden;MoU;2022-05-11;5 years\n";
        await folder.Import(folder.File("first.csv", "No;Partner;Country;Type;Signed;Term\n1;Karl-Franzens-Universität;Austria;MoU;2010-04-03;5 years\n2;University of Graz;Austria;MoU;2012-04-03;5 years\n" + Rest));
        (await folder.Ask("edit", "1", "--partner", "University of Graz", "--yes")).Code.ShouldBe(0);
        await folder.Import(folder.File("next.csv", "No;Partner;Country;Type;Signed;Term\n1;University of Graz;Austria;MoU;2025-04-03;5 years\n" + Rest));
        (await folder.Ask("findings", "--json", "--code", "import.perhaps-either")).Json.GetProperty("findings").EnumerateArray().ShouldHaveSingleItem().GetProperty("message").GetString()!.ShouldContain("agreements 2, 1");
    }

    private static string Rows(string rows) => Head + string.Concat(rows.Split('|').Select(r => $"Kyoto University;Japan;MoU;2020-04-03;{r}\n")) + Others;
}

namespace Entente.Tests.App;

/// <summary>Which of several agreements a record is about, and steps that do nothing.</summary>
public sealed class ReviewEitherTests : IDisposable
{
    private const string Head = "Partner;Country;Type;Signed;Term;Remarks\n", Others = "University of Oslo;Norway;MoU;2022-05-11;5 years;\nMcGill University;Canada;MoU;2023-11-09;5 years;\n";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task All_tied_agreements_are_offered_with_what_tells_them_apart_and_any_is_taken()
    {
        await folder.Import(folder.File("first.csv", Rows("5 years;|10 years;")));
        await AskAsync("review", folder.File("next.csv", Rows("6 years;|12 years;")));
        var record = (await folder.Ask("review", "show", "--record", "1", "--json")).Json;
        var either = record.GetProperty("either").EnumerateArray().ToList();
        either.Select(e => e.GetProperty("agreement").GetString()).ShouldBe(["1", "2"]);
        either[1].GetProperty("words").GetString()!.ShouldContain("10 years");
        (await folder.Ask("review", "show", "--record", "1")).Out.ShouldContain("perhaps agreement 2:");
        var which = await folder.Ask("review", "same", "1");
        which.Code.ShouldBe(1);
        which.Error.ShouldContain("Say which it is");
        (await folder.Ask("review", "same", "1", "3")).Code.ShouldBe(1);
        (await folder.Ask("review", "same", "1", "2")).Out.ShouldContain("Record 1 is agreement 2.");
    }

    [Fact]
    public async Task A_new_record_is_said_to_be_an_agreement_that_the_list_has_no_longer()
    {
        const string List = "Partner;Country;Type;Signed;Expires\nUniversity of Malta;Malta;MoU;2021-01-01;2025-12-31\nUniversity of Oslo;Norway;MoU;2022-05-11;2027-05-10\nMcGill University;Canada;MoU;2023-11-09;2028-11-08\n";
        await AskAsync("import", folder.File("first.csv", List), "--yes", "--listed-on", "2022-01");
        await AskAsync("review", folder.File("next.csv", List.Replace("University of Malta;Malta;MoU", "L'Université de La Valette;Malta;Protocol")));
        (await folder.Ask("review", "same", "1")).Code.ShouldBe(1);
        (await folder.Ask("review", "same", "1", "2")).Code.ShouldBe(1, "the list has it");
        await AskAsync("review", "same", "1", "1");
        await AskAsync("review", "accept", "1-3");
        await AskAsync("review", "store", "--yes");
        (await folder.Ask("list", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task What_is_said_to_be_a_known_agreement_was_none_of_what_was_accepted_in_bulk_before()
    {
        await folder.Import(folder.File("first.csv", Rows("5 years;|10 years;")));
        await AskAsync("review", folder.File("next.csv", Rows("6 years;|12 years;")));
        await AskAsync("review", "accept", "--clean");
        await AskAsync("review", "same", "1", "1");
        (await folder.Ask("review", "show", "--record", "1", "--json")).Json.GetProperty("decision").GetString().ShouldBe("left");
    }

    [Fact]
    public async Task What_does_nothing_is_no_step_and_says_so()
    {
        await AskAsync("review", folder.File("first.csv", Rows("5 years;|10 years;")));
        await AskAsync("review", "accept", "1-4");
        (await folder.Ask("review", "accept", "--noted")).Out.ShouldContain("There was nothing to accept");
        (await folder.Ask("review", "accept", "--clean")).Out.ShouldContain("There was nothing to accept");
        (await folder.Ask("review", "show", "--json")).Json.GetProperty("steps").GetArrayLength().ShouldBe(1);
        await AskAsync("review", "undo");
        (await folder.Ask("review", "undo")).Error.ShouldContain("no step is left");
    }

    private static string Rows(string rows) => Head + string.Concat(rows.Split('|').Select(r => $"Kyoto University;Japan;MoU;2020-04-03;{r}\n")) + Others;

    private async Task AskAsync(params string[] args)
    {
        var asked = await folder.Ask(args);
        asked.Code.ShouldBe(0, asked.Error);
    }
}

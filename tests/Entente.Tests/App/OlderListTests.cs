using System.Text.Json;

namespace Entente.Tests.App;

/// <summary>A list that is older than one that is stored already.</summary>
public sealed class OlderListTests : IDisposable
{
    private const string Old = """
        No;Partner;Country;Type;Signed;Term
        1;University of Vienna;Austria;MoU;2020-01-02;5 years
        2;University of Graz;Austria;MoU;2018-06-18;5 years
        3;University of Oslo;Norway;MoU;2022-01-02;2 years

        """;

    private static readonly string newer = Old.Replace("2018-06-18;5 years", "2018-06-18;10 years", StringComparison.Ordinal) + "4;University of Turku;Finland;MoU;2024-01-02;5 years\n";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_puts_nothing_back_and_says_what_it_says_otherwise()
    {
        await ImportAsync("newer.csv", newer, "--listed-on", "2024-03-01");
        var before = await CsvAsync();
        var older = await ImportAsync("older.csv", Old, "--listed-on", "2023-03-01");
        older.Counts.ShouldBe((0, 0, 2, 0, 1));
        (await CsvAsync()).ShouldBe(before);
        (await SaidAsync("list.older")).ShouldBe("This list is of 1 Mar 2023, and newer.csv is of 1 Mar 2024, and was stored before. What the newer list says is kept; where this one says otherwise, both values are shown.");
        (await SaidAsync("import.gone")).ShouldBeNull();
        // The next newer list goes on from the newer one.
        (await ImportAsync("next.csv", newer + "5;Lund University;Sweden;MoU;2025-01-02;5 years\n", "--listed-on", "2025-03-01")).Counts.ShouldBe((1, 0, 4, 0, 0));
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task What_it_says_is_taken_where_somebody_says_so()
    {
        await ImportAsync("newer.csv", newer, "--listed-on", "2024-03-01");
        await ImportAsync("older.csv", Old, "--listed-on", "2023-03-01");
        var found = (await folder.Ask("findings", "--json", "--code", "import.older")).Json.GetProperty("findings").EnumerateArray().Single();
        (found.GetProperty("field").GetString(), found.GetProperty("agreements")[0].GetString()).ShouldBe(("term", "2"));
        (await folder.Ask("findings", "accept", found.GetProperty("id").GetString()!)).Code.ShouldBe(0);
        (await folder.Ask("show", "2", "--json")).Json.GetProperty("ends").GetProperty("on").GetString().ShouldBe("2023-06-18");
        (await folder.Ask("import", "--undo", "last", "--yes")).Code.ShouldBe(0);
        (await folder.Ask("show", "2", "--json")).Json.GetProperty("ends").GetProperty("on").GetString().ShouldBe("2028-06-18");
    }

    [Fact]
    public async Task The_same_document_after_another_is_an_older_list()
    {
        await ImportAsync("a.csv", Old);
        await ImportAsync("b.csv", newer);
        var before = await CsvAsync();
        (await ImportAsync("a.csv", Old)).Counts.ShouldBe((0, 0, 2, 0, 1));
        (await CsvAsync()).ShouldBe(before);
        (await SaidAsync("list.again"))!.ShouldStartWith("This document was stored once already, and b.csv after it.");
        (await folder.Ask("import", folder.File("a.csv", Old))).Out.ShouldContain("has this document already");
    }

    [Fact]
    public async Task The_same_document_after_a_list_of_others_changes_nothing()
    {
        await ImportAsync("a.csv", Old);
        await ImportAsync("x.csv", "Partner;Country;Type;Signed\nKeio University;Japan;MoU;2020-01-02\nWaseda University;Japan;MoU;2021-01-02\n");
        (await folder.Ask("import", folder.File("a.csv", Old))).Out.ShouldContain("has this document already");
    }

    [Fact]
    public async Task What_was_left_out_of_a_document_can_be_stored_from_it_later()
    {
        (await folder.Ask("review", folder.File("a.csv", Old))).Code.ShouldBe(0);
        (await folder.Ask("review", "accept", "1-2")).Code.ShouldBe(0);
        (await folder.Ask("review", "store", "--leave-out", "--yes")).Code.ShouldBe(0);
        (await ImportAsync("a.csv", Old)).Counts.ShouldBe((1, 0, 2, 0, 0));
        (await folder.Ask("import", folder.File("a.csv", Old))).Out.ShouldContain("has this document already");
    }

    [Fact]
    public async Task Rows_of_a_document_are_about_the_agreements_that_came_of_them_whatever_they_are_called_since()
    {
        await ImportAsync("a.csv", Old);
        (await folder.Ask("review", folder.File("b.csv", Old.Replace("University of Vienna", "Alma Mater Rudolphina", StringComparison.Ordinal)))).Code.ShouldBe(0);
        (await folder.Ask("review", "same", "1")).Code.ShouldBe(0, (await folder.Ask("review", "show")).Out);
        (await folder.Ask("review", "accept", "1-3")).Code.ShouldBe(0);
        (await folder.Ask("review", "store", "--yes")).Code.ShouldBe(0);
        (await folder.Ask("register", "rule", "remove", "partner", "University of Vienna")).Code.ShouldBe(0);
        (await ImportAsync("a.csv", Old)).Counts.ShouldBe((0, 0, 2, 0, 1));
        (await folder.Ask("show", "1", "--json")).Out.ShouldContain("Alma Mater Rudolphina");
    }

    [Fact]
    public async Task What_went_to_the_bin_with_its_list_is_known_again()
    {
        await ImportAsync("a.csv", Old);
        (await folder.Ask("terminate", "1", "--on", "2024-06-30", "--by", "partner", "--yes")).Code.ShouldBe(0);
        (await folder.Ask("import", "--undo", "last", "--yes")).Code.ShouldBe(0);
        await ImportAsync("a.csv", Old);
        (await SaidAsync("import.in-bin"))!.ShouldStartWith("This is perhaps agreement 1, which went to the bin");
    }

    [Fact]
    public async Task A_row_that_was_skipped_changes_nothing_in_a_later_list_either()
    {
        await ImportAsync("a.csv", Old);
        (await folder.Ask("review", folder.File("b.csv", newer))).Code.ShouldBe(0);
        (await folder.Ask("review", "skip", "2")).Code.ShouldBe(0);
        (await folder.Ask("review", "accept", "1", "3", "4")).Error.ShouldBeEmpty();
        (await folder.Ask("review", "store", "--yes")).Code.ShouldBe(0);
        (await ImportAsync("c.csv", newer + "5;Lund University;Sweden;MoU;2025-01-02;5 years\n")).Counts.ShouldBe((1, 0, 3, 0, 0));
        (await folder.Ask("show", "2", "--json")).Json.GetProperty("term").GetProperty("text").GetString().ShouldBe("5 years");
    }

    [Fact]
    public async Task How_late_its_last_signing_is_says_nothing_of_a_list_that_tells_no_day()
    {
        await ImportAsync("a.csv", newer);
        (await ImportAsync("b.csv", Old)).Counts.Changed.ShouldBe(1);
        (await SaidAsync("list.older")).ShouldBeNull();
    }

    private async Task<Asked> ImportAsync(string name, string list, params string[] options)
    {
        var asked = await folder.Ask(["import", folder.File(name, list), "--yes", "--json", .. options]);
        asked.Code.ShouldBe(0, asked.Error);
        return asked;
    }

    private async Task<string> CsvAsync() => (await folder.Ask("export", "--format", "csv")).Out;

    private async Task<string?> SaidAsync(string code) =>
        (await folder.Ask("findings", "--json", "--code", code)).Json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("message").GetString()).SingleOrDefault();
}

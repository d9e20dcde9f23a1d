using System.Globalization;

namespace Entente.Tests.App;

/// <summary>A list is taken back, and one that is older than it by its day was stored after it: it had put nothing back, and holds now.</summary>
public sealed class OlderListUndoTests : IDisposable
{
    private const string Head = "No;Partner;Country;Type;Signed;Term;Remarks\n";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    // What three lists say of how long and of remarks: of 2023, of 2025, and of 2024, which comes last; what holds before the second is taken back, and then.
    [InlineData("5 years;by post", "10 years;by mail", "5 years;by hand", "10 years by mail", "5 years by hand")]
    [InlineData("5 years;by post", "10 years;by mail", "7 years;by post", "10 years by mail", "7 years by post")]
    [InlineData("5 years;by post", "5 years;by post", "7 years;by hand", "5 years by post", "7 years by hand")]
    [InlineData("5 years;by post", "10 years;by mail", "10 years;by mail", "10 years by mail", "10 years by mail")]
    [InlineData("5 years;by post", "10 years;by mail", "10 years;by post", "10 years by mail", "10 years by post")]
    // The agreement is in the second and the third list only, in the first and the second, in none but the second.
    [InlineData("", "10 years;by mail", "7 years;by hand", "10 years by mail", "7 years by hand")]
    [InlineData("5 years;by post", "10 years;by mail", "", "10 years by mail", "5 years by post")]
    [InlineData("", "10 years;by mail", "", "10 years by mail", "")]
    [InlineData("5 years;by post", "", "7 years;by hand", "7 years by hand", "7 years by hand")]
    public async Task The_register_is_as_if_it_had_never_been(string first, string second, string third, string held, string holds)
    {
        await ImportAsync("a.csv", first, "2023-03-01");
        await ImportAsync("c.csv", second, "2025-03-01");
        await ImportAsync("b.csv", third, "2024-03-01");
        (await SaidAsync()).ShouldBe(held);
        (await folder.Ask("import", "--undo", (await IdsAsync())["c.csv"], "--yes")).Code.ShouldBe(0);
        (await SaidAsync()).ShouldBe(holds);
        (await folder.Ask("findings", "--json", "--code", "import.older")).Json.GetProperty("total").GetInt32().ShouldBe(0);
        (await folder.Ask("findings", "--json", "--code", "list.older")).Json.GetProperty("total").GetInt32().ShouldBe(0);
        (await folder.Ask("verify")).Code.ShouldBe(0);
        // The next list goes on from the one that holds, and that can be taken back as well.
        if (third.Length > 0)
        {
            (await ImportAsync("d.csv", third, "2027-03-01")).Counts.ShouldBe((0, 0, 3, 0, 0));
            (await folder.Ask("import", "--undo", "last", "--yes")).Code.ShouldBe(0);
        }

        (await folder.Ask("import", "--undo", (await IdsAsync())["b.csv"], "--yes")).Code.ShouldBe(0);
        (await SaidAsync()).ShouldBe(first.Replace(';', ' '));
        (await folder.Ask("import", "--undo", (await IdsAsync())["a.csv"], "--yes")).Code.ShouldBe(0);
        (await folder.Ask("list", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task What_the_office_decided_stays()
    {
        await ImportAsync("a.csv", "5 years;by post", "2023-03-01");
        await ImportAsync("c.csv", "10 years;by mail", "2025-03-01");
        (await folder.Ask("edit", "1", "--subject", "ours", "--yes")).Code.ShouldBe(0);
        await ImportAsync("b.csv", "7 years;by hand", "2024-03-01");
        (await folder.Ask("edit", "1", "--note", "noted", "--yes")).Code.ShouldBe(0);
        (await folder.Ask("import", "--undo", (await IdsAsync())["c.csv"])).Code.ShouldBe(1);
        (await folder.Ask("import", "--undo", (await IdsAsync())["c.csv"], "--yes")).Code.ShouldBe(0);
        (await SaidAsync()).ShouldBe("7 years noted");
        (await folder.Ask("show", "1", "--json")).Out.ShouldContain("ours");
    }

    [Fact]
    public async Task A_list_that_is_older_than_another_one_as_well_puts_nothing_back()
    {
        await ImportAsync("a.csv", "5 years;by post", "2023-03-01");
        await ImportAsync("c.csv", "10 years;by mail", "2025-03-01");
        await ImportAsync("e.csv", "12 years;by train", "2026-03-01");
        await ImportAsync("b.csv", "7 years;by hand", "2024-03-01");
        (await folder.Ask("import", "--undo", (await IdsAsync())["e.csv"], "--yes")).Code.ShouldBe(0);
        (await SaidAsync()).ShouldBe("10 years by mail");
        (await folder.Ask("findings", "--json", "--code", "list.older")).Json.GetProperty("total").GetInt32().ShouldBe(1);
        (await folder.Ask("import", "--undo", (await IdsAsync())["c.csv"], "--yes")).Code.ShouldBe(0);
        (await SaidAsync()).ShouldBe("7 years by hand");
        (await folder.Ask("import", "--undo", (await IdsAsync())["b.csv"], "--yes")).Code.ShouldBe(0);
        (await SaidAsync()).ShouldBe("5 years by post");
    }

    private async Task<Asked> ImportAsync(string name, string said, string day)
    {
        var rows = "2;University of Graz;Austria;MoU;2018-06-18;5 years;\n3;University of Oslo;Norway;MoU;2022-01-02;2 years;\n" + (said.Length == 0 ? "" : $"1;University of Vienna;Austria;MoU;2020-01-02;{said}\n");
        var asked = await folder.Ask("import", folder.File(name, Head + rows + new string('\n', int.Parse(day[..4], CultureInfo.InvariantCulture) - 2022)), "--yes", "--json", "--listed-on", day);
        asked.Code.ShouldBe(0, asked.Error);
        return asked;
    }

    private async Task<Dictionary<string, string>> IdsAsync() =>
        (await folder.Ask("editions", "--json")).Json.EnumerateArray().ToDictionary(e => e.GetProperty("name").GetString()!, e => e.GetProperty("id").GetString()!);

    private async Task<string> SaidAsync()
    {
        var listed = (await folder.Ask("list", "Vienna", "--json")).Json.GetProperty("agreements").EnumerateArray().Select(a => a.GetProperty("number").GetString()!).SingleOrDefault();
        if (listed is null)
            return "";
        var shown = (await folder.Ask("show", listed, "--json")).Json;
        return $"{shown.GetProperty("term").GetProperty("text").GetString()} {shown.GetProperty("note").GetString()}";
    }
}

using System.Text;

using Entente.App.Exports;
using Entente.Core;
using Entente.Edtf;

namespace Entente.Tests.App;

public class ExportTests
{
    [Theory]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM", "'@SUM")]
    [InlineData("plain = text", "plain = text")]
    public async Task A_cell_that_looks_like_a_formula_is_made_safe(string name, string cell) =>
        (await CsvAsync([Of("1", name, 2020)])).ShouldContain(cell);

    [Fact]
    public async Task A_cell_with_a_comma_or_a_quotation_mark_is_quoted() =>
        (await CsvAsync([Of("1", "Law, \"Free\"", 2020)])).ShouldContain("\"Law, \"\"Free\"\"\"");

    [Fact]
    public async Task A_cell_of_several_lines_is_quoted() =>
        (await CsvAsync([Of("1", "Law\nFree", 2020)])).ShouldContain("\"Law\nFree\"");

    [Fact]
    public void The_order_is_by_number_as_a_number_then_partner_then_first_date()
    {
        var agreements = new[] { Of("10", "A", 2020), Of("9", "B", 2020), Of("9", "A", 2021), Of("9", "A", 2020), Of(null, "A", 2020) }
            .Select((f, i) => new Agreement(1, new Guid(i, 0, 0, new byte[8]), $"{i}", f));
        ExportQueries.Ordered(agreements).Select(f => $"{f.Number} {f.Parties[0].Name} {f.Begin!.On}")
            .ShouldBe(["9 A 2020", "9 A 2021", "9 B 2020", "10 A 2020", " A 2020"]);
    }

    [Fact]
    public async Task Twins_are_in_one_order_whatever_they_differ_in()
    {
        var twin = Of("1", "A", 2020);
        Facts[] twins =
        [
            twin, twin with { Parties = [twin.Parties[0] with { Unit = "Law" }] }, twin with { Parties = [twin.Parties[0] with { CountryText = "UK" }] },
            twin with { Subject = "exchange" }, twin with { Other = [new OtherCell("Contact", "Ms A")] }, twin with { StateText = "active" },
        ];
        (await Exported(twins.Reverse())).ShouldBe(await Exported(twins));

        static Task<string> Exported(IEnumerable<Facts> facts) =>
            CsvAsync(ExportQueries.Ordered(facts.Select((f, i) => new Agreement(1, new Guid(i, 0, 0, new byte[8]), $"{i}", f))));
    }

    private static async Task<string> CsvAsync(IEnumerable<Facts> facts)
    {
        using var file = new MemoryStream();
        await RegisterFile.WriteAsync(ExportFormat.Csv, facts.ToAsyncEnumerable(), file);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static Facts Of(string? number, string partner, int year) => new()
    {
        Number = number,
        Parties = [new Party(partner)],
        Events = [new Event(Act.Signed, EdtfDate.Of(year), null, $"{year}")],
        Ends = new Ends(EndsBasis.Unstated) { Why = NoEnd.EmptyCell },
    };
}

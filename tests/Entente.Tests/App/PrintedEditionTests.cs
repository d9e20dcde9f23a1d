using System.Text.Json;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.App;

/// <summary>The PDF that the register writes of itself says, as the next edition, nothing that the register does not say.</summary>
public sealed class PrintedEditionTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("samples/agreements.txt")]
    [InlineData("tests/corpus/en-csv-month-first/source.csv")]
    [InlineData("tests/corpus/en-xls-philippines-month-first/source.xls")]
    [InlineData("tests/corpus/en-html-nipigon/source.html")]
    [InlineData("tests/corpus/de-txt-spalten/source.txt")]
    [InlineData("tests/corpus/de-csv-vehicle-codes-period/source.csv")]
    [InlineData("tests/corpus/hu-docx-tiszaszeg/source.docx")]
    [InlineData("tests/corpus/pl-ods-szpital-lipowa/source.ods")]
    [InlineData("tests/corpus/ro-pdf-valea-moldovitei/source.pdf")]
    [InlineData("tests/corpus/ru-csv-cp1251-prolongation/source.csv")]
    [InlineData("tests/corpus/uk-docx-period-column/source.docx")]
    [InlineData("tests/corpus/hr-csv-gornja-mreznica/source.csv")]
    [InlineData("tests/corpus/sv-html-ljusnedal/source.html")]
    public async Task A_list_that_is_written_and_read_again_is_the_same(string list)
    {
        await folder.Import(Checkout.Path(list.Split('/')));
        await IsTheSameAsync();
    }

    [Fact]
    public async Task Several_editions_and_what_the_office_did_are_the_same()
    {
        await folder.Import();
        await folder.Import(Checkout.Path("tests", "corpus", "en-csv-month-first", "source.csv"));
        await folder.Import(Checkout.Path("tests", "corpus", "hu-docx-tiszaszeg", "source.docx"));
        await AskAsync("terminate", "2", "--on", "2024-06-30", "--by", "partner", "--yes");
        await AskAsync("renew", "8", "--on", "2025-02-01", "--length", "5 years", "--yes");
        await AskAsync("renew", "10", "--on", "2025-02-01", "--until", "2030-01-31", "--yes");
        await AskAsync("edit", "9", "--note", "our note");
        await AskAsync("edit", "11", "--term", "18 months", "--yes");
        await IsTheSameAsync();
        // What the office did stays its own: the list of before takes none of it back.
        var before = await AskAsync("show", "2", "--json");
        var sample = await File.ReadAllTextAsync(TestFolder.Sample(), TestContext.Current.CancellationToken);
        await folder.Import(folder.File("next.txt", sample + "\n"));
        (await AskAsync("show", "2", "--json")).Out.ShouldContain("terminated");
        before.Out.ShouldContain("terminated");
    }

    [Fact]
    public async Task Uncertain_dates_and_acts_entered_by_hand_are_the_same()
    {
        await folder.Import(folder.File("list.csv", "No,Partner,Country,Type,Signed,Valid until\n1,University of Split,Croatia,MOU,2016-03-02,2028-03-01\n2,University of Minho,Portugal,MOU,2016-03-02,5 years\n"));
        foreach (var (partner, signed, until) in new[] { ("University of Graz", "2019~", "2024~"), ("University of Bonn", "2019?", "2024-05?"), ("University of Turin", "2019-21", "2024-23"), ("University of Oslo", "2019-05-06%", "2031"), ("University of Brno", "2019-XX-15", "203X"), ("University of Ghent", "2015", "2030-06") })
            await AskAsync("add", "--partner", partner, "--kind", "MOU", "--signed", signed, "--until", until, "--yes");
        await AskAsync("terminate", "1", "--on", "2024-06~", "--yes");
        await AskAsync("extend", "2", "--on", "2020-06-01", "--until", "2026-06-01", "--yes");
        await AskAsync("suspend", "2", "--on", "2022-06?", "--yes");
        await AskAsync("resume", "2", "--on", "2023-21", "--yes");
        await AskAsync("extend", "8", "--on", "2024-12", "--until", "2034", "--yes");
        await IsTheSameAsync();
        var alone = SourceReader.Read("list.pdf", await File.ReadAllBytesAsync(Path.Combine(folder.Path, "list.pdf"), TestContext.Current.CancellationToken), new ReadOptions());
        alone.Drafts.Select(d => $"{d.Facts.Number} {string.Join(", ", d.Facts.Events.Select(e => $"{e.Act} {e.On}{(e.Until is null ? "" : $" to {e.Until}")}"))}; {d.Facts.Ends.On}").ShouldBe(
        [
            "1 Signed 2016-03-02, Terminated 2024-06~; 2028-03-01",
            "2 Signed 2016-03-02 to 2021-03-02, Extended 2020-06-01 to 2026-06-01, Suspended 2022-06?, Resumed 2023-21; 2026-06-01",
            "3 Signed 2019~; 2024~",
            "4 Signed 2019?; 2024-05?",
            "5 Signed 2019-21; 2024-23",
            "6 Signed 2019-05-06%; 2031",
            "7 Signed 2019-XX-15; 203X",
            "8 Signed 2015 to 2030-06, Extended 2024-12 to 2034; 2034",
        ]);
    }

    private async Task IsTheSameAsync()
    {
        var pdf = Path.Combine(folder.Path, "list.pdf");
        await AskAsync("export", "--format", "pdf", "--output", pdf);
        var numbers = SourceReader.Read("list.pdf", await File.ReadAllBytesAsync(pdf, TestContext.Current.CancellationToken), new ReadOptions()).Drafts.Select(d => d.Facts.Number).ToList();
        numbers.ShouldBe(numbers.OrderBy(n => Agreement.OrderOf(n!)).Distinct(), "each number once, in order");
        var next = JsonDocument.Parse((await folder.Import(pdf)).Out).RootElement;
        next.GetProperty("differences").EnumerateArray().Select(d => d.GetRawText()).ShouldBeEmpty();
        next.GetProperty("edition").GetProperty("same").GetInt32().ShouldBe(numbers.Count);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    private async Task<Asked> AskAsync(params string[] args)
    {
        var asked = await folder.Ask(args);
        asked.Code.ShouldBe(0, asked.Error);
        return asked;
    }
}

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

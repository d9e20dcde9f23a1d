using System.Text;

using Entente.Formats;
using Entente.Formats.Text;

namespace Entente.Tests.Formats;

/// <summary>A reading that nobody wants any more ends while its document is taken apart, and not only behind that.</summary>
public class StoppedReadingTests
{
    private static readonly CancellationToken Stopped = new(canceled: true);

    private static readonly Dictionary<string, byte[]> Documents = new()
    {
        [MediaTypes.Xlsx] = RawPackage.Xlsx("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Partner</t></is></c></row></sheetData>"),
        [MediaTypes.Ods] = RawPackage.Ods("<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Partner</text:p></table:table-cell></table:table-row>"),
        [MediaTypes.Docx] = RawPackage.Docx("<w:p><w:r><w:t>Partner</w:t></w:r></w:p>"),
        [MediaTypes.Html] = "<html><body><p>Partner</p></body></html>"u8.ToArray(),
        [MediaTypes.Json] = "[{\"partner\":\"Lund University\"},{\"partner\":\"Kyoto University\"}]"u8.ToArray(),
    };

    [Theory]
    [InlineData(MediaTypes.Xlsx)]
    [InlineData(MediaTypes.Ods)]
    [InlineData(MediaTypes.Docx)]
    [InlineData(MediaTypes.Html)]
    [InlineData(MediaTypes.Json)]
    public void It_ends_within_the_document(string mediaType)
    {
        ReadingStop.Within(() => SourceReader.BlocksOf("a", Documents[mediaType], mediaType), CancellationToken.None).Blocks.ShouldNotBeEmpty();
        Should.Throw<OperationCanceledException>(() => ReadingStop.Within(() => SourceReader.BlocksOf("a", Documents[mediaType], mediaType), Stopped));
    }

    [Fact]
    public void It_ends_at_each_line_of_values()
    {
        using var stop = new CancellationTokenSource();
        var lines = new QuotedLines("a,b\nc,d\n", ',');
        Should.Throw<OperationCanceledException>(() => ReadingStop.Within(
            () =>
            {
                lines.Next().ShouldBeTrue();
                stop.Cancel();
                return lines.Next();
            },
            stop.Token));
    }

    [Fact]
    public void What_is_too_long_for_a_head_is_none() =>
        Entente.Core.Reading.Heads.FieldsOf(string.Concat(Enumerable.Repeat("Partner institution ", 500))).ShouldBeEmpty();
}

using Entente.Formats.Pdf;

using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;
using UglyToad.PdfPig.Fonts.TrueType.Subsetting;

namespace Entente.Tests.Formats;

/// <summary>A part of a font is what the writer of PDF makes its subset of: what comes out must be whole.</summary>
public class FontTablesTests
{
    private static readonly byte[] font = Shipped();

    [Theory]
    [InlineData('Ż')]
    [InlineData('Ǖ')]
    [InlineData('Ệ')]
    [InlineData('Ϋ')]
    public void A_composed_letter_keeps_its_marks_over_it(char letter)
    {
        var part = new FontTables(font).With([Parsed(font).WindowsUnicodeCMap.CharacterCodeToGlyphIndex(letter)]);
        part.Length.ShouldBeLessThan(font.Length / 2);
        Outline(Parsed(TrueTypeSubsetter.Subset(part, new TrueTypeSubsetEncoding([letter]))), 1).ShouldBe(Outline(Parsed(font), letter));
    }

    [Fact]
    public void Every_glyph_has_its_own_width()
    {
        var whole = Parsed(font);
        var part = Parsed(new FontTables(font).With([]));
        part.TableRegister.HorizontalMetricsTable.HorizontalMetrics.Count.ShouldBe(part.TableRegister.IndexToLocationTable.GlyphOffsets.Count - 1);
        foreach (var letter in "iWЖΩ")
        {
            whole.TryGetAdvanceWidth(letter, out var width).ShouldBeTrue();
            part.TryGetAdvanceWidth(letter, out var same).ShouldBeTrue();
            same.ShouldBe(width);
        }
    }

    /// <summary>The places that its lines go through.</summary>
    private static List<(double, double)> Outline(TrueTypeFont of, int code)
    {
        of.TryGetPath(code, out var paths).ShouldBeTrue();
        return [.. paths.Select(p => p.GetBoundingRectangle()!.Value).SelectMany(b => new[] { (b.Left, b.Bottom), (b.Right, b.Top) })];
    }

    private static TrueTypeFont Parsed(byte[] bytes) => TrueTypeFontParser.Parse(new TrueTypeDataBytes(bytes));

    private static byte[] Shipped()
    {
        using var stream = typeof(FontTables).Assembly.GetManifestResourceStream("Entente.Formats.Pdf.Fonts.NotoSans-Regular.ttf")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

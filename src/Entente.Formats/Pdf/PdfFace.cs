using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;
using UglyToad.PdfPig.Writer;

namespace Entente.Formats.Pdf;

/// <summary>A font file that texts are set in. A document holds what it uses of it, in parts of as many characters as one byte can number.</summary>
internal sealed class PdfFace
{
    private const int MostOfPart = 255;

    private readonly FontTables tables;
    private readonly TrueTypeFont font;
    private readonly double unitsPerEm;
    private readonly Dictionary<char, int> partOf = [];

    private PdfFace(FontTables tables, TrueTypeFont font)
    {
        this.tables = tables;
        this.font = font;
        unitsPerEm = font.GetUnitsPerEm();
    }

    /// <summary>Null for what is no font that can be set.</summary>
    public static PdfFace? Of(byte[] bytes)
    {
        try
        {
            var tables = new FontTables(bytes);
            return tables.HasOutlines && TrueTypeFontParser.Parse(new TrueTypeDataBytes(bytes)) is { WindowsUnicodeCMap: not null } font ? new PdfFace(tables, font) : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A broken font of the system is as good as none; the library says what is wrong with it in many kinds of exceptions.
            return null;
        }
    }

    public bool Has(char character) => font.WindowsUnicodeCMap.CharacterCodeToGlyphIndex(character) > 0;

    /// <summary>In shares of the size.</summary>
    public double WidthOf(char character) => font.TryGetAdvanceWidth(character, out var width) ? width / unitsPerEm : 0;

    /// <summary>The part of the font in which a document has a character.</summary>
    public int PartOf(char character) => partOf.TryGetValue(character, out var part) ? part : partOf[character] = partOf.Count / MostOfPart;

    /// <summary>Its parts, with the characters that they were asked for.</summary>
    public List<PdfDocumentBuilder.AddedFont> AddTo(PdfDocumentBuilder document) =>
        [.. partOf.GroupBy(p => p.Value, p => p.Key).OrderBy(p => p.Key).Select(p => document.AddTrueTypeFont(tables.With(p.Select(c => font.WindowsUnicodeCMap.CharacterCodeToGlyphIndex(c)))))];
}

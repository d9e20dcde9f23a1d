using System.Buffers.Binary;
using System.Text;

using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;
using UglyToad.PdfPig.Writer;

namespace Entente.Formats.Pdf;

/// <summary>A font file that texts are set in. A document holds only what it uses of it, in parts of as many characters as one byte can number.</summary>
internal sealed class PdfFace
{
    private const int MostCharacters = 255;

    private readonly byte[] bytes;
    private readonly TrueTypeFont font;
    private readonly double unitsPerEm;
    private readonly Dictionary<char, PdfDocumentBuilder.AddedFont> partOf = [];
    private PdfDocumentBuilder.AddedFont? part;

    private PdfFace(byte[] bytes, TrueTypeFont font)
    {
        this.bytes = bytes;
        this.font = font;
        unitsPerEm = font.GetUnitsPerEm();
    }

    /// <summary>Null for what is no font with outlines that can be set: the writer knows those of TrueType only.</summary>
    public static PdfFace? Of(byte[] bytes)
    {
        try
        {
            var whole = WithAllWidths(bytes);
            var font = TrueTypeFontParser.Parse(new TrueTypeDataBytes(whole));
            return font.WindowsUnicodeCMap is null || !font.TableHeaders.ContainsKey("glyf") ? null : new PdfFace(whole, font);
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
    public PdfDocumentBuilder.AddedFont PartOf(char character, PdfDocumentBuilder document)
    {
        if (partOf.TryGetValue(character, out var known))
            return known;
        if (part is null || partOf.Count % MostCharacters == 0)
            part = document.AddTrueTypeFont(bytes);
        return partOf[character] = part;
    }

    /// <summary>Fonts of Han characters give the width that the last ones share only once, which the writer does not know: here each has its own.</summary>
    private static byte[] WithAllWidths(byte[] font)
    {
        var tables = Tables(font);
        var (head, widths) = (tables["hhea"], tables["hmtx"]);
        var known = Number(font, head.Offset + 34);
        var all = Number(font, tables["maxp"].Offset + 4);
        if (known >= all || known == 0)
            return font;
        var whole = new byte[font.Length + (all * 4) + 3];
        font.CopyTo(whole, 0);
        var start = (font.Length + 3) / 4 * 4;
        font.AsSpan(widths.Offset, known * 4).CopyTo(whole.AsSpan(start));
        for (var i = known; i < all; i++)
        {
            font.AsSpan(widths.Offset + ((known - 1) * 4), 2).CopyTo(whole.AsSpan(start + (i * 4)));
            font.AsSpan(widths.Offset + (known * 4) + ((i - known) * 2), 2).CopyTo(whole.AsSpan(start + (i * 4) + 2));
        }

        BinaryPrimitives.WriteInt32BigEndian(whole.AsSpan(widths.Entry + 8), start);
        BinaryPrimitives.WriteInt32BigEndian(whole.AsSpan(widths.Entry + 12), all * 4);
        BinaryPrimitives.WriteUInt16BigEndian(whole.AsSpan(head.Offset + 34), (ushort)all);
        return whole;
    }

    private static Dictionary<string, (int Entry, int Offset)> Tables(byte[] font)
    {
        var tables = new Dictionary<string, (int Entry, int Offset)>();
        for (var i = 0; i < Number(font, 4); i++)
        {
            var entry = 12 + (16 * i);
            tables[Encoding.ASCII.GetString(font, entry, 4)] = (entry, BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(entry + 8)));
        }

        return tables;
    }

    private static int Number(byte[] font, int at) => BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(at));
}

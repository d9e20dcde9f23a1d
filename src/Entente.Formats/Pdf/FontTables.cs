using System.Buffers.Binary;
using System.Text;

namespace Entente.Formats.Pdf;

/// <summary>The tables of a TrueType font file, and the same file with a few of its glyphs, under the numbers that they have.
/// The writer of PDF makes its own subset of what it is given, but reads all glyphs for it, does not know widths that many glyphs
/// share, and cuts off the last byte of composed glyphs: so it is given few glyphs, a width for each, and bytes to cut off.</summary>
internal sealed class FontTables
{
    private const int Unused = 4;

    private static readonly string[] kept = ["OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"];

    private static readonly string[] needed = ["OS/2", "cmap", "glyf", "loca", "name", "post"];

    private readonly byte[] font;
    private readonly Dictionary<string, (int Offset, int Length)> tables = [];
    private readonly int glyphs, widths;
    private readonly bool hasLongPlaces;

    public FontTables(byte[] font)
    {
        this.font = font;
        for (var entry = 12; entry < 12 + (16 * Short(font, 4)); entry += 16)
            tables[Encoding.ASCII.GetString(font, entry, 4)] = (Int(entry + 8), Int(entry + 12));
        glyphs = Short(font, At("maxp") + 4);
        widths = Short(font, At("hhea") + 34);
        hasLongPlaces = Short(font, At("head") + 50) != 0;
    }

    /// <summary>Whether its outlines are those that can be written.</summary>
    public bool HasOutlines => widths > 0 && needed.All(tables.ContainsKey);

    public byte[] With(IEnumerable<int> wanted)
    {
        var (outlines, places) = Outlines(Closed(wanted));
        var parts = kept.Where(tables.ContainsKey).Select(name => (Name: name, Bytes: name switch
        {
            "glyf" => outlines,
            "loca" => places,
            "hmtx" => Widths(),
            "head" => Changed(name, 50, 1),
            "hhea" => Changed(name, 34, glyphs),
            _ => Table(name).ToArray(),
        })).ToList();
        var file = new byte[12 + (16 * parts.Count) + parts.Sum(p => Whole(p.Bytes.Length))];
        font.AsSpan(0, 4).CopyTo(file);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)parts.Count);
        var at = 12 + (16 * parts.Count);
        foreach (var (i, (name, bytes)) in parts.Index())
        {
            var entry = file.AsSpan(12 + (16 * i), 16);
            Encoding.ASCII.GetBytes(name, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], at);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], bytes.Length);
            bytes.CopyTo(file, at);
            at += Whole(bytes.Length);
        }

        return file;
    }

    /// <summary>With those that others are composed of, and the one for what is missing.</summary>
    private SortedSet<int> Closed(IEnumerable<int> wanted)
    {
        var all = new SortedSet<int>();
        var open = new Stack<int>(wanted.Append(0));
        while (open.TryPop(out var glyph))
        {
            if (!all.Add(glyph))
                continue;
            foreach (var part in PartsOf(Outline(glyph)))
                open.Push(part);
        }

        return all;
    }

    private static List<int> PartsOf(ReadOnlySpan<byte> outline)
    {
        const int HasWords = 1, HasScale = 8, HasMore = 32, HasTwoScales = 64, HasFourScales = 128;
        var parts = new List<int>();
        var flags = outline.Length > 0 && outline[0] >= 0x80 ? HasMore : 0;
        for (var at = 10; (flags & HasMore) != 0;)
        {
            flags = Short(outline, at);
            parts.Add(Short(outline, at + 2));
            at += 4 + ((flags & HasWords) != 0 ? 4 : 2) + ((flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasFourScales) != 0 ? 8 : 0);
        }

        return parts;
    }

    private (byte[] Outlines, byte[] Places) Outlines(SortedSet<int> chosen)
    {
        using var outlines = new MemoryStream();
        var places = new byte[(glyphs + 1) * 4];
        for (var glyph = 0; glyph < glyphs; glyph++)
        {
            BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(glyph * 4), (int)outlines.Length);
            if (!chosen.Contains(glyph) || Outline(glyph) is not { Length: > 0 } outline)
                continue;
            outlines.Write(outline);
            outlines.SetLength(Whole((int)outlines.Length) + Unused);
            outlines.Position = outlines.Length;
        }

        BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(glyphs * 4), (int)outlines.Length);
        return (outlines.ToArray(), places);
    }

    private ReadOnlySpan<byte> Outline(int glyph)
    {
        var (from, to) = (Place(glyph), Place(glyph + 1));
        return to > from ? font.AsSpan(At("glyf") + from, to - from) : default;
    }

    private int Place(int glyph) => hasLongPlaces ? Int(At("loca") + (glyph * 4)) : 2 * Short(font, At("loca") + (glyph * 2));

    /// <summary>Those at the end share the last width, and have only their own bearing.</summary>
    private byte[] Widths()
    {
        var all = new byte[glyphs * 4];
        var table = Table("hmtx");
        table[..(widths * 4)].CopyTo(all);
        for (var glyph = widths; glyph < glyphs; glyph++)
        {
            table.Slice((widths - 1) * 4, 2).CopyTo(all.AsSpan(glyph * 4));
            table.Slice((widths * 4) + ((glyph - widths) * 2), 2).CopyTo(all.AsSpan((glyph * 4) + 2));
        }

        return all;
    }

    private byte[] Changed(string name, int at, int number)
    {
        var bytes = Table(name).ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), (ushort)number);
        return bytes;
    }

    private ReadOnlySpan<byte> Table(string name) => font.AsSpan(tables[name].Offset, tables[name].Length);

    private int At(string name) => tables[name].Offset;

    private int Int(int at) => BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(at));

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static int Whole(int length) => (length + 3) / 4 * 4;
}

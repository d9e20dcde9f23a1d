using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Entente.Formats.Sheets;

/// <summary>The cells of a workbook that hold an error, and formulas of an XLSX workbook whose value is not stored with them: the library gives both as blank. ECMA-376, part 1, 18.3.1.4 and 18.18.11.</summary>
internal sealed class ErrorCells
{
    private static readonly byte[][] Marks = [.. new[] { "t=\"e\"", "t='e'", "<f>", "<f " }.Select(Encoding.ASCII.GetBytes)];

    private static readonly int Longest = Marks.Max(m => m.Length);

    private readonly Dictionary<(string Sheet, int Row, int Column), string> texts = [];

    /// <param name="bytes">Of a workbook of either kind.</param>
    public ErrorCells(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span is [0xD0, 0xCF, ..])
        {
            foreach (var (name, row, column, text) in XlsErrors.In(bytes.ToArray()))
                texts[(name, row, column)] = text;
        }

        if (bytes.Span is not [(byte)'P', (byte)'K', ..])
            return;
        using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false));
        foreach (var (name, sheet) in SheetParts.In(zip))
        {
            if (HasAny(sheet))
                Take(name, sheet);
        }
    }

    /// <summary>What a cell shows in place of a value, both counted from 0; null where it does not.</summary>
    public string? At(string sheet, int row, int column) => texts.Count == 0 ? null : texts.GetValueOrDefault((sheet, row, column));

    /// <summary>Most sheets have none, and are not read twice.</summary>
    private static bool HasAny(ZipArchiveEntry sheet)
    {
        using var stream = sheet.Open();
        var block = new byte[1 << 16];
        for (int kept = 0, read; (read = stream.Read(block, kept, block.Length - kept)) > 0;)
        {
            ReadingStop.Look();
            var held = block.AsSpan(0, kept + read);
            foreach (var mark in Marks)
            {
                if (held.IndexOf(mark) >= 0)
                    return true;
            }

            kept = Math.Min(held.Length, Longest - 1);
            held[^kept..].CopyTo(block);
        }

        return false;
    }

    private void Take(string name, ZipArchiveEntry sheet)
    {
        using var stream = sheet.Open();
        using var xml = XmlReader.Create(stream, SheetParts.Plain);
        var (at, type) = (new SheetPlace(), (string?)null);
        while (xml.Read())
        {
            if (at.Follow(xml))
            {
                type = xml.LocalName == "c" ? xml.GetAttribute("t") : type;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" } && type == "e")
            {
                texts[(name, at.Row, at.Column)] = xml.ReadString().Trim();
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "f" } && type is null or "n")
            {
                // A value that is stored with it is what counts; a text may be an empty one.
                texts[(name, at.Row, at.Column)] = xml.ReadString().Trim() is { Length: > 0 } formula ? $"={formula}" : "=…";
            }
        }
    }
}

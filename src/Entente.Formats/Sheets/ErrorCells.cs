using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Entente.Formats.Sheets;

/// <summary>The cells of an XLSX workbook that hold an error, and formulas whose value is not stored with them: the library gives both as blank. ECMA-376, part 1, 18.3.1.4 and 18.18.11.</summary>
internal sealed class ErrorCells
{
    private static readonly byte[][] Marks = [.. new[] { "t=\"e\"", "t='e'", "<f>", "<f " }.Select(Encoding.ASCII.GetBytes)];

    private static readonly int Longest = Marks.Max(m => m.Length);

    private static readonly XmlReaderSettings Plain = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly Dictionary<(string Sheet, int Row, int Column), string> texts = [];

    /// <param name="bytes">Of a workbook of either kind; only the newer one is looked into.</param>
    public ErrorCells(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span is not [(byte)'P', (byte)'K', ..])
            return;
        using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false));
        if (zip.Entries.FirstOrDefault(e => e.FullName.EndsWith("workbook.xml", StringComparison.Ordinal)) is not { } workbook)
            return;
        var folder = workbook.FullName[..^workbook.Name.Length];
        var parts = Elements(zip.GetEntry($"{folder}_rels/{workbook.Name}.rels"), "Relationship", "Id", "Target").DistinctBy(r => r.First).ToDictionary(r => r.First, r => r.Second);
        foreach (var (id, name) in Elements(workbook, "sheet", "id", "name"))
        {
            if (parts.TryGetValue(id, out var target) && zip.GetEntry(target is ['/', .. var whole] ? whole : folder + target) is { } sheet && HasAny(sheet))
                Take(name, sheet);
        }
    }

    /// <summary>What a cell shows in place of a value, both counted from 0; null where it does not.</summary>
    public string? At(string sheet, int row, int column) => texts.Count == 0 ? null : texts.GetValueOrDefault((sheet, row, column));

    private static List<(string First, string Second)> Elements(ZipArchiveEntry? part, string element, string first, string second)
    {
        var found = new List<(string, string)>();
        if (part is null)
            return found;
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, Plain);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element && Attribute(xml, first) is { } one && Attribute(xml, second) is { } other)
                found.Add((one, other));
        }

        return found;
    }

    private static string? Attribute(XmlReader xml, string name)
    {
        string? value = null;
        for (var isOne = xml.MoveToFirstAttribute(); isOne && value is null; isOne = xml.MoveToNextAttribute())
            value = xml.LocalName == name ? xml.Value : null;
        xml.MoveToElement();
        return value;
    }

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

    /// <summary>Rows and cells without a place of their own follow the one before.</summary>
    private void Take(string name, ZipArchiveEntry sheet)
    {
        using var stream = sheet.Open();
        using var xml = XmlReader.Create(stream, Plain);
        var (row, column, type) = (-1, -1, (string?)null);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "row")
            {
                ReadingStop.Look();
                (row, column) = (int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : row + 1, -1);
            }
            else if (xml.LocalName == "c")
            {
                (column, type) = (ColumnOf(xml.GetAttribute("r")) ?? column + 1, xml.GetAttribute("t"));
            }
            else if (xml.LocalName == "v" && type == "e")
            {
                texts[(name, row, column)] = xml.ReadString().Trim();
            }
            else if (xml.LocalName == "f" && type is null or "n")
            {
                // A value that is stored with it is what counts; a text may be an empty one.
                texts[(name, row, column)] = xml.ReadString().Trim() is { Length: > 0 } formula ? $"={formula}" : "=…";
            }
        }
    }

    private static int? ColumnOf(string? cell)
    {
        var column = 0;
        foreach (var c in cell ?? "")
        {
            if (!char.IsAsciiLetterUpper(c))
                break;
            column = Math.Min((column * 26) + c - 'A' + 1, 1 << 20);
        }

        return column == 0 ? null : column - 1;
    }
}

using System.IO.Compression;
using System.Xml;

namespace Entente.Formats.Sheets;

/// <summary>The sheets of an XLSX workbook, by the names that they have in it. ECMA-376, part 1, 18.2.19 and part 2, 6.5.</summary>
internal static class SheetParts
{
    public static readonly XmlReaderSettings Plain = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private const int MostColumns = 1 << 20;

    public static IEnumerable<(string Name, ZipArchiveEntry Part)> In(ZipArchive zip)
    {
        if (zip.Entries.FirstOrDefault(e => e.FullName.EndsWith("workbook.xml", StringComparison.Ordinal)) is not { } workbook)
            yield break;
        var folder = workbook.FullName[..^workbook.Name.Length];
        var parts = Elements(zip.GetEntry($"{folder}_rels/{workbook.Name}.rels"), "Relationship", "Id", "Target").DistinctBy(r => r.First).ToDictionary(r => r.First, r => r.Second);
        foreach (var (id, name) in Elements(workbook, "sheet", "id", "name"))
        {
            if (parts.TryGetValue(id, out var target) && zip.GetEntry(target is ['/', .. var whole] ? whole : folder + target) is { } sheet)
                yield return (name, sheet);
        }
    }

    /// <summary>Of "B7", from 0; null where no letter stands.</summary>
    public static int? ColumnOf(string? cell)
    {
        var column = 0;
        foreach (var c in cell ?? "")
        {
            if (!char.IsAsciiLetterUpper(c))
                break;
            column = Math.Min((column * 26) + c - 'A' + 1, MostColumns);
        }

        return column == 0 ? null : column - 1;
    }

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
}

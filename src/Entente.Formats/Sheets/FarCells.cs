using System.Globalization;
using System.IO.Compression;
using System.Xml;

using Entente.Core;
using Entente.Formats.Tables;

namespace Entente.Formats.Sheets;

/// <summary>Sheets of which a few cells stand far apart: every row and column between them would be looked at. In a copy of the workbook
/// they stand together, and it is kept where they stood.</summary>
internal sealed class FarCells
{
    private const int MostCells = Sheets.Workbook.MostCells;

    private readonly Dictionary<string, (int[] Rows, int[] Columns)> sheets = [];

    private FarCells(ReadOnlyMemory<byte> workbook) => Workbook = workbook;

    public ReadOnlyMemory<byte> Workbook { get; private set; }

    public bool IsTogether { get; private init; }

    public static FarCells None(ReadOnlyMemory<byte> workbook) => new(workbook);

    /// <param name="isFar">Whether a sheet of so many rows and columns is one of them.</param>
    /// <exception cref="RefusedException">source.too-many-cells.</exception>
    public static FarCells Together(string name, ReadOnlyMemory<byte> workbook, Func<int, int, bool> isFar)
    {
        if (workbook.Span is not [(byte)'P', (byte)'K', ..])
            throw new RefusedException("source.too-many-cells", name, MostCells.ToString("N0", CultureInfo.InvariantCulture));
        var far = new FarCells(workbook) { IsTogether = true };
        using var zip = new ZipArchive(new MemoryStream(workbook.ToArray(), writable: false));
        var moved = new Dictionary<string, (int[] Rows, int[] Columns)>();
        foreach (var (sheet, part) in SheetParts.In(zip))
        {
            var (rows, columns) = PlacesIn(name, part);
            if (rows.Length > 0 && columns.Length > 0 && isFar(rows[^1] + 1, columns[^1] + 1))
                moved[part.FullName] = far.sheets[sheet] = (rows, columns);
        }

        using var copy = new MemoryStream();
        using (var into = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in zip.Entries)
            {
                using var from = entry.Open();
                using var to = into.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                if (moved.TryGetValue(entry.FullName, out var places))
                    Write(from, to, places.Rows, places.Columns);
                else
                    from.CopyTo(to);
            }
        }

        far.Workbook = copy.ToArray();
        return far;
    }

    /// <summary>Where a row of the copy stands in the workbook, both from 0.</summary>
    public int Row(string sheet, int row) => sheets.TryGetValue(sheet, out var places) && row < places.Rows.Length ? places.Rows[row] : row;

    /// <summary>Likewise of a column.</summary>
    public int Column(string sheet, int column) => sheets.TryGetValue(sheet, out var places) && column < places.Columns.Length ? places.Columns[column] : column;

    private static (int[] Rows, int[] Columns) PlacesIn(string name, ZipArchiveEntry part)
    {
        var (rows, columns, cells) = (new SortedSet<int>(), new SortedSet<int>(), 0);
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, SheetParts.Plain);
        var at = new SheetPlace();
        while (xml.Read())
        {
            if (!at.Follow(xml) || xml.LocalName != "c")
                continue;
            if (++cells > MostCells)
                throw new RefusedException("source.too-many-cells", name, MostCells.ToString("N0", CultureInfo.InvariantCulture));
            rows.Add(at.Row);
            columns.Add(at.Column);
        }

        return ([.. rows], [.. columns]);
    }

    /// <summary>Its rows, cells and merged cells; nothing else is read of a sheet.</summary>
    private static void Write(Stream from, Stream to, int[] rows, int[] columns)
    {
        using var xml = XmlReader.Create(from, SheetParts.Plain);
        using var into = XmlWriter.Create(to);
        var at = new SheetPlace();
        xml.MoveToContent();
        into.WriteStartElement(xml.Prefix, xml.LocalName, xml.NamespaceURI);
        var isIn = !xml.IsEmptyElement && xml.Read();
        while (isIn)
        {
            var isFollowed = at.Follow(xml);
            if (IsNothing(xml, isFollowed && xml.LocalName == "row", at, rows, columns))
            {
                xml.Skip();
                continue;
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                WriteElement(xml, into, at, rows, columns);
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, Depth: > 0 })
            {
                into.WriteFullEndElement();
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                into.WriteString(xml.Value);
            }

            isIn = xml.Read();
        }

        into.WriteEndElement();
    }

    /// <summary>Rows in which no cell stands, merged cells that begin in none, and what is not read of a sheet.</summary>
    private static bool IsNothing(XmlReader xml, bool isRow, SheetPlace at, int[] rows, int[] columns) => xml.NodeType == XmlNodeType.Element
        && ((xml.Depth == 1 && xml.LocalName is not ("sheetFormatPr" or "sheetData" or "mergeCells")) || (isRow && Array.BinarySearch(rows, at.Row) < 0)
            || (xml.LocalName == "mergeCell" && Together(xml.GetAttribute("ref"), rows, columns) is null));

    private static void WriteElement(XmlReader xml, XmlWriter into, SheetPlace at, int[] rows, int[] columns)
    {
        var moved = xml.LocalName switch
        {
            "row" => ("r", $"{Array.BinarySearch(rows, at.Row) + 1}"),
            "c" => ("r", CellName.Of(Array.BinarySearch(rows, at.Row), Array.BinarySearch(columns, at.Column))),
            "mergeCell" => ("ref", Together(xml.GetAttribute("ref"), rows, columns)!),
            _ => ("", ""),
        };
        into.WriteStartElement(xml.Prefix, xml.LocalName, xml.NamespaceURI);
        for (var isOne = xml.MoveToFirstAttribute(); isOne; isOne = xml.MoveToNextAttribute())
        {
            if (xml.LocalName != moved.Item1 && xml.Prefix != "xmlns" && xml.Name != "xmlns")
                into.WriteAttributeString(xml.Prefix, xml.LocalName, xml.NamespaceURI, xml.Value);
        }

        xml.MoveToElement();
        if (moved.Item1.Length > 0)
            into.WriteAttributeString(moved.Item1, moved.Item2);
        if (xml.IsEmptyElement)
            into.WriteEndElement();
    }

    /// <summary>Where merged cells stand in the copy; null where no cell stands at their begin.</summary>
    private static string? Together(string? merged, int[] rows, int[] columns)
    {
        if (merged?.Split(':') is not [var first, var last] || SheetPlace.Of(first) is not { } from || SheetPlace.Of(last) is not { } to)
            return null;
        var (row, column) = (Array.BinarySearch(rows, from.Row), Array.BinarySearch(columns, from.Column));
        return row < 0 || column < 0 ? null : $"{CellName.Of(row, column)}:{CellName.Of(LastUpTo(rows, to.Row), LastUpTo(columns, to.Column))}";
    }

    private static int LastUpTo(int[] places, int place) => Array.BinarySearch(places, place) is var at && at >= 0 ? at : ~at - 1;
}

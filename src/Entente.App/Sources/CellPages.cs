using System.IO.Compression;
using System.Text;

using Entente.Formats.Tables;

namespace Entente.App.Sources;

/// <summary>As much of a document of cells as a person looks through at once.</summary>
/// <param name="Above">Cells of rows before it that reach into it.</param>
public sealed record CellPage(IReadOnlyList<DocumentRow> Rows, IReadOnlyList<DocumentRow> Above);

/// <summary>A document of cells, taken apart once and then kept packed, page by page: of a long one a page is unpacked in a moment.</summary>
public sealed class CellPages
{
    private const int MostRows = 150, MostCells = 3_000, MostLetters = 30_000, LongestText = 2_000;

    private readonly List<(byte[] Packed, int[] Spots)> pages = [];

    public CellPages(DocumentCells document, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        Parts = document.Parts;
        var (rows, cells, letters) = (new List<DocumentRow>(), 0, 0);
        IReadOnlyList<DocumentRow> above = [];
        foreach (var row in document.Rows.Select(Shortened))
        {
            stop.ThrowIfCancellationRequested();
            if (rows.Count > 0 && (rows.Count == MostRows || cells + row.Cells.Count > MostCells || letters > MostLetters))
            {
                Add(new CellPage(rows, above));
                above = Reaching([.. above, .. rows], row);
                (rows, cells, letters) = ([], 0, 0);
            }

            rows.Add(row);
            cells += row.Cells.Count;
            letters += row.Cells.Sum(c => c.Text.Length);
        }

        Add(new CellPage(rows, above));
    }

    public IReadOnlyList<DocumentPart> Parts { get; }

    public int Count => pages.Count;

    /// <param name="number">From 1.</param>
    public CellPage this[int number] => Unpacked(pages[number - 1].Packed);

    /// <summary>The page on which a spot is, from 1; null where the document has none of this name.</summary>
    public int? PageOf(string spot)
    {
        ArgumentNullException.ThrowIfNull(spot);
        var hash = string.GetHashCode(spot, StringComparison.Ordinal);
        for (var i = 0; i < pages.Count; i++)
        {
            // Another spot may have the same hash.
            if (Array.BinarySearch(pages[i].Spots, hash) >= 0 && this[i + 1].Rows.Any(r => r.Cells.Any(c => c.Spot == spot)))
                return i + 1;
        }

        return null;
    }

    /// <summary>What a person will not read to its end is not shown to its end.</summary>
    private static DocumentRow Shortened(DocumentRow row) => row.Cells.All(c => c.Text.Length <= LongestText) ? row
        : row with { Cells = [.. row.Cells.Select(c => c.Text.Length <= LongestText ? c : c with { Text = $"{c.Text.AsSpan(0, LongestText)}…" })] };

    private static IReadOnlyList<DocumentRow> Reaching(List<DocumentRow> before, DocumentRow next) =>
        [.. before.Where(r => r.Part == next.Part).Select(r => r with { Cells = [.. r.Cells.Where(c => r.Number + c.RowSpan > next.Number)] }).Where(r => r.Cells.Count > 0)];

    private void Add(CellPage page) =>
        pages.Add((Packed(page), [.. page.Rows.SelectMany(r => r.Cells).Select(c => c.Spot).OfType<string>().Select(s => string.GetHashCode(s, StringComparison.Ordinal)).Distinct().Order()]));

    private static byte[] Packed(CellPage page)
    {
        using var bytes = new MemoryStream();
        using (var packing = new DeflateStream(bytes, CompressionLevel.Fastest))
        using (var into = new BinaryWriter(packing, Encoding.UTF8))
        {
            Write(into, page.Above);
            Write(into, page.Rows);
        }

        return bytes.ToArray();
    }

    private static void Write(BinaryWriter into, IReadOnlyList<DocumentRow> rows)
    {
        into.Write(rows.Count);
        foreach (var row in rows)
        {
            into.Write(row.Part);
            into.Write(row.Number);
            into.Write(row.IsHidden);
            into.Write(row.Cells.Count);
            foreach (var cell in row.Cells)
            {
                into.Write(cell.Column);
                into.Write(cell.Text);
                into.Write(cell.Spot ?? "");
                into.Write(cell.RowSpan);
                into.Write(cell.ColumnSpan);
                into.Write(cell.IsHead);
            }
        }
    }

    private static CellPage Unpacked(byte[] packed)
    {
        using var from = new BinaryReader(new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
        var above = ReadRows(from);
        return new CellPage(ReadRows(from), above);
    }

    private static List<DocumentRow> ReadRows(BinaryReader from)
    {
        var rows = new List<DocumentRow>();
        for (var left = from.ReadInt32(); left > 0; left--)
        {
            var (part, number, isHidden, cells) = (from.ReadInt32(), from.ReadInt32(), from.ReadBoolean(), new List<DocumentCell>());
            for (var more = from.ReadInt32(); more > 0; more--)
                cells.Add(new DocumentCell(from.ReadInt32(), from.ReadString(), from.ReadString() is { Length: > 0 } spot ? spot : null) { RowSpan = from.ReadInt32(), ColumnSpan = from.ReadInt32(), IsHead = from.ReadBoolean() });
            rows.Add(new DocumentRow(part, number, isHidden, cells));
        }

        return rows;
    }
}

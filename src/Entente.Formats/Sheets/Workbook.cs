using System.Globalization;
using System.Text;

using Entente.Core;
using Entente.Formats.Tables;

using ExcelDataReader;

namespace Entente.Formats.Sheets;

/// <summary>Workbooks of both kinds, XLSX and XLS: values as a person sees them, with real dates told from texts. Formulas give what they were last
/// computed to; nothing is computed, no macro is looked at.</summary>
internal static class Workbook
{
    public const int MostCells = 5_000_000;

    public static SourceBlocks Read(string name, ReadOnlyMemory<byte> bytes)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Read(name, FarCells.None(bytes), new ErrorCells(bytes)) ?? Read(name, FarCells.Together(name, bytes, IsFar), new ErrorCells(bytes))!;
    }

    /// <returns>Null where a sheet has cells far apart, and they do not stand together yet.</returns>
    private static SourceBlocks? Read(string name, FarCells far, ErrorCells errors)
    {
        using var stream = new MemoryStream(far.Workbook.ToArray(), writable: false);
        using var reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
        var blocks = new List<Block>();
        var taken = 0;
        var findings = new List<Finding>();
        do
        {
            if (IsFar(reader.RowCount, reader.FieldCount) && !far.IsTogether)
                return null;
            var hiddenRows = new List<int>();
            var cells = CellsOf(name, reader, far, errors, hiddenRows, MostCells - taken);
            taken += cells.Count;
            if (cells.Count == 0)
                continue;
            if (reader.VisibleState != "visible")
                findings.Add(new Finding("sheet.hidden", Severity.Note, [], null, [reader.Name ?? ""]));
            if (hiddenRows.Count > 0)
                findings.Add(new Finding("rows.hidden", Severity.Note, [], null, [reader.Name ?? "", string.Join(", ", hiddenRows.Take(20))]));
            blocks.Add(new TableBlock(new Grid(reader.Name ?? "", cells) { IsHidden = reader.VisibleState != "visible", HiddenRows = hiddenRows }));
        }
        while (reader.NextResult());
        return new SourceBlocks(blocks) { Findings = findings };
    }

    /// <summary>Formats that each computer shows in its own way. ECMA-376, part 1, 18.8.30.</summary>
    private static bool IsOfLanguage(int format) => format is >= 14 and <= 22;

    /// <summary>One cell at the end of a sheet makes all before it.</summary>
    private const long MostLooks = 100_000_000;

    private static bool IsFar(int rows, int columns) => (long)rows * columns > MostLooks;

    private static List<GridCell> CellsOf(string name, IExcelDataReader reader, FarCells far, ErrorCells errors, List<int> hiddenRows, int most)
    {
        var sheet = reader.Name ?? "";
        var merged = (reader.MergeCells ?? []).DistinctBy(m => (m.FromRow, m.FromColumn)).ToDictionary(m => (m.FromRow, m.FromColumn));
        var cells = new List<GridCell>();
        var texts = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; reader.Read(); row++)
        {
            ReadingStop.Look();
            if ((long)row * reader.FieldCount > MostLooks)
                throw new RefusedException("source.too-many-cells", name, MostLooks.ToString("N0", CultureInfo.InvariantCulture));
            if (reader.RowHeight == 0 && reader.FieldCount > 0)
                hiddenRows.Add(far.Row(sheet, row) + 1);
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (SheetValue.Of(reader.GetValue(column) ?? errors.At(sheet, far.Row(sheet, row), far.Column(sheet, column)), reader.GetNumberFormatString(column), IsOfLanguage(reader.GetNumberFormatIndex(column))) is not { Text.Length: > 0 } value)
                    continue;
                if (cells.Count >= most)
                    throw new RefusedException("source.too-many-cells", name, MostCells.ToString("N0", CultureInfo.InvariantCulture));
                var span = merged.GetValueOrDefault((row, column));
                // The same text comes again and again, and is kept once.
                if (!texts.TryGetValue(value.Text, out var kept))
                    texts.Add(kept = value.Text);
                var (atRow, atColumn) = (far.Row(sheet, row), far.Column(sheet, column));
                cells.Add(new GridCell(atRow, atColumn, kept, new Place(Cell: CellName.Of(atRow, atColumn, reader.Name)))
                {
                    Date = value.Date,
                    IsNumber = value.IsNumber,
                    RowSpan = span is null ? 1 : far.Row(sheet, span.ToRow) - atRow + 1,
                    ColumnSpan = span is null ? 1 : far.Column(sheet, span.ToColumn) - atColumn + 1,
                });
            }
        }

        return MonthTrap.Mended(cells);
    }
}

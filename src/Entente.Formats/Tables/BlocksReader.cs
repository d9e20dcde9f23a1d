using System.Globalization;

using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.Formats.Tables;

/// <summary>Reads a document that its format has taken apart: tables under headings, in the order of the document.</summary>
internal sealed class BlocksReader(Source source, ReadOptions options)
{
    /// <summary>A head that names so many fields is plainly that of a list.</summary>
    private const int FullHead = 4;

    /// <summary>How far it is with fewer of them says nothing of how long it takes.</summary>
    private const int ManyTables = 100;

    /// <summary>Of the words without a place.</summary>
    private const int MostShown = 20;

    private readonly Queue<Row> rows = [];
    private readonly List<IReadOnlyList<string?>> fields = [];
    private readonly List<Table> tables = [];
    private readonly Surroundings around = new(options.Rules.Kinds);
    private readonly List<Finding> findings = [];
    private string? title;
    private DayOrder usual;
    private bool hasFull;
    private int cells;
    private readonly List<(string Text, Place Place)> lost = [];

    private Kinds Kinds => options.Rules.Kinds;

    /// <summary>Null when no table of agreements is found.</summary>
    public SourceReading? Read(SourceBlocks blocks)
    {
        Refuse(blocks.Blocks);
        TakeBlocks(blocks);
        if (rows.Count == 0)
            return null;
        var shape = new ListShape(
            new WhenColumns(false, false), rows.Count(r => r.Countries.Count > 0) * 2 >= rows.Count, around.StatedOn(title), options.ListedOn, options.Rules)
        {
            FrequentWords = Drafts.FrequentWords(rows),
        };
        return Whole(Drafts.From(Taken(), shape));
    }

    /// <exception cref="RefusedException">source.too-many-columns, source.too-many-cells, source.too-many-lines.</exception>
    public void Refuse(IReadOnlyList<Block> blocks)
    {
        foreach (var grid in blocks.OfType<TableBlock>().Select(b => b.Grid))
        {
            if (grid.Columns > Grid.MostColumns)
                throw new RefusedException("source.too-many-columns", source.Name, Grid.MostColumns.ToString("N0", CultureInfo.InvariantCulture));
            if (grid.HasTooManyCells)
                throw new RefusedException("source.too-many-cells", source.Name, Grid.MostSlots.ToString("N0", CultureInfo.InvariantCulture));
            if (grid.Given.FirstOrDefault(c => c.HasTooManyLines) is { } cell)
                throw new RefusedException("source.too-many-lines", source.Name, GridCell.MostLines.ToString("N0", CultureInfo.InvariantCulture), cell.Place.Cell ?? $"{cell.Place.Line}");
        }
    }

    /// <summary>A row is let go when its record is made.</summary>
    private IEnumerable<Row> Taken()
    {
        for (var (taken, all) = (1, rows.Count); rows.TryDequeue(out var row); taken++)
        {
            ReadingStop.Look();
            yield return row;
            options.Rows?.Report(new RowsRead(taken, all));
        }
    }

    /// <summary>Apart from what follows: the cells of a large sheet and what was read of each need not be there together with the records.</summary>
    private void TakeBlocks(SourceBlocks blocks)
    {
        title = blocks.Title;
        findings.AddRange(blocks.Findings);
        around.TakeOfPages(blocks.OfPages);
        var contents = new Contents(Kinds);
        var all = LabelTables.Joined(blocks.Blocks, contents);
        Refuse(all);
        var (looked, of) = (0, all.OfType<TableBlock>().Count(b => b.Grid.Rows > 0));
        var grids = all.OfType<TableBlock>().Where(b => b.Grid.Rows > 0)
            .Select(b =>
            {
                Look();
                return b;
            })
            .ToDictionary(b => b.Grid, b => SideTables.Of(StackedHeads.Unfolded(DatedNames.Unfolded(b.Grid, contents), contents), contents).Select(g => (Grid: g, Parts: TablePart.Of(g, contents).ToList())).ToList());
        usual = UsualOrder([.. grids.Values.SelectMany(g => g).SelectMany(g => g.Parts)], contents);
        hasFull = grids.Values.SelectMany(g => g).SelectMany(g => g.Parts).Any(IsFull);
        var shared = SharedColumns(grids.Values.SelectMany(g => g).SelectMany(g => g.Parts), contents);
        foreach (var block in all)
        {
            if (block is TextBlock { IsLost: true } stray)
                TakeLost(stray);
            else if (block is TextBlock text)
                around.Take(text);
            else if (block is TableBlock { Grid: { Rows: > 0 } whole })
            {
                Look();
                grids[whole].ForEach(g => TakeGrid(g.Grid, g.Parts, shared, contents));
            }
        }

        // Each is looked through twice, and both times take as long.
        void Look()
        {
            if (of >= ManyTables)
                options.Tables?.Report(new TablesRead(looked++ / 2, of));
        }
    }

    private void TakeLost(TextBlock stray)
    {
        cells++;
        lost.Add((stray.Text, stray.Place));
        around.Pieces.Add(new Piece(PieceRole.Unplaced, stray.Place));
    }

    /// <summary>Small tables under one head each are told together: what their columns are, all of their rows say.</summary>
    private Dictionary<string, string?[]> SharedColumns(IEnumerable<TablePart> parts, Contents contents) =>
        parts.Where(p => p.Head is not null).GroupBy(p => p.Head!.Key).ToDictionary(
            same => same.Key,
            same => ColumnFields.Of(same.First().Heads, [.. same.SelectMany(p => p.Body())], contents, same.First().Chosen(options)));

    /// <summary>What the dates of several tables decide together; one table does so by itself.</summary>
    private static DayOrder UsualOrder(List<TablePart> parts, Contents contents) => parts.Count < 2 ? DayOrder.Unknown
        : Dates.Decided(parts.SelectMany(p => p.Grid.Between(p.First, p.Last)).Where(c => c.Date is null).SelectMany(c => contents.Of(c).Whens.Decided), hasShortYears: false);

    /// <summary>Its head names a partner and much else.</summary>
    private static bool IsFull(TablePart part)
    {
        var fields = part.Heads.Select(h => Core.Reading.Heads.FieldsOf(h) is [{ Score: 1 } field, ..] ? field.Field : null).OfType<string>().ToHashSet();
        return part.Head is not null && fields.Contains("partner") && fields.Count >= FullHead;
    }

    private void TakeGrid(Grid grid, List<TablePart> parts, Dictionary<string, string?[]> shared, Contents contents)
    {
        if ((parts[0].Head?.First ?? parts[0].First) is > 0 and var first)
            around.TakeOver(grid, first);
        var over = around.Above;
        var unsummed = 0;
        IReadOnlyDictionary<int, GridCell> carried = new Dictionary<int, GridCell>();
        foreach (var (i, part) in parts.Index())
        {
            var known = (part.Head ?? part.Below) is { } head ? shared.GetValueOrDefault(head.Key) : null;
            var reader = new TableReader(part, $"t{tables.Count + 1}", options, contents, known, usual) { HasFullBeside = hasFull, Unsummed = unsummed, Carried = i > 0 && part.Head is { } own && own.Key == parts[i - 1].Head?.Key ? carried : new Dictionary<int, GridCell>() };
            var read = reader.Read(over);
            // A heading below the last row is that of the rows under the next head.
            (over, unsummed, carried) = (read.Above, read.Unsummed, read.Carried);
            cells += read.Cells;
            foreach (var note in read.Notes)
                around.TakeNote(note);
            around.Pieces.AddRange(read.Around);
            lost.AddRange(read.Lost.Select(c => (c.Text, c.Place)));
            around.Pieces.AddRange(read.Lost.Select(c => new Piece(PieceRole.Unplaced, c.Place)));
            if (read.Table.Role != TableRole.Agreements)
                around.Pieces.AddRange(read.Rows.SelectMany(r => r.Places).Except(read.Tallies.SelectMany(t => t.Places)).Select(place => new Piece(read.Table.Role == TableRole.Summary ? PieceRole.Summary : PieceRole.Other, place)));
            around.Tallies.AddRange(read.Tallies);
            var continues = tables.Count > 0 && part.Head is not null && tables[^1] is { Role: TableRole.Agreements } before && IsSame(before, read.Table) && around.Above == Above.Nothing;
            if (read.Table.Role == TableRole.Agreements)
                Take(read.Rows, continues ? tables[^1].Id : null);
            if (read.OfGroups.Rows > 0 && read.Table.Role == TableRole.Agreements)
                findings.Add(new Finding("country.of-group", Severity.Note, [], "country", [$"{read.OfGroups.Rows}"]) { Places = [.. read.OfGroups.Places] });
            if (part.Below is not null && read.Table.Role == TableRole.Agreements)
                findings.Add(new Finding("list.over-head", Severity.Doubt, [], null, [$"{read.Rows.Count}"]) { Places = [.. read.Rows.Take(1).SelectMany(r => r.Places)] });
            if (continues)
                tables[^1] = tables[^1] with { Rows = tables[^1].Rows + read.Table.Rows };
            else
                tables.Add(read.Table);
        }
    }

    private void Take(IReadOnlyList<Row> read, string? continued)
    {
        foreach (var row in read)
        {
            rows.Enqueue(continued is null ? row : row with { Table = continued });
            fields.Add(row.Fields);
        }
    }

    private static bool IsSame(Table one, Table other) => one.Columns.SequenceEqual(other.Columns);

    private SourceReading Whole(ListReading list)
    {
        var checks = ListChecks.Of(list.Drafts, around.Tallies);
        var placed = Counted(list);
        findings.AddRange(Unplaced(placed).Select(f => f with { Places = [.. lost.Select(l => l.Place).Take(MostShown)] }));
        findings.AddRange(ListChecks.Failed(checks));
        if (around.LikeRows.Count > 0)
            findings.Add(new Finding("list.outside", Severity.Doubt, [], null, [$"{around.LikeRows.Count}"]) { Places = around.LikeRows });
        return new SourceReading(source)
        {
            Title = title ?? around.FirstText,
            ListedOn = list.ListedOn,
            ListedOnBasis = list.ListedOnBasis,
            Tables = tables,
            Drafts = list.Drafts,
            Checks = checks,
            Findings = [.. list.Findings.Concat(findings).Select((f, i) => f with { Id = $"f{i + 1}" })],
            Placed = placed,
            Pieces = list.Drafts.Zip(fields, PiecesOf).SelectMany(p => p).Concat(around.Pieces),
        };
    }

    /// <summary>What says that a reading is not complete.</summary>
    public static IEnumerable<Finding> Unplaced(Placed placed) => placed.IsComplete ? []
        : [new Finding("tokens.unplaced", Severity.Error, [], null, [$"{placed.Atoms - placed.Count}", string.Join(' ', placed.Unplaced.Take(MostShown))])];

    /// <summary>What became of the cells: those of each table are told apart as it is read, and the records must hold all places of their rows.</summary>
    private Placed Counted(ListReading list)
    {
        var held = list.Drafts.Zip(fields, (draft, of) => Math.Min(draft.Places.Count, of.Count)).Sum();
        return new Placed(cells + around.Atoms, cells + around.Atoms - lost.Count - (fields.Sum(f => f.Count) - held), lost.ConvertAll(l => l.Text));
    }

    public static IEnumerable<Piece> PiecesOf(Draft draft, IReadOnlyList<string?> fields) =>
        draft.Places.Zip(fields, (place, field) => new Piece(PieceRole.Record, place, draft.Order, field));
}

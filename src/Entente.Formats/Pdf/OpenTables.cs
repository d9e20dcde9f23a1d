using Entente.Formats.Tables;

namespace Entente.Formats.Pdf;

/// <summary>Words of a line that stand in one column, or over several.</summary>
internal sealed record Piece(int Column, int Span, IReadOnlyList<PdfWord> Words)
{
    public Box Box { get; } = Box.Around(Words.Select(w => w.Box));

    public double Size { get; } = Words.Max(w => w.Size);

    public bool Covers(int column) => column >= Column && column < Column + Span;
}

/// <summary>Tables whose cells are not drawn: columns are where nearly no line has a letter, rows are told by what begins a row.</summary>
internal static class OpenTables
{
    private const double Wider = 1.3;

    /// <summary>How near to the middle of its table a heading stands, in points, and how near the lines of a head are, in sizes of its font.</summary>
    private const double Centred = 4, HeadLeading = 1.45;

    private const int MostHeadLines = 3, FewPages = 4;

    /// <summary>How far from each other rows stand at most where they have the same columns, in sizes of their font.</summary>
    private const double FarRows = 5;

    public static bool IsOfColumns(PdfLine line) => line.Pieces.Count > 2;

    /// <summary>The tables of some pages, one for each page, those that go on from page to page with the same columns.</summary>
    public static List<PdfTable> Of(IReadOnlyList<List<TableArea>> pages)
    {
        var runs = new List<List<TableArea>>();
        TableArea? head = null;
        foreach (var areas in pages)
        {
            var mayGoOn = true;
            foreach (var area in areas)
            {
                if (runs.Count > 0 && (mayGoOn || IsNextRow(runs[^1], area)) && area.Page.Number - runs[^1][^1].Page.Number is 0 or 1 && GoesOn(runs[^1], area))
                    Add(runs[^1], area);
                else if (mayGoOn && head is not null && head.Page.Number == area.Page.Number - 1 && TableArea.GapsOf(head, area).Count > 1)
                    runs.Add([head, area]);
                else if (TableAreas.IsTable(area))
                    runs.Add([area]);
                // Heads may stand far above the first row of a page.
                mayGoOn = mayGoOn && IsOfHeads(area);
            }

            head = areas.Count > 0 && areas[^1] is var last && IsOfHeads(last) && last.Lines.TrueForAll(l => l.Words.All(w => w.IsBold)) ? last : null;
        }

        return [.. runs.SelectMany(Tables)];
    }

    /// <summary>Rows that stand far apart, nothing between them, and leave the columns of those above them as they are.</summary>
    private static bool IsNextRow(List<TableArea> run, TableArea area)
    {
        var (last, line) = (run[^1], area.Lines[0]);
        return last.Page == area.Page && line.Pieces.Count > 1 && line.Box.Bottom - last.Lines[^1].Box.Bottom is > 0 and var distance && distance < FarRows * line.Size && !line.Words.All(w => w.IsBold)
            && !area.Page.Words.Any(w => w.Box.Centre > last.Box.Bottom && w.Box.Centre < area.Box.Top)
            && TableArea.GapsOf(run).Count is > 1 and var columns && TableArea.GapsOf([.. run, area]).Count == columns && (!TableAreas.IsTable(area) || TableArea.GapsOf(area).Count == columns);
    }

    private static bool IsOfHeads(TableArea area) =>
        area.Lines.Count <= MostHeadLines && !TableAreas.IsTable(area) && !area.Lines.Exists(l => l.Words.Any(w => w.Text.Any(char.IsDigit)));

    /// <summary>Heads and the rows far below them are one table, and so is a heading between them.</summary>
    private static void Add(List<TableArea> run, TableArea area)
    {
        if (run[^1].Page == area.Page)
            run[^1] = new TableArea(area.Page, [.. run[^1].Lines, .. area.Over, .. area.Lines]);
        else
            run.Add(area);
    }

    /// <summary>Both together have the columns that each has alone.</summary>
    private static bool GoesOn(List<TableArea> run, TableArea area)
    {
        List<TableArea> before = [.. run.Take(FewPages), .. run.Skip(FewPages).TakeLast(FewPages)];
        var (one, other) = (TableArea.GapsOf(before), TableArea.GapsOf(area));
        var both = TableArea.GapsOf([.. before, area]);
        return (TableAreas.IsTable(area) ? one.Count < other.Count ? one : other : one).TrueForAll(g => both.Exists(g.Meets));
    }

    /// <summary>The whole as a table, whatever it looks like.</summary>
    public static List<PdfTable> Tables(List<TableArea> areas)
    {
        var box = Box.Around(areas.Select(a => a.Box));
        List<double> edges = [box.Left, .. TableArea.GapsOf(areas).Select(g => g.Middle), box.Right + 1];
        var parts = TablesBeside.Of(edges, areas[0].Lines);
        var before = parts.ConvertAll(_ => new PagesBefore());
        var made = areas.SelectMany(a => parts.Select((part, i) => (Part: i, Table: Part(parts.Count > 1 ? BelowHeadings(a, parts) : a, part, parts.Count > 1, before[i])))).Where(t => t.Table is not null).ToList();
        var centred = made.GroupBy(t => t.Part, t => t.Table!).ToDictionary(g => g.Key, g => new Queue<PdfTable>(CentredCells.Of([.. g])));
        return made.ConvertAll(t => centred[t.Part].Dequeue());
    }

    /// <summary>Tables beside each other have headings of their own, which are no heads of columns.</summary>
    private static TableArea BelowHeadings(TableArea area, List<List<double>> parts)
    {
        bool IsOver(List<PdfWord> piece, List<double> edges) =>
            piece[0].Box.Left > edges[0] - 1 && piece[^1].Box.Right < edges[^1] + 1 && (piece[0].Box.Left < edges[1] || Math.Abs(((piece[0].Box.Left + piece[^1].Box.Right) / 2) - ((edges[0] + edges[^1]) / 2)) < Centred);
        var headings = 0;
        while (headings + 1 < area.Lines.Count && area.Lines[headings] is var line && area.Lines[headings + 1] is var next && line.Pieces.Count <= parts.Count
            && line.Pieces.All(p => parts.Exists(e => IsOver(p, e))) && (line.Size > next.Size || next.Box.Bottom - line.Box.Bottom > HeadLeading * line.Size))
            headings++;
        return headings == 0 ? area : new TableArea(area.Page, area.Lines[headings..]);
    }

    /// <summary>What of some lines stands in some columns; null where nothing does.</summary>
    private static PdfTable? Part(TableArea area, List<double> edges, bool isBeside, PagesBefore before)
    {
        var lines = TablesBeside.LinesIn(area.Lines, edges);
        return lines.Count == 0 ? null : Table(area.Page, isBeside ? TablesBeside.BelowHeadings(lines, edges) : lines, edges, before);
    }

    /// <summary>A table whose columns are known.</summary>
    /// <param name="heads">How many of the lines are heads.</param>
    public static PdfTable InColumns(PdfPage page, List<PdfLine> lines, List<double> edges, int heads) => Table(page, lines, edges, new PagesBefore(), heads);

    private static PdfTable Table(PdfPage page, List<PdfLine> lines, List<double> edges, PagesBefore before, int known = 0)
    {
        var box = Box.Around(lines.Select(l => l.Box));
        var pieces = lines.ConvertAll(l => InColumns(PiecesOf(l, edges)));
        ReachingCells.Take(pieces, edges);
        UnnumberedRows.Spread(pieces, edges.Count - 1);
        var numbers = LinedHeads.NumbersBelow(pieces);
        var heads = known > 0 ? Heads.Of(pieces, edges.Count - 1, page.Rulings, known) : numbers > 0 ? Heads.Of(pieces, edges.Count - 1, page.Rulings, numbers) : StackedRows.HeadOf(pieces) ?? Heads.Of(pieces, edges.Count - 1, page.Rulings, before.Head is null ? 0 : LinedHeads.Again(pieces, before.Head));
        // The numbers of the columns are a row of their own.
        var apart = numbers > 0 && numbers == heads.Lines ? 1 : 0;
        before.Head ??= [.. pieces.Take(heads.Lines).Select(LinedHeads.TextOf)];
        var body = pieces[(heads.Lines + apart)..];
        var rows = StackedRows.Of(pieces[..heads.Lines], body) ?? OpenRows.Of(page, box, body, edges.Count - 1, before);
        foreach (var piece in rows.Keys.ToList())
            rows[piece] += heads.Count + apart;
        foreach (var piece in pieces.Skip(heads.Lines).Take(apart).SelectMany(l => l))
            rows[piece] = heads.Count;
        foreach (var (piece, row) in heads.Rows)
            rows[piece] = row;
        var cells = pieces.SelectMany(l => l).GroupBy(p => rows[p]).OrderBy(g => g.Key).SelectMany(g => CellsOf(page, g.Key, [.. g], edges)).ToList();
        return new PdfTable(page.Number, box, edges, heads.Heightened(cells)) { Heads = heads.Count, Words = [.. pieces.SelectMany(l => l).SelectMany(p => p.Words)], Rulings = [.. page.Rulings.Where(r => r.Lies && r.At > box.Top && r.At < box.Bottom)] };
    }

    /// <summary>Words of a line that is set to one width stand far apart and are of one cell.</summary>
    private static List<Piece> InColumns(IEnumerable<Piece> pieces) =>
        [.. pieces.GroupBy(p => p.Span > 1 ? (p, 0) : ((Piece?)null, p.Column)).Select(g => g.Count() == 1 ? g.First() : new Piece(g.First().Column, 1, [.. g.SelectMany(p => p.Words)]))];

    private static IEnumerable<Piece> PiecesOf(PdfLine line, List<double> edges)
    {
        bool Crosses(PdfWord word) => edges.Exists(e => e > word.Box.Left + (0.2 * word.Size) && e < word.Box.Right - (0.2 * word.Size));
        // Beside a text over several columns others are no more cut than that.
        var isWhole = line.Pieces.Count == 1 || line.Words.Any(Crosses) || UnnumberedRows.IsSum(line);
        foreach (var words in line.Pieces)
        {
            var (first, last) = (ColumnOf(words[0].Box.Left + 1, edges), ColumnOf(words[^1].Box.Right - 1, edges));
            if (first < last && (words.Exists(Crosses) || (isWhole && IsRunning(words) && !IsWiderAt(edges, words))))
            {
                yield return new Piece(first, last - first + 1, words);
                continue;
            }

            foreach (var own in words.GroupBy(w => ColumnOf(w.Box.Middle, edges)))
                yield return new Piece(own.Key, 1, [.. own]);
        }
    }

    private static bool IsRunning(List<PdfWord> words) => words.Zip(words.Skip(1)).All(p => p.Second.Box.Left - p.First.Box.Right < 0.45 * p.First.Size);

    /// <summary>Whether words stand further apart where columns end than elsewhere: then they are of several cells.</summary>
    private static bool IsWiderAt(List<double> edges, List<PdfWord> words)
    {
        var spaces = words.Zip(words.Skip(1), (one, next) => (Width: next.Box.Left - one.Box.Right, IsEdge: edges.Exists(e => e > one.Box.Right && e < next.Box.Left))).ToLookup(s => s.IsEdge, s => s.Width);
        return spaces[true].Any() && spaces[false].Any() && spaces[true].Min() > Wider * spaces[false].Max();
    }

    /// <summary>A text over several columns is one only where none of them has a text of its own in the row.</summary>
    private static IEnumerable<PdfCell> CellsOf(PdfPage page, int row, List<Piece> pieces, List<double> edges)
    {
        var parted = pieces.SelectMany(p => p.Span > 1 && pieces.Exists(o => (o.Column, o.Span) != (p.Column, p.Span) && o.Column < p.Column + p.Span && o.Column + o.Span > p.Column)
            ? p.Words.GroupBy(w => ColumnOf(w.Box.Middle, edges)).Select(g => new Piece(g.Key, 1, [.. g])) : [p]);
        return parted.GroupBy(p => (p.Column, p.Span)).OrderBy(g => g.Key)
            .Select(g => new PdfCell(page.Number, row, g.Key.Column, 1, g.Key.Span, Box.Around(g.Select(p => p.Box)), PdfTable.TextOf(page, g.SelectMany(p => p.Words), edges[g.Key.Column + g.Key.Span])) { Blank = BlankCell.Unread }.Measured(g.SelectMany(p => p.Words)));
    }

    public static int ColumnOf(double x, List<double> edges)
    {
        var column = 0;
        while (column + 2 < edges.Count && x >= edges[column + 1])
            column++;
        return column;
    }
}

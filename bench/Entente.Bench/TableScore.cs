using System.Globalization;
using System.Text;

using CsvHelper;

using Entente.Formats;
using Entente.Formats.Pdf;

namespace Entente.Bench;

/// <summary>
/// Scores tables read from PDFs as the table competition of ICDAR 2013 did: by pairs of neighbouring cells, blank ones skipped.
/// A folder holds source.pdf, its known cells (cells.csv) and where its tables stand (regions.csv), page by page.
/// </summary>
internal static class TableScore
{
    /// <summary>A cell's text, its neighbour's, and whether that stands to the right or below.</summary>
    private readonly record struct Pair(string One, string Other, bool IsBelow);

    private sealed record Cell(int Row, int Column, int Rows, int Columns, string Text)
    {
        public string Key { get; } = string.Concat(Text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
    }

    private sealed record Region(int Page, Box Box);

    public static void Run(IReadOnlyList<string> folders, bool isVerbose)
    {
        Console.WriteLine($"{"document",-24} {"pairs",6} {"region given: P R F1",22} {"not given: P R F1",22} {"plain lines: P R F1",22}");
        var all = new List<PairScores>();
        foreach (var folder in folders.SelectMany(FoldersIn).Order(StringComparer.Ordinal))
        {
            all.Add(Of(folder, isVerbose));
            Print(Path.GetFileName(folder), all[^1]);
        }

        Print("all pairs together", PairScores.Sum(all));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{"mean F1 of documents",-24} {"",6} {all.Average(s => s.Given.F1),22:F3} {all.Average(s => s.Found.F1),22:F3} {all.Average(s => s.Plain.F1),22:F3}"));
    }

    public static PairScores Of(string folder, bool isVerbose = false)
    {
        var truth = Known(Path.Combine(folder, "cells.csv"));
        var (pages, _, _, _) = PdfPages.Read("source.pdf", File.ReadAllBytes(Path.Combine(folder, "source.pdf")), new ReadOptions());
        var regions = Regions(Path.Combine(folder, "regions.csv"));
        var found = Pairs(PdfTables.Of(pages).Select(CellsOf));
        var given = Pairs(regions.SelectMany(r => PdfTables.Within(pages.Single(p => p.Number == r.Page), r.Box)).Select(CellsOf));
        var plain = Pairs(regions.Select(r => PlainCells(pages.Single(p => p.Number == r.Page), r.Box)));
        if (isVerbose)
            Tell(truth, given, found);
        return new PairScores(Compared(truth, given), Compared(truth, found), Compared(truth, plain));
    }

    public static IEnumerable<string> FoldersIn(string folder) =>
        File.Exists(Path.Combine(folder, "cells.csv")) ? [folder] : Directory.GetDirectories(folder).SelectMany(FoldersIn);

    private static void Print(string name, PairScores s) => Console.WriteLine($"{name,-24} {s.Given.Known,6} {s.Given,22} {s.Found,22} {s.Plain,22}");

    private static void Tell(List<Pair> truth, List<Pair> given, List<Pair> found)
    {
        foreach (var (mode, read) in new[] { ("given", given), ("found", found) })
        {
            foreach (var pair in truth.Except(read).Take(12))
                Console.WriteLine($"    {mode} lost   {pair.One} {(pair.IsBelow ? '↓' : '→')} {pair.Other}");
            foreach (var pair in read.Except(truth).Take(12))
                Console.WriteLine($"    {mode} extra  {pair.One} {(pair.IsBelow ? '↓' : '→')} {pair.Other}");
        }
    }

    private static List<Pair> Known(string path)
    {
        using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        var rows = csv.GetRecords(new { table = 0, page = 0, row = 0, column = 0, rowspan = 0, colspan = 0, text = "" });
        return Pairs(rows.GroupBy(r => (r.table, r.page)).Select(g => g.Select(r => new Cell(r.row, r.column, r.rowspan, r.colspan, r.text)).ToList()));
    }

    private static List<Region> Regions(string path)
    {
        using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords(new { page = 0, left = 0.0, top = 0.0, right = 0.0, bottom = 0.0 }).Select(r => new Region(r.page, new Box(r.left, r.top, r.right, r.bottom)))];
    }

    private static List<Cell> CellsOf(PdfTable table) => [.. table.Cells.Select(c => new Cell(c.Row, c.Column, c.RowSpan, c.ColumnSpan, c.Text))];

    /// <summary>What is had without a reader of tables: lines of words, parted where more than a blank is between them.</summary>
    private static List<Cell> PlainCells(PdfPage page, Box box) =>
        [.. PdfLine.Of(page.Words.Where(w => box.Holds(w.Box.Middle, w.Box.Centre))).SelectMany((line, row) => line.Pieces.Select((p, column) => new Cell(row, column, 1, 1, PdfLine.TextOf(p))))];

    private static List<Pair> Pairs(IEnumerable<List<Cell>> tables) => [.. tables.SelectMany(Pairs)];

    /// <summary>Each cell with the next ones to its right and below it.</summary>
    private static IEnumerable<Pair> Pairs(List<Cell> table)
    {
        var filled = table.FindAll(c => c.Key.Length > 0);
        var at = new Dictionary<(int, int), Cell>();
        foreach (var cell in filled)
        {
            foreach (var row in Enumerable.Range(cell.Row, cell.Rows))
            {
                foreach (var column in Enumerable.Range(cell.Column, cell.Columns))
                    at.TryAdd((row, column), cell);
            }
        }

        var (rows, columns) = (filled.Select(c => c.Row + c.Rows).DefaultIfEmpty().Max(), filled.Select(c => c.Column + c.Columns).DefaultIfEmpty().Max());
        foreach (var cell in filled)
        {
            var right = Enumerable.Range(cell.Row, cell.Rows).Select(row => Enumerable.Range(cell.Column + cell.Columns, Math.Max(0, columns - cell.Column - cell.Columns)).Select(c => at.GetValueOrDefault((row, c))).FirstOrDefault(c => c is not null));
            var below = Enumerable.Range(cell.Column, cell.Columns).Select(column => Enumerable.Range(cell.Row + cell.Rows, Math.Max(0, rows - cell.Row - cell.Rows)).Select(r => at.GetValueOrDefault((r, column))).FirstOrDefault(c => c is not null));
            foreach (var next in right.OfType<Cell>().Distinct(ReferenceEqualityComparer.Instance).Cast<Cell>())
                yield return new Pair(cell.Key, next.Key, false);
            foreach (var next in below.OfType<Cell>().Distinct(ReferenceEqualityComparer.Instance).Cast<Cell>())
                yield return new Pair(cell.Key, next.Key, true);
        }
    }

    private static PairScore Compared(List<Pair> truth, List<Pair> read)
    {
        var left = truth.CountBy(p => p).ToDictionary();
        return new PairScore(truth.Count, read.Count, read.Count(p => left.TryGetValue(p, out var count) && (left[p] = count - 1) >= 0));
    }
}

/// <summary>How many pairs there are, were read, and are right.</summary>
internal sealed record PairScore(int Known, int Read, int Right)
{
    public double Precision => Read == 0 ? 1 : (double)Right / Read;

    public double Recall => Known == 0 ? 1 : (double)Right / Known;

    public double F1 => Known + Read == 0 ? 1 : 2.0 * Right / (Known + Read);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Precision:F3} {Recall:F3} {F1:F3}");

    public static PairScore Sum(IEnumerable<PairScore> scores) => scores.Aggregate(new PairScore(0, 0, 0), (a, b) => new PairScore(a.Known + b.Known, a.Read + b.Read, a.Right + b.Right));
}

/// <summary>With the regions of the tables given, with none given, and of plain lines within the regions.</summary>
internal sealed record PairScores(PairScore Given, PairScore Found, PairScore Plain)
{
    public static PairScores Sum(IReadOnlyList<PairScores> scores) =>
        new(PairScore.Sum(scores.Select(s => s.Given)), PairScore.Sum(scores.Select(s => s.Found)), PairScore.Sum(scores.Select(s => s.Plain)));
}

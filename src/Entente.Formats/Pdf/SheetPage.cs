namespace Entente.Formats.Pdf;

/// <summary>A page and what of it is no furniture.</summary>
internal sealed class SheetPage(PdfPage page, IReadOnlyList<PdfWord> words, bool isSheet)
{
    /// <summary>Points: how exactly rows are at one height, and how exactly columns begin at one place.</summary>
    private const double SameHeight = 0.8, SamePlace = 2;

    /// <summary>Letters of a script that a font lacks stand on a line of their own, a little higher.</summary>
    private const double SameRow = 2.5, SameScale = 0.02;

    private const int FewestRows = 4;

    public SheetPage(PdfPage page, bool isSheet) : this(page, page.Words, isSheet)
    {
    }

    public PdfPage Page => page;

    public IReadOnlyList<PdfWord> Words => words;

    public Box Box { get; } = words.Count == 0 ? default : Box.Around(words.Select(w => w.Box));

    private readonly List<PdfLine> lines = PdfLine.Of(words);

    /// <summary>Of most of its words: a sheet is printed at one scale.</summary>
    private readonly double size = words.Count == 0 ? 0 : words.Select(w => w.Size).Order().ElementAt(words.Count / 2);

    private bool HasFewLines => lines.Count <= FewestRows;

    /// <summary>Where the texts of several lines begin or end.</summary>
    private List<double> Edges => field ??= [.. Lefts, .. EdgesOf(b => b[^1].Box.Right)];

    /// <summary>Where they begin: ends are ragged. Numbers of one figure and of two end at one place.</summary>
    private List<double> Lefts => field ??= [.. EdgesOf(LeftOf)];

    /// <summary>Of rows that are few each column has few.</summary>
    private List<double> AllLefts => field ??= [.. lines.SelectMany(l => l.Pieces).Select(LeftOf)];

    private static double LeftOf(List<PdfWord> piece) => piece is [{ Text.Length: < 4 } one] && one.Text.All(char.IsAsciiDigit) ? one.Box.Right : piece[0].Box.Left;

    /// <summary>Its first column is the one on the right: most words run to the left, and no numbers of rows stand at the left.</summary>
    public bool RunsToTheLeft => PdfLine.RunsToTheLeft(words) && lines.Count(IsNumber) * 2 < lines.Count;

    /// <summary>Whether this page shows further columns of the rows that some pages show.</summary>
    /// <param name="isKnown">It stands where one such page should.</param>
    public bool IsBeside(List<SheetPage> pages, bool isKnown)
    {
        ReadingStop.Look();
        var before = pages[^1];
        var fewest = isKnown ? 1 : isSheet ? 2 : FewestRows;
        if (lines.Count < fewest || before.lines.Count < fewest || page.Width != before.Page.Width || Math.Abs(size - before.size) > SameScale * size)
            return false;
        var level = PairsWith(before).Count;
        // Cells of several lines are as high as their row, and the others of the row stand beside one of their lines.
        var isLevel = level * 4 >= lines.Count * 3 || (!HasFewLines && !before.HasFewLines && level * 4 >= before.lines.Count * 3);
        if (!isLevel || lines.Count * 10 < before.lines.Count * (isSheet ? 0 : 3) || (HasFewLines && level < lines.Count))
            return false;
        return !pages.Exists(p => HasSameColumns(p) || GoesOn(p));
    }

    private List<(PdfLine Own, PdfLine Theirs)> PairsWith(SheetPage other) =>
        [.. lines.Select(l => (Own: l, Theirs: other.lines.Find(b => AreLevel(b.Box, l.Box)) ?? (isSheet ? other.lines.Find(b => Math.Abs(b.Box.Bottom - l.Box.Bottom) < SameRow) : null))).Where(p => p.Theirs is not null).Select(p => (p.Own, p.Theirs!))];

    public static bool AreLevel(Box one, Box other) => Math.Abs(one.Bottom - other.Bottom) < SameHeight;

    /// <summary>A page may lack some that another one has, such as those of titles.</summary>
    private bool HasSameColumns(SheetPage other) =>
        (Edges.TrueForAll(e => IsIn(other.Edges, e)) && other.Edges.TrueForAll(e => IsIn(Edges, e)))
        || (Lefts.Count > 1 && Lefts.TrueForAll(e => IsIn(other.Lefts, e)) && (HasFewLines || other.Lefts.Count(e => IsIn(AllLefts, e)) * 10 >= other.Lefts.Count * 7));

    private static bool IsIn(List<double> edges, double edge) => edges.Exists(e => Math.Abs(e - edge) < SamePlace);

    private IEnumerable<double> EdgesOf(Func<List<PdfWord>, double> edge) =>
        lines.SelectMany(l => l.Pieces).GroupBy(p => Math.Round(edge(p))).Where(g => g.Count() > (HasFewLines ? 0 : 2)).Select(g => g.Key);

    /// <summary>It begins as another table does: with its own numbers, the same heads or a title.</summary>
    private bool GoesOn(SheetPage other)
    {
        var pairs = PairsWith(other);
        var numbers = pairs.Where(p => IsNumber(p.Own) && IsNumber(p.Theirs)).Select(p => (Own: NumberOf(p.Own), Theirs: NumberOf(p.Theirs))).ToList();
        var areRunning = numbers.Count > 0 && (numbers.TrueForAll(n => n.Own == n.Theirs) || (numbers.Count > 1 && numbers.Zip(numbers.Skip(1)).Count(n => n.Second.Own == n.First.Own + 1) * 10 >= (numbers.Count - 1) * 7));
        return areRunning || pairs.Exists(p => SayTheSame(p.Own, p.Theirs) || IsTitle(p.Own, p.Theirs, other));
    }

    private static bool IsNumber(PdfLine line) => line.Pieces.Count > 1 && line.Pieces[0].Count == 1 && line.Words[0].Text.TrimEnd('.') is { Length: > 0 and < 4 } text && text.All(char.IsAsciiDigit);

    private static int NumberOf(PdfLine line) => int.Parse(line.Words[0].Text.TrimEnd('.'), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The same heads again.</summary>
    private static bool SayTheSame(PdfLine own, PdfLine theirs) => own.Pieces.Count > 1 && own.Words.Count(w => theirs.Words.Any(t => t.Text == w.Text)) * 2 > own.Words.Count;

    /// <summary>Both begin with a line of one text here, and the other one's was not cut off at the end of its page.</summary>
    private bool IsTitle(PdfLine own, PdfLine theirs, SheetPage before)
    {
        if (own.Words.Count < 2 || own.Pieces.Count > 1 || theirs.Pieces.Count > 1 || lines.IndexOf(own) > 1 || before.lines.IndexOf(theirs) > 1)
            return false;
        return before.RunsToTheLeft
            ? own.Box.Right > Box.Right - own.Size && theirs.Box.Right > before.Box.Right - own.Size && theirs.Box.Left > before.Box.Left + (2 * theirs.Size)
            : own.Box.Left < Box.Left + own.Size && theirs.Box.Left < before.Box.Left + own.Size && theirs.Box.Right < before.Box.Right - (2 * theirs.Size);
    }
}

namespace Entente.Formats.Pdf;

/// <summary>A page whose columns of text are put below each other, so that it is read as one column; places are those of the page as it is.</summary>
internal sealed class ColumnsBelow
{
    /// <summary>How far over a column or below it a line is drawn that is of it, in points.</summary>
    private const double Slack = 8;

    private readonly PdfPage page;
    private readonly List<(Box From, double Right, double Down)> moves = [];
    private readonly Dictionary<PdfWord, PdfWord> moved = new(ReferenceEqualityComparer.Instance);
    private readonly List<Ruling> rulings = [];

    private ColumnsBelow(PdfPage page) => this.page = page;

    /// <param name="bands">Columns that stand beside each other, in the order in which they are read; those of the next band stand below them.</param>
    /// <param name="below">What stands below the last one.</param>
    /// <param name="isDrawn">Lines are drawn within the columns, and go where their words go.</param>
    public static PdfPage Stacked(PdfPage page, List<List<List<PdfLine>>> bands, List<PdfWord> below, bool isDrawn = false)
    {
        var made = new ColumnsBelow(page);
        var top = bands[0].SelectMany(c => c).Min(l => l.Box.Top);
        double[] sides = [.. bands[0].Select((_, column) => SideOf(bands.SelectMany(b => b[column]), page.RunsToTheLeft))];
        var first = bands.SelectMany(b => b[0]).ToList();
        var blanks = first.Zip(first.Skip(1), (one, next) => next.Box.Top - one.Box.Bottom).Order().ToList();
        var end = top - blanks[^1];
        foreach (var (column, lines) in bands.SelectMany(b => b.Index()).Where(c => c.Item.Count > 0))
        {
            var box = Box.Around(lines.Select(l => l.Box));
            // A table goes on at the top of the next column as its lines go on.
            var leading = isDrawn && column > 0 && lines[0].Pieces.Count > 1 ? blanks[blanks.Count / 2] : blanks[^1];
            made.Move(lines.SelectMany(l => l.Words), box, sides[0] - sides[column], end + leading - box.Top, isDrawn);
            end += leading + box.Height;
        }

        var bottom = bands.SelectMany(b => b).SelectMany(c => c).Max(l => l.Box.Bottom);
        if (below.Count > 0)
            made.Move(below, Box.Around(below.Select(w => w.Box)), 0, end - bottom, isDrawn: false);
        if (isDrawn)
            made.rulings.AddRange([.. page.Rulings.Where(r => (r.Lies ? r.At : r.To) < top - Slack), .. page.Rulings.Where(r => (r.Lies ? r.At : r.From) > bottom + Slack).Select(r => r.Lies ? r with { At = r.At + end - bottom } : r with { From = r.From + end - bottom, To = r.To + end - bottom })]);
        return page with
        {
            Height = page.Height + end - bottom,
            Words = [.. page.Words.Select(w => made.moved.GetValueOrDefault(w, w))],
            Rulings = isDrawn ? made.rulings : page.Rulings,
            PlaceOf = box => made.PlaceOf(box, top),
        };
    }

    /// <summary>Where the lines of a column begin.</summary>
    private static double SideOf(IEnumerable<PdfLine> lines, bool runsToTheLeft) => runsToTheLeft ? lines.Max(l => l.Box.Right) : lines.Min(l => l.Box.Left);

    private void Move(IEnumerable<PdfWord> words, Box from, double right, double down, bool isDrawn)
    {
        moves.Add((from, right, down));
        foreach (var word in words)
            moved[word] = word with { Box = Moved(word.Box, right, down) };
        foreach (var ruling in isDrawn ? page.Rulings.Where(r => r.Lies && IsAt(r, from)) : [])
            rulings.Add(new Ruling(true, ruling.At + down, ruling.From + right, ruling.To + right));
    }

    private static bool IsAt(Ruling ruling, Box box) =>
        ruling.At > box.Top - Slack && ruling.At < box.Bottom + Slack && ruling.From < box.Right && ruling.To > box.Left;

    private Core.Place PlaceOf(Box box, double top) =>
        moves.FindLast(m => m.From.Top + m.Down <= box.Centre && m.From.Bottom + m.Down >= box.Centre && box.Top > top - 1) is { From.Width: > 0 } move ? page.PlaceOf(Moved(box, -move.Right, -move.Down)) : page.PlaceOf(box);

    private static Box Moved(Box box, double right, double down) => new(box.Left + right, box.Top + down, box.Right + right, box.Bottom + down);
}

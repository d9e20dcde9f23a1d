namespace Entente.Formats.Pdf;

/// <summary>Pages of a sheet that is wider than its paper: the columns that stand on pages of their own are put beside the others again. Their rows stand at the same heights, their columns elsewhere.</summary>
internal static class SheetPages
{
    /// <summary>Points: how exactly rows are at one height, and how exactly columns begin at one place.</summary>
    private const double SameHeight = 0.8, SamePlace = 2;

    /// <summary>Between the columns of two pages.</summary>
    private const double Seam = 16;

    private const int FewestRows = 4;

    public static List<PdfPage> Joined(List<PdfPage> pages, HashSet<PdfWord> furniture)
    {
        var found = pages.ConvertAll(p => new Found(p, [.. p.Words.Where(w => !furniture.Contains(w))]));
        var joined = new List<PdfPage>();
        var taken = new HashSet<Found>();
        int? apart = null;
        for (var i = 0; i < found.Count; i++)
        {
            if (taken.Contains(found[i]))
                continue;
            var whole = found[i];
            for (var (at, j) = (i, i + (apart ?? 1)); j < found.Count; j += apart ?? 1)
            {
                var stands = !taken.Contains(found[j]) && found[j].IsBeside(found[at], apart is null ? FewestRows : 1);
                if (stands)
                {
                    (apart, at) = (j - at, j);
                    taken.Add(found[j]);
                    whole = new Found(Beside(whole, found[j]));
                }
                else if (apart is not null)
                {
                    break;
                }
            }

            // The next sheet has as many pages as it needs.
            if (whole == found[i])
                apart = null;
            joined.Add(whole.Page);
        }

        return joined;
    }

    private static PdfPage Beside(Found left, Found right)
    {
        var isDrawn = left.Page.Rulings.Any(r => !r.Lies) && right.Page.Rulings.Any(r => !r.Lies);
        var by = isDrawn ? left.Page.Rulings.Max(r => r.Lies ? r.To : r.At) - right.Page.Rulings.Min(r => r.Lies ? r.From : r.At) : left.Box.Right + Seam - right.Box.Left;
        var (one, other) = (left.Page, right.Page);
        var seam = by + Math.Min(right.Box.Left, isDrawn ? right.Page.Rulings.Min(r => r.Lies ? r.From : r.At) : double.MaxValue) - (isDrawn ? 1 : Seam / 2);
        return one with
        {
            Width = other.Width + by,
            Words = [.. left.Words, .. right.Words.Select(w => w with { Box = Moved(w.Box, by) })],
            Rulings = [.. one.Rulings, .. other.Rulings.Select(r => r.Lies ? r with { From = r.From + by, To = r.To + by } : r with { At = r.At + by })],
            PlaceOf = box => box.Left < seam ? one.PlaceOf(box with { Right = Math.Min(box.Right, seam) }) : other.PlaceOf(Moved(box, -by)),
        };
    }

    private static Box Moved(Box box, double by) => box with { Left = box.Left + by, Right = box.Right + by };

    /// <summary>A page and what of it is no furniture.</summary>
    private sealed class Found(PdfPage page, IReadOnlyList<PdfWord> words)
    {
        public Found(PdfPage page) : this(page, page.Words)
        {
        }

        public PdfPage Page => page;

        public IReadOnlyList<PdfWord> Words => words;

        public Box Box { get; } = words.Count == 0 ? default : Box.Around(words.Select(w => w.Box));

        private readonly List<PdfLine> lines = PdfLine.Of(words);

        /// <summary>Where the texts of several lines begin or end.</summary>
        private List<double> Edges => field ??= [.. Lefts, .. EdgesOf(b => b.Right)];

        /// <summary>Where they begin: ends are ragged.</summary>
        private List<double> Lefts => field ??= [.. EdgesOf(b => b.Left)];

        /// <summary>Whether this page shows further columns of the rows of another one.</summary>
        public bool IsBeside(Found before, int fewest)
        {
            ReadingStop.Look();
            if (lines.Count < fewest || before.lines.Count < fewest || page.Width != before.Page.Width)
                return false;
            var pairs = lines.Select(l => (Own: l, Theirs: before.lines.Find(b => Math.Abs(b.Box.Bottom - l.Box.Bottom) < SameHeight))).ToList();
            if (pairs.Count(p => p.Theirs is not null) * 4 < pairs.Count * 3 || pairs.Count * 10 < before.lines.Count * 3)
                return false;
            var isSame = (Edges.TrueForAll(e => before.Has(e)) && before.Edges.TrueForAll(Has)) || (Lefts.Count > 1 && Lefts.TrueForAll(e => IsIn(before.Lefts, e)) && before.Lefts.TrueForAll(e => IsIn(Lefts, e)));
            return !isSame && !pairs.Exists(p => p.Theirs is { } theirs && (IsNumbered(p.Own, theirs) || SayTheSame(p.Own, theirs) || IsTitle(p.Own, theirs, before)));
        }

        private bool Has(double edge) => IsIn(Edges, edge);

        private static bool IsIn(List<double> edges, double edge) => edges.Exists(e => Math.Abs(e - edge) < SamePlace);

        private IEnumerable<double> EdgesOf(Func<Box, double> edge) =>
            lines.SelectMany(l => l.Pieces).GroupBy(p => Math.Round(edge(Box.Around(p.Select(w => w.Box))))).Where(g => g.Count() > 2).Select(g => g.Key);

        /// <summary>Both begin with a number: rows of two tables.</summary>
        private static bool IsNumbered(PdfLine own, PdfLine theirs) => IsNumber(own) && IsNumber(theirs);

        private static bool IsNumber(PdfLine line) => line.Pieces.Count > 1 && line.Pieces[0].Count == 1 && line.Words[0].Text.TrimEnd('.') is { Length: > 0 and < 4 } text && text.All(char.IsDigit);

        /// <summary>The same heads again.</summary>
        private static bool SayTheSame(PdfLine own, PdfLine theirs) => own.Pieces.Count > 1 && own.Words.Count(w => theirs.Words.Any(t => t.Text == w.Text)) * 2 > own.Words.Count;

        /// <summary>Both begin with a line of one text here, and the other one's was not cut off at the end of its page.</summary>
        private bool IsTitle(PdfLine own, PdfLine theirs, Found before) =>
            own.Words.Count > 1 && own.Pieces.Count == 1 && own.Box.Left < Box.Left + own.Size && theirs.Pieces.Count == 1 && theirs.Box.Left < before.Box.Left + own.Size && theirs.Box.Right < before.Box.Right - (2 * theirs.Size);
    }
}

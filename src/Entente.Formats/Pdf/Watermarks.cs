using UglyToad.PdfPig.Content;

namespace Entente.Formats.Pdf;

/// <summary>A text that is drawn over or under that of a page and is none of its words.</summary>
/// <param name="Angle">Degrees by which it runs against the clock on the page as it is read.</param>
/// <param name="Start">Where its line begins.</param>
public sealed record PdfWatermark(string Text, Box Box, double Size, double Angle, (double X, double Y) Start, double Length);

/// <summary>Finds them: large letters over the words of a page, or slanted ones: large, again and again, over words or hardly out of line with them, as stamps are.</summary>
internal static class Watermarks
{
    /// <summary>Share of a letter's way along the page that one that is slanted goes up or down.</summary>
    private const double Slant = 0.1;

    /// <summary>The same of letters on a page of which nearly all is level; degrees by which heads are never turned, and stamps are.</summary>
    private const double LittleSlant = 0.02, Level = 0.002, OfStamps = 25;

    /// <summary>Sizes of the usual letter: of a slanted text, and of one that stands upright over others.</summary>
    private const double LargeSlanted = 1.8, LargeUpright = 2.5;

    private const int Often = 3, FewestCovered = 4, FewestCrossed = 2, FewestOfStamp = 3;

    /// <summary>How near a letter that a stamp stands over is to one of its own, in sizes.</summary>
    private const double Over = 0.5;

    /// <summary>How far letters of a text stand from each other, in their own size, and how much they turn, in degrees.</summary>
    private const double Gap = 0.7, SameAngle = 2;

    internal sealed record Stretch(List<Letter> Letters, bool IsSlanted)
    {
        public string Text { get; } = string.Concat(Letters.Select(l => l.Value)).Trim();

        public double Size { get; } = Letters.Max(l => l.PointSize);

        public (double X, double Y) From => (Letters[0].StartBaseLine.X, Letters[0].StartBaseLine.Y);

        public (double X, double Y) To => (Letters[^1].EndBaseLine.X, Letters[^1].EndBaseLine.Y);
    }

    public static (List<Letter> Words, List<PdfWatermark> Marks) Of(IReadOnlyList<Letter> letters, Func<List<Letter>, Turn> turnOf, Action look)
    {
        var slant = letters.Count(l => SlantOf(l) > Level) * 10 < letters.Count ? LittleSlant : Slant;
        bool IsSlanted(Letter letter) => SlantOf(letter) > slant;
        var sizes = letters.Where(l => !IsSlanted(l)).Select(l => l.PointSize).Order().ToList();
        // Nothing stands out where all is slanted.
        var usual = sizes.Count * 2 > letters.Count ? sizes[sizes.Count / 2] : double.PositiveInfinity;
        var large = letters.Where(l => IsSlanted(l) || l.PointSize >= LargeUpright * usual).ToList();
        if (large.Count == 0 || double.IsInfinity(usual))
            return ([.. letters], []);
        var small = letters.Where(l => l.PointSize < LargeUpright * usual && !IsSlanted(l)).ToList();
        var stretches = Stretches(large, IsSlanted);
        var often = stretches.Where(s => s.IsSlanted && s.Text.Length > 0).CountBy(s => s.Text).Where(c => c.Value >= Often).Select(c => c.Key).ToHashSet();
        var marks = stretches.FindAll(s => s.IsSlanted ? s.Size >= LargeSlanted * usual || often.Contains(s.Text) || IsStamp(s, small, look) : Covers(s, small, look));
        var words = Without(letters, marks.SelectMany(m => m.Letters));
        var turn = turnOf(words);
        return (words, marks.ConvertAll(m => MarkOf(m, turn)));
    }

    public static List<Letter> Without(IReadOnlyList<Letter> letters, IEnumerable<Letter> drawn)
    {
        var others = drawn.ToHashSet<Letter>(ReferenceEqualityComparer.Instance);
        return [.. letters.Where(l => !others.Contains(l))];
    }

    internal static bool IsSlanted(Letter letter) => SlantOf(letter) > Slant;

    private static double SlantOf(Letter letter)
    {
        var (x, y) = (Math.Abs(letter.EndBaseLine.X - letter.StartBaseLine.X), Math.Abs(letter.EndBaseLine.Y - letter.StartBaseLine.Y));
        return x + y == 0 ? 0 : Math.Min(x, y) / Math.Max(x, y);
    }

    private static double AngleOf((double X, double Y) from, (double X, double Y) to) => Math.Atan2(to.Y - from.Y, to.X - from.X) * 180 / Math.PI;

    internal static List<Stretch> Stretches(IReadOnlyList<Letter> letters, Func<Letter, bool> isSlanted)
    {
        var stretches = new List<List<Letter>>();
        foreach (var letter in letters)
        {
            if (stretches.Count > 0 && GoesOn(stretches[^1][^1], letter))
                stretches[^1].Add(letter);
            else
                stretches.Add([letter]);
        }

        return stretches.ConvertAll(s => new Stretch(s, isSlanted(s[0])));
    }

    private static bool GoesOn(Letter one, Letter next)
    {
        var (x, y) = (next.StartBaseLine.X - one.EndBaseLine.X, next.StartBaseLine.Y - one.EndBaseLine.Y);
        double Angle(Letter l) => AngleOf((l.StartBaseLine.X, l.StartBaseLine.Y), (l.EndBaseLine.X, l.EndBaseLine.Y));
        return (x * x) + (y * y) < Gap * Gap * one.PointSize * one.PointSize && Math.Abs(Angle(one) - Angle(next)) < SameAngle;
    }

    /// <summary>A few words hardly out of line, or over others.</summary>
    private static bool IsStamp(Stretch text, List<Letter> small, Action look)
    {
        if (text.Text.Count(char.IsLetterOrDigit) < FewestOfStamp)
            return false;
        look();
        return Math.Abs(AngleOf(text.From, text.To)) < OfStamps || text.Letters.Where(l => !string.IsNullOrWhiteSpace(l.Value)).Count(own => small.Exists(l => IsNear(own, l))) >= FewestCrossed;
    }

    private static bool IsNear(Letter one, Letter other)
    {
        var (x, y) = (one.StartBaseLine.X + one.EndBaseLine.X - other.StartBaseLine.X - other.EndBaseLine.X, one.StartBaseLine.Y + one.EndBaseLine.Y - other.StartBaseLine.Y - other.EndBaseLine.Y);
        return Math.Sqrt((x * x) + (y * y)) / 2 < Over * Math.Max(one.PointSize, other.PointSize) && !string.IsNullOrWhiteSpace(other.Value);
    }

    /// <summary>Words of the page stand where it stands.</summary>
    private static bool Covers(Stretch text, List<Letter> small, Action look)
    {
        look();
        var (left, right) = (Math.Min(text.From.X, text.To.X), Math.Max(text.From.X, text.To.X));
        var (bottom, top) = (text.From.Y - (0.2 * text.Size), text.From.Y + (0.75 * text.Size));
        return text.From.X < text.To.X && small.Where(l => !string.IsNullOrWhiteSpace(l.Value) && l.StartBaseLine.X > left && l.EndBaseLine.X < right && l.StartBaseLine.Y > bottom && l.StartBaseLine.Y + (0.5 * l.PointSize) < top).Take(FewestCovered).Count() == FewestCovered;
    }

    internal static PdfWatermark MarkOf(Stretch text, Turn turn)
    {
        var (from, to) = (turn.Point(text.From.X, text.From.Y), turn.Point(text.To.X, text.To.Y));
        var box = Box.Around(text.Letters.Select(l => turn.Box(l.BoundingBox)));
        // Down the page as it is read is up for angles.
        var angle = -AngleOf(from, to);
        return new PdfWatermark(text.Text, box, text.Size, angle, from, Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2)));
    }
}

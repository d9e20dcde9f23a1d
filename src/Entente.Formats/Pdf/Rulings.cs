using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Entente.Formats.Pdf;

/// <summary>The lines that are drawn on a page: strokes, and rectangles so thin that they look like strokes; the sides of those that are stroked.</summary>
internal static class Rulings
{
    private const double Thin = 3, Shortest = 4, Near = 2;

    /// <summary>Degrees by which stamps are turned.</summary>
    private const double LeastTurned = 1, MostTurned = 30;

    /// <summary>More are a drawing and no table.</summary>
    private const int Most = 10_000;

    private const int MostBack = 256;

    public static List<Ruling> Of(Page page, Turn turn, IReadOnlyList<PdfWatermark> marks, Action look)
    {
        var all = new List<Ruling>();
        foreach (var path in page.Paths.Where(p => !p.IsClipping && (p.IsFilled || p.IsStroked)))
        {
            look();
            foreach (var sub in path.Where(s => !marks.Any(m => IsFrame(s, m, turn))))
                all.AddRange(path.IsStroked ? Strokes(sub, path.LineWidth, turn) : Filled(sub, turn));
        }

        var joined = Joined(all.Where(r => r.Length >= Shortest && r.To > 0 && r.From < (r.Lies ? turn.Width : turn.Height)));
        return joined.Count > Most ? [] : joined;
    }

    private static IEnumerable<Ruling> Filled(PdfSubpath sub, Turn turn)
    {
        if (sub.GetBoundingRectangle() is not { } bounds)
            yield break;
        var box = turn.Box(bounds);
        if (box.Height <= Thin && box.Width > box.Height)
            yield return new Ruling(true, box.Centre, box.Left, box.Right);
        else if (box.Width <= Thin && box.Height > box.Width)
            yield return new Ruling(false, box.Middle, box.Top, box.Bottom);
    }

    private static IEnumerable<Ruling> Strokes(PdfSubpath sub, double width, Turn turn)
    {
        if (sub.GetBoundingRectangle() is { } bounds && turn.Box(bounds) is var box && Math.Min(box.Width, box.Height) <= Thin && Math.Max(box.Width, box.Height) > Math.Max(Shortest, 2 * width))
        {
            yield return box.Width >= box.Height ? new Ruling(true, box.Centre, box.Left, box.Right) : new Ruling(false, box.Middle, box.Top, box.Bottom);
            yield break;
        }

        (double X, double Y)? at = null, start = null;
        foreach (var command in sub.Commands)
        {
            (double X, double Y)? to = command switch
            {
                PdfSubpath.Move move => turn.Point(move.Location.X, move.Location.Y),
                PdfSubpath.Line line => turn.Point(line.To.X, line.To.Y),
                PdfSubpath.Close => start,
                _ => null,
            };
            if (command is PdfSubpath.Move)
                start = to;
            else if (at is { } one && to is { } other && Between(one, other) is { } ruling)
                yield return ruling;
            at = to;
        }
    }

    /// <summary>The frame of a stamp, which is turned as it is, whatever is made of it.</summary>
    private static bool IsFrame(PdfSubpath sub, PdfWatermark mark, Turn turn)
    {
        if (Math.Abs(mark.Angle) is < LeastTurned or > MostTurned || sub.GetBoundingRectangle() is not { } bounds)
            return false;
        var (box, around) = (turn.Box(bounds), 2 * mark.Size);
        return box.Width > mark.Box.Width - mark.Size && box.Width < mark.Box.Width + around && box.Height < mark.Box.Height + around
            && Math.Abs(box.Middle - mark.Box.Middle) < mark.Size && Math.Abs(box.Centre - mark.Box.Centre) < mark.Size;
    }

    private static Ruling? Between((double X, double Y) one, (double X, double Y) other)
    {
        if (Math.Abs(one.Y - other.Y) < 1)
            return new Ruling(true, (one.Y + other.Y) / 2, Math.Min(one.X, other.X), Math.Max(one.X, other.X));
        return Math.Abs(one.X - other.X) < 1 ? new Ruling(false, (one.X + other.X) / 2, Math.Min(one.Y, other.Y), Math.Max(one.Y, other.Y)) : null;
    }

    /// <summary>Pieces that go on from each other are one.</summary>
    private static List<Ruling> Joined(IEnumerable<Ruling> rulings)
    {
        var joined = new List<Ruling>();
        foreach (var ruling in rulings.OrderBy(r => r.Lies).ThenBy(r => r.At).ThenBy(r => r.From))
        {
            var same = joined.FindLastIndex(joined.Count - 1, Math.Min(MostBack, joined.Count), j => j.Lies == ruling.Lies && Math.Abs(j.At - ruling.At) <= Near / 2 && ruling.From <= j.To + Near && ruling.To >= j.From - Near);
            if (same < 0)
                joined.Add(ruling);
            else
                joined[same] = joined[same] with { From = Math.Min(joined[same].From, ruling.From), To = Math.Max(joined[same].To, ruling.To) };
        }

        return joined;
    }
}

using Entente.Formats.Tables;

namespace Entente.Formats.Pdf;

/// <summary>Tables whose cells are drawn: rulings cut the page into slots, and slots without a wall between them are one cell.</summary>
internal static class RuledTables
{
    /// <summary>Of slots and of what each is held against.</summary>
    private const long MostLooks = 200_000_000;

    private const double Near = 3, Covered = 0.6, NarrowestSlot = 4;

    /// <summary>Points: what is blank between cells that have frames of their own, and how wide a slot is in which no text has room.</summary>
    private const double BetweenFrames = 6, NoRoom = 7;

    /// <summary>The tables of each page. A row that stands alone on its page is one where a table of the page before or behind has its columns.</summary>
    public static List<List<PdfTable>> Of(IReadOnlyList<PdfPage> pages)
    {
        var groups = pages.Select(p => Touching(p.Rulings)).ToList();
        var tables = pages.Select((p, i) => Of(p, groups[i])).ToList();
        for (var i = 0; i < pages.Count; i++)
        {
            List<PdfTable?> beside = [i > 0 ? tables[i - 1].MaxBy(t => t.Box.Bottom) : null, i + 1 < pages.Count ? tables[i + 1].MinBy(t => t.Box.Top) : null];
            tables[i].AddRange(groups[i].Where(g => !tables[i].Exists(t => AreOf(g, t))).Select(g => beside.OfType<PdfTable>().Select(b => RowOf(pages[i], g, b)).FirstOrDefault(r => r is not null)).OfType<PdfTable>());
        }

        return tables;
    }

    public static List<PdfTable> Of(PdfPage page) => Of(page, Touching(page.Rulings));

    private static List<PdfTable> Of(PdfPage page, List<List<Ruling>> groups)
    {
        var tables = new List<PdfTable>();
        foreach (var group in groups)
        {
            ReadingStop.Look();
            var (xs, ys) = SlotsOf(group);
            if (xs.Count >= 3 && ys.Count >= 3 && Table(page, group, xs, ys) is { } table && IsTable(table))
                tables.Add(table);
        }

        return [.. tables.Where(t => !tables.Exists(o => o != t && o.Box.Holds(t.Box.Middle, t.Box.Centre) && o.Box.Width * o.Box.Height > t.Box.Width * t.Box.Height))];
    }

    /// <summary>Where its lines stand and lie. Where lines end a table ends, though no line be drawn there.</summary>
    private static (List<double> Xs, List<double> Ys) SlotsOf(List<Ruling> group)
    {
        var (lying, standing) = (group.FindAll(r => r.Lies), group.FindAll(r => !r.Lies));
        return lying.Count == 0 || standing.Count == 0 ? ([], []) : (Places([.. standing.Select(r => r.At), .. Ends(lying)]), Places([.. lying.Select(r => r.At), .. Ends(standing)]));
    }

    private static bool IsTable(PdfTable table)
    {
        var filled = table.Cells.Where(c => c.Text.Length > 0).ToList();
        return filled.Count >= 4 && filled.Select(c => c.Column).Distinct().Count() > 1 && filled.Select(c => c.Row).Distinct().Count() > 1;
    }

    /// <summary>One row in the columns of a table; null where the lines are none.</summary>
    private static PdfTable? RowOf(PdfPage page, List<Ruling> group, PdfTable table)
    {
        var (xs, ys) = SlotsOf(group);
        if (xs.Count < 3 || ys.Count < 2 || Math.Abs(xs[^1] - xs[0] - (table.Edges[^1] - table.Edges[0])) > Near || !xs.TrueForAll(x => table.Edges.Any(e => Math.Abs(x - xs[0] - (e - table.Edges[0])) <= NarrowestSlot)))
            return null;
        var row = Table(page, group, [.. table.Edges.Select(e => e - table.Edges[0] + xs[0])], ys);
        return row?.Cells.Where(c => c.Text.Length > 0).Select(c => c.Column).Distinct().Count() > 1 ? row : null;
    }

    /// <summary>Whether lines stand where a table does.</summary>
    private static bool AreOf(List<Ruling> group, PdfTable table) => group.Exists(r => r.Lies ? table.Box.Holds((r.From + r.To) / 2, r.At) : table.Box.Holds(r.At, (r.From + r.To) / 2));

    private static List<List<Ruling>> Touching(IReadOnlyList<Ruling> rulings)
    {
        var groups = new List<List<Ruling>>();
        foreach (var ruling in rulings)
        {
            var met = groups.FindAll(g => g.Exists(r => Meet(r, ruling)));
            var all = met.SelectMany(g => g).Append(ruling).ToList();
            groups.RemoveAll(met.Contains);
            groups.Add(all);
        }

        return groups;
    }

    private static bool Meet(Ruling one, Ruling other)
    {
        if (one.Lies == other.Lies)
            return Math.Abs(one.At - other.At) < Near && one.From < other.To + BetweenFrames && other.From < one.To + BetweenFrames;
        return one.At > other.From - Near && one.At < other.To + Near && other.At > one.From - Near && other.At < one.To + Near;
    }

    private static IEnumerable<double> Ends(List<Ruling> rulings) => rulings.Count == 0 ? [] : [rulings.Min(r => r.From), rulings.Max(r => r.To)];

    /// <summary>Distinct places, those near each other taken as one.</summary>
    private static List<double> Places(IEnumerable<double> all)
    {
        var places = new List<double>();
        foreach (var place in all.Order())
        {
            if (places.Count == 0 || place - places[^1] > NarrowestSlot)
                places.Add(place);
        }

        return places;
    }

    /// <summary>Between the frames of cells nothing stands: both sides are one line.</summary>
    private static List<double> WithRoom(List<double> places, IReadOnlyList<double> words)
    {
        var roomy = new List<double>();
        foreach (var place in places)
        {
            if (roomy.Count > 0 && place - roomy[^1] < NoRoom && !words.Any(w => w > roomy[^1] && w < place))
                roomy[^1] = (roomy[^1] + place) / 2;
            else
                roomy.Add(place);
        }

        return roomy;
    }

    private static PdfTable? Table(PdfPage page, List<Ruling> rulings, List<double> xs, List<double> ys)
    {
        var within = page.Words.Where(w => new Box(xs[0], ys[0], xs[^1], ys[^1]).Holds(w.Box.Middle, w.Box.Centre)).ToList();
        (xs, ys) = (WithRoom(xs, within.ConvertAll(w => w.Box.Middle)), WithRoom(ys, within.ConvertAll(w => w.Box.Centre)));
        var (columns, rows) = (xs.Count - 1, ys.Count - 1);
        if ((long)rows * columns * (rulings.Count + page.Words.Count) > MostLooks)
            return null;
        var of = Enumerable.Range(0, rows * columns).ToArray();
        int Root(int slot) => of[slot] == slot ? slot : of[slot] = Root(of[slot]);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (column + 1 < columns && !HasWall(rulings, false, xs[column + 1], ys[row], ys[row + 1]))
                    of[Root((row * columns) + column + 1)] = Root((row * columns) + column);
                if (row + 1 < rows && !HasWall(rulings, true, ys[row + 1], xs[column], xs[column + 1]))
                    of[Root(((row + 1) * columns) + column)] = Root((row * columns) + column);
            }
        }

        var cells = Enumerable.Range(0, of.Length).GroupBy(Root).SelectMany(g => Cells(page, [.. g], columns, xs, ys)).ToList();
        var box = new Box(xs[0], ys[0], xs[^1], ys[^1]);
        return new PdfTable(page.Number, box, xs, cells) { IsDrawn = true, Words = within.FindAll(w => box.Holds(w.Box.Middle, w.Box.Centre)) };
    }

    private static bool HasWall(List<Ruling> rulings, bool lies, double at, double from, double to)
    {
        var covered = 0.0;
        foreach (var ruling in rulings)
        {
            if (ruling.Lies == lies && Math.Abs(ruling.At - at) <= NarrowestSlot)
                covered += Math.Max(0, Math.Min(ruling.To, to) - Math.Max(ruling.From, from));
        }

        return covered >= Covered * (to - from);
    }

    /// <summary>Slots that make no rectangle stay apart.</summary>
    private static IEnumerable<PdfCell> Cells(PdfPage page, List<int> slots, int columns, List<double> xs, List<double> ys)
    {
        var (top, bottom) = (slots.Min() / columns, slots.Max() / columns);
        var (left, right) = (slots.Min(s => s % columns), slots.Max(s => s % columns));
        if ((bottom - top + 1) * (right - left + 1) != slots.Count)
            return slots.SelectMany(s => Cells(page, [s], columns, xs, ys));
        var box = new Box(xs[left], ys[top], xs[right + 1], ys[bottom + 1]);
        var words = page.Words.Where(w => box.Holds(w.Box.Middle, w.Box.Centre)).ToList();
        return [new PdfCell(page.Number, top, left, bottom - top + 1, right - left + 1, box, PdfTable.TextOf(page, words, box.Right)) { Blank = words.Count == 0 ? BlankCell.Drawn : BlankCell.Unread }.Measured(words)];
    }
}

namespace Entente.Formats.Pdf;

/// <summary>The heads of a table whose cells are not drawn: heads of several lines, and heads over several columns.</summary>
/// <param name="Rows">Of the pieces of heads.</param>
/// <param name="Lines">How many lines they take.</param>
internal sealed record Heads(Dictionary<Piece, int> Rows, int Lines)
{
    private const int MostLines = 6;

    /// <summary>How near two things stand that are meant to be at one place, in points; and in sizes of a font how near a line is that is drawn under a text, and what is at most between words.</summary>
    private const double Near = 2, Under = 0.8, Blank = 0.45;

    /// <summary>The share of a table's width that a line under its heads has.</summary>
    private const double Across = 0.6;

    /// <summary>The number of rows.</summary>
    public int Count => Rows.Count == 0 ? 0 : Rows.Values.Max() + 1;

    /// <param name="lines">Of the table, from its top; heads over several columns get them.</param>
    /// <param name="known">How many are the head that the table has on the page before; 0: that is not known.</param>
    public static Heads Of(List<List<Piece>> lines, int columns, IReadOnlyList<Ruling> rulings, int known)
    {
        Widen(lines, columns, rulings);
        var rows = new Dictionary<Piece, int>(ReferenceEqualityComparer.Instance);
        var spanning = Enumerable.Range(0, Math.Min(MostLines, lines.Count / 2))
            .LastOrDefault(i => lines[i].Exists(p => p.Span > 1 && !IsUnder(p, lines.Take(i))) && (lines[i].Count > 1 || lines[i][0].Column > 0), -1);
        var (row, end) = (-1, 0);
        for (; spanning >= 0 && (end <= spanning || IsBeside(lines[spanning], lines[end])); end++)
        {
            // A head of several lines has the same columns in each; one in the middle of several rows of heads stands between them.
            if (end == 0 || !(IsBeside(lines[end - 1], lines[end]) || lines[end].TrueForAll(p => p.Span > 1 && lines[end - 1].Exists(o => (o.Column, o.Span) == (p.Column, p.Span)))))
                row++;
            foreach (var piece in lines[end])
                rows[piece] = row;
        }

        var all = known > 0 ? known : Math.Max(UntilRule(lines, rulings), UntilPlain(lines, columns));
        foreach (var piece in lines.Take(all).Skip(end).SelectMany(l => l))
            rows[piece] = row + 1;
        return new Heads(rows, Math.Max(all, end));
    }

    /// <summary>Lines over the first one that is drawn through the table.</summary>
    private static int UntilRule(List<List<Piece>> lines, IReadOnlyList<Ruling> rulings)
    {
        var table = Box.Around(lines.SelectMany(l => l).Select(p => p.Box));
        for (var i = 0; i < Math.Min(MostLines, lines.Count - 2); i++)
        {
            var (from, to) = (lines[i].Max(p => p.Box.Bottom) - 1, lines[i + 1].Min(p => p.Box.Top) + 1);
            if (IsAcross(rulings.Where(r => r.Lies && r.At > from && r.At < to), table))
                return LinedHeads.Of(lines, i + 1, [.. rulings.Where(r => r.Lies && r.At > from && r.At < table.Bottom + Near).GroupBy(r => Math.Round(r.At)).Where(g => IsAcross(g, table)).Select(g => g.Min(r => r.At)).Order()]);
        }

        return 0;
    }

    private static bool IsAcross(IEnumerable<Ruling> rulings, Box table) =>
        rulings.Sum(r => Math.Max(0, Math.Min(r.To, table.Right) - Math.Max(r.From, table.Left))) > Across * table.Width;

    /// <summary>Lines over the first one that is not bold.</summary>
    private static int UntilPlain(List<List<Piece>> lines, int columns)
    {
        // What is over all columns below the heads of them says which rows follow.
        bool IsOfRows(int i) => i > 0 && lines[i - 1].Count > 1 && lines[i] is [{ Column: 0 } piece] && piece.Span == columns && BrokenRows.SaysOfItself(PdfLine.TextOf(piece.Words));
        var bold = lines.TakeWhile((l, i) => !IsOfRows(i) && l.TrueForAll(p => p.Words.All(w => w.IsBold)) && (i == 0 || l.Count > 1 || l[0].Column > 0 || IsNearerAbove(lines, i))).Count();
        return bold <= Math.Min(MostLines, lines.Count / 2) ? bold : 0;
    }

    /// <summary>What stands alone in the first column is a heading of rows, unless it hangs on the line above.</summary>
    private static bool IsNearerAbove(List<List<Piece>> lines, int at) =>
        at + 1 < lines.Count && lines[at - 1].Exists(p => p.Column == 0) && lines[at + 1].Min(p => p.Box.Top) - lines[at][0].Box.Bottom > lines[at][0].Box.Top - lines[at - 1].Max(p => p.Box.Bottom) + Near;

    private static void Widen(List<List<Piece>> lines, int columns, IReadOnlyList<Ruling> rulings)
    {
        var most = Math.Min(MostLines, lines.Count / 2);
        Box Extent(IEnumerable<List<Piece>> of, int column) => of.SelectMany(l => l).Where(p => p.Column == column && p.Span == 1).Select(p => p.Box).DefaultIfEmpty().Aggregate((one, other) => one.With(other));
        var extents = Enumerable.Range(0, columns).Select(c => Extent(lines.Skip(most), c) is { Width: > 0 } body ? body : Extent(lines, c)).ToList();
        for (var i = 0; i < most; i++)
        {
            lines[i] = Whole(lines[i], extents);
            var below = lines.Skip(i + 1).FirstOrDefault(l => !IsBeside(lines[i], l)) ?? [];
            for (var k = 0; k < lines[i].Count; k++)
            {
                var over = lines.Take(i).SelectMany(l => l).Where(p => p.Span == 1).Concat(lines[i].Where((_, o) => o != k)).ToList();
                var open = Enumerable.Range(0, columns).Where(c => below.Exists(p => p.Covers(c)) && !over.Exists(p => p.Covers(c))).ToHashSet();
                if (Spanned(lines[i][k], open, extents, rulings) is var (from, to))
                    lines[i][k] = lines[i][k] with { Column = from, Span = to - from + 1 };
            }
        }
    }

    /// <summary>Words with no more than a blank between them are one head, unless each stands where the others of its column do.</summary>
    private static List<Piece> Whole(List<Piece> line, List<Box> extents)
    {
        var whole = new List<Piece>();
        foreach (var piece in line)
        {
            var isOne = whole.Count > 0 && !piece.Words[0].IsDrawnApart && piece.Box.Left - whole[^1].Box.Right < Blank * piece.Size && !(IsAligned(whole[^1], extents) && IsAligned(piece, extents));
            if (isOne)
                whole[^1] = new Piece(whole[^1].Column, piece.Column + piece.Span - whole[^1].Column, [.. whole[^1].Words, .. piece.Words]);
            else
                whole.Add(piece);
        }

        return whole;
    }

    private static bool IsAligned(Piece piece, List<Box> extents)
    {
        var (left, right) = (extents[piece.Column].Left, extents[piece.Column + piece.Span - 1].Right);
        return Math.Abs(piece.Box.Left - left) < Near || Math.Abs(piece.Box.Right - right) < Near || Math.Abs(piece.Box.Middle - ((left + right) / 2)) < Near;
    }

    /// <param name="open">Columns that have a text in the next line, and none in this one or over it.</param>
    private static (int From, int To)? Spanned(Piece head, HashSet<int> open, List<Box> extents, IReadOnlyList<Ruling> rulings)
    {
        if (!open.Contains(head.Column))
            return null;
        var (least, most) = (head.Column, head.Column + head.Span - 1);
        while (open.Contains(least - 1))
            least--;
        while (open.Contains(most + 1))
            most++;
        var under = rulings.Where(r => r.Lies && r.At > head.Box.Bottom - 1 && r.At < head.Box.Bottom + (Under * head.Size) && r.From < head.Box.Left + Near && r.To > head.Box.Right - Near).ToList();
        foreach (var rule in under)
        {
            var ruled = Enumerable.Range(least, most - least + 1).Where(c => extents[c].Middle > rule.From && extents[c].Middle < rule.To).ToList();
            if (ruled.Count > 1 && ruled.Count < extents.Count - 1 && ruled.Contains(head.Column))
                return (ruled[0], ruled[^1]);
        }

        if (head.Span == 1 && IsAligned(head, extents))
            return null;
        double Off((int From, int To) range) => Math.Abs(((extents[range.From].Left + extents[range.To].Right) / 2) - head.Box.Middle);
        var best = (From: head.Column, To: head.Column + head.Span - 1);
        for (var from = least; from <= head.Column; from++)
        {
            for (var to = head.Column + head.Span - 1; to <= most; to++)
                best = Off((from, to)) < Off(best) - Near ? (from, to) : best;
        }

        return best;
    }

    /// <summary>What has a head of one column over it is none of several.</summary>
    private static bool IsUnder(Piece piece, IEnumerable<List<Piece>> above) => above.Any(l => l.Exists(o => o.Span == 1 && piece.Covers(o.Column)));

    private static bool IsBeside(List<Piece> above, List<Piece> line) => line[0].Box.Top < above[0].Box.Bottom + (0.3 * line[0].Size) && !line.Exists(p => above.Exists(o => o.Covers(p.Column)));

    /// <summary>A head that has no other over or below it counts in all rows of heads.</summary>
    public List<PdfCell> Heightened(List<PdfCell> cells)
    {
        var heads = cells.FindAll(c => c.Row < Count);
        bool IsBlank(PdfCell cell, int row) => !heads.Exists(h => h.Row <= row && row < h.Row + h.RowSpan && h.Column < cell.Column + cell.ColumnSpan && h.Column + h.ColumnSpan > cell.Column);
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Row >= Count || cells[i].ColumnSpan > 1)
                continue;
            var (top, bottom) = (cells[i].Row, cells[i].Row + 1);
            while (top > 0 && IsBlank(cells[i], top - 1))
                top--;
            while (bottom < Count && IsBlank(cells[i], bottom))
                bottom++;
            cells[i] = cells[i] with { Row = top, RowSpan = bottom - top };
        }

        return cells;
    }
}

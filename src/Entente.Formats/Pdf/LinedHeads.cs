using Entente.Formats.Tables;

namespace Entente.Formats.Pdf;

/// <summary>Where a line is drawn below each row and none below the head, what stands over the first line is the head and the first row.</summary>
internal static class LinedHeads
{
    /// <summary>So many rows show what rows say; more need not be asked.</summary>
    private const int FewestRows = 2, MostRows = 12, MostHeads = 6;

    private const double Often = 0.8;

    private static readonly List<Func<string, bool>> signs = [t => t.Any(char.IsDigit), BrokenRows.SaysOfItself];

    /// <summary>How many of the lines over the first one that is drawn are heads.</summary>
    /// <param name="over">The lines over it.</param>
    /// <param name="at">Where lines are drawn through the table, from its top.</param>
    public static int Of(List<List<Piece>> lines, int over, List<double> at)
    {
        var rows = lines.Skip(over).GroupBy(l => at.Count(y => y < l[0].Box.Centre)).Take(MostRows).Select(g => TextsOf(g)).ToList();
        // The last line may be drawn further below its row.
        var isLined = at.Count > FewestRows || (at.Count == FewestRows && rows.Count == lines.Count - over);
        if (over < 2 || !isLined || rows.Count < FewestRows)
            return Enumerable.Range(1, Math.Max(over - 1, 0)).FirstOrDefault(h => IsBoldUntil(lines, h) && HasFigures(lines[h..over], lines[..h]), over);
        var usual = rows.SelectMany(r => r.Keys).GroupBy(c => c).Where(c => c.Count() >= Often * rows.Count).Select(c => c.Key).ToList();
        // What rows say and heads do not: figures, or which country or kind it is.
        var said = usual.SelectMany(c => signs.Where(s => rows.Count(r => r.TryGetValue(c, out var text) && s(text)) >= Often * rows.Count).Select(s => (Column: c, IsSaid: s))).ToList();
        var found = (Lines: over, Distance: 0.0);
        for (var head = 1; head < over; head++)
        {
            var (above, below) = (TextsOf(lines.Take(head)), TextsOf(lines.Take(over).Skip(head)));
            var distance = lines[head].Min(p => p.Box.Top) - lines.Take(head).SelectMany(l => l).Max(p => p.Box.Bottom);
            var isRow = said.Count == 0 ? IsBoldUntil(lines, head) : said.Exists(s => below.TryGetValue(s.Column, out var first) && s.IsSaid(first) && above.TryGetValue(s.Column, out var text) && !s.IsSaid(text));
            if (distance > found.Distance && isRow && IsFull(above) && IsFull(below))
                found = (head, distance);
        }

        return found.Lines;

        bool IsFull(Dictionary<int, string> texts) => usual.Count > 1 && usual.Count(texts.ContainsKey) >= Often * usual.Count;
    }

    /// <summary>In most columns, where heads have none.</summary>
    private static bool HasFigures(List<List<Piece>> row, List<List<Piece>> heads) =>
        TextsOf(row) is var below && TextsOf(heads) is var above && below.Count(b => b.Value.Any(char.IsDigit) && above.TryGetValue(b.Key, out var head) && !head.Any(char.IsDigit)) * 2 >= above.Count;

    private static bool IsBoldUntil(List<List<Piece>> lines, int head) =>
        lines.Take(head).All(l => l.TrueForAll(p => p.Words.All(w => w.IsBold))) && !lines.Skip(head).Any(l => l.Exists(p => p.Words[0].IsBold));

    private static Dictionary<int, string> TextsOf(IEnumerable<List<Piece>> lines) =>
        lines.SelectMany(l => l).Where(p => p.Span == 1).GroupBy(p => p.Column).ToDictionary(g => g.Key, g => string.Join(' ', g.Select(p => PdfLine.TextOf(p.Words))));

    /// <summary>How many lines at the top of a further page are the head of the first one again.</summary>
    public static int Again(List<List<Piece>> lines, IReadOnlyList<string> head)
    {
        var same = 0;
        while (same < head.Count && same < lines.Count && TextOf(lines[same]) == head[same])
            same++;
        return same == head.Count ? same : 0;
    }

    public static string TextOf(List<Piece> line) => string.Join(' ', line.SelectMany(p => p.Words).OrderBy(w => w.Box.Left).Select(w => w.Text));

    /// <summary>How many lines stand over the numbers of the columns, which forms have below their heads; 0: there are none.</summary>
    public static int NumbersBelow(List<List<Piece>> lines) => Enumerable.Range(0, Math.Min(MostHeads, lines.Count)).FirstOrDefault(i => AreNumbers(lines[i]));

    private static bool AreNumbers(List<Piece> line) =>
        line.TrueForAll(p => p.Span == 1) && TableRows.AreColumnNumbers([.. line.OrderBy(p => p.Column).Select(p => PdfLine.TextOf(p.Words))]);
}

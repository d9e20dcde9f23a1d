using System.Globalization;

namespace Entente.Formats.Pdf;

/// <summary>The order in which tables are read: from top to bottom, and those with the same head that stand beside each other as their script runs, though one begins a little lower.</summary>
internal sealed class ReadingOrder(IReadOnlyList<PdfTable> tables, IReadOnlyDictionary<int, PdfPage> pages)
{
    public IEnumerable<PdfTable> Tables =>
        tables.OrderBy(t => t.Page).ThenBy(TopOf).ThenBy(t => RunsToTheLeft(t) ? -t.Box.Right : t.Box.Left);

    public bool RunsToTheLeft(PdfTable table) => pages[table.Page].RunsToTheLeft;

    /// <summary>Where it begins, or the highest beside it that is like it.</summary>
    public double TopOf(PdfTable table) =>
        tables.Where(t => t.Page == table.Page && AreBeside(t, table) && HeadOf(t) is { Length: > 0 } head && head == HeadOf(table)).Select(t => t.Box.Top).Append(table.Box.Top).Min();

    public static string HeadOf(PdfTable table) => string.Join('\t', table.Cells.Where(c => c.Row == 0).Select(c => c.Text));

    /// <summary>Whether the running numbers of one go on in the other.</summary>
    public static bool GoOn(PdfTable one, PdfTable other) => NumbersOf(one).LastOrDefault(-1) + 1 == NumbersOf(other).FirstOrDefault(-1);

    /// <summary>The numbers in its outermost columns, from its top.</summary>
    private static IEnumerable<int> NumbersOf(PdfTable table) =>
        table.Cells.Where(c => c.Column == 0 || c.Column == table.Columns - 1).OrderBy(c => c.Row).Select(c => int.TryParse(c.Text.TrimEnd('.', ')'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).Where(n => n >= 0);

    private static bool AreBeside(PdfTable one, PdfTable other) =>
        one.Box.Top < other.Box.Bottom && other.Box.Top < one.Box.Bottom && (one.Box.Right < other.Box.Left || other.Box.Right < one.Box.Left);
}

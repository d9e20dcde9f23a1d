using Entente.Formats.Tables;

namespace Entente.Formats.Pdf;

/// <summary>The rows of a table without lines whose heads stand one over the other: a record begins where a column is filled that has one head only.</summary>
internal static class StackedRows
{
    private const int FewestLines = 6;

    /// <summary>The first two lines as one row of heads; null where they are not such.</summary>
    public static Heads? HeadOf(List<List<Piece>> lines)
    {
        if (lines.Count < FewestLines || Of(lines[..2], lines[2..]) is null)
            return null;
        var rows = new Dictionary<Piece, int>(ReferenceEqualityComparer.Instance);
        foreach (var piece in lines.Take(2).SelectMany(l => l))
            rows[piece] = 0;
        return new Heads(rows, 2);
    }

    /// <param name="heads">The lines of the head.</param>
    /// <param name="lines">Those below.</param>
    /// <returns>The row of each piece below the head; null where its heads are those of single columns.</returns>
    public static Dictionary<Piece, int>? Of(List<List<Piece>> heads, List<List<Piece>> lines)
    {
        if (SingleIn(heads) is not { } single)
            return null;
        var rows = new Dictionary<Piece, int>(ReferenceEqualityComparer.Instance);
        var row = -1;
        foreach (var line in lines)
        {
            row += row < 0 || line.Exists(p => single.Contains(p.Column) || p.Span > 1) ? 1 : 0;
            foreach (var piece in line)
                rows[piece] = row;
        }

        return AreStacked(lines, rows, single) ? rows : null;
    }

    /// <summary>Most rows have two lines as well, below heads of two: else a head of two lines says one thing.</summary>
    private static bool AreStacked(List<List<Piece>> lines, Dictionary<Piece, int> rows, HashSet<int> single) =>
        lines.SelectMany(l => l).GroupBy(p => rows[p]).Select(r => r.Where(p => !single.Contains(p.Column)).CountBy(p => p.Column).Any(c => c.Value > 1)).ToList() is var all && all.Count(isOfTwo => isOfTwo) * 2 > all.Count;

    /// <summary>The columns that have one head, beside others that have two; null where the lines are no such heads.</summary>
    private static HashSet<int>? SingleIn(List<List<Piece>> heads)
    {
        if (heads.Count != 2 || heads.Exists(l => l.Exists(p => p.Span > 1)))
            return null;
        var byColumn = heads.SelectMany(l => l).ToLookup(p => p.Column, p => PdfLine.TextOf(p.Words));
        var single = byColumn.Where(c => c.Count() == 1).Select(c => c.Key).ToHashSet();
        var areTwo = byColumn.Count > single.Count && byColumn.All(c => c.Count() == 1 || StackedHeads.FieldsOf([.. c]) is not null);
        return single.Count > 0 && areTwo && heads[1].TrueForAll(p => !single.Contains(p.Column)) ? single : null;
    }
}

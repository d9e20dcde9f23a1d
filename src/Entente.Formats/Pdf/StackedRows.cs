using Entente.Formats.Tables;

namespace Entente.Formats.Pdf;

/// <summary>The rows of a table without lines whose heads stand one over the other: a record begins where a column is filled that has one head only.</summary>
internal static class StackedRows
{
    /// <param name="heads">The lines of the head.</param>
    /// <param name="lines">Those below.</param>
    /// <returns>The row of each piece below the head; null where its heads are those of single columns.</returns>
    public static Dictionary<Piece, int>? Of(List<List<Piece>> heads, List<List<Piece>> lines)
    {
        if (heads.Count != 2 || heads.Exists(l => l.Exists(p => p.Span > 1)))
            return null;
        var byColumn = heads.SelectMany(l => l).ToLookup(p => p.Column, p => PdfLine.TextOf(p.Words));
        var single = byColumn.Where(c => c.Count() == 1).Select(c => c.Key).ToHashSet();
        if (single.Count == 0 || !byColumn.Where(c => !single.Contains(c.Key)).Any() || byColumn.Any(c => c.Count() > 1 && StackedHeads.FieldsOf([.. c]) is null) || heads[1].Exists(p => single.Contains(p.Column)))
            return null;
        var rows = new Dictionary<Piece, int>(ReferenceEqualityComparer.Instance);
        var row = -1;
        foreach (var line in lines)
        {
            row += row < 0 || line.Exists(p => single.Contains(p.Column) || p.Span > 1) ? 1 : 0;
            foreach (var piece in line)
                rows[piece] = row;
        }

        return rows;
    }
}

using System.Text;

using Entente.Core.Reading;

namespace Entente.Formats.Pdf;

/// <summary>A cell of a table as it stands on a page.</summary>
internal sealed record PdfCell(int Page, int Row, int Column, int RowSpan, int ColumnSpan, Box Box, string Text);

/// <summary>A table on one page.</summary>
/// <param name="Edges">Where its columns begin, and where the last one ends.</param>
internal sealed record PdfTable(int Page, Box Box, IReadOnlyList<double> Edges, IReadOnlyList<PdfCell> Cells)
{
    public int Columns => Edges.Count - 1;

    public int Rows => Cells.Count == 0 ? 0 : Cells.Max(c => c.Row + c.RowSpan);

    /// <summary>The text of words in a cell: its lines kept apart, where its script has blanks.</summary>
    public static string TextOf(IEnumerable<PdfWord> words)
    {
        var text = new StringBuilder();
        foreach (var line in PdfLine.Of(words))
        {
            var isUnspaced = text.Length > 0 && Scripts.IsUnspaced(text[^1]) && Scripts.IsUnspaced(line.Text[0]);
            text.Append(text.Length == 0 || isUnspaced ? "" : "\n").Append(line.Text);
        }

        return text.ToString();
    }
}

using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>A head of columns: its rows, and the text over each column.</summary>
/// <param name="Last">Index of its last row.</param>
internal sealed record TableHead(int First, int Last, IReadOnlyList<string> Texts)
{
    public string Key => string.Join('|', Texts.Select(t => t.ToLowerInvariant()));
}

/// <summary>Finds the heads of a grid: the first one by its words, further ones where it is repeated or another table begins.</summary>
internal sealed class HeadRows(Grid grid, Contents contents)
{
    private const double Enough = 0.45, EnoughFurtherDown = 0.75, Rounding = 1e-9;
    private const int MostRows = 3;

    public IReadOnlyList<TableHead> FindAll() => [.. Find()];

    public TableHead? FindFirst() => Find().FirstOrDefault();

    private IEnumerable<TableHead> Find()
    {
        var isFirst = true;
        for (var row = 0; row < grid.Rows; row++)
        {
            if (!IsHead(row, isFirst))
                continue;
            var head = From(row);
            yield return head;
            (row, isFirst) = (head.Last, false);
        }
    }

    /// <summary>Of a row that the grid need not have.</summary>
    public bool IsHeadFurtherDown(List<GridCell> cells) => IsHead(cells, isFirst: false);

    private bool IsHead(int row, bool isFirst) => IsHead(grid.FilledIn(row), isFirst);

    private bool IsHead(List<GridCell> cells, bool isFirst)
    {
        if (cells.Count < 2)
            return false;
        // Further down a record may look like a head; a head that comes again, or one whose words are all known, is none.
        var needed = cells.TrueForAll(c => c.IsHead) ? 0 : isFirst ? Enough : EnoughFurtherDown;
        return Likeness(cells, needed) is > 0 and var likeness && likeness >= needed && !cells.Exists(IsData);
    }

    /// <summary>How much of a row are words of heads: 0 to 1.</summary>
    /// <param name="needed">A row that cannot reach it is looked at no further: most rows are records.</param>
    private double Likeness(List<GridCell> cells, double needed)
    {
        var rest = (double)cells.Count;
        foreach (var cell in cells)
        {
            rest -= 1 - (contents.HeadOf(cell.Text) is [var field, ..] ? field.Score : 0);
            if (rest + Rounding < needed * cells.Count)
                return 0;
        }

        var best = cells.ConvertAll(c => contents.HeadOf(c.Text) is [var first, ..] ? first : default);
        return best.Where(b => b.Field is not null).Select(b => b.Field).Distinct().Count() < 2 ? 0 : best.Average(b => b.Score);
    }

    /// <summary>What no head of a column is.</summary>
    private bool IsData(GridCell cell)
    {
        var content = contents.Of(cell);
        return content.Whens.Items.Any(i => i.On is { Precision: not Edtf.EdtfPrecision.Year }) || content.Number is > 0 || content.Countries.Count > 0 || content.IsLong;
    }

    private TableHead From(int first)
    {
        var last = first;
        foreach (var cell in grid.FilledIn(first))
            last = Math.Max(last, cell.Row + cell.RowSpan - 1);
        while (last + 1 < grid.Rows && last - first + 1 < MostRows && IsUnder(first, last + 1))
            last++;
        return new TableHead(first, last, [.. Enumerable.Range(0, grid.Columns).Select(c => TextOver(c, first, last))]);
    }

    /// <summary>A second row of the head: it divides what the first one joins, or says more where the first one is blank.</summary>
    private bool IsUnder(int first, int row)
    {
        var cells = grid.FilledIn(row);
        if (cells.Count == 0 || cells.Exists(IsData) || !cells.TrueForAll(c => contents.HeadOf(c.Text).Count > 0 || c.IsHead))
            return false;
        var divides = cells.Exists(c => grid.At(first, c.Column) is { ColumnSpan: > 1 } over && over.Column <= c.Column && c.ColumnSpan < over.ColumnSpan);
        var isBlankAbove = cells.TrueForAll(c => grid.At(first, c.Column) is not { IsEmpty: false }) || (divides && cells.TrueForAll(c => c.ColumnSpan == 1));
        return divides || (isBlankAbove && cells.Count > 1);
    }

    private string TextOver(int column, int first, int last)
    {
        var texts = new List<string>();
        for (var row = first; row <= last; row++)
        {
            var text = contents.Of(grid.At(row, column)).Text;
            if (text.Length > 0 && !texts.Contains(text))
                texts.Add(text);
        }

        return string.Join(' ', texts);
    }
}

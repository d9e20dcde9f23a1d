namespace Entente.Formats.Tables;

/// <summary>Rows without a partner of their own: whether it is the one above, who is printed once, or whether it is missing.</summary>
/// <param name="isPart">These rows are only some of their table.</param>
internal sealed class PartnersAbove(Grid grid, RowShifts shifts, string?[] fields, bool isPart)
{
    /// <summary>Of so many rows one at least goes on with the partner above, where that is the rule of a list.</summary>
    private const int FewestBlanks = 2, RowsOfOneBlank = 6;

    private readonly int[] partners = [.. fields.Index().Where(f => f.Item == "partner").Select(f => f.Index)];

    private readonly int[] dated = [.. fields.Index().Where(f => f.Item is "kind" or "start" or "end" or "period").Select(f => f.Index)];

    private bool? areOnce;

    /// <summary>What stands in several rows after each other is printed in the first of them.</summary>
    private bool AreOnce => areOnce ??= isPart || FindAreOnce();

    /// <summary>A blank cell in which nothing from above counts: its letters cannot be told, or it is drawn, and the list prints each partner in its row.</summary>
    public bool IsOwn(GridCell? cell) => cell?.Blank == BlankCell.Unread || (cell?.Blank == BlankCell.Drawn && !AreOnce);

    /// <summary>A further agreement, and no partner in its row.</summary>
    public bool GoesOn(int row) =>
        Array.TrueForAll(partners, c => shifts.At(row, c) is null or { IsEmpty: true }) && Array.Exists(dated, c => shifts.At(row, c) is { IsEmpty: false } cell && cell.Row == row);

    /// <summary>A row with a number and a country of its own may have lost its partner, and so may one of a list that prints each partner in its row; where the country is left out as well, both are those above.</summary>
    public bool IsDoubtful(int row, List<GridCell> own) =>
        GoesOn(row) && (!fields.Contains("country") || Has(own, "country")) && (!AreOnce || Has(own, "number"));

    private bool Has(List<GridCell> own, string field) => own.Exists(c => fields[Math.Min(c.Column, fields.Length - 1)] == field);

    private bool FindAreOnce()
    {
        var (rows, blanks, before) = (0, 0, "");
        for (var row = 0; row < grid.Rows; row++)
        {
            if (GoesOn(row))
            {
                (rows, blanks) = (rows + 1, blanks + 1);
                continue;
            }

            if (partners.Select(c => shifts.At(row, c)).FirstOrDefault(c => c is { IsEmpty: false }) is not { } partner || grid.FilledIn(row).Count < 2)
                continue;
            // It is said again where it could have been left out.
            if (partner.Row == row && partner.Text == before)
                return false;
            (rows, before) = (rows + 1, partner.Text);
        }

        return blanks >= FewestBlanks && blanks * RowsOfOneBlank >= rows;
    }
}

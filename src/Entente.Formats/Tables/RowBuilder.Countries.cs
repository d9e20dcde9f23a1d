using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>The countries of a row: its own, the one that its group begins with, or the one above the rows.</summary>
internal sealed partial class RowBuilder
{
    /// <summary>Countries that stand once for the rows of their group.</summary>
    public HashSet<Place> OfGroups { get; } = [];

    /// <summary>How many rows have theirs from there.</summary>
    public int Grouped { get; private set; }

    /// <summary>What the next rows of a group have from above, by columns.</summary>
    public IReadOnlyDictionary<int, GridCell> FromAboveRows
    {
        get => carried;
        init
        {
            foreach (var (column, cell) in value.Where(v => fields[v.Key] == "country" && grouped.Contains(v.Key)))
                carried.TryAdd(column, cell);
        }
    }

    private List<CountryCell> CountriesOf(int row, List<GridCell?> cells, Above above)
    {
        var countries = new List<CountryCell>();
        foreach (var (cell, content) in In(cells, "country").Where(c => !c.Content.IsBlank))
        {
            Cell text = new(content.Text, [cell.Place]);
            var basis = IsOfGroup(row, cell) ? CountryBasis.Inherited : CountryBasis.Stated;
            if (content.Countries.Count == 0)
                countries.Add(new CountryCell(text, CountryCodes.Find(content.Text) ?? content.CountryBehind) { Basis = basis });
            else
                countries.AddRange(content.Countries.Select(c => new CountryCell(text, c) { Basis = basis }));
        }

        if (countries.Exists(c => c.Basis == CountryBasis.Inherited))
            Grouped++;
        return countries.Count == 0 && above.Country is { } over ? [over] : countries;
    }

    /// <summary>It stands further up, and what is blank in this row says that it is of the same group.</summary>
    private bool IsOfGroup(int row, GridCell cell)
    {
        if (cell.Row + cell.RowSpan > row || !grouped.Contains(cell.Column) || shifts.At(row, cell.Column) is { IsEmpty: false })
            return false;
        OfGroups.Add(cell.Place);
        return true;
    }
}

using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>The partner of a row, and what else stands in its cell.</summary>
internal sealed partial class RowBuilder
{
    /// <summary>"University of Helsinki, Finland" in one line.</summary>
    private readonly Lazy<bool> areParted = new(() => grid.Cells.Any(c => fields[c.Column] == "partner" && !c.Text.Contains('\n', StringComparison.Ordinal) && c.Text.Contains(',', StringComparison.Ordinal)
        && NameCountries.Split(contents[c.Column].Of(c).Text) is { Country: not null }));

    private PartnerLines PartnerOf(List<GridCell?> cells, List<CountryCell> countries)
    {
        var name = First(cells, "partner");
        return name is not null && In(cells, "partner").Select(c => c.Cell).FirstOrDefault(c => c.Text.Contains('\n', StringComparison.Ordinal)) is { } cell
            ? PartnerLines.Of(cell, name, countries, kinds, cell.Place.Page is not null && areParted.Value) : new PartnerLines(name);
    }
}

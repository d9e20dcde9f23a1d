using Entente.App.Dates;
using Entente.Core;
using Entente.Formats.Tables;

namespace Entente.App.Sources;

/// <summary>Where the places of a document of cells are to be seen.</summary>
/// <param name="Here">The spots that this page shows.</param>
/// <param name="Sha256">Null where the document has no page of its own yet.</param>
public sealed record CellLinks(IReadOnlySet<string> Here, string? Sha256, ChosenDay Day)
{
    public static CellLinks Of(IEnumerable<CellTable> tables, string? sha256, ChosenDay day) =>
        new(tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Select(c => c.Id).OfType<string>().ToHashSet(), sha256, day);

    /// <summary>Null where there is nothing to be seen.</summary>
    public string? AddressOf(Place place) =>
        DocumentCells.SpotOf(place) is not { } spot ? null
        : SourcesApi.CellOf(spot) is var id && Here.Contains(id) ? $"#{id}"
        : Sha256 is null ? null : SourcesApi.PageOf(Sha256, Day, place);
}

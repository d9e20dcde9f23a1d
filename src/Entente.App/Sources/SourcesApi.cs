using System.Globalization;
using System.Net.Mime;

using Entente.App.Dates;
using Entente.App.Registers;
using Entente.Core;
using Entente.Formats.Tables;
using Entente.Store;

using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Entente.App.Sources;

/// <summary>The documents that agreements came from, byte for byte. A browser saves them: whatever they hold, it never runs here.</summary>
internal static class SourcesApi
{
    /// <summary>Of the file itself.</summary>
    public static string AddressOf(string sha256) => $"/sources/{sha256}/file";

    /// <summary>Of the page that shows what each of its words became.</summary>
    /// <param name="line">To be looked at first.</param>
    public static string PageOf(string sha256, ChosenDay day, int? line = null) => PageOf(sha256, day, null, line);

    /// <param name="show">What alone is to be seen.</param>
    public static string PageOf(string sha256, ChosenDay day, string? show, int? line)
    {
        var page = day.Of($"/sources/{sha256}");
        if (show is not null)
            page = QueryHelpers.AddQueryString(page, "show", show);
        return line is null ? page : $"{QueryHelpers.AddQueryString(page, "line", $"{line}")}#line-{line}";
    }

    /// <param name="number">Of the page of the document, from 1.</param>
    public static string PictureOf(string sha256, ChosenDay day, string? show, int number) => QueryHelpers.AddQueryString(PageOf(sha256, day, show, null), "page", $"{number}");

    /// <summary>Of the page that shows a place, wherever in the document it is.</summary>
    public static string PageOf(string sha256, ChosenDay day, Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (BoxOf(place) is { } box)
            return $"{PictureOf(sha256, day, null, place.Page!.Value)}#{box}";
        return DocumentCells.SpotOf(place) is { } spot ? $"{QueryHelpers.AddQueryString(PageOf(sha256, day), "cell", spot)}#{CellOf(spot)}" : PageOf(sha256, day, place.Line);
    }

    /// <summary>What a spot of a document of cells is called on the page that shows it.</summary>
    public static string CellOf(string spot) => $"cell-{Uri.EscapeDataString(spot)}";

    /// <summary>What a place in a box on a page is called on the page's picture; null where there is none.</summary>
    public static string? BoxOf(Place place) =>
        place is { Page: { } page, Box: { } box } ? string.Create(CultureInfo.InvariantCulture, $"box-{page}-{string.Join('-', box.Select(b => Math.Round(b * 10)))}") : null;

    /// <summary>Whether two places are one box or one cell.</summary>
    public static bool IsAt(Place one, Place other) => BoxOf(one) is { } box ? box == BoxOf(other) : DocumentCells.SpotOf(one) is { } spot && spot == DocumentCells.SpotOf(other);

    public static void Map(WebApplication app) => app.MapGet(AddressOf("{sha256}"), GetAsync);

    private static async Task<IResult> GetAsync(string sha256, PageRegister opened, CancellationToken stop)
    {
        var open = await opened.OpenAsync();
        if (!await open.Db.Sources.AnyAsync(s => s.Sha256 == sha256, stop))
            return Results.NotFound();
        var name = await open.Db.Editions.Where(e => e.Sha256 == sha256).Select(e => e.SourceName).FirstOrDefaultAsync(stop)
            ?? await open.Db.Reviews.Where(r => r.Sha256 == sha256).Select(r => r.SourceName).FirstOrDefaultAsync(stop);
        return Results.Stream(await open.Db.OpenSourceAsync(sha256, stop), MediaTypeNames.Application.Octet, name ?? sha256);
    }
}

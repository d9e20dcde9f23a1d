using System.Net.Mime;

using Entente.App.Registers;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

/// <summary>The documents that agreements came from, byte for byte. A browser saves them: whatever they hold, it never runs here.</summary>
internal static class SourcesApi
{
    public static string AddressOf(string sha256) => $"/sources/{sha256}";

    public static void Map(WebApplication app) => app.MapGet(AddressOf("{sha256}"), GetAsync);

    private static async Task<IResult> GetAsync(string sha256, PageRegister opened, CancellationToken stop)
    {
        var open = await opened.OpenAsync();
        var source = await open.Db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Sha256 == sha256, stop);
        if (source is null)
            return Results.NotFound();
        var name = await open.Db.Editions.Where(e => e.Sha256 == sha256).Select(e => e.SourceName).FirstOrDefaultAsync(stop);
        return Results.File(source.Bytes, MediaTypeNames.Application.Octet, name ?? sha256);
    }
}

using Entente.App.Registers;
using Entente.Core;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Exports;

public enum ExportFormat
{
    Csv,
    Json,
}

/// <summary>The whole register as open data: the same agreements give the same bytes, whatever way they came in.</summary>
public static class ExportQueries
{
    public static async Task<string> ExportAsync(OpenRegister open, ExportFormat format, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        var agreements = Ordered(await open.Db.Agreements.AsNoTracking().ToListAsync(stop));
        return format == ExportFormat.Csv ? CsvExport.Of(agreements) : JsonExport.Of(agreements);
    }

    /// <summary>By printed number, then partner, then first date; all that is exported decides between twins.</summary>
    public static IReadOnlyList<Facts> Ordered(IEnumerable<Agreement> agreements) =>
    [
        .. agreements.Select(a => a.Facts)
            .OrderBy(f => Agreement.OrderOf(f.Number ?? "")).ThenBy(f => f.Number ?? "", StringComparer.Ordinal)
            .ThenBy(Partners, StringComparer.Ordinal)
            .ThenBy(f => f.Begin?.On!.Earliest.Number ?? long.MaxValue)
            .ThenBy(f => f, Comparer<Facts>.Create((one, other) => string.CompareOrdinal(JsonExport.Of([one]), JsonExport.Of([other])))),
    ];

    private static string Partners(Facts facts) => string.Join('\n', facts.Parties.Select(p => p.Name));
}

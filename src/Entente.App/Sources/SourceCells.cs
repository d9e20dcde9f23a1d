using Entente.App.Registers;
using Entente.Core;
using Entente.Formats.Tables;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Sources;

/// <summary>The documents of cells that were looked at last. One is taken apart at a time, beside whatever else is asked.</summary>
public sealed class SourceCells : IDisposable
{
    private const int Most = 4;

    private readonly SemaphoreSlim reads = new(1);
    private readonly List<(string Sha256, CellPages Pages)> kept = [];

    /// <summary>Null where a document has no cells, or cannot be taken apart any more.</summary>
    public async Task<CellPages?> OfAsync(OpenRegister open, Edition edition, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(edition);
        if (!DocumentCells.Has(edition.MediaType))
            return null;
        await reads.WaitAsync(stop);
        try
        {
            var known = kept.FindIndex(k => k.Sha256 == edition.Sha256);
            var one = known >= 0 ? kept[known] : (edition.Sha256, await ReadAsync(open, edition, stop));
            if (known >= 0)
                kept.RemoveAt(known);
            kept.Insert(0, one);
            if (kept.Count > Most)
                kept.RemoveAt(Most);
            return one.Item2;
        }
        catch (RefusedException)
        {
            return null;
        }
        finally
        {
            reads.Release();
        }
    }

    private static async Task<CellPages> ReadAsync(OpenRegister open, Edition edition, CancellationToken stop)
    {
        var bytes = await open.Db.Sources.AsNoTracking().Where(s => s.Sha256 == edition.Sha256).Select(s => s.Bytes).SingleAsync(stop);
        return await Task.Run(() => new CellPages(DocumentCells.Read(edition.SourceName, bytes, edition.MediaType, stop), stop), stop);
    }

    public void Dispose() => reads.Dispose();
}

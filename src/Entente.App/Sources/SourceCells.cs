using Entente.App.Registers;
using Entente.Core;
using Entente.Formats.Tables;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Sources;

/// <summary>The documents of cells that were looked at last. One is taken apart at a time, beside whatever else is asked.</summary>
public sealed class SourceCells : IDisposable
{
    private const int Most = 4;

    /// <summary>A larger document takes longer to take apart than anyone wants to wait for a page.</summary>
    private const int MostAtOnce = 1 << 20;

    private readonly SemaphoreSlim reads = new(1);
    private readonly List<(string Sha256, CellPages Pages)> kept = [];

    /// <summary>Whether it can be shown at once.</summary>
    public bool IsAtHand(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        lock (kept)
            return edition.Bytes <= MostAtOnce || !DocumentCells.Has(edition.MediaType) || kept.Exists(k => k.Sha256 == edition.Sha256);
    }

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
            var pages = Find(edition.Sha256) ?? await ReadAsync(open, edition, stop);
            lock (kept)
            {
                kept.RemoveAll(k => k.Sha256 == edition.Sha256);
                kept.Insert(0, (edition.Sha256, pages));
                if (kept.Count > Most)
                    kept.RemoveAt(Most);
            }

            return pages;
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

    private CellPages? Find(string sha256)
    {
        lock (kept)
            return kept.Find(k => k.Sha256 == sha256).Pages;
    }

    private static async Task<CellPages> ReadAsync(OpenRegister open, Edition edition, CancellationToken stop)
    {
        var bytes = await open.Db.Sources.AsNoTracking().Where(s => s.Sha256 == edition.Sha256).Select(s => s.Bytes).SingleAsync(stop);
        return await Task.Run(() => new CellPages(DocumentCells.Read(edition.SourceName, bytes, edition.MediaType, stop), stop), stop);
    }

    public void Dispose() => reads.Dispose();
}

using Entente.App.Registers;
using Entente.Core;
using Entente.Formats;
using Entente.Formats.Pdf;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Sources;

/// <summary>The documents that were looked at last, unpacked: an edition never changes, and its pages and agreements are looked at one after the other.</summary>
public sealed class SourceTexts
{
    private const int Most = 3, MostPages = 12;

    private readonly List<(Guid Edition, StoredText Text)> kept = [];
    private readonly List<(string Sha256, int Number, PdfPage? Page)> pages = [];
    private readonly Lock access = new();

    /// <summary>A page of a document that has pages, to be drawn; null where it cannot be read.</summary>
    public async Task<PdfPage?> PageAsync(OpenRegister open, Edition edition, int number, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(edition);
        lock (access)
        {
            if (pages.FindIndex(p => p.Sha256 == edition.Sha256 && p.Number == number) is >= 0 and var known)
                return pages[known].Page;
        }

        var source = await open.Db.Sources.AsNoTracking().SingleAsync(s => s.Sha256 == edition.Sha256, stop);
        var page = PdfPages.Read(source.Bytes, number);
        lock (access)
        {
            pages.Insert(0, (edition.Sha256, number, page));
            if (pages.Count > MostPages)
                pages.RemoveAt(MostPages);
        }

        return page;
    }

    public async Task<StoredText> OfAsync(OpenRegister open, Edition edition, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(edition);
        lock (access)
        {
            if (kept.Find(k => k.Edition == edition.Id).Text is { } known)
                return known;
        }

        var text = await ReadAsync(open, edition, stop);
        lock (access)
        {
            kept.RemoveAll(k => k.Edition == edition.Id);
            kept.Insert(0, (edition.Id, text));
            if (kept.Count > Most)
                kept.RemoveAt(Most);
        }

        return text;
    }

    private static async Task<StoredText> ReadAsync(OpenRegister open, Edition edition, CancellationToken stop)
    {
        var rows = await open.Db.EditionRows.AsNoTracking().SingleAsync(r => r.EditionId == edition.Id, stop);
        if (!edition.MediaType.StartsWith("text/", StringComparison.Ordinal))
            return new StoredText(null, rows);
        var source = await open.Db.Sources.AsNoTracking().SingleAsync(s => s.Sha256 == edition.Sha256, stop);
        return new StoredText(Detect.Text(edition.SourceName, source.Bytes).Text, rows);
    }
}

using Entente.App.Registers;
using Entente.Core;
using Entente.Formats;
using Entente.Formats.Pdf;
using Entente.Formats.Tables;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Sources;

/// <summary>The documents that were looked at last, unpacked: an edition never changes, and its pages and agreements are looked at one after the other.</summary>
public sealed class SourceTexts
{
    private const int Most = 3, MostPages = 12;

    private readonly List<(Guid Edition, int FirstOrder, StoredText Text)> kept = [];
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

    /// <param name="record">Of a long document only the part with this record is there.</param>
    public async Task<StoredText> OfAsync(OpenRegister open, Edition edition, int record, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(edition);
        var parts = await PartsAsync(open, edition, stop);
        return await PartAsync(open, edition, parts, Math.Max(0, parts.FindLastIndex(p => p <= record)), stop);
    }

    /// <param name="line">Of a long document only the part with this line is there.</param>
    public async Task<StoredText> OnLineAsync(OpenRegister open, Edition edition, int line, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(edition);
        var parts = await PartsAsync(open, edition, stop);
        var (first, last) = (0, parts.Count - 1);
        while (first < last)
        {
            var middle = (first + last + 1) / 2;
            if ((await RowsAsync(open, edition, parts[middle], stop)).FirstLine <= line)
                first = middle;
            else
                last = middle - 1;
        }

        return await PartAsync(open, edition, parts, first, stop);
    }

    /// <summary>The first orders of the parts in which the rows of an edition are kept.</summary>
    private static Task<List<int>> PartsAsync(OpenRegister open, Edition edition, CancellationToken stop) =>
        open.Db.EditionRows.Where(r => r.EditionId == edition.Id).OrderBy(r => r.FirstOrder).Select(r => r.FirstOrder).ToListAsync(stop);

    private async Task<StoredText> PartAsync(OpenRegister open, Edition edition, List<int> parts, int part, CancellationToken stop)
    {
        lock (access)
        {
            if (kept.Find(k => k.Edition == edition.Id && k.FirstOrder == parts[part]).Text is { } known)
                return known;
        }

        var text = parts.Count == 1 ? await ReadAsync(open, edition, stop)
            : await SourceSlice.ReadAsync(open, edition, await RowsAsync(open, edition, parts[part], stop), part == 0, part + 1 < parts.Count ? (await RowsAsync(open, edition, parts[part + 1], stop)).FirstLine : null, stop);
        lock (access)
        {
            kept.RemoveAll(k => k.Edition == edition.Id && k.FirstOrder == parts[part]);
            kept.Insert(0, (edition.Id, parts[part], text));
            if (kept.Count > Most)
                kept.RemoveAt(Most);
        }

        return text;
    }

    private static Task<EditionRows> RowsAsync(OpenRegister open, Edition edition, int firstOrder, CancellationToken stop) =>
        open.Db.EditionRows.AsNoTracking().SingleAsync(r => r.EditionId == edition.Id && r.FirstOrder == firstOrder, stop);

    /// <summary>Whether a document is shown line by line. The lines of a page of the web are not what a person sees of it.</summary>
    public static bool IsText(string mediaType)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        return mediaType.StartsWith("text/", StringComparison.Ordinal) && !DocumentCells.Has(mediaType);
    }

    private static async Task<StoredText> ReadAsync(OpenRegister open, Edition edition, CancellationToken stop)
    {
        var rows = await open.Db.EditionRows.AsNoTracking().SingleAsync(r => r.EditionId == edition.Id, stop);
        if (!IsText(edition.MediaType))
            return new StoredText(null, rows);
        var source = await open.Db.Sources.AsNoTracking().SingleAsync(s => s.Sha256 == edition.Sha256, stop);
        return new StoredText(Detect.Text(edition.SourceName, source.Bytes).Text, rows);
    }
}

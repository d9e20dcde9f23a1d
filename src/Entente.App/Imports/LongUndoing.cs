using System.Globalization;

using Entente.App.Registers;
using Entente.Core;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

/// <summary>Takes an edition back that was stored in parts, and that nothing was done with since: all that it brought goes at once.</summary>
internal static class LongUndoing
{
    private const int MostNamed = 1_000, MostOneByOne = 200_000;

    /// <summary>What taking it back would do; null where it is to be looked at record by record.</summary>
    /// <exception cref="RefusedException">edition.too-long: there are too many for that.</exception>
    public static async Task<Undone?> FindAsync(OpenRegister open, Edition edition, CancellationToken stop)
    {
        var db = open.Db;
        if (await db.EditionRows.CountAsync(r => r.EditionId == edition.Id, stop) < 2)
            return null;
        var last = await db.Changes.Where(c => c.EditionId == edition.Id && c.Act == Recording.Imported).MaxAsync(c => c.Sequence, stop);
        var isAsItWas = !await db.Changes.AnyAsync(c => c.Sequence > last && c.Act != Recording.Configured && (c.Act == Recording.Imported || db.ChangedAgreements.Any(a => a.Sequence == c.Sequence)), stop)
            && await db.Agreements.CountAsync(a => a.EditionId == edition.Id, stop) == edition.Records;
        if (!isAsItWas)
            return edition.Records > MostOneByOne ? throw new RefusedException("edition.too-long", edition.SourceName, edition.Records.ToString("N0", CultureInfo.InvariantCulture)) : null;
        var first = await db.Agreements.AsNoTracking().Where(a => a.EditionId == edition.Id).OrderBy(a => a.Order).Take(MostNamed).ToListAsync(stop);
        return new Undone(edition, first, [], []) { RemovedCount = edition.Records };
    }

    public static async Task<Undone> WriteAsync(OpenRegister open, Undone undone, string who, CancellationToken stop)
    {
        var by = new Authorship(who, open.Clock.GetUtcNow());
        undone.Edition.Undo(by.At);
        await open.Db.RemoveEditionAsync(undone.Edition, by, stop);
        return undone;
    }
}

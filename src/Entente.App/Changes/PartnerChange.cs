using Entente.App.Shell;
using Entente.Core;
using Entente.Store;
using Entente.Store.Json;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Changes;

/// <summary>What an act changed of a partner itself.</summary>
internal static class PartnerChange
{
    private static readonly (string Words, Func<Identity, object?> Of)[] fields =
    [
        (Wording.Of("identity-field.name"), i => i.Official), (Wording.Of("identity-field.names"), i => StoredJson.Text(i.Names.Where(n => n.Text != i.Official))), (Wording.Of("identity-field.country"), i => i.Country),
        (Wording.Of("identity-field.place"), i => i.Place), (Wording.Of("identity-field.types"), i => StoredJson.Text(i.Types)), (Wording.Of("identity-field.website"), i => i.Website),
        (Wording.Of("identity-field.identifiers"), i => StoredJson.Text(i.Identifiers)), (Wording.Of("identity-field.parent"), i => i.Parent), (Wording.Of("identity-field.successor"), i => i.Successor),
    ];

    /// <summary>In words.</summary>
    public static async Task<IReadOnlyList<string>> FieldsAsync(RegisterDb db, PartnerAfter after, long sequence, CancellationToken stop)
    {
        var last = await db.ChangedPartners.Where(c => c.PartnerId == after.Id && c.Sequence < sequence).MaxAsync(c => (long?)c.Sequence, stop);
        var change = last is null ? null : await db.Changes.AsNoTracking().FirstAsync(c => c.Sequence == last, stop);
        var before = change?.Partners().FirstOrDefault(p => p.Id == after.Id)?.Identity ?? Identity.None;
        return [.. fields.Where(f => !Equals(f.Of(before), f.Of(after.Identity))).Select(f => f.Words)];
    }
}

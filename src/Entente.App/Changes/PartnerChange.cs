using Entente.App.Partners;
using Entente.App.Shell;
using Entente.Core;
using Entente.Store;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Changes;

/// <summary>What an act changed of a partner itself.</summary>
internal static class PartnerChange
{
    private static readonly (string Words, Func<Identity, string> Of)[] fields =
    [
        (Wording.Of("identity-field.name"), i => i.Official ?? ""), (Wording.Of("identity-field.names"), i => Joined(i.Names.Select(n => n.Text).Where(n => n != i.Official))),
        (Wording.Of("identity-field.country"), i => i.Country is { } country ? Shown.Country(country) : ""), (Wording.Of("identity-field.place"), i => i.Place is { } place ? RegistryIdentity.Told(place) : ""),
        (Wording.Of("identity-field.types"), i => Joined(i.Types.Select(t => Wording.Of("partner-type", t)))), (Wording.Of("identity-field.website"), i => i.Website ?? ""),
        (Wording.Of("identity-field.identifiers"), i => Joined(i.Identifiers.Select(n => n.Value))),
        (Wording.Of("identity-field.parent"), i => $"{i.Parent:N}"), (Wording.Of("identity-field.successor"), i => $"{i.Successor:N}"),
    ];

    /// <summary>In words: which record it was linked to, else each field with what it was and is. Other acts say it themselves.</summary>
    public static async Task<IReadOnlyList<string>> ToldAsync(RegisterDb db, Change change, PartnerAfter after, CancellationToken stop)
    {
        if (change.Act is PartnerActs.Merged or PartnerActs.Unmerged)
            return [];
        var last = await db.ChangedPartners.Where(c => c.PartnerId == after.Id && c.Sequence < change.Sequence).MaxAsync(c => (long?)c.Sequence, stop);
        var earlier = last is null ? null : await db.Changes.AsNoTracking().FirstAsync(c => c.Sequence == last, stop);
        var (before, now) = (earlier?.Partners().FirstOrDefault(p => p.Id == after.Id)?.Identity ?? Identity.None, after.Identity);
        if (before.Ror != now.Ror || before.UnitOf != now.UnitOf)
            return [Wording.Of("changes.was-is", Wording.Of("identifier-kind", IdentifierKind.Ror), RecordOf(before), RecordOf(now))];
        return [.. fields.Select(f => (f.Words, Was: f.Of(before), Is: f.Of(now))).Where(f => f.Was != f.Is).Select(f => Wording.Of("changes.was-is", f.Words, Text(f.Was), Text(f.Is)))];
    }

    private static string RecordOf(Identity identity) => identity.UnitOf is { } institution ? Wording.Of("partner.unit-of-record", identity.Seen?.Name ?? "", institution)
        : Text(string.Join(' ', new[] { identity.Seen?.Name, identity.Ror }.OfType<string>()));

    private static string Joined(IEnumerable<string> values) => string.Join(" · ", values);

    private static string Text(string value) => value.Length > 0 ? value : "–";
}

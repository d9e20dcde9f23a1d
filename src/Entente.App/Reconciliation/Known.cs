using Entente.App.Partners;
using Entente.Core;
using Entente.Core.Matching;

namespace Entente.App.Reconciliation;

internal readonly record struct EntityAt(EntityKind Kind, int At);

/// <summary>What one asker may match with.</summary>
/// <param name="Partners">Null for a page of another site.</param>
/// <param name="Institutions">Null where no registry is loaded.</param>
internal sealed record Known(KnownPartners? Partners, Entities? Institutions)
{
    public Entity this[EntityAt place] => Of(place.Kind)![place.At];

    public Entities? Of(EntityKind kind) => kind == EntityKind.Partner ? Partners?.All : Institutions;

    /// <summary>By the id of a partner, or that of a record, in full or its nine signs; of a record that the registry has no longer, the partner that is linked to it.</summary>
    public EntityAt? Find(string id)
    {
        if (PartnerAddress.Parse(id) is { } partner)
            return Partners?.Find(partner) is { } known ? new EntityAt(EntityKind.Partner, known) : null;
        if (Institutions?.Names.Find(id) is { } at)
            return new EntityAt(EntityKind.Institution, at);
        return RorId.Find(id) is { } gone && Partners?.LinkedTo(gone).ToList() is [var linked] ? new EntityAt(EntityKind.Partner, linked) : null;
    }

    public IEnumerable<EntityAt> With(PartnerIdentifier identifier) =>
        from kind in Enum.GetValues<EntityKind>()
        from at in kind == EntityKind.Institution && identifier.Kind == IdentifierKind.Ror ? Record(identifier.Value) : Of(kind)?.With(identifier) ?? []
        select new EntityAt(kind, at);

    private IReadOnlyList<int> Record(string ror) => Institutions?.Names.Find(ror) is { } at ? [at] : [];
}

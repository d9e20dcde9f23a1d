using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Matching;

namespace Entente.App.Partners;

/// <summary>A partner as <c>partner --json</c> prints it.</summary>
/// <param name="Id">In addresses.</param>
/// <param name="Printed">The name that was printed first.</param>
/// <param name="UnitOf">Id in full of the record of the institution that it is linked to as a unit.</param>
public sealed record PartnerView(
    string Id, string Name, string Printed, string? Country, IReadOnlyList<PartnerType> Types, IReadOnlyList<OwnNameView> Names, IReadOnlyList<IdentifierView> Identifiers,
    InstitutionPlace? Place, string? Website, string? UnitOf, string? Parent, string? Successor, string? MergedInto, bool IsUnlisted, int Version)
{
    /// <summary>What the registry calls that institution.</summary>
    private string? Institution { get; init; }

    public static PartnerView Of(Partner partner)
    {
        ArgumentNullException.ThrowIfNull(partner);
        var identity = partner.Identity;
        return new PartnerView(
            $"{partner.Id:N}", partner.ShownName, partner.Name, partner.ShownCountry, identity.Types,
            [.. identity.Names.Select(n => new OwnNameView(n.Text, n.Kind, n.Language, n.Valid?.Text))],
            [.. identity.Identifiers.Select(i => new IdentifierView(i.Kind, i.Value, i.Valid?.Text))],
            identity.Place, identity.Website, identity.UnitOf, Id(identity.Parent), Id(identity.Successor), Id(partner.MergedInto), identity.IsUnlisted, partner.Version)
        {
            Institution = identity.UnitOf is null ? null : identity.Seen?.Name,
        };

        static string? Id(Guid? id) => id is { } one ? $"{one:N}" : null;
    }

    /// <param name="others">Names of the partners that it is told with.</param>
    internal void Tell(Terminal terminal, IReadOnlyDictionary<Guid, string> others)
    {
        terminal.Answer(Name);
        if (Name != Printed)
            terminal.Answer(Wording.Of("partner.printed", Printed));
        if (Types.Select(t => Wording.Of("partner-type", t)).Prepend(Shown.Country(Country)).Where(t => !string.IsNullOrEmpty(t)).ToList() is { Count: > 0 } about)
            terminal.Answer(string.Join(", ", about));
        terminal.Answer(Wording.Of("partner.id", Id));
        if (Place is not null)
            terminal.Answer(Wording.Of("ror.place", Place.Name, Place.Country));
        foreach (var name in Names)
            terminal.Answer(Wording.Of("ror.name", name.Text, name.Language ?? "-", Wording.Of("name-kind", name.Kind) + (name.Valid is { } when ? $", {when}" : "")));
        foreach (var identifier in Identifiers)
            terminal.Answer(Wording.Of("ror.identifier", Wording.Of("identifier-kind", identifier.Kind), identifier.Value + (identifier.Valid is { } when ? $", {when}" : "")));
        if (Website is not null)
            terminal.Answer(Wording.Of("ror.link", Website));
        if (UnitOf is not null)
            terminal.Answer(Wording.Of("partner.unit-of-record", Institution ?? "", UnitOf));
        if (Parent is not null)
            terminal.Answer(Wording.Of("partner.unit-of", NameOf(Parent)));
        if (Successor is not null)
            terminal.Answer(Wording.Of("partner.its-successor", NameOf(Successor)));
        if (MergedInto is not null)
            terminal.Answer(Wording.Of("partner.merged-into", NameOf(MergedInto)));
        if (IsUnlisted)
            terminal.Answer(Wording.Of("partner.is-unlisted"));

        string NameOf(string other) => others.GetValueOrDefault(Guid.Parse(other), other);
    }
}

public sealed record OwnNameView(string Text, OwnNameKind Kind, string? Language, string? Valid);

public sealed record IdentifierView(IdentifierKind Kind, string Value, string? Valid);

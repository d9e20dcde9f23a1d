using System.Globalization;

using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Matching;
using Entente.Formats.Ror;

namespace Entente.App.Partners;

/// <summary>A record of the registry, as <c>ror show</c> prints it.</summary>
public sealed record InstitutionView(
    string Id, string Name, InstitutionStatus Status, IReadOnlyList<InstitutionType> Types, string? Country, IReadOnlyList<InstitutionPlace> Places, int? Established,
    IReadOnlyList<RegistryNameView> Names, IReadOnlyList<InstitutionRelation> Relations, IReadOnlyList<InstitutionIdentifier> Identifiers, IReadOnlyList<string> Links)
{
    /// <exception cref="RefusedException">ror.no-id, ror.unknown.</exception>
    public static InstitutionView Of(RegistryFile file, string id)
    {
        ArgumentNullException.ThrowIfNull(file);
        var full = RorId.Find(id) ?? throw new RefusedException("ror.no-id", id);
        var record = file.InstitutionAt(file.Registry.Find(full) ?? throw new RefusedException("ror.unknown", full));
        return new InstitutionView(
            record.Id, record.Display(), record.Status, record.Types, record.Country(), record.Places, record.Established,
            [.. record.Names.Select(n => new RegistryNameView(n.Text, n.Language, [.. Enum.GetValues<RegistryNameKinds>().Where(k => k != RegistryNameKinds.None && n.Kinds.HasFlag(k))]))],
            record.Relations, record.Identifiers, record.Links);
    }

    internal void Tell(Terminal terminal)
    {
        terminal.Answer(Name);
        terminal.Answer(Wording.Of("ror.record", Id, Wording.Of("institution-status", Status), string.Join(", ", Types.Select(t => Wording.Of("institution-type", t)))));
        foreach (var place in Places)
            terminal.Answer(Wording.Of("ror.place", place.Name, place.Country));
        if (Established is { } year)
            terminal.Answer(Wording.Of("ror.established", year.ToString(CultureInfo.InvariantCulture)));
        foreach (var name in Names.Where(n => n.Text != Name))
            terminal.Answer(Wording.Of("ror.name", name.Text, name.Language ?? "-", string.Join(", ", name.Kinds.Select(k => Wording.Of("registry-name", k)))));
        foreach (var relation in Relations)
            terminal.Answer(Wording.Of("ror.relation", Wording.Of("institution-relation", relation.Kind), relation.Label, relation.Id));
        foreach (var identifier in Identifiers)
            terminal.Answer(Wording.Of("ror.identifier", identifier.Kind, identifier.Preferred ?? string.Join(", ", identifier.All)));
        foreach (var link in Links)
            terminal.Answer(Wording.Of("ror.link", link));
    }
}

public sealed record RegistryNameView(string Text, string? Language, IReadOnlyList<RegistryNameKinds> Kinds);

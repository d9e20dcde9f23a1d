using Entente.Core;
using Entente.Core.Matching;

namespace Entente.Tests.Core;

public class RegistryIdentityTests
{
    private static readonly Institution record = RegistryOf.Institution(1, "JP:Kyoto Institute of Technology|~KIT Kyoto|#KIT") with
    {
        Links = ["https://www.kit.ac.jp/"],
        Identifiers = [new InstitutionIdentifier("wikidata", "Q1334582", ["Q1334582"]), new InstitutionIdentifier("unheard-of", null, ["1"])],
    };

    private static readonly RegistrySeen seen = RegistrySeen.Of(RegistryOf.Of(record), 0);

    private static Partner PartnerOf(string name, string? country = null) => new(1, Guid.CreateVersion7(DateTimeOffset.UnixEpoch), name, country);

    [Fact]
    public void A_link_fills_what_was_not_known_and_overwrites_nothing()
    {
        var partner = PartnerOf("Kyoto Institute of Tehcnology", "JP");
        partner.Know(Identity.None with { Website = "https://our.example/kit" });
        partner.Know(RegistryIdentity.Linked(partner, record, seen));
        partner.Identity.ShouldSatisfyAllConditions(
            i => i.Ror.ShouldBe(record.Id), i => i.Types.ShouldBe([PartnerType.Education]), i => i.Place!.Name.ShouldBe("Springfield"),
            i => i.Website.ShouldBe("https://our.example/kit"), i => i.Country.ShouldBeNull(),
            i => i.Names.Select(n => (n.Text, n.Kind)).ShouldBe([("KIT Kyoto", OwnNameKind.Alias), ("KIT", OwnNameKind.Acronym)]),
            i => i.ValueOf(IdentifierKind.Wikidata).ShouldBe("Q1334582"));
        partner.ShownName.ShouldBe("Kyoto Institute of Tehcnology");
        RegistryIdentity.Differences(partner, record).Select(d => (d.Field, d.Ours, d.Theirs)).ShouldBe(
            [(IdentityField.Name, "Kyoto Institute of Tehcnology", "Kyoto Institute of Technology"), (IdentityField.Website, "https://our.example/kit", "https://www.kit.ac.jp/")]);
    }

    [Fact]
    public void What_is_taken_is_no_difference_any_more()
    {
        var partner = PartnerOf("Kyoto Institute of Tehcnology", "CN");
        partner.Know(RegistryIdentity.Linked(partner, record, seen));
        RegistryIdentity.Differences(partner, record).Select(d => d.Field).ShouldBe([IdentityField.Name, IdentityField.Country]);
        foreach (var field in (IdentityField[])[IdentityField.Name, IdentityField.Country])
            partner.Know(RegistryIdentity.Taken(partner.Identity, record, field));
        RegistryIdentity.Differences(partner, record).ShouldBeEmpty();
        (partner.ShownName, partner.ShownCountry, partner.Name, partner.Country).ShouldBe(("Kyoto Institute of Technology", "JP", "Kyoto Institute of Tehcnology", "CN"));
    }

    [Fact]
    public void A_link_taken_away_leaves_what_was_taken()
    {
        var partner = PartnerOf("Kyoto Institute of Technology", "JP");
        partner.Know(RegistryIdentity.Linked(partner, record, seen));
        var unlinked = RegistryIdentity.Unlinked(partner.Identity);
        (unlinked.Ror, unlinked.Seen).ShouldBe((null, null));
        unlinked.Place.ShouldNotBeNull();
    }

    [Fact]
    public void What_has_happened_since_somebody_looked_is_told()
    {
        var partner = PartnerOf("Kyoto Institute of Technology", "JP");
        RegistryIdentity.Since(partner.Identity, seen).ShouldBeEmpty();
        partner.Know(RegistryIdentity.Linked(partner, record, seen));
        RegistryIdentity.Since(partner.Identity, seen).ShouldBeEmpty();
        RegistryIdentity.Since(partner.Identity, null).Single().Kind.ShouldBe(RegistryDifferenceKind.Gone);
        var merged = new RegistrySeen("KIT", InstitutionStatus.Inactive, "JP") { Successors = [RegistryOf.Id(9)] };
        RegistryIdentity.Since(partner.Identity, merged).Select(d => (d.Kind, d.Before, d.After)).ShouldBe(
            [(RegistryDifferenceKind.Renamed, "Kyoto Institute of Technology", "KIT"), (RegistryDifferenceKind.Merged, null, RegistryOf.Id(9))]);
    }
}

using Entente.Core;
using Entente.Core.Matching;
using Entente.Edtf;
using Entente.Store.Json;

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
    public void A_unit_takes_only_where_it_is_and_is_not_called_as_its_institution()
    {
        var partner = PartnerOf("Kyoto Institute of Technology, Department of Design");
        partner.Know(RegistryIdentity.Linked(partner, record, seen, asUnit: true));
        partner.Identity.ShouldSatisfyAllConditions(
            i => (i.UnitOf, i.Ror, i.Record).ShouldBe((record.Id, null, record.Id)), i => i.Place!.Name.ShouldBe("Springfield"), i => i.Country.ShouldBe("JP"),
            i => i.Names.ShouldBeEmpty(), i => i.Identifiers.ShouldBeEmpty(), i => i.Website.ShouldBeNull(), i => i.Types.ShouldBeEmpty());
        RegistryIdentity.Differences(partner, record).ShouldBeEmpty();
        partner.Keys.ShouldNotContain(Partner.KeyOf("Kyoto Institute of Technology", "JP"));
        StoredJson.Text(StoredJson.Value<Identity>(StoredJson.Text(partner.Identity))).ShouldBe(StoredJson.Text(partner.Identity));
        StoredJson.Text(RegistryIdentity.Unlinked(partner.Identity)).ShouldBe(StoredJson.Text(Identity.None));
        partner.Know(RegistryIdentity.WithParent(partner.Identity, Guid.Empty));
        partner.Know(RegistryIdentity.Linked(partner, record, seen));
        (partner.Identity.UnitOf, partner.Identity.Ror, partner.Identity.Parent).ShouldBe((null, record.Id, null));
    }

    [Fact]
    public void An_institution_and_its_unit_that_turn_out_to_be_one_are_the_institution()
    {
        var (unit, whole) = (PartnerOf("Design"), PartnerOf("Kyoto Institute of Technology"));
        unit.Know(RegistryIdentity.Linked(unit, record, seen, asUnit: true));
        whole.Know(RegistryIdentity.Linked(whole, record, seen));
        foreach (var one in (Identity[])[unit.Identity.With(whole.Identity), whole.Identity.With(unit.Identity)])
            (one.UnitOf, one.Ror).ShouldBe((null, record.Id));
        var merged = Identity.None.With(unit.Identity);
        (merged.UnitOf, merged.Ror).ShouldBe((record.Id, null));
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
    public void What_came_from_a_record_goes_with_the_link_and_what_the_office_typed_stays()
    {
        var partner = PartnerOf("Kyoto Institute of Tehcnology", "CN");
        var own = new PartnerIdentifier(IdentifierKind.Pic, "999999999");
        partner.Know(Identity.None with { Names = [new OwnName("KIT Kyoto", OwnNameKind.Former)], Identifiers = [own], Website = "https://our.example/kit" });
        var before = partner.Identity;
        partner.Know(RegistryIdentity.Linked(partner, record, seen));
        foreach (var field in RegistryIdentity.Differences(partner, record).Select(d => d.Field).Where(f => f != IdentityField.Website))
            partner.Know(RegistryIdentity.Taken(partner.Identity, record, field));
        (partner.ShownName, partner.ShownCountry, partner.Identity.ValueOf(IdentifierKind.Wikidata)).ShouldBe(("Kyoto Institute of Technology", "JP", "Q1334582"));
        StoredJson.Text(RegistryIdentity.Unlinked(partner.Identity)).ShouldBe(StoredJson.Text(before));
        var other = RegistryOf.Institution(2, "CN:Kunming Institute of Technology") with { Links = ["https://www.kmust.example/"] };
        partner.Know(RegistryIdentity.Linked(partner, other, RegistrySeen.Of(RegistryOf.Of(other), 0)));
        partner.Identity.Identifiers.Select(i => i.Value).ShouldBe([other.Id, own.Value]);
        (partner.ShownName, partner.ShownCountry, partner.Identity.Website).ShouldBe(("Kyoto Institute of Tehcnology", "CN", "https://our.example/kit"));
    }

    [Fact]
    public void Who_took_its_place_keeps_its_former_ids_and_names_until_the_link_goes()
    {
        var partner = PartnerOf("Kyoto Inst.", "JP");
        var before = partner.Identity;
        partner.Know(RegistryIdentity.Linked(partner, record, seen));
        var second = RegistryOf.Institution(2, "JP:Kansai Institute|~Kyoto Institute of Technology");
        partner.Know(RegistryIdentity.Succeeded(partner, second, RegistrySeen.Of(RegistryOf.Of(second), 0)));
        var third = RegistryOf.Institution(3, "JP:National Institute of Kansai");
        partner.Know(RegistryIdentity.Succeeded(partner, third, RegistrySeen.Of(RegistryOf.Of(third), 0)));
        partner.Identity.Ror.ShouldBe(third.Id);
        partner.Identity.Identifiers.Where(i => i.Kind == IdentifierKind.Ror).Select(i => (i.Value, i.IsEnded)).ShouldBe([(third.Id, false), (second.Id, true), (record.Id, true)]);
        partner.Identity.Names.Select(n => (n.Text, n.Kind)).ShouldBe([("Kyoto Institute of Technology", OwnNameKind.Former), ("Kansai Institute", OwnNameKind.Former)]);
        StoredJson.Text(RegistryIdentity.Unlinked(partner.Identity)).ShouldBe(StoredJson.Text(before));
    }

    [Fact]
    public void What_is_typed_over_what_came_from_a_record_is_the_offices_own()
    {
        var partner = PartnerOf("Kyoto Institute of Technology", "JP");
        partner.Know(RegistryIdentity.Linked(partner, record, seen));
        var before = partner.Identity;
        var typed = RegistryIdentity.Typed(before with { Website = "https://our.example/kit", Names = [new OwnName("KIT Kyoto", OwnNameKind.Former), .. before.Names.Skip(1)] }, before);
        var left = RegistryIdentity.Unlinked(typed);
        (left.Website, left.Place).ShouldBe(("https://our.example/kit", null));
        left.Names.Select(n => (n.Text, n.Kind)).ShouldBe([("KIT Kyoto", OwnNameKind.Former)]);
    }

    [Fact]
    public void Another_id_that_is_typed_is_another_link()
    {
        var partner = PartnerOf("Kyoto Institute of Technology", "JP");
        partner.Know(RegistryIdentity.Linked(partner, record, seen) with { IsUnlisted = true });
        var typed = RegistryIdentity.Typed(partner.Identity with { Identifiers = [new PartnerIdentifier(IdentifierKind.Ror, RegistryOf.Id(9)), .. partner.Identity.Identifiers.Skip(1)] }, partner.Identity);
        (typed.Ror, typed.Seen, typed.IsUnlisted, typed.ValueOf(IdentifierKind.Wikidata), typed.Names.Count).ShouldBe((RegistryOf.Id(9), null, false, null, 0));
    }

    [Fact]
    public void A_record_that_was_its_own_once_is_no_link()
    {
        var identity = Identity.None with { Identifiers = [new PartnerIdentifier(IdentifierKind.Ror, RegistryOf.Id(1)) { Valid = EdtfValue.Parse("1993/2014").Value }, new PartnerIdentifier(IdentifierKind.Ror, RegistryOf.Id(2)) { Valid = EdtfValue.Parse("2014/..").Value }] };
        identity.Ror.ShouldBe(RegistryOf.Id(2));
    }

    [Fact]
    public void Another_country_than_the_printed_one_is_doubtful_until_someone_says_which_is_right()
    {
        var partner = PartnerOf("Kyoto Institute of Technology", "CN");
        partner.Know(RegistryIdentity.Linked(partner, record, seen));
        RegistryIdentity.Since(partner, seen).Select(d => (d.Kind, d.Before, d.After)).ShouldBe([(RegistryDifferenceKind.CountryDoubtful, "CN", "JP")]);
        var (kept, taken) = (PartnerOf("Kyoto Institute of Technology", "CN"), PartnerOf("Kyoto Institute of Technology", "CN"));
        kept.Know(RegistryIdentity.Looked(partner, seen));
        taken.Know(RegistryIdentity.Taken(partner.Identity, record, IdentityField.Country));
        (kept.ShownCountry, taken.ShownCountry).ShouldBe(("CN", "JP"));
        RegistryIdentity.Since(kept, seen).ShouldBeEmpty();
        RegistryIdentity.Since(taken, seen).ShouldBeEmpty();
        RegistryIdentity.Since(PartnerOf("Kyoto Institute of Technology"), seen).ShouldBeEmpty();
    }

    [Fact]
    public void A_new_name_that_is_taken_over_was_seen()
    {
        var partner = PartnerOf("Kyoto Institute of Technology", "JP");
        partner.Know(RegistryIdentity.Linked(partner, record, seen));
        var renamed = record with { Names = [new RegistryName("KIT University", "en", RegistryNameKinds.Display | RegistryNameKinds.Label)] };
        var now = RegistrySeen.Of(RegistryOf.Of(renamed), 0);
        RegistryIdentity.Since(partner, now).Single().Kind.ShouldBe(RegistryDifferenceKind.Renamed);
        partner.Know(RegistryIdentity.Taken(partner.Identity, renamed, IdentityField.Name));
        RegistryIdentity.Since(partner, now).ShouldBeEmpty();
    }

    [Fact]
    public void A_partner_is_met_by_its_own_names_and_the_one_that_its_record_shows_but_not_by_others_of_the_record()
    {
        var partner = PartnerOf("The Kyoto Institute of Technology", "JP");
        partner.Know(RegistryIdentity.Linked(partner, record, seen));
        partner.Keys.ShouldBe([Partner.KeyOf("The Kyoto Institute of Technology", "JP"), Partner.KeyOf("Kyoto Institute of Technology", "JP")]);
        partner.Know(partner.Identity with { Names = [.. partner.Identity.Names, new OwnName("KIT", OwnNameKind.Acronym), new OwnName("Kyoto Kogei", OwnNameKind.Former)], Country = "CN" });
        partner.Keys.ShouldContain(Partner.KeyOf("Kyoto Kogei", "CN"));
        partner.Keys.ShouldNotContain(Partner.KeyOf("KIT Kyoto", "JP"));
    }

    [Fact]
    public void What_has_happened_since_somebody_looked_is_told()
    {
        var partner = PartnerOf("Kyoto Institute of Technology", "JP");
        RegistryIdentity.Since(partner, seen).ShouldBeEmpty();
        partner.Know(RegistryIdentity.Linked(partner, record, seen));
        RegistryIdentity.Since(partner, seen).ShouldBeEmpty();
        RegistryIdentity.Since(partner, null).Single().Kind.ShouldBe(RegistryDifferenceKind.Gone);
        var merged = new RegistrySeen("KIT", InstitutionStatus.Inactive, "JP") { Successors = [RegistryOf.Id(9)] };
        RegistryIdentity.Since(partner, merged).Select(d => (d.Kind, d.Before, d.After)).ShouldBe(
            [(RegistryDifferenceKind.Renamed, "Kyoto Institute of Technology", "KIT"), (RegistryDifferenceKind.Merged, null, RegistryOf.Id(9))]);
    }
}

using Entente.Core.Matching;

namespace Entente.Tests.Core;

public class PartnerPairsTests
{
    [Theory]
    [InlineData("Freiberg University", "Freiberg University", PartnerRelation.Same)]
    [InlineData("Kyoto Institute of Tehcnology", "Kyoto Institute of Technology", PartnerRelation.Same)]
    [InlineData("Siberian Federeal University", "Siberian federal university", PartnerRelation.Same)]
    [InlineData("Inner Mongolia University of Technology", "Inner Mongolia University of Technology (IMUT)", PartnerRelation.Same)]
    [InlineData("The University of Queensland", "Universität Queensland", PartnerRelation.Same)]
    [InlineData("Izmir Katip Celebi University", "Izmir Katip Celebbi University", PartnerRelation.Same)]
    [InlineData("Changwon National University Library", "Changwon National University", PartnerRelation.UnitOf)]
    [InlineData("Transfer Center, Inner Mongolia University of Technology", "Inner Mongolia University of Technology (IMUT)", PartnerRelation.UnitOf)]
    [InlineData("IMUT MoU China-Mongolia", "Inner Mongolia University of Technology (IMUT)", PartnerRelation.UnitOf)]
    [InlineData("IMUT MoU China-Mongolia", "Inner Mongolia University of Technology", PartnerRelation.UnitOf)]
    public void What_belongs_together_is_suggested(string one, string other, PartnerRelation relation)
    {
        var pair = PartnerPairs.Of([new NamedPartner(one, "CN"), new NamedPartner("University of Elsewhere", "CN"), new NamedPartner(other, "CN")]).ShouldHaveSingleItem();
        (pair.First, pair.Second, pair.Relation).ShouldBe((0, 2, relation));
        pair.Reasons.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Tokyo Institute of Technology", "Kyoto Institute of Technology")]
    [InlineData("Technical University of Darmstadt", "Technical University of Dresden")]
    [InlineData("Shimane University", "University of Shimane")]
    [InlineData("Shandong University", "Shandong University of Science and Technology")]
    [InlineData("Inner Mongolia University", "Inner Mongolia University of Technology")]
    [InlineData("Kangwon National University", "Changwon National University")]
    [InlineData("Kangwon National University (KNU)", "Kyungpook National University (KNU)")]
    [InlineData("Moscow State University of Design and Technology", "Moscow State University of Technology and Management")]
    [InlineData("Hannam University", "Hannan University")]
    public void What_only_looks_alike_is_not(string one, string other) =>
        PartnerPairs.Of([new NamedPartner(one, "CN"), new NamedPartner(other, "CN")]).ShouldBeEmpty();

    [Fact]
    public void How_many_pairs_are_looked_at_is_told_and_it_can_be_ended()
    {
        var partners = Enumerable.Range(1, 40).Select(i => new NamedPartner($"Institute of Lumen {i}", "AT")).ToList();
        var told = new List<(int Done, int Of)>();
        PartnerPairs.Of(partners, looked: (done, of) => told.Add((done, of)));
        told.Select(t => t.Of).Distinct().ShouldHaveSingleItem().ShouldBeGreaterThanOrEqualTo(40 * 39 / 2);
        told.Select(t => t.Done).ShouldBeInOrder();
        told[^1].Done.ShouldBeLessThanOrEqualTo(told[^1].Of);
        Should.Throw<OperationCanceledException>(() => PartnerPairs.Of(partners, looked: (done, _) => throw new OperationCanceledException()));
    }

    [Fact]
    public void A_unit_and_its_institution_belong_together_and_two_units_of_it_are_not_one()
    {
        var registry = RegistryOf.Names("HR:University of Zagreb");
        NamedPartner[] partners = [new("Law School", "HR", 0, IsUnit: true), new("Sveučilište u Zagrebu", "HR", 0), new("Medical School", "HR", 0, IsUnit: true)];
        PartnerPairs.Of(partners, registry).Select(p => (p.First, p.Second, p.Relation, p.Reasons[0].Code)).ShouldBe(
            [(0, 1, PartnerRelation.UnitOf, "pair-unit-of"), (2, 1, PartnerRelation.UnitOf, "pair-unit-of")]);
    }

    [Fact]
    public void A_name_in_another_country_is_another_partner() =>
        PartnerPairs.Of([new NamedPartner("Universidad de León", "ES"), new NamedPartner("Universidad de León", "MX")]).ShouldBeEmpty();

    [Fact]
    public void An_agreement_of_the_same_kind_and_day_with_both_is_one_event_twice() =>
        PartnerPairs.Of([new NamedPartner("Siberian Federeal University", "RU", null, ["mou 2022-06-28"]), new NamedPartner("Siberian Federal University", "RU", null, ["mou 2022-06-28", "moa 2023"])])
            .ShouldHaveSingleItem().Relation.ShouldBe(PartnerRelation.SameEventTwice);

    [Fact]
    public void What_one_was_before_is_known_from_the_registry()
    {
        var world = RegistryOf.Of(RegistryOf.Institution(0, "RU:Old Academy", InstitutionStatus.Inactive, RegistryOf.Successor(1)), RegistryOf.Institution(1, "RU:New Academy"));
        var pair = PartnerPairs.Of([new NamedPartner("New Academy", "RU", 1), new NamedPartner("Old Academy", "RU", 0), new NamedPartner("Third Academy", "RU")], world).ShouldHaveSingleItem();
        (pair.First, pair.Second, pair.Relation).ShouldBe((1, 0, PartnerRelation.Predecessor));
    }

    [Fact]
    public void What_is_a_part_of_which_is_known_from_the_registry_whatever_they_are_called()
    {
        var world = RegistryOf.Of(
            RegistryOf.Institution(0, "CN:Riverside Library", InstitutionStatus.Active, new InstitutionRelation(InstitutionRelationKind.Parent, RegistryOf.Id(2), "Kyoto University")), RegistryOf.Institution(1, "JP:Kyoto University"));
        var pair = PartnerPairs.Of([new NamedPartner("Kyoto University", "JP", 1), new NamedPartner("Riverside Library", "CN", 0)], world).ShouldHaveSingleItem();
        (pair.First, pair.Second, pair.Relation).ShouldBe((1, 0, PartnerRelation.UnitOf));
    }
}

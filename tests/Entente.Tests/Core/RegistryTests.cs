using Entente.Core.Matching;

namespace Entente.Tests.Core;

public class RegistryTests
{
    [Theory]
    [InlineData("https://ror.org/03vek6s52", "https://ror.org/03vek6s52")]
    [InlineData("03VEK6S52", "https://ror.org/03vek6s52")]
    [InlineData(" ror.org/03vek6s52/ ", "https://ror.org/03vek6s52")]
    [InlineData("https://ror.org/03vek6s53", null)]
    [InlineData("13vek6s52", null)]
    [InlineData("03vek6s5", null)]
    [InlineData("", null)]
    public void An_id_is_checked_by_its_last_digits(string text, string? id) => RorId.Find(text).ShouldBe(id);

    [Fact]
    public void Columns_are_the_same_whatever_the_order_of_the_records()
    {
        Institution[] institutions = [RegistryOf.Institution(0, "JP:Kyoto University"), RegistryOf.Institution(1, "JP:University of Tokyo|#UT"), RegistryOf.Institution(2, "RU:Сибирский университет")];
        var (one, other) = (RegistryOf.Of(institutions), RegistryOf.Of([.. institutions.Reverse()]));
        one.Tables.NameHashes.ToArray().ShouldBe(other.Tables.NameHashes.ToArray());
        one.Tables.NameWords.ToArray().ShouldBe(other.Tables.NameWords.ToArray());
        one.Tables.SlipWords.ToArray().ShouldBe(other.Tables.SlipWords.ToArray());
        (one.Find(RegistryOf.Id(2)), one.Find(RegistryOf.Id(9)), one.IdOf(1)).ShouldBe((1, null, RegistryOf.Id(2)));
    }

    [Fact]
    public void What_changed_in_the_world_is_told_record_by_record()
    {
        var before = RegistryOf.Of(
            RegistryOf.Institution(0, "JP:Same"), RegistryOf.Institution(1, "PL:University of Mining"), RegistryOf.Institution(2, "RU:Academy"), RegistryOf.Institution(3, "KR:College"),
            RegistryOf.Institution(4, "GB:Institute"), RegistryOf.Institution(5, "SU:Polytechnic"), RegistryOf.Institution(6, "FR:Gone"));
        var after = RegistryOf.Of(
            RegistryOf.Institution(0, "JP:Same"), RegistryOf.Institution(1, "PL:University of Krakow"), RegistryOf.Institution(2, "RU:Academy", InstitutionStatus.Inactive, RegistryOf.Successor(0)),
            RegistryOf.Institution(3, "KR:College", InstitutionStatus.Withdrawn), RegistryOf.Institution(4, "GB:Institute", InstitutionStatus.Active, RegistryOf.Successor(7)),
            RegistryOf.Institution(5, "RU:Polytechnic"), RegistryOf.Institution(7, "GB:New"));
        var differences = RegistryDifferences.Between(before, after);
        differences.New.ShouldBe(1);
        differences.All.ShouldBe(
        [
            new(RegistryDifferenceKind.Renamed, RegistryOf.Id(2), "University of Krakow", "University of Mining", "University of Krakow"),
            new(RegistryDifferenceKind.Merged, RegistryOf.Id(3), "Academy", null, RegistryOf.Id(1)),
            new(RegistryDifferenceKind.Withdrawn, RegistryOf.Id(4), "College", "active", "withdrawn"),
            new(RegistryDifferenceKind.NewSuccessor, RegistryOf.Id(5), "Institute", null, RegistryOf.Id(8)),
            new(RegistryDifferenceKind.MovedCountry, RegistryOf.Id(6), "Polytechnic", "SU", "RU"),
            new(RegistryDifferenceKind.Gone, RegistryOf.Id(7), "Gone", "Gone", null),
        ]);
        RegistryDifferences.Between(after, after).All.ShouldBeEmpty();
    }
}

using Entente.Core.Reading;

namespace Entente.Tests.Core;

public class NamesTests
{
    private static readonly HashSet<string> None = [];

    [Theory]
    [InlineData("Technology Transfer Center, Inner Mongolia University of Technology (IMUT)", "Technology Transfer Center")]
    [InlineData("Changwon National University Library", "Library")]
    [InlineData("University of Springfield, Faculty of Law", "Faculty of Law")]
    [InlineData("National Institute of Technology, Miyakonojo College", null)]
    [InlineData("University of Food Technologies, Plovdiv", null)]
    [InlineData("South Dakota School of Mines and Technology", null)]
    [InlineData("Springfield City Library", null)]
    public void A_unit_is_told_from_its_institution(string name, string? unit) => Names.Read(name).Unit.ShouldBe(unit);

    [Theory]
    [InlineData("The Belt and Road Initiative of Mining Universities", NameTrouble.NotSingle)]
    [InlineData("IMUT MoU China-Mongolia-Russia", NameTrouble.NotSingle)]
    [InlineData("Consortium of Northern Ports", NameTrouble.NotSingle)]
    [InlineData("Agreement for the Dual Bachelor's and Master's degree programs", NameTrouble.NoPartner)]
    [InlineData("Memorandum of Understanding on student mobility", NameTrouble.NoPartner)]
    [InlineData("Sangmyung University - KOICA project", null)]
    [InlineData("Korea Coal Corporation", null)]
    [InlineData("Chemical Technology, Metallurgy", null)]
    [InlineData("MOU Center University", null)]
    public void A_text_that_names_no_single_institution_is_a_trouble(string name, NameTrouble? trouble) =>
        Names.Read(name).Trouble.ShouldBe(trouble);

    [Theory]
    [InlineData("Tehcnology", null, "technology")]
    [InlineData("Instute", null, "institute")]
    [InlineData("Universtiy", null, "university")]
    [InlineData("Federeal", null, "federal")]
    [InlineData("Molodova", "MD", "moldova")]
    [InlineData("Molodova", "PL", null)]
    [InlineData("Universidad", null, null)]
    [InlineData("Institut", null, null)]
    [InlineData("Nationale", null, null)]
    [InlineData("Technion", null, null)]
    [InlineData("Kyoto", "JP", null)]
    [InlineData("Womans", null, null)]
    public void A_near_miss_of_a_common_word_is_a_misspelling(string word, string? country, string? meant) =>
        NameWords.Check(word, country, None)?.Meant.ShouldBe(meant);

    [Fact]
    public void A_word_that_the_list_uses_again_is_right_as_it_is() =>
        NameWords.Check("Tehcnology", null, new HashSet<string> { "tehcnology" }).ShouldBeNull();

    [Theory]
    [InlineData("The University of Otago", "university of otago")]
    [InlineData("Inner Mongolia University of Technology (IMUT)", "inner mongolia university of technology")]
    [InlineData("Sofia University \"St.Kliment Ohridski\"", "sofia university stkliment ohridski")]
    public void Names_are_compared_by_their_words(string name, string key) => Names.Key(name).ShouldBe(key);
}

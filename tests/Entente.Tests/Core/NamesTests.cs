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

    [Theory]
    [InlineData("Springfield University; Institute of Mining", "Springfield University|Institute of Mining")]
    [InlineData("1) Springfield University; 2) Shelbyville University", "Springfield University|Shelbyville University")]
    [InlineData("Springfield University / Shelbyville University", "Springfield University|Shelbyville University")]
    [InlineData("Springfield University and Shelbyville University", "Springfield University|Shelbyville University")]
    [InlineData("Springfield University, University of Shelbyville and Ogdenville University", "Springfield University|University of Shelbyville|Ogdenville University")]
    [InlineData("Universität Nordheide sowie Hochschule Altwasser", "Universität Nordheide|Hochschule Altwasser")]
    [InlineData("Университет Севера и Университет Юга", "Университет Севера|Университет Юга")]
    [InlineData("山吹大学、青海大学", "山吹大学|青海大学")]
    [InlineData("Springfield University, UK and Shelbyville University, Japan", "Springfield University, UK|Shelbyville University, Japan")]
    [InlineData("Université Nord 8; Université Nord 2", "Université Nord 8|Université Nord 2")]
    [InlineData("University of Arts and Sciences", "")]
    [InlineData("University of Science and Technology of Springfield", "")]
    [InlineData("Springfield University, Faculty of Law", "")]
    [InlineData("Springfield University; Faculty of Law", "")]
    [InlineData("College of Arts and College of Law, Springfield University", "")]
    [InlineData("University Library and University Hospital of Springfield", "")]
    [InlineData("Institute of Physics, Academy of Sciences", "")]
    [InlineData("Springfield University - Shelbyville", "")]
    [InlineData("Université du Lac / Universität Seenland", "")]
    public void Several_partners_in_one_cell_are_told_from_one_with_an_and_in_its_name(string text, string names) =>
        string.Join('|', Names.Read(text).Several.Select(n => n.Name)).ShouldBe(names);

    [Fact]
    public void Lines_of_one_name_are_no_partners()
    {
        Names.AreSeveral(["Springfield", "University"]).ShouldBeFalse();
        Names.AreSeveral(["University of Springfield; Shelbyville", "University"]).ShouldBeFalse();
        Names.AreSeveral(["Narodowy Uniwersytet", "„Politechnika Lwowska”"]).ShouldBeFalse();
        Names.AreSeveral(["„Uniwersytet Lwowski”", "„Politechnika Lwowska”"]).ShouldBeTrue();
        Names.AreSeveral(["University of Springfield", "Shelbyville University"]).ShouldBeTrue();
    }

    [Fact]
    public void Two_universities_behind_a_comma_may_be_one_and_are_doubted() =>
        Names.Read("State University of Springfield, University at Shelbyville").Trouble.ShouldBe(NameTrouble.NotSingle);

    [Theory]
    [InlineData("Springfield University (SU)", "Springfield University (SU)", "Springfield University: Name|SU: Acronym")]
    [InlineData("SUT (Springfield University of Technology)", "SUT (Springfield University of Technology)", "SUT: Acronym|Springfield University of Technology: Name en")]
    [InlineData("Hochschule Altwasser (University of Applied Sciences)", "Hochschule Altwasser", "Hochschule Altwasser: Name de|University of Applied Sciences: Translation en")]
    [InlineData("Université du Lac / Universität Seenland", "Université du Lac / Universität Seenland", "Université du Lac: Name fr|Universität Seenland: Translation")]
    [InlineData("사쿠라가와대학 Sakuragawa University", "사쿠라가와대학 Sakuragawa University", "사쿠라가와대학: Name ko|Sakuragawa University: Translation en")]
    [InlineData("Springfield University (Campus North)", "Springfield University (Campus North)", "")]
    [InlineData("Université de Nord (Faculté des sciences)", "Université de Nord (Faculté des sciences)", "")]
    public void A_name_in_two_languages_and_an_acronym_are_forms_of_one(string text, string name, string forms)
    {
        var reading = Names.Read(text);
        reading.Name.ShouldBe(name);
        string.Join('|', reading.Forms.Select(f => $"{f.Text}: {f.Kind} {f.Language}".TrimEnd())).ShouldBe(forms);
    }

    [Theory]
    [InlineData("Озёрный университет (г. Балыкчы)", "Озёрный университет", "Балыкчы")]
    [InlineData("Озёрный университет, г. Балыкчы", "Озёрный университет", "Балыкчы")]
    [InlineData("Lake University, Balykchy", "Lake University, Balykchy", null)]
    public void A_city_that_says_so_is_no_part_of_the_name(string text, string name, string? city)
    {
        var reading = Names.Read(text);
        reading.Name.ShouldBe(name);
        reading.City.ShouldBe(city);
    }
}

using Entente.Core.Reading;

namespace Entente.Tests.Core;

public partial class CountriesTests
{
    [Theory]
    [InlineData("South Korea", "KR")]
    [InlineData("Republic of Korea", "KR")]
    [InlineData("Korea, Republic of", "KR")]
    [InlineData("Korea (Republic of)", "KR")]
    [InlineData("REPUBLIC OF KOREA", "KR")]
    [InlineData("Rep. of Korea", "KR")]
    [InlineData("S. Korea", "KR")]
    [InlineData("S.Korea", "KR")]
    [InlineData("R.O.K.", "KR")]
    [InlineData("大韓民国", "KR")]
    [InlineData("БНСУ", "KR")]
    [InlineData("North Korea", "KP")]
    [InlineData("Democratic People's Republic of Korea", "KP")]
    [InlineData("Democratic People’s Republic of Korea", "KP")]
    [InlineData("Korea, Democratic People's Republic of", "KP")]
    [InlineData("DPRK", "KP")]
    [InlineData("D.P.R. Korea", "KP")]
    [InlineData("Niger", "NE")]
    [InlineData("Nigeria", "NG")]
    [InlineData("Austria", "AT")]
    [InlineData("Australia", "AU")]
    [InlineData("Slovakia", "SK")]
    [InlineData("Slovak Republic", "SK")]
    [InlineData("Slovenia", "SI")]
    [InlineData("Dominica", "DM")]
    [InlineData("Commonwealth of Dominica", "DM")]
    [InlineData("Dominican Republic", "DO")]
    [InlineData("Guinea", "GN")]
    [InlineData("Guinea-Bissau", "GW")]
    [InlineData("Guinea Bissau", "GW")]
    [InlineData("Equatorial Guinea", "GQ")]
    [InlineData("Papua New Guinea", "PG")]
    [InlineData("DR Congo", "CD")]
    [InlineData("Democratic Republic of the Congo", "CD")]
    [InlineData("Democratic Republic of Congo", "CD")]
    [InlineData("Congo, the Democratic Republic of the", "CD")]
    [InlineData("Zaire", "CD")]
    [InlineData("Republic of the Congo", "CG")]
    [InlineData("Congo-Brazzaville", "CG")]
    [InlineData("China", "CN")]
    [InlineData("People's Republic of China", "CN")]
    [InlineData("P.R. China", "CN")]
    [InlineData("P. R. China", "CN")]
    [InlineData("China, PR", "CN")]
    [InlineData("PRC", "CN")]
    [InlineData("Mainland China", "CN")]
    [InlineData("中華人民共和国", "CN")]
    [InlineData("中华人民共和国", "CN")]
    [InlineData("КНР", "CN")]
    [InlineData("БНХАУ", "CN")]
    [InlineData("Taiwan", "TW")]
    [InlineData("Republic of China", "TW")]
    [InlineData("Taiwan (R.O.C.)", "TW")]
    [InlineData("Taiwan, Province of China", "TW")]
    [InlineData("臺灣", "TW")]
    [InlineData("Hong Kong SAR", "HK")]
    [InlineData("Macau", "MO")]
    [InlineData("USA", "US")]
    [InlineData("U.S.A.", "US")]
    [InlineData("US", "US")]
    [InlineData("the US", "US")]
    [InlineData("THE USA", "US")]
    [InlineData("\u0059\u0301", "IT")]
    [InlineData("United States of America", "US")]
    [InlineData("АНУ", "US")]
    [InlineData("UK", "GB")]
    [InlineData("Great Britain", "GB")]
    [InlineData("England", "GB")]
    [InlineData("Scotland", "GB")]
    [InlineData("Wales", "GB")]
    [InlineData("Northern Ireland", "GB")]
    [InlineData("Ireland", "IE")]
    [InlineData("Georgia", "GE")]
    [InlineData("Russian Federation", "RU")]
    [InlineData("Российская Федерация", "RU")]
    [InlineData("ОХУ", "RU")]
    [InlineData("Federal Republic of Germany", "DE")]
    [InlineData("Germany, Federal Republic of", "DE")]
    [InlineData("West Germany", "DE")]
    [InlineData("ドイツ連邦共和国", "DE")]
    [InlineData("ХБНГУ", "DE")]
    [InlineData("Holland", "NL")]
    [InlineData("The Netherlands", "NL")]
    [InlineData("Ivory Coast", "CI")]
    [InlineData("Côte d’Ivoire", "CI")]
    [InlineData("COTE D'IVOIRE", "CI")]
    [InlineData("Burma", "MM")]
    [InlineData("Czech Republic", "CZ")]
    [InlineData("Swaziland", "SZ")]
    [InlineData("FYROM", "MK")]
    [InlineData("Macedonia", "MK")]
    [InlineData("Turkey", "TR")]
    [InlineData("TÜRKİYE", "TR")]
    [InlineData("Cape Verde", "CV")]
    [InlineData("Viet Nam", "VN")]
    [InlineData("Lao PDR", "LA")]
    [InlineData("Republic of Kazakhstan", "KZ")]
    [InlineData("Persia", "IR")]
    [InlineData("Ceylon", "LK")]
    [InlineData("Bosnia & Herzegovina", "BA")]
    [InlineData("Trinidad and Tobago", "TT")]
    [InlineData("Deutschland", "DE")]
    [InlineData("Ý", "IT")]
    [InlineData("日本", "JP")]
    [InlineData("Samoa", "WS")]
    [InlineData("Kosovo", "XK")]
    public void A_name_means_one_country(string text, string code)
    {
        var found = Countries.Find(text).ShouldNotBeNull();
        found.Code.ShouldBe(code);
        found.IsDoubtful.ShouldBeFalse();
        found.Others.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Korea", "KR", "KP")]
    [InlineData("Корея", "KR", "KP")]
    [InlineData("Congo", "CG", "CD")]
    [InlineData("Saint Martin", "MF", "SX")]
    [InlineData("Czechoslovakia", "CZ", "SK")]
    [InlineData("FR Yugoslavia", "RS", "ME")]
    [InlineData("United Arab Republic", "EG", "SY")]
    [InlineData("America", "US", "")]
    [InlineData("Columbia", "CO", "")]
    [InlineData("Democratic Republic of Korea", "KP", "")]
    public void A_wording_that_may_mean_another_or_is_no_name_is_doubtful(string text, string code, string others)
    {
        var found = Countries.Find(text).ShouldNotBeNull();
        found.Code.ShouldBe(code);
        found.IsDoubtful.ShouldBeTrue();
        string.Join(' ', found.Others).ShouldBe(others);
    }

    [Theory]
    [InlineData("Ausralia")]
    [InlineData("Ethopia")]
    [InlineData("Phillipines")]
    [InlineData("Slovania")]
    [InlineData("Nigerr")]
    [InlineData("South Koreaa")]
    [InlineData("Japanese")]
    [InlineData("us")]
    [InlineData("and")]
    [InlineData("AND")]
    [InlineData("my")]
    [InlineData("y")]
    [InlineData("Republic")]
    [InlineData("People's Republic of")]
    [InlineData("University of Japan")]
    [InlineData("the")]
    [InlineData("")]
    [InlineData(" , ")]
    public void What_is_no_name_is_not_found(string text) => Countries.Find(text).ShouldBeNull();

    [Fact]
    public void A_name_says_what_it_is_and_where_it_is_used()
    {
        Countries.Find("Burma")!.Mark.ShouldBe(CountryNameMark.Common);
        Countries.Find("Ceylon")!.Mark.ShouldBe(CountryNameMark.Historical);
        Countries.Find("Holland")!.Mark.ShouldBe(CountryNameMark.Informal);
        Countries.Find("JPN")!.Mark.ShouldBe(CountryNameMark.Code);
        Countries.Find("Hellenic Republic")!.Mark.ShouldBe(CountryNameMark.Official);
        Countries.Find("Deutschland")!.Languages.ShouldContain("de");
    }

    [Fact]
    public void Every_name_that_begins_at_a_token_is_told()
    {
        string[] tokens = ["Korea", "Republic", "of", "Korea", "MOU"];
        At(tokens, 0).ShouldBe(["1 KR?", "3 KR"]);
        At(tokens, 1).ShouldBe(["4 KR"]);
        At(tokens, 2).ShouldBeEmpty();
        At(tokens, 3).ShouldBe(["4 KR?"]);
        At(tokens, 4).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("The Netherlands, 2019", 0, "2 NL")]
    [InlineData("Korea, Republic of", 0, "1 KR?; 3 KR")]
    [InlineData("Democratic People's Republic of Korea 12", 0, "5 KP")]
    [InlineData("Guinea - Bissau", 0, "1 GN; 3 GW")]
    [InlineData("Papua New Guinea", 0, "3 PG")]
    [InlineData("Papua New Guinea", 2, "3 GN")]
    [InlineData("Taiwan (R.O.C.) MOU", 0, "1 TW; 2 TW")]
    [InlineData("( Japan )", 1, "2 JP")]
    [InlineData("P. R. China", 0, "3 CN")]
    [InlineData("contact us", 1, "")]
    [InlineData("the the Gambia", 0, "")]
    [InlineData("United", 0, "")]
    public void Tokens_may_carry_signs(string text, int start, string expected) =>
        string.Join("; ", At(text.Split(' '), start)).ShouldBe(expected);

    [Fact]
    public void A_broken_character_is_no_trouble() => Countries.Find("US\uD800")!.Code.ShouldBe("US");

    [Fact]
    public void One_word_names_are_known_as_words()
    {
        Countries.IsWord("Mongolia").ShouldBeTrue();
        Countries.IsWord("MONGOLIA,").ShouldBeTrue();
        Countries.IsWord("Mongolai").ShouldBeFalse();
        Countries.IsWord("Republic").ShouldBeFalse();
        Countries.OneWordNames("CZ").ShouldContain("czechia");
        Countries.OneWordNames("LK").ShouldBe(["ceylon"]);
    }

    private static List<string> At(IReadOnlyList<string> tokens, int start)
    {
        var found = new List<(int End, CountryName Country)>();
        Countries.MatchesAt(tokens, start, found);
        return [.. found.Select(f => $"{f.End} {f.Country.Code}{(f.Country.IsDoubtful ? "?" : "")}")];
    }

    [Theory]
    [InlineData("Czechoslovakia", "CSHH")]
    [InlineData("СССР", "SUHH")]
    [InlineData("Yugoslavia", "YUCS")]
    [InlineData("Serbia and Montenegro", "CSXX")]
    [InlineData("Burma", null)]
    [InlineData("Germany", null)]
    public void A_country_that_fell_apart_has_its_code(string name, string? former) => Countries.Find(name)!.Former.ShouldBe(former);
}

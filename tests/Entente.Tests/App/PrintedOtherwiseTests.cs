namespace Entente.Tests.App;

/// <summary>What the next list only prints otherwise is no change, and nothing to decide.</summary>
public sealed class PrintedOtherwiseTests : IDisposable
{
    private const string List = """
        No,Partner,Country,Kind,Signed,Term
        1,Kyoto University,Japan,MoU,2022-11-08,5 years
        2,Uniwersytet Jagielloński,Poland,MoU,2021-02-28,10 years
        3,Nazarbayev University,Kazakhstan,MoU,2020-10-10,10 years
        4,Universidad de Málaga,Spain,MoU,2023-01-02,10 years

        """;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("MoU; Student exchange", 0)]
    [InlineData("Student exchange; MoU", 0)]
    [InlineData("Student exchange; Double degree", 1)]
    public async Task The_same_kinds_in_another_order_are_the_same(string printed, int doubtful)
    {
        (await folder.Ask("review", folder.File("first.csv", List))).Code.ShouldBe(0);
        (await folder.Ask("review", "correct", "1", "--kind", "Student exchange; MoU")).Code.ShouldBe(0);
        (await folder.Ask("review", "accept", "2-4")).Code.ShouldBe(0);
        (await folder.Ask("review", "store", "--yes")).Code.ShouldBe(0);
        var next = folder.File("next.csv", List.Replace("Japan,MoU", $"Japan,{printed}", StringComparison.Ordinal));
        (await folder.Import(next)).Counts.ShouldBe((0, 0, 4 - doubtful, 0, doubtful));
    }

    [Fact]
    public async Task The_same_partners_in_another_order_are_the_same()
    {
        await folder.Import(folder.File("first.csv", List.Replace("Kyoto University,Japan", "Kyoto University; Keio University,Japan", StringComparison.Ordinal)));
        (await folder.Import(folder.File("next.csv", List.Replace("Kyoto University,Japan", "Keio University; Kyoto University,Japan", StringComparison.Ordinal)))).Counts.ShouldBe((0, 0, 4, 0, 0));
    }

    [Fact]
    public async Task A_list_without_any_marks_says_the_same_names()
    {
        await folder.Import(folder.File("first.csv", List));
        (await folder.Import(folder.File("next.csv", List.Replace('ń', 'n').Replace('á', 'a')))).Counts.ShouldBe((0, 0, 4, 0, 0));
        (await folder.Ask("show", "2")).Out.ShouldContain("Uniwersytet Jagielloński");
        (await folder.Ask("findings", "--json", "--code", "partner.renamed")).Json.GetProperty("total").GetInt32().ShouldBe(0);
        // Marks that it has from then on are the list's.
        (await folder.Import(folder.File("third.csv", List.Replace('á', 'a').Replace("2023-01-02", "2023-01-03", StringComparison.Ordinal)))).Counts.ShouldBe((0, 1, 3, 0, 0));
        (await folder.Ask("show", "2")).Out.ShouldContain("Uniwersytet Jagielloński");
    }

    [Theory]
    [InlineData("Kyoto University", "Kyoto Univ.", true)]
    [InlineData("Technische Universität Wien", "Techn. Univ. Wien", true)]
    [InlineData("Kyoto University", "Kyoto Univercity", false)]
    [InlineData("Kyoto Univ.", "Kyoto University", false)]
    public async Task An_abbreviation_of_a_name_says_the_same_name(string known, string printed, bool isKept)
    {
        await folder.Import(folder.File("first.csv", List.Replace("Kyoto University", known, StringComparison.Ordinal)));
        var next = await folder.Import(folder.File("next.csv", List.Replace("Kyoto University", printed, StringComparison.Ordinal)));
        next.Counts.ShouldBe(isKept ? (0, 0, 4, 0, 0) : (0, 1, 3, 0, 0));
        (await folder.Ask("show", "1", "--json")).Json.GetProperty("partners")[0].GetProperty("name").GetString().ShouldBe(isKept ? known : printed);
        (await folder.Import(folder.File("third.csv", List.Replace("Kyoto University", printed, StringComparison.Ordinal) + "\n"))).Counts.ShouldBe((0, 0, 4, 0, 0));
    }

    [Theory]
    // A new agreement; whether its partner is perhaps a slip of a known one.
    [InlineData("Nazarbayav University,Kazakhstan", true)]
    [InlineData("Nazarbayev Universty,Kazakhstan", true)]
    [InlineData("Nazarbayev University,Kazakhstan", false)]
    [InlineData("Nazarbayav University,Mongolia", false)]
    [InlineData("Kioto University,Japan", false)]
    [InlineData("Nazarbayev Academy,Kazakhstan", false)]
    public async Task The_name_of_a_new_agreement_that_is_a_letter_off_a_known_one_is_a_doubt(string partner, bool isDoubt)
    {
        await folder.Import(folder.File("first.csv", List));
        (await folder.Import(folder.File("next.csv", List + $"5,{partner},Student exchange,2024-05-06,5 years\n"))).Counts.New.ShouldBe(1);
        var found = (await folder.Ask("findings", "--json", "--code", "partner.near-known")).Json.GetProperty("findings").EnumerateArray().ToList();
        found.Count.ShouldBe(isDoubt ? 1 : 0);
        if (!isDoubt)
            return;
        found[0].GetProperty("proposal").GetString().ShouldBe("Nazarbayev University");
        (await folder.Ask("findings", "--json", "--code", "partner.misspelt")).Json.GetProperty("total").GetInt32().ShouldBe(0);
        (await folder.Ask("findings", "accept", found[0].GetProperty("id").GetString()!)).Code.ShouldBe(0);
        (await folder.Ask("show", "5")).Out.ShouldContain("Nazarbayev University");
    }

    [Theory]
    [InlineData("성관균대학교", true)]
    [InlineData("성균관대햑교", true)]
    [InlineData("경남대학교", false)]
    public async Task A_name_of_syllables_that_is_a_slip_off_a_known_one_is_a_doubt(string partner, bool isDoubt)
    {
        const string Known = "No,Partner,Country,Kind,Signed,Term\n1,성균관대학교,Korea (Republic of),MoU,2021-05-06,5 years\n2,경북대학교,Korea (Republic of),MoU,2022-05-06,5 years\n3,Kyoto University,Japan,MoU,2022-05-06,5 years\n";
        await folder.Import(folder.File("first.csv", Known));
        await folder.Import(folder.File("next.csv", Known + $"4,{partner},Korea (Republic of),Student exchange,2024-05-06,5 years\n"));
        var found = (await folder.Ask("findings", "--json", "--code", "partner.near-known")).Json.GetProperty("findings").EnumerateArray().ToList();
        found.Select(f => f.GetProperty("proposal").GetString()).ShouldBe(isDoubt ? ["성균관대학교"] : []);
    }

    [Fact]
    public async Task One_slip_is_one_finding()
    {
        await folder.Import(folder.File("first.csv", List));
        await folder.Import(folder.File("next.csv", List.Replace("Kyoto University", "Kyoto Universty", StringComparison.Ordinal)));
        (await folder.Ask("findings", "--json")).Json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()).ShouldBe(["partner.renamed"]);
    }

    [Fact]
    public async Task A_name_that_lost_its_marks_where_others_have_theirs_is_a_doubt()
    {
        await folder.Import(folder.File("first.csv", List));
        (await folder.Import(folder.File("next.csv", List.Replace('ń', 'n')))).Counts.ShouldBe((0, 1, 3, 0, 0));
        var found = (await folder.Ask("findings", "--json", "--code", "partner.renamed")).Json.GetProperty("findings").EnumerateArray().ShouldHaveSingleItem();
        found.GetProperty("proposal").GetString().ShouldBe("Uniwersytet Jagielloński");
        (await folder.Ask("findings", "accept", found.GetProperty("id").GetString()!)).Code.ShouldBe(0);
        (await folder.Ask("show", "2")).Out.ShouldContain("Uniwersytet Jagielloński");
    }

    [Theory]
    [InlineData("Universität Wien", "UniversitÃ¤t Wien")]
    [InlineData("Université d’Orléans", "UniversitÃ© dâ€™OrlÃ©ans")]
    [InlineData("Универзитет у Београду", "Ð£Ð½Ð¸Ð²ÐµÑ€Ð·Ð¸Ñ‚ÐµÑ‚ Ñƒ Ð‘ÐµÐ¾Ð³Ñ€Ð°Ð´Ñƒ")]
    public async Task A_name_whose_letters_were_encoded_twice_is_a_doubt_with_what_was_meant(string meant, string printed)
    {
        (await folder.Ask("review", folder.File("first.csv", List.Replace("Kyoto University", printed, StringComparison.Ordinal)))).Code.ShouldBe(0);
        (await folder.Ask("review", "show", "--record", "1")).Out.ShouldContain($"Proposed: {meant}.");
        (await folder.Ask("review", "accept", "1", "--proposed")).Code.ShouldBe(0);
        (await folder.Ask("review", "show", "--record", "1")).Out.ShouldContain(meant);
    }

    [Fact]
    public async Task A_name_with_marks_is_no_doubt()
    {
        await folder.Import(folder.File("first.csv", List.Replace("Kyoto University", "Âge d’Or Â® École – Université", StringComparison.Ordinal)));
        (await folder.Ask("findings", "--json", "--code", "partner.encoded-twice")).Json.GetProperty("total").GetInt32().ShouldBe(0);
    }
}

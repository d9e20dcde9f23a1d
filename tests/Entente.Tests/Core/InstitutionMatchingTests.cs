using Entente.Core.Matching;

namespace Entente.Tests.Core;

/// <summary>The rule as tables of cases: what is linked, what is only asked, and why.</summary>
public class InstitutionMatchingTests
{
    private static readonly Registry World = RegistryOf.Names(
        "JP:Kyoto University|京都大学", "JP:University of Tokyo|~Tokyo University", "JP:University of Shimane", "KR:Changwon National University|창원대학교|#CNU",
        "KR:Kangwon National University", "DE:Technische Universität Darmstadt|Technical University of Darmstadt|#TUDA", "CN:Inner Mongolia University of Technology|#IMUT",
        "CN:Inner Mongolia University", "RU:Сибирский федеральный университет|Siberian Federal University", "KZ:Toraighyrov University",
        "CN:China University of Geosciences", "CN:China University of Geosciences (Beijing)", "ES:Universidad de León", "MX:Universidad de León",
        "RU:State University of Management named after K.G. Razumovsky", "CZ:National Institute of Mental Health", "BG:University of Chemical Technology and Metallurgy",
        "PT:Iscte – Instituto Universitário de Lisboa|#ISCTE-IUL", "MD:Technical University of Moldova", "US:University of California, Los Angeles", "GB:Yamada & Sons (United Kingdom)",
        "DK:University of Copenhagen", "KR:Yonsei University", "US:Texas A&M University", "US:Texas University", "JP:Springfield", "AU:Newcastle Academy", "GB:Newcastle University", "AU:University of Newcastle|~Newcastle University");

    [Theory]
    [InlineData("Kyoto University", "JP", "Kyoto University", MatchTier.Exact)]
    [InlineData("kyoto  UNIVERSITY ", "JP", "Kyoto University", MatchTier.Exact)]
    [InlineData("京都大学", null, "Kyoto University", MatchTier.Exact)]
    [InlineData("The University of Tokyo", "JP", "University of Tokyo", MatchTier.Exact)]
    [InlineData("Tokyo University", null, "University of Tokyo", MatchTier.Exact)]
    [InlineData("Univ. of Tokyo", "JP", "University of Tokyo", MatchTier.SameWords)]
    [InlineData("Universidad de Tokyo", "JP", "University of Tokyo", MatchTier.SameWords)]
    [InlineData("Universität Darmstadt, Technische", "DE", "Technische Universität Darmstadt", MatchTier.SameWords)]
    [InlineData("Inner Mongolia University of Technology (IMUT)", "CN", "Inner Mongolia University of Technology", MatchTier.SameWords)]
    [InlineData("Kyoto Universtiy", "JP", "Kyoto University", MatchTier.SameWords)]
    [InlineData("Сибирский федеральный университет", "RU", "Сибирский федеральный университет", MatchTier.Exact)]
    [InlineData("Toraighyrov University", "RU", "Toraighyrov University", MatchTier.Exact)]
    [InlineData("Universidad de León", "MX", "Universidad de León", MatchTier.Exact)]
    [InlineData("Technical University of Moldova n.a. its founder", "MD", "Technical University of Moldova", MatchTier.Bare)]
    [InlineData("Siberian Federal University n.a. first Russian President", "RU", "Сибирский федеральный университет", MatchTier.Bare)]
    [InlineData("Instituto Universitário de Lisboa (ISCTE-IUL)", null, "Iscte – Instituto Universitário de Lisboa", MatchTier.SameWords)]
    [InlineData("University of California, Los Angles", null, "University of California, Los Angeles", MatchTier.Spelling)]
    [InlineData("Yamada and Sons Co., Ltd.", "GB", "Yamada & Sons (United Kingdom)", MatchTier.SameWords)]
    [InlineData("University of CopenhagenDenmark", null, "University of Copenhagen", MatchTier.SameWords)]
    [InlineData("Yonsei University College of Medicine", null, "Yonsei University", MatchTier.Unit)]
    [InlineData("Graduate School of Engineering, Kyoto University", "JP", "Kyoto University", MatchTier.Unit)]
    [InlineData("Texas A&amp M University", null, "Texas A&M University", MatchTier.SameWords)]
    [InlineData("Newcastle University", null, "Newcastle University", MatchTier.Exact)]
    public void What_is_certain_is_linked(string name, string? country, string institution, MatchTier tier)
    {
        var match = InstitutionMatching.Match(World, name, country);
        (match.Institution is { } one ? World.DisplayOf(one) : null, match.Tier).ShouldBe((institution, tier));
        if (country is not null && match.Reasons[0].Code != "country-doubtful")
            World.CountryOf(match.Institution!.Value).ShouldBe(country);
        match.Candidates[0].Institution.ShouldBe(match.Institution!.Value);
    }

    [Fact]
    public void General_words_are_linked_at_home_where_they_tell_enough()
    {
        var world = RegistryOf.Names([
            "CZ:National Institute of Mental Health", "BG:Military Academy", "US:Universa Investments", "US:Y Schools", "FR:Université Paris Cité", "FR:Université Claude Bernard Lyon 1|#Lyon-I",
            "MA:Université Mohammed V", "FR:Université Lille 1", "JP:Akita Zinc|~Akita Z", "TR:Van University", "QA:جامعة الأزهر", "PT:Materapolis", "PL:Uniwersytet im. Adama Mickiewicza", "KR:Ewha Womans University", "US:Universtiy Press of Shelbyville",
            .. Enumerable.Range(1, 3000).Select(i => $"US:Filler{i} {(i % 2 == 0 ? "Academy" : "University")}"),
        ]);
        (string Name, string? Country, string? Linked)[] cases =
        [
            ("National Institute of Mental Health", "CZ", "National Institute of Mental Health"), ("Military Academy", "BG", null), ("University", "US", null), ("Schools", "US", null),
            ("Université Paris I", "FR", null), ("Lyon", "FR", null), ("Mohammed University", "MA", null), ("Université Mohammed V", "MA", "Université Mohammed V"), ("Université Lille I", "FR", "Université Lille 1"),
            ("Akita", "JP", null), ("Van University", "TR", "Van University"), ("University", "TR", null), ("جامعة الأزهر", "EG", null), ("Materapolis", "IT", null), ("Uniwersytet", "PL", null), ("Ewha Womans Universtiy", "KR", "Ewha Womans University"),
        ];
        foreach (var (name, country, linked) in cases)
            (InstitutionMatching.Match(world, name, country).Institution is { } one ? world.DisplayOf(one) : null).ShouldBe(linked, name);
    }

    [Fact]
    public void Another_form_of_the_characters_is_a_suggestion_and_another_character_is_no_slip()
    {
        var world = RegistryOf.Names("JP:Kyoto University|京都大学", "CN:Donghua University|東華大學");
        var match = InstitutionMatching.Match(world, "京都大學", "JP");
        (match.Institution, world.DisplayOf(match.Candidates[0].Institution), match.Candidates[0].Reasons[0].Code).ShouldBe((null, "Kyoto University", "name-latin"));
        InstitutionMatching.Match(world, "清華大學", "CN").Candidates.ShouldBeEmpty();
    }

    [Fact]
    public void A_translation_is_not_certain_where_another_is_called_so_in_these_very_words()
    {
        var world = RegistryOf.Names("CA:York University|Université York", "GB:University of York", "KR:Korea Labor Institute");
        InstitutionMatching.Match(world, "University of York", "CA").Institution.ShouldBeNull();
        InstitutionMatching.Match(world, "Université York", "CA").Institution.ShouldBe(0);
        InstitutionMatching.Match(world, "University of York", "GB").Institution.ShouldBe(1);
        InstitutionMatching.Match(world, "Korea Laboratory Institute", "KR").Institution.ShouldBeNull();
    }

    [Theory]
    [InlineData("Shimane University", "JP", "University of Shimane", "not-all-words", "order")]
    [InlineData("Kyoto Medical University", "JP", "Kyoto University", "not-all-words", "more")]
    [InlineData("Kyoto Institute", "JP", "Kyoto University", "not-all-words", "more missing")]
    [InlineData("Changwon National University Library", "KR", "Changwon National University", "unit-only", "unit")]
    [InlineData("Technology Transfer Center, Inner Mongolia University of Technology (IMUT)", "CN", "Inner Mongolia University of Technology", "unit-only", "unit")]
    [InlineData("Kyoto University - KOICA project", "JP", "Kyoto University", "project-only", "project")]
    [InlineData("Chemical Technology, Metallurgy", "BG", "University of Chemical Technology and Metallurgy", "not-all-words", "missing")]
    [InlineData("Technical University of Molodova", "MD", "Technical University of Moldova", "not-all-words", "slip")]
    [InlineData("CNU", "KR", "Changwon National University", "acronym-only", "acronym")]
    [InlineData("National Institute of Mental Health", null, "National Institute of Mental Health", "general-words", "name-same")]
    [InlineData("State University of Management", "RU", "State University of Management named after K.G. Razumovsky", "general-words-home", "name-bare")]
    [InlineData("Springfield", "JP", "Springfield", "place-only", "name-same")]
    [InlineData("Universidad de León", null, "Universidad de León", "ambiguous", "name-same")]
    [InlineData("China University of Geosciences", "CN", "China University of Geosciences", "ambiguous", "name-same")]
    [InlineData("Kyoto University", "KR", "Kyoto University", "country-other", "in-other-country")]
    public void What_is_not_certain_is_a_suggestion_with_its_reasons(string name, string? country, string first, string why, string reasons)
    {
        var match = InstitutionMatching.Match(World, name, country);
        match.Institution.ShouldBeNull();
        match.Reasons.Select(r => r.Code).ShouldBe([why]);
        World.DisplayOf(match.Candidates[0].Institution).ShouldBe(first);
        reasons.Split(' ').ShouldBeSubsetOf(match.Candidates[0].Reasons.Select(r => r.Code));
    }

    [Theory]
    [InlineData("Kangwon National University", "Changwon National University")]
    [InlineData("Tokyo University", "Kyoto University")]
    [InlineData("Texas University", "Texas A&M University")]
    [InlineData("Inner Mongolia University", "Inner Mongolia University of Technology")]
    public void A_word_that_exists_never_becomes_another(string name, string other)
    {
        var match = InstitutionMatching.Match(World, name);
        World.DisplayOf(match.Institution!.Value).ShouldNotBe(other);
        var absent = RegistryOf.Names($"KR:{other}", "KR:Kangwon Tokyo Texas Trust");
        InstitutionMatching.Match(absent, name, "KR").Institution.ShouldBeNull();
    }

    [Fact]
    public void Whoever_is_no_more_is_not_linked_and_its_successor_comes_first()
    {
        var world = RegistryOf.Of(
            RegistryOf.Institution(0, "RU:Moscow University of Informatics", InstitutionStatus.Inactive, RegistryOf.Successor(1)),
            RegistryOf.Institution(1, "RU:Plekhanov University", InstitutionStatus.Withdrawn, RegistryOf.Successor(2)),
            RegistryOf.Institution(2, "RU:Plekhanov University of Economics"));
        var match = InstitutionMatching.Match(world, "Moscow University of Informatics", "RU");
        (match.Institution, match.Reasons[0].Code).ShouldBe((null, "former-only"));
        match.Candidates.Select(c => (world.DisplayOf(c.Institution), c.Tier)).ShouldBe([("Plekhanov University of Economics", MatchTier.Former), ("Moscow University of Informatics", MatchTier.Exact)]);
        match.Candidates[0].Reasons.ShouldContain(r => r.Code == "successor-of");
    }

    [Fact]
    public void A_second_record_that_was_withdrawn_does_not_stand_in_the_way()
    {
        var world = RegistryOf.Of(
            RegistryOf.Institution(0, "US:University of New Mexico", InstitutionStatus.Withdrawn, RegistryOf.Successor(1)), RegistryOf.Institution(1, "US:University of New Mexico"));
        InstitutionMatching.Match(world, "University of New Mexico", "US").Institution.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "no-name")]
    [InlineData(" . -- ()", "no-name")]
    [InlineData("The of and", "no-name")]
    [InlineData("Zzyzx Gymnasium", "nothing-near")]
    public void Nothing_is_a_reason_too(string name, string why)
    {
        var match = InstitutionMatching.Match(World, name);
        (match.Institution, match.Tier, match.Score, match.Candidates.Count).ShouldBe((null, MatchTier.None, 0, 0));
        match.Reasons.Select(r => r.Code).ShouldBe([why]);
    }

    [Theory]
    [InlineData("\u202eKyoto University\u202c", true)]
    [InlineData("Kyoto\u0007University", true)]
    [InlineData("Kyoto\u200b University", true)]
    [InlineData("Kyoto University \ud800", true)]
    [InlineData("((((((((((((((((((((((", false)]
    [InlineData("n.a. n.a. im. имени", false)]
    public void Marks_and_control_characters_do_no_harm(string name, bool isFound) =>
        (InstitutionMatching.Match(World, name, "JP").Institution is not null).ShouldBe(isFound);

    [Fact]
    public void Ten_thousand_characters_are_answered_at_once()
    {
        var match = InstitutionMatching.Match(World, string.Concat(Enumerable.Repeat("Kyoto Univ (", 1000)));
        match.Reasons[0].Code.ShouldBe("too-long");
        for (var length = 900; length <= 1000; length += 10)
            InstitutionMatching.Match(World, new string('x', length / 2) + new string(' ', length / 2)).Institution.ShouldBeNull();
        InstitutionMatching.Match(World, string.Concat(Enumerable.Repeat("University of Kyoto ", 50))).Institution.ShouldBeNull();
    }

    [Fact]
    public void A_score_is_between_nought_and_one_and_candidates_are_in_its_order()
    {
        foreach (var name in (string[])["Kyoto Medical University", "University of Technology", "Inner Mongolia Medical University", "Newcastle"])
        {
            var scores = InstitutionMatching.Match(World, name, "CN").Candidates.Select(c => c.Score).ToList();
            scores.ShouldAllBe(s => s >= 0 && s <= 1);
            scores.ShouldBe(scores.OrderDescending());
        }
    }
}

namespace Entente.Tests.App;

/// <summary>A next list that has no column for what an earlier one printed says nothing of it, whatever single rows tell in passing.</summary>
public sealed class SilentListTests : IDisposable
{
    private const string First = "Partner;Country;Type;Signed;Duration;Coordinator\n"
        + "Kyoto University;Japan;MoU;2023-04-03;5 years;Mr Lim\nUniversity of Oslo;Norway;Student exchange;2022-05-11;5 years;Ms Dahl\nMcGill University;Canada;MoU;2023-11-09;5 years;Mr Roy\n";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    // A remark is about its own row.
    [InlineData("Partner;Country;Type;Signed;Remarks", "Kyoto University;Japan;MoU;2023-04-03;", "University of Oslo;Norway;Student exchange;2022-05-11;renewed automatically", "McGill University;Canada;MoU;2023-11-09;in English", "2 term, 2 note, 3 note")]
    [InlineData("Partner;Country;Type;Signed;Valid until;Remarks", "Kyoto University;Japan;MoU;2023-04-03;2028-04-02;", "University of Oslo;Norway;Student exchange;2022-05-11;2027-05-10;renewed automatically", "McGill University;Canada;MoU;2023-11-09;2028-11-08;", "1 end, 2 term, 2 end, 2 note, 3 end")]
    // No first days, and no ends.
    [InlineData("Partner;Country;Type;Duration", "Kyoto University;Japan;MoU;5 years", "University of Oslo;Norway;Student exchange;5 years", "McGill University;Canada;MoU;5 years", "")]
    // Countries that two of the names tell, and other columns.
    [InlineData("Partner;Type;Signed;Room", "Kyoto University;MoU;2023-04-03;A1", "University of Oslo, Norway;Student exchange;2022-05-11;", "McGill University;MoU;2023-11-09;", "1 other")]
    [InlineData("Partner;Country;Type;Signed;Coordinator", "Kyoto University;Japan;MoU;2023-04-03;Mr Lim", "University of Oslo;Norway;Student exchange;2022-05-11;Ms Berg", "McGill University;Canada;MoU;2023-11-09;Mr Roy", "2 other")]
    // One end that is told in words, and days of effect in place of days of signing.
    [InlineData("Partner;Country;Type;Signed;Expires", "Kyoto University;Japan;MoU;2023-04-03;unlimited", "University of Oslo;Norway;Student exchange;2022-05-11;2027-05-11", "McGill University;Canada;MoU;2023-11-09;2028-11-09", "1 term, 1 end")]
    [InlineData("Partner;Country;Type;Valid from;Valid until", "Kyoto University;Japan;MoU;2023-04-03;2028-04-03", "University of Oslo;Norway;Student exchange;2022-06-01;2027-05-11", "McGill University;Canada;MoU;2023-11-09;2028-11-09", "2 start, 2 term")]
    // An end that an earlier length does not lead to.
    [InlineData("Partner;Country;Type;From;To", "Kyoto University;Japan;MoU;2023-04-03;2033-04-02", "University of Oslo;Norway;Student exchange;2022-05-11;2025-05-10", "McGill University;Canada;MoU;2023-11-09;2028-11-08", "1 term, 1 end, 2 term, 2 end, 3 end")]
    public async Task What_it_has_no_column_for_stays(string head, string kyoto, string oslo, string mcGill, string changes)
    {
        await folder.Import(folder.File("first.csv", First));
        var next = await folder.Import(folder.File("next.csv", $"{head}\n{kyoto}\n{oslo}\n{mcGill}\n"));
        string.Join(", ", from d in next.Json.GetProperty("differences").EnumerateArray()
                          from f in d.GetProperty("fields").EnumerateArray()
                          select $"{d.GetProperty("agreement").GetString()} {f.GetProperty("field").GetString()}").ShouldBe(changes);
        (await folder.Ask("list", "--standing", "cannot-tell", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(0);
        // The same columns once more say nothing new.
        (await folder.Import(folder.File("same.csv", $"{head}\n{oslo}\n{kyoto}\n{mcGill}\n"))).Counts.ShouldBe((0, 0, 3, 0, 0));
    }

    [Theory]
    // A termination that stood in a remark, where the next list prints dates as a period.
    [InlineData("Partner;Country;Type;Signed;Valid until;Remarks", "2022-04-14;2027-04-13;terminated on 30.06.2023", "Partner;Country;Type;Period", "14.04.2022 - 13.04.2027", "signed 2022-04-14; terminated 2023-06-30")]
    [InlineData("Partner;Country;Type;Signed;Valid until;Remarks", "2022-04-14;2027-04-13;terminated on 30.06.2023", "Partner;Country;Type;Signed;Valid until", "2022-04-14;2027-04-13", "signed 2022-04-14; terminated 2023-06-30")]
    // One column of starts fewer.
    [InlineData("Partner;Land;Art;Unterzeichnet am;In Kraft seit;Gültig bis", "01.02.2020;01.03.2020;28.02.2025", "Partner;Land;Art;Unterzeichnet am;Gültig bis", "01.02.2020;28.02.2025", "signed 2020-02-01; effective 2020-03-01")]
    [InlineData("Partner;Land;Art;Unterzeichnet am;In Kraft seit;Gültig bis", "01.02.2020;01.03.2020;28.02.2025", "Partner;Land;Art;In Kraft seit;Gültig bis", "01.03.2020;28.02.2025", "signed 2020-02-01; effective 2020-03-01")]
    [InlineData("Partner;Land;Art;Unterzeichnet am;Beginn;Gültig bis", "01.02.2020;01.03.2020;28.02.2025", "Partner;Land;Art;Beginn;Gültig bis", "01.03.2020;28.02.2025", "signed 2020-02-01; effective 2020-03-01")]
    [InlineData("Partner;Country;Type;Date signed;Effective from", "2020-02-10;2020-03-15", "Partner;Country;Type;Date signed", "2020-02-10", "signed 2020-02-10; effective 2020-03-15")]
    public async Task Acts_that_it_has_no_column_for_stay_as_they_were(string head, string oslo, string next, string osloNext, string acts)
    {
        await folder.Import(folder.File("first.csv", $"{head}\nUniversity of Oslo;Norway;MoU;{oslo}\nKyoto University;Japan;MoU;{oslo.Replace("terminated on 30.06.2023", "checked", StringComparison.Ordinal)}\n"));
        var before = await ActsOfFirstAsync();
        before.ShouldBe(acts);
        (await folder.Import(folder.File("next.csv", $"{next}\nUniversity of Oslo;Norway;MoU;{osloNext}\nKyoto University;Japan;MoU;{osloNext}\n"))).Counts.ShouldBe((0, 0, 2, 0, 0));
        (await ActsOfFirstAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task An_end_that_an_earlier_day_of_effect_leads_to_is_no_conflict()
    {
        await folder.Import(folder.File("first.csv", "Partner;Land;Art;Unterzeichnet am;In Kraft seit;Laufzeit;Gültig bis\nUniversität Graz;Österreich;Rahmenvertrag;02.02.2020;02.03.2020;5 Jahre;01.03.2025\n"));
        await folder.Import(folder.File("next.csv", "Partner;Land;Art;Unterzeichnet am;Laufzeit;Gültig bis\nUniversität Graz;Österreich;Rahmenvertrag;02.02.2020;5 Jahre;01.03.2025\n"));
        (await folder.Ask("findings", "--json", "--severity", "doubt")).Json.GetProperty("findings").GetArrayLength().ShouldBe(0);
        (await folder.Ask("show", "1", "--json")).Json.GetProperty("ends").GetProperty("on").GetString().ShouldBe("2025-03-01");
    }

    [Fact]
    public async Task Where_ends_stand_in_the_column_of_lengths_a_day_takes_no_length_away()
    {
        await folder.Import(folder.File("first.csv", "Partner;Land;Art;Beginn;Ende;Bemerkung\nUniversität Tokio;Japan;Rahmenvertrag;01.04.2020;31.03.2025;verlängert sich automatisch um 5 Jahre\nUniversität Oslo;Norwegen;Rahmenvertrag;10.10.2015;;unbefristet\n"));
        await folder.Import(folder.File("next.csv", "Partner;Land;Art;Laufzeit\nUniversität Tokio;Japan;Rahmenvertrag;01.04.2020 – 31.03.2025\nUniversität Oslo;Norwegen;Rahmenvertrag;10.10.2015 – unbefristet\n"));
        (await folder.Ask("show", "1", "--json")).Json.GetProperty("term").GetProperty("renews").GetString().ShouldBe("automatic");
    }

    [Fact]
    public async Task An_extension_that_a_remark_told_stays_where_the_end_is_printed_to_which_it_led()
    {
        const string Other = "Masarykova univerzita;Tschechien;Erasmus+;01.10.2021;30.09.2028;Prof. Novák\n";
        await folder.Import(folder.File("first.csv", $"Partner;Land;Art;Beginn;Ende;Bemerkung\nUniversidad de Sevilla;Spanien;Erasmus+;01.10.2018;30.09.2023;verlängert bis 30.09.2028\n{Other}"));
        var before = await ActsOfFirstAsync();
        (await folder.Import(folder.File("next.csv", $"Partner;Land;Art;Beginn;Ende;Bemerkung\nUniversidad de Sevilla;Spanien;Erasmus+;01.10.2018;30.09.2028;\n{Other}"))).Counts.Doubtful.ShouldBe(0);
        (await ActsOfFirstAsync()).ShouldBe(before);
        (await folder.Ask("show", "1", "--json")).Json.GetProperty("ends").GetProperty("on").GetString().ShouldBe("2028-09-30");
    }

    [Theory]
    // Most rows have the very days under the other head: it is only called otherwise, and the year was corrected.
    [InlineData("2022-09-01", "2020-05-11", "effective 2022-09-01", 0)]
    [InlineData("2020-09-01", "2020-05-11", "effective 2020-09-01", 0)]
    // The other head has days of its own.
    [InlineData("2022-09-01", "2020-06-01", "signed 2021-09-01; effective 2022-09-01", 1)]
    [InlineData("2021-10-01", "2020-05-11", "signed 2021-09-01; effective 2021-10-01", 0)]
    public async Task The_same_day_of_another_year_under_another_head_corrects_the_year_or_is_a_doubt(string kyoto, string oslo, string acts, int doubts)
    {
        await folder.Import(folder.File("first.csv", "Partner;Country;Type;Signed\nKyoto University;Japan;MoU;2021-09-01\nUniversity of Oslo;Norway;MoU;2020-05-11\nMcGill University;Canada;MoU;2019-03-04\n"));
        await folder.Import(folder.File("next.csv", $"Partner;Country;Type;Valid from\nKyoto University;Japan;MoU;{kyoto}\nUniversity of Oslo;Norway;MoU;{oslo}\nMcGill University;Canada;MoU;2019-03-04\n"));
        (await ActsOfFirstAsync()).ShouldBe(acts);
        var found = (await folder.Ask("findings", "--json", "--code", "import.year-corrected")).Json.GetProperty("findings").EnumerateArray().ToList();
        found.Count.ShouldBe(doubts);
        if (doubts == 0)
            return;
        (await folder.Ask("findings", "accept", found[0].GetProperty("id").GetString()!)).Code.ShouldBe(0);
        (await ActsOfFirstAsync()).ShouldBe("effective 2022-09-01");
    }

    [Fact]
    public async Task A_doubt_about_what_it_says_nothing_of_stays()
    {
        await folder.Import(folder.File("first.csv", "Partner;Country;Type;Signed\nKorea University;Korea;MoU;2020-04-01\nUniversity of Oslo;Norway;MoU;2022-05-11\n"));
        var doubts = (await FindingsAsync()).ShouldHaveSingleItem();
        doubts.ShouldBe("country");
        await folder.Import(folder.File("next.csv", "Partner;Type;Signed\nKorea University;MoU;2020-04-01\nUniversity of Oslo;MoU;2022-05-11\n"));
        (await FindingsAsync()).ShouldBe([doubts]);
        await folder.Import(folder.File("third.csv", "Partner;Country;Type;Signed\nKorea University;South Korea;MoU;2020-04-01\nUniversity of Oslo;Norway;MoU;2022-05-11\n"));
        (await FindingsAsync()).ShouldBeEmpty();

        async Task<List<string?>> FindingsAsync() =>
            [.. (await folder.Ask("findings", "--json", "--severity", "doubt")).Json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("field").GetString())];
    }

    private async Task<string> ActsOfFirstAsync() =>
        string.Join("; ", (await folder.Ask("show", "1", "--json")).Json.GetProperty("events").EnumerateArray().Select(e => $"{e.GetProperty("act").GetString()} {e.GetProperty("on").GetString()}"));
}

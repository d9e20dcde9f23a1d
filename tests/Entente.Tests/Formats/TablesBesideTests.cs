using System.Text;

using Entente.Core;
using Entente.Formats;
using Entente.Formats.Pdf;

namespace Entente.Tests.Formats;

/// <summary>What stands over a table, between two and beside one.</summary>
public class TablesBesideTests
{
    private const string Head = "<tr><th>No<th>Partner<th>Type<th>Signed<th>Valid until";

    private static readonly int[] Columns = [40, 70, 250, 330, 450], Upper = [40, 230, 310, 400], Lower = [40, 400];

    private static SourceReading Html(string body) => SourceReader.Read("list.html", Encoding.UTF8.GetBytes($"<body>{body}"), new ReadOptions());

    /// <summary>Text at places of one page.</summary>
    private static SourceReading Pdf(params (int X, int Y, string Text)[] texts)
    {
        var pdf = new RawPdf();
        var content = string.Concat(texts.Select(t => $"BT /F 9 Tf {t.X} {t.Y} Td ({t.Text}) Tj ET\n"));
        return SourceReader.Read("list.pdf", pdf.Build([pdf.AddStream(content)]), new ReadOptions());
    }

    [Fact]
    public void A_heading_between_tables_of_a_page_counts_for_the_rows_below_it()
    {
        List<(int X, int Y, string Text)> texts = [];
        var y = 800;
        void Line(params string[] cells) => texts.AddRange(cells.Select((c, i) => (Columns[i], y, c)).Append((0, 0, " ")));
        foreach (var (country, names) in new[] { ("AUSTRIA", new[] { "Fachhochschule Ennstal" }), ("BELGIUM", ["Hogeschool Haspengouw", "Hogeschool Westhoek"]), ("OTHERS", ["Network of Schools"]), ("POLAND", ["Uniwersytet Notecki"]) })
        {
            y -= 24;
            Line(country);
            y -= 14;
            Line("No", "Partner", "Type", "Signed", "Valid until");
            foreach (var name in names)
            {
                y -= 14;
                Line($"{texts.Count}", name, "MoU", "12.05.2020", "12.05.2025");
            }
        }

        Pdf([.. texts.Where(t => t.Y > 0)]).Drafts.Select(d => $"{d.Facts.Parties[0].Name} {d.Facts.Parties[0].Country}").ShouldBe(
            ["Fachhochschule Ennstal AT", "Hogeschool Haspengouw BE", "Hogeschool Westhoek BE", "Network of Schools ", "Uniwersytet Notecki PL"]);
    }

    /// <summary>Of the left table and of the right one, and how far its heading moves each down.</summary>
    [Theory]
    [InlineData("Institution", "Country", 0, 0)]
    [InlineData("Institution", "Country", 18, 0)]
    [InlineData("Institution", "Country", 0, 18)]
    [InlineData("Partner university", "State", 0, 0)]
    [InlineData("Partner university", "State", 18, 0)]
    [InlineData("Partner university", "State", 0, 18)]
    [InlineData("Partner university", "State", 18, 18)]
    public void Tables_beside_each_other_have_heads_of_their_own(string partner, string country, int left, int right)
    {
        List<(int X, int Y, string Text)> texts = [(40, 800, "Cooperation agreements")];
        void Table(int[] columns, int down, string heading, params string[][] rows)
        {
            if (down > 0)
                texts.Add((columns[0], 770, heading));
            texts.AddRange(rows.SelectMany((r, i) => r.Select((c, k) => (columns[k], 770 - down - (i * 13), c))));
        }

        Table([40, 140, 190, 240], left, "Bilateral agreements",
            ["Institution", "Country", "Signed", "Valid until"], ["Hochschule Ossenberg", "Germany", "14.05.2019", "14.05.2024"], ["Vistula Academy", "Poland", "07.11.2022", "07.11.2027"], ["Nickerie University", "Suriname", "30.11.2020", "30.11.2025"]);
        Table([310, 420, 480, 520], right, "Faculty agreements",
            [partner, country, "Year", "Duration"], ["Drummond Hills College", "Canada", "2018", "5 years"], ["Kolej Perlis", "Malaysia", "2019", "3 years"], ["Limfjord Academy", "Denmark", "2021", "5 years"], ["Verbano School", "Italy", "2022", "4 years"]);

        Pdf([.. texts]).Drafts.Select(d => $"{d.Facts.Parties[0].Name} {d.Facts.Parties[0].Country} {d.Facts.Events[0].On}").Order(StringComparer.Ordinal).ShouldBe(
            ["Drummond Hills College CA 2018", "Hochschule Ossenberg DE 2019-05-14", "Kolej Perlis MY 2019", "Limfjord Academy DK 2021", "Nickerie University SR 2020-11-30", "Verbano School IT 2022", "Vistula Academy PL 2022-11-07"]);
    }

    /// <summary>How much lower the right one begins, in points: a row is 13 high.</summary>
    [Theory]
    [InlineData(4, true)]
    [InlineData(9, true)]
    [InlineData(26, true)]
    [InlineData(71, true)]
    [InlineData(6, false)]
    [InlineData(35, false)]
    public void Tables_beside_each_other_need_not_be_level(int down, bool isNumbered)
    {
        string[] heads = ["No", "University", "Country", "Signed"], names = ["Ossenberg", "Vistula", "Nickerie", "Drummond", "Villaluz", "Perlis", "Limfjord", "Verbano", "Tavastia", "Haspengouw"], countries = ["Germany", "Poland", "Chile"];
        var rows = names.Select((n, i) => new[] { $"{i + 1}", $"University of {n}", countries[i % 3], $"{2011 + i}-05-14" }).ToList();
        List<(int X, int Y, string Text)> texts = [(40, 800, "Cooperation agreements")];
        void Table(int[] columns, int top, IEnumerable<string[]> own) =>
            texts.AddRange(own.Prepend(heads).SelectMany((r, i) => r.Select((c, k) => (columns[k], top - (i * 13), c)).Skip(isNumbered ? 0 : 1)));

        Table([40, 60, 170, 220], 770, rows[..6]);
        Table([290, 310, 420, 470], 770 - down, rows[6..]);
        Pdf([.. texts]).Drafts.Select(d => $"{(isNumbered ? d.Facts.Number : "")} {d.Facts.Parties[0].Name} {d.Facts.Parties[0].CountryText} {d.Facts.Begin?.On}").ShouldBe(rows.Select(r => $"{(isNumbered ? r[0] : "")} {string.Join(' ', r[1..])}"));
    }

    /// <summary>How much lower the one that is read second begins.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(-1)]
    [InlineData(-20)]
    public void Tables_beside_each_other_are_read_as_their_script_runs(int down)
    {
        static PdfTable Table(double left, double top, int from) =>
            new(1, new Box(left, top, left + 200, top + 100), [left, left + 100, left + 200], [.. new[] { "No.", $"{from}", $"{from + 1}" }.Select((t, row) => new PdfCell(1, row, 0, 1, 1, new Box(left, top + (row * 20), left + 20, top + (row * 20) + 8), t))]) { Words = [] };
        static PdfPage Page(bool runsToTheLeft) => new(1, 595, 842, [new PdfWord("a", new Box(0, 0, 5, 5), 9) { IsRightToLeft = runsToTheLeft }], []) { PlaceOf = _ => new Place(Page: 1), Upright = b => new Box(b[0], b[1], b[2], b[3]) };
        static IEnumerable<string> Read(List<PdfTable> tables, bool runsToTheLeft) => new ReadingOrder(tables, new Dictionary<int, PdfPage> { [1] = Page(runsToTheLeft) }).Tables.Select(t => t.Cells[1].Text);

        Read([Table(300, 100 + down, 3), Table(40, 100, 1)], false).ShouldBe(["1", "3"]);
        Read([Table(40, 100 + down, 3), Table(300, 100, 1)], true).ShouldBe(["1", "3"]);
    }

    [Theory]
    [InlineData("Country", "Number", 0, false)]
    [InlineData("Country", "Number", 9, false)]
    [InlineData("State", "How many", 0, false)]
    [InlineData("Country", "Number", 0, true)]
    [InlineData("Country", "Number", 9, true)]
    public void How_many_there_are_of_each_country_is_a_table_of_its_own_beside_a_list(string country, string number, int down, bool isFirst)
    {
        string[][] rows = [["1", "University of Ossenberg", "Germany", "2011-05-14"], ["2", "University of Vistula", "Poland", "2012-05-14"], ["3", "University of Nickerie", "Suriname", "2013-05-14"], ["4", "University of Villaluz", "Spain", "2014-05-14"], ["5", "University of Kleve", "Germany", "2015-05-14"]];
        string[][] counts = [[country, number], ["Germany", "2"], ["Poland", "1"], ["Spain", "1"], ["Suriname", "1"], ["Total", "5"]];
        List<(int X, int Y, string Text)> texts = [(40, 800, "Partners")];
        void Table(int[] columns, int top, IEnumerable<string[]> own) => texts.AddRange(own.SelectMany((r, i) => r.Select((c, k) => (columns[k], top - (i * 13), c))));

        Table(isFirst ? [180, 200, 310, 360] : [40, 60, 170, 220], 770, rows.Prepend(["No.", "University", "Country", "Signed"]));
        Table(isFirst ? [40, 110] : [300, 370], 770 - down, counts);
        var reading = Pdf([.. texts]);
        reading.Drafts.Select(d => $"{d.Facts.Number} {d.Facts.Parties[0].Name} {d.Facts.Parties[0].CountryText} {d.Facts.Begin?.On}").ShouldBe(rows.Select(r => string.Join(' ', r)));
        reading.Checks.Where(c => c.Kind == CheckKind.Country).Select(c => $"{c.Subject} {c.Stated} {c.Holds}").ShouldBe(["DE 2 True", "PL 1 True", "ES 1 True", "SR 1 True"]);
    }

    [Fact]
    public void A_second_country_and_a_number_of_each_agreement_are_no_table_of_their_own()
    {
        var reading = SourceReader.Read("list.csv", "No;University;Country;Signed;Host country;Places\n1;University of Ossenberg;Germany;2011-05-14;Japan;4\n2;University of Vistula;Poland;2012-05-14;Japan;2\n3;University of Nickerie;Suriname;2013-05-14;Japan;2\n4;University of Villaluz;Spain;2014-05-14;Kenya;3\n"u8.ToArray(), new ReadOptions());
        reading.Tables.ShouldHaveSingleItem().Columns.Count.ShouldBe(6);
    }

    /// <summary>As a newsletter sets them, and with the numbers going on in the second column.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Plain_lines_in_two_columns_are_read_down_one_and_then_the_other(bool isNumbered)
    {
        string[] lines = ["Hochschule Ossenberg (Germany), 2012-2017", "Vistula University (Poland), 2013-2018", "Nickerie University (Suriname), 2014-2019", "Drummond Hills College (Canada), 2011-2016", "Universidad de Villaluz (Spain), 2018-2023",
            "Kolej Perlis University (Malaysia), 2019-2024", "Limfjord University (Denmark), 2020-2025", "Verbano University (Italy), 2021-2026", "University of Tavastia (Finland), 2015-2020"];
        List<(int X, int Y, string Text)> texts = [(40, 800, "Cooperation agreements")];
        for (var i = 0; i < lines.Length; i++)
            texts.Add((i < 5 ? 40 : 310, 770 - (i % 5 * 14), isNumbered ? $"{i + 1}. {lines[i]}" : lines[i]));

        var drafts = Pdf([.. texts]).Drafts;
        drafts.Select(d => $"{d.Facts.Parties[0].Name} ({d.Facts.Parties[0].Country})").ShouldBe(
            ["Hochschule Ossenberg (DE)", "Vistula University (PL)", "Nickerie University (SR)", "Drummond Hills College (CA)", "Universidad de Villaluz (ES)", "Kolej Perlis University (MY)", "Limfjord University (DK)", "Verbano University (IT)", "University of Tavastia (FI)"]);
        drafts[5].Facts.Parties[0].Places[0].Box![0].ShouldBeInRange(300, 330, "where it stands on the page");
    }

    [Fact]
    public void Heads_one_over_the_other_part_the_lines_of_a_record()
    {
        List<(int X, int Y, string Text)> texts = [(40, 800, "Partner"), (230, 800, "Country"), (310, 800, "Signed"), (400, 800, "Valid until"), (40, 788, "Type"), (400, 788, "Remarks")];
        var y = 788;
        foreach (var (upper, lower, more) in new[]
        {
            (new[] { "Fachhochschule Ossenberg", "Germany", "14-05-2019", "14-05-2024" }, new[] { "Framework agreement", "renewal pending" }, ""),
            (["Kolej Teknikal Perlis", "Malaysia", "07-11-2022", "3 years"], ["MoU", "notice of 6 months to"], "the other side"),
            (["Drummond Hills College", "Canada", "01-02-2018", "01-02-2023"], ["Student exchange", ""], ""),
            (["Nickerie University", "Suriname", "30-11-2020", "30-11-2025"], ["MoU", "joint minor"], ""),
        })
        {
            y -= 13;
            texts.AddRange(upper.Select((c, i) => (Upper[i], y, c)));
            y -= 12;
            texts.AddRange(lower.Select((c, i) => (Lower[i], y, c)).Where(t => t.c.Length > 0));
            y -= more.Length > 0 ? 12 : 0;
            texts.AddRange(more.Length > 0 ? [(400, y, more)] : []);
        }

        Pdf([.. texts]).Drafts.Select(d => d.Facts).Select(f => $"{f.Parties[0].Name}|{f.Kinds[0].Text}|{f.Begin!.On}|{f.Ends.On}|{f.Note}").ShouldBe([
            "Fachhochschule Ossenberg|Framework agreement|2019-05-14|2024-05-14|renewal pending",
            "Kolej Teknikal Perlis|MoU|2022-11-07|2025-11-07|notice of 6 months to the other side",
            "Drummond Hills College|Student exchange|2018-02-01|2023-02-01|",
            "Nickerie University|MoU|2020-11-30|2025-11-30|joint minor",
        ]);
    }

    [Fact]
    public void News_beside_a_list_are_no_agreements()
    {
        var reading = Html($"<table>{Head}<tr><td>1<td>Springfield University<td>MoU<td>2020-01-05<td>2025-01-04<tr><td>2<td>Cypress Creek University<td>MoU<td>2021-01-05<td>2026-01-04</table>"
            + "<h3>News</h3><table><tr><td>12.1.2024<td>Guests from Ogdenville University<tr><td>20.12.2023<td>A day about mobility at the University</table>");
        reading.Drafts.Count.ShouldBe(2);
        reading.Tables.Select(t => t.Role).ShouldBe([TableRole.Agreements, TableRole.Other]);
    }

    [Theory]
    [InlineData("Others")]
    [InlineData("Övriga")]
    [InlineData("Übrige Länder")]
    [InlineData("其他")]
    public void What_is_in_no_country_above_is_in_none_and_nothing_is_doubted(string others)
    {
        var reading = Html($"<h2>Austria</h2><table>{Head}<tr><td>1<td>Fachhochschule Ennstal<td>MoU<td>2020-01-05<td>2025-01-04</table><h2>{others}</h2><table>{Head}<tr><td>2<td>Springfield University, Kenya<td>MoU<td>2020-01-05<td>2025-01-04</table>");
        reading.Drafts.Select(d => d.Facts.Parties[0].Country).ShouldBe(["AT", "KE"]);
        reading.Findings.ShouldAllBe(f => f.Code != "country.not-read");
    }

    [Fact]
    public void A_sentence_whose_subject_is_the_partner_tells_of_an_agreement()
    {
        const string text = """
            Agreements

            * Sahyadri University signed a framework agreement on 15 January 2020; our Rector signed it on 3 February 2020. It runs for three years.
            * Konkan University also has with us a joint PhD agreement, 2022 to 2027, for up to 10 candidates.
            * Usagara College of Fisheries: MoU of 12/06/2018, due to expire on 12/06/2023 but extended by exchange of letters (02/05/2023) to 12/06/2028.
            * Malmesbury University (United Kingdom): MoU dated 30 September 2016 and due to lapse on 30 September 2021; terminated by mutual consent with effect from 1 July 2019.
            """;
        var reading = SourceReader.Read("list.txt", Encoding.UTF8.GetBytes(text), new ReadOptions());
        reading.Drafts.Select(d => d.Facts).Select(f => $"{f.Parties[0].Name}|{string.Join(' ', f.Events.Select(e => $"{e.Act} {e.On}"))}|{f.Ends.On}").ShouldBe([
            "Sahyadri University|Signed 2020-01-15 Signed 2020-02-03|2023-02-03",
            "Konkan University|Signed 2022|2027",
            "Usagara College of Fisheries|Signed 2018-06-12 Extended |2028-06-12",
            "Malmesbury University|Signed 2016-09-30 Terminated 2019-07-01|2021-09-30",
        ]);
        reading.Findings.Where(f => f.Severity == Severity.Doubt && f.Code.StartsWith("act.", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}

using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Signs in texts that nobody sees.</summary>
public class UnseenSignsTests
{
    private const string List = "No,Partner,Country,Type,Signed\n1,University of Vienna,Austria,MoU,2021-05-12\n2,Kyoto University,Japan,MoU,2021-05-13\n3,University of Oslo,Norway,MoU,2021-05-14\n";

    private static SourceReading Read(string name, byte[] bytes) => SourceReader.Read(name, bytes, new ReadOptions());

    [Theory]
    [InlineData('\a', "U+0007")]
    [InlineData('\u001F', "U+001F")]
    [InlineData('\0', "U+0000")]
    [InlineData('\u007F', "U+007F")]
    public void A_control_character_is_left_out_and_told(char sign, string code)
    {
        var reading = Read("a.csv", Encoding.UTF8.GetBytes(List.Replace("Kyoto", $"Kyo{sign}to", StringComparison.Ordinal).Replace("Norway", $"Nor{sign}way", StringComparison.Ordinal)));
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(["University of Vienna", "Kyoto University", "University of Oslo"]);
        reading.Drafts[2].Facts.Parties[0].Country.ShouldBe("NO");
        var finding = reading.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Severity, finding.Id).ShouldBe(("text.control", Severity.Note, "f1"));
        finding.Arguments.ShouldBe([code, "3, 4"]);
        finding.Places.Select(p => p.Line).ShouldBe([3, 4]);
    }

    [Fact]
    public void A_page_and_json_with_one_are_read_too()
    {
        Read("a.html", Encoding.UTF8.GetBytes("<html><table><tr><th>Partner</th><th>Country</th><th>Signed</th></tr>\n<tr><td>Kyoto\a University</td><td>Japan</td><td>2021-05-13</td></tr></table></html>")).Findings.ShouldContain(f => f.Code == "text.control" && f.Places[0].Line == 2);
        Read("a.json", Encoding.UTF8.GetBytes("[{\"partner\":\"Kyoto\a University\",\"country\":\"Japan\",\"signed\":\"2021-05-13\"},{\"partner\":\"Lund University\",\"country\":\"Sweden\",\"signed\":\"2021-05-13\"}]")).Drafts[0].Facts.Parties[0].Name.ShouldBe("Kyoto University");
    }

    [Theory]
    [InlineData("Kyo\u200Bto University")]
    [InlineData("Kyoto Uni\u00ADver\u00ADsity")]
    [InlineData("\"Kyoto Uni\u00AD\nversity\"")]
    [InlineData("\uFEFFKyoto\u2060 University")]
    public void Signs_for_breaking_words_are_not_of_a_name(string written)
    {
        var reading = Read("a.csv", Encoding.UTF8.GetBytes(List.Replace("Kyoto University", written, StringComparison.Ordinal)));
        reading.Drafts[1].Facts.Parties[0].Name.ShouldBe("Kyoto University");
        var finding = reading.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Severity, finding.Records.Count).ShouldBe(("text.unseen", Severity.Note, 0));
        finding.Arguments.Skip(1).ShouldBe(["1", "2"]);
        finding.Places[0].Line.ShouldBe(3);
    }

    [Theory]
    [InlineData("Kyo\u200Bto University", "U+200B", 1)]
    [InlineData("\u200FKyoto University\u200E", "U+200E, U+200F", 1)]
    [InlineData("Kyo\u00ADto University", "U+00AD", 1)]
    [InlineData("Kyo\u0084to University", "U+0084", 1)]
    [InlineData("دانش\u200Cگاه", "", 0)]
    public void What_was_left_out_of_a_value_is_told_of_every_format_and_field(string written, string codes, int notes)
    {
        string[][] rows = [["Partner", "Country", "Signed", "Subject", "Building"], [written, "Japan", "2021-05-13", written, written], ["Lund University", "Sweden", "2021-05-14", "Law", "A"]];
        var cells = rows.Select((r, i) => $"<row r=\"{i + 1}\">{string.Concat(r.Select(t => $"<c t=\"inlineStr\"><is><t>{t}</t></is></c>"))}</row>");
        var words = rows.Select(r => $"<w:tr>{string.Concat(r.Select(t => $"<w:tc><w:p><w:r><w:t>{t}</w:t></w:r></w:p></w:tc>"))}</w:tr>");
        var open = rows.Select(r => $"<table:table-row>{string.Concat(r.Select(t => $"<table:table-cell office:value-type=\"string\"><text:p>{t}</text:p></table:table-cell>"))}</table:table-row>");
        var page = rows.Select(r => $"<tr>{string.Concat(r.Select(t => $"<td>{t}</td>"))}</tr>");
        (string Name, byte[] Bytes)[] documents =
        [
            ("a.xlsx", RawPackage.Xlsx($"<sheetData>{string.Concat(cells)}</sheetData>")), ("a.docx", RawPackage.Docx($"<w:tbl>{string.Concat(words)}</w:tbl>")), ("a.ods", RawPackage.Ods(string.Concat(open))),
            ("a.html", Encoding.UTF8.GetBytes($"<html><meta charset=\"utf-8\"><table>{string.Concat(page)}</table></html>")), ("a.csv", Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(r => string.Join(',', r))))),
            ("a.json", Encoding.UTF8.GetBytes($"[{{\"partner\":\"{written}\",\"country\":\"Japan\",\"signed\":\"2021-05-13\",\"subject\":\"{written}\",\"building\":\"{written}\"}},{{\"partner\":\"Lund University\",\"country\":\"Sweden\",\"signed\":\"2021-05-14\"}}]")),
        ];
        foreach (var (name, bytes) in documents)
        {
            var reading = Read(name, bytes);
            var told = reading.Findings.Where(f => f.Code is "text.unseen" or "text.control").ToList();
            told.Count.ShouldBe(notes, name);
            told.Select(f => f.Arguments[0]).ShouldBe(notes == 0 ? [] : [codes], name);
            var facts = reading.Drafts[0].Facts;
            string?[] said = [facts.Parties[0].Name, facts.Subject, .. facts.Other.Select(o => o.Text)];
            said.OfType<string>().ShouldAllBe(t => t == TextSigns.Without(written), name);
        }
    }
}

using Entente.Formats.Pdf;
using Entente.Formats.Text;

namespace Entente.Tests.Formats;

public class PdfWrapTests
{
    /// <summary>Each character is as wide as any other; a bar is the end of a line.</summary>
    [Theory]
    [InlineData("University of Examples", "University|of|Examples")]
    [InlineData("a bc def", "a bc def")]
    [InlineData("i WWWWWWWWWWWWWW", "i|WWWWWWWWWW|WWWW")]
    [InlineData("Donaudampfschifffahrt", "Donaudampf|schifffahr|t")]
    [InlineData("北京航空航天大学软件学院", "北京航空航天大学软件|学院")]
    [InlineData("北京航空航天大 软件学院", "北京航空航天大 软件|学院")]
    [InlineData("ティティティティティ", "ティティティティティ")]
    [InlineData("ティティティティ大ティ", "ティティティティ大|ティ")]
    [InlineData("서울대학교 공과대학", "서울대학교|공과대학")]
    [InlineData("pre- and posts", "pre- and|posts")]
    [InlineData("", "")]
    public void A_line_ends_where_it_can_be_joined_again(string text, string lines) =>
        PdfWrap.Lines(text, 10, 1, _ => 1).ShouldBe(lines.Split('|'));

    [Theory]
    [InlineData("每学期交换学生，", "并共同指导论文", "每学期交换学生，并共同指导论文")]
    [InlineData("协议于2019年", "（续签）", "协议于2019年（续签）")]
    [InlineData("年2回、", "会議を開く", "年2回、会議を開く")]
    [InlineData("students, ", "teachers", "students,  teachers")]
    public void Lines_of_Han_and_kana_are_joined_without_a_blank_also_at_their_signs(string above, string below, string joined) => BrokenText.Joined(above, below).ShouldBe(joined);

    [Theory]
    [InlineData("Erasmus+-", "Vereinbarung", "Erasmus+-Vereinbarung")]
    [InlineData("Otto-", "von-Guericke", "Otto-von-Guericke")]
    [InlineData("2019 -", "2024", "2019 - 2024")]
    [InlineData("Studierenden\u2010", "austausch", "Studierendenaustausch")]
    [InlineData("Otto\u2010", "Guericke", "Otto\u2010Guericke")]
    [InlineData("2018年10月12", "日", "2018年10月12日")]
    [InlineData("2018年", "10月12日", "2018年10月12日")]
    [InlineData("2018년 10", "월 12일", "2018년 10월 12일")]
    [InlineData("2018年", "5年間", "2018年 5年間")]
    [InlineData("10", "日本大学", "10 日本大学")]
    public void Lines_that_end_within_a_word_or_a_date_are_one(string above, string below, string joined) => BrokenText.Joined(above, below).ShouldBe(joined);

    [Theory]
    [InlineData("האוניברסיטה (1918)", "(1918) הטיסרבינואה")]
    [InlineData("א 12.5.1998, ב", "ב ,12.5.1998 א")]
    public void Hebrew_stands_the_other_way_round_and_its_numbers_do_not(string text, string standing) => VisualOrder.Of(text).ShouldBe(standing);
}

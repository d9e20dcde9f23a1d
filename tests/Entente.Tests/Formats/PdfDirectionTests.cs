using Entente.Core;
using Entente.Formats.Pdf;

namespace Entente.Tests.Formats;

/// <summary>Texts in scripts of both directions, as their words stand on a page.</summary>
public class PdfDirectionTests
{
    [Fact]
    public void Words_of_another_script_keep_their_order_and_their_brackets()
    {
        List<PdfWord> words = [Word("Sorbonne", 40, 100, 80), Word("Paris(", 85, 100, 110), Word("في", 112, 100, 125) with { IsRightToLeft = true }, Word("السوربون", 127, 100, 150) with { IsRightToLeft = true }, Word("جامعة", 155, 100, 180) with { IsRightToLeft = true }, Word(")Nord", 40, 111, 70)];
        PdfTable.TextOf(Page(words), words, 200).ShouldBe("جامعة السوربون في (Sorbonne Paris\nNord)");
    }

    [Theory]
    [InlineData(")Cairo University( القاهرة جامعة", "جامعة القاهرة (Cairo University)")]
    [InlineData("(Cairo University) القاهرة جامعة", "جامعة القاهرة (Cairo University)")]
    [InlineData(")Heidelberg( היידלברג אוניברסיטת", "אוניברסיטת היידלברג (Heidelberg)")]
    [InlineData("إسطنبول جامعة / Istanbul University", "Istanbul University / جامعة إسطنبول")]
    [InlineData("Arts & Sciences كلية", "كلية Arts & Sciences")]
    public void Names_in_two_scripts_run_as_their_page_does(string standing, string name)
    {
        var words = Standing(standing, 100);
        PdfTable.TextOf(Page([.. words, .. Standing("تفاهم مذكرة اتفاقية تعاون", 130)]), words, 500).ShouldBe(name);
    }

    [Fact]
    public void Words_from_right_to_left_keep_their_order_within_a_line_that_runs_to_the_right()
    {
        var words = Standing("Cairo University القاهرة( )جامعة Egypt", 100);
        PdfTable.TextOf(Page(words), words, 500).ShouldBe("Cairo University (جامعة القاهرة) Egypt");
    }

    /// <summary>Words as they stand from left to right.</summary>
    private static List<PdfWord> Standing(string line, double bottom) =>
        [.. line.Split(' ').Select((word, at) => Word(word, 40 + (45 * at), bottom, 80 + (45 * at)) with { IsRightToLeft = word.Any(c => c is >= '\u0590' and <= '\u08FF') })];

    private static PdfWord Word(string text, double left, double bottom, double right) => new(text, new Box(left, bottom - 6.75, right, bottom), 9);

    private static PdfPage Page(IReadOnlyList<PdfWord> words) => new(1, 595, 842, words, []) { PlaceOf = _ => new Place(Page: 1), Upright = b => new Box(b[0], b[1], b[2], b[3]) };
}

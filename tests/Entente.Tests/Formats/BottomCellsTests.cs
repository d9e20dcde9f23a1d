using Entente.Core;
using Entente.Formats.Pdf;

namespace Entente.Tests.Formats;

/// <summary>Cells that stand on the foot of their row, which is no further from the next one than lines are.</summary>
public class BottomCellsTests
{
    private static readonly double[] lefts = [110, 138, 228, 300];

    /// <summary>Lines of names; the last one of each has the number beside it.</summary>
    [Theory]
    [InlineData(false, "北京大学", "ソウル国立大学|校", "ミュンヘン工科|大学", "カリフォルニア|大学バークレー|校", "国立台湾大学", "チュラロンコン|大学")]
    [InlineData(true, "टोक्यो विश्वविद्यालय", "काठमांडू|विश्वविद्यालय", "ढाका विश्वविद्यालय", "कोलंबो विश्वविद्यालय", "बर्लिन विश्वविद्यालय", "टोरंटो विश्वविद्यालय")]
    public void Lines_over_a_number_are_of_its_row(bool isSheet, params string[] names)
    {
        var (words, y) = (Line(["番号", "相手機関", "国名", "締結日"], 100, 10).ToList(), 112.0);
        foreach (var (row, name) in names.Index())
        {
            foreach (var line in name.Split('|')[..^1])
            {
                words.AddRange(Line(["", line, "", ""], y, isSheet ? 3.3 : 10));
                y += 12;
            }

            words.AddRange(Line([$"{row + 1}", name.Split('|')[^1], "X", "04.03.2019"], y, isSheet ? 3.3 : 10));
            y += 12;
        }

        var page = new PdfPage(1, 595, 842, words, []) { IsSheet = isSheet, PlaceOf = _ => new Place(Page: 1), Upright = b => new Box(b[0], b[1], b[2], b[3]) };
        PdfTables.Of([page]).ShouldHaveSingleItem().Cells.Where(c => c.Column == 1 && c.Row > 0).Select(c => c.Text.Replace('\n', ' ')).ShouldBe(names.Select(n => n.Replace("|", isSheet ? " " : "", StringComparison.Ordinal)));
    }

    private static IEnumerable<PdfWord> Line(string[] cells, double bottom, double letter)
    {
        foreach (var (column, cell) in cells.Index().Where(c => c.Item.Length > 0))
        {
            var left = lefts[column];
            foreach (var word in cell.Split(' '))
            {
                var width = word.Length * (column == 1 ? letter : 5);
                yield return new PdfWord(word, new Box(left, bottom - 7.5, left + width, bottom), 10);
                left += width + 2.5;
            }
        }
    }
}

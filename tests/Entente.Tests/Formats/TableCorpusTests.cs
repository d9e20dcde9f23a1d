using Entente.Bench;

namespace Entente.Tests.Formats;

/// <summary>General tables, by the measure of the ICDAR 2013 table competition: pairs of neighbouring cells.</summary>
public class TableCorpusTests
{
    [Fact]
    public void Tables_of_all_sorts_are_read_as_they_are_printed()
    {
        var folders = TableScore.FoldersIn(Checkout.Path("tests", "corpus-tables")).ToList();
        folders.Count.ShouldBeGreaterThan(70);
        var scores = folders.ConvertAll(f => TableScore.Of(f));
        var all = PairScores.Sum(scores);
        all.Given.F1.ShouldBeGreaterThan(0.98);
        all.Found.F1.ShouldBeGreaterThan(0.98);
        scores.Average(s => s.Given.F1).ShouldBeGreaterThan(0.97);
        scores.Average(s => s.Found.F1).ShouldBeGreaterThan(0.97);
    }

    [Fact]
    public void Prose_in_columns_is_no_table() => TableScore.Of(Checkout.Path("tests", "corpus-tables", "no-table")).Found.Read.ShouldBe(0);
}

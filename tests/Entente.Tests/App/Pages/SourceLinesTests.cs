using Entente.App.Agreements;
using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.App.Pages;

public class SourceLinesTests
{
    private static readonly byte[] bytes = File.ReadAllBytes(Checkout.Sample);
    private static readonly SourceReading reading = SourceReader.Read("agreements.txt", bytes, new ReadOptions());
    private static readonly string text = Detect.Text("agreements.txt", bytes).Text;

    [Theory]
    [InlineData(1, "number:1|partner:The University of Queensland|country:Australia|kind:MOU|start:2022.11.08|term:5 year")]
    [InlineData(9, "number:9|partner:British Columbia Institute of|partner:Technology|country:Canada|kind:MOU|start:2008.09.22|start:2020.07.23|term:5 year")]
    [InlineData(10, "number:10|partner:Kim Chaek University of|partner:Technology|country:Democratic Republic of Korea|kind:Cooperation|kind:Agreement|start:2021.02.09|term:5 year")]
    public void The_tokens_of_a_record_are_told_apart(int order, string marked) =>
        string.Join('|', Of(order).SelectMany(l => l.Pieces).Where(p => p.Field is not null).Select(p => $"{p.Field}:{p.Text.Trim()}")).ShouldBe(marked);

    [Fact]
    public void Lines_are_whole_and_those_around_are_shown_too()
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        foreach (var draft in reading.Drafts)
        {
            var shown = Of(draft.Order);
            shown.ShouldAllBe(l => string.Concat(l.Pieces.Select(p => p.Text)) == lines[l.Number - 1]);
            shown.Count.ShouldBeGreaterThan(shown.Count(l => l.IsOfRecord));
        }
    }

    [Fact]
    public void No_token_of_a_record_is_left_without_a_mark()
    {
        foreach (var draft in reading.Drafts)
        {
            var marked = string.Concat(Of(draft.Order).SelectMany(l => l.Pieces).Where(p => p.Field is not null).Select(p => p.Text));
            Letters(marked).ShouldBe(Letters(draft.Text), $"record {draft.Order}");
        }
    }

    private static string Letters(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c)));

    private static IReadOnlyList<SourceLine> Of(int order)
    {
        var draft = reading.Drafts.Single(d => d.Order == order);
        return SourceLines.Of(text, new EditionRow(draft.Order, draft.Table, draft.Text) { Places = draft.Places }, draft.Facts);
    }
}

using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Text without columns whose heads or labels tell days of effect.</summary>
public class DatesInOrderTests
{
    [Theory]
    [InlineData("Signed on", "signed")]
    [InlineData("Effective from", "effective")]
    [InlineData("In force from", "effective")]
    [InlineData("Valid from", "effective")]
    public void The_head_tells_what_the_first_date_is(string head, string act)
    {
        var read = Read($"No Partner Country Type {head} Expiry date\n1 Kyoto University Japan MoU 2019-10-01 2024-09-30\n2 Lund University Sweden MoU 2020-03-02 2025-03-01\n3 University of Oslo Norway MoU 2021-05-11 2026-05-10\n");
        read.Drafts.Count.ShouldBe(3);
        foreach (var draft in read.Drafts)
            draft.Facts.Events.Select(e => Words.Kebab(e.Act)).ShouldBe([act]);
        read.Drafts[0].Facts.Ends.On!.ToString().ShouldBe("2024-09-30");
    }

    [Fact]
    public void Each_date_is_what_its_head_says_where_there_are_as_many()
    {
        var read = Read("No Partner Country Type Signed on Effective from Expiry date\n1 Kyoto University Japan MoU 2019-09-01 2019-10-01 2024-09-30\n2 Lund University Sweden MoU 2020-02-02 2020-03-02 2025-03-01\n3 University of Oslo Norway MoU 2021-04-11 2021-05-11 2026-05-10\n");
        read.Drafts[0].Facts.Events.Select(e => $"{Words.Kebab(e.Act)} {e.On}").ShouldBe(["signed 2019-09-01", "effective 2019-10-01"]);
        read.Drafts[0].Facts.Ends.On!.ToString().ShouldBe("2024-09-30");
    }

    private static SourceReading Read(string text) => SourceReader.Read("list.txt", Encoding.UTF8.GetBytes(text), new ReadOptions());
}

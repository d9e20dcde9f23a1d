using Bunit;

using Entente.App.Design;

using Microsoft.AspNetCore.Components;

namespace Entente.Tests.App.Design;

public sealed class TableTests : BunitContext
{
    private static readonly RenderFragment cells = b => b.AddMarkupContent(0, "<th scope=\"col\">A</th>"), rows = b => b.AddMarkupContent(0, "<tr><td>1</td></tr>");

    [Fact]
    public void A_table_says_what_it_holds()
    {
        var table = Render<DataTable>(p => p.Add(t => t.Caption, "2 agreements").Add(t => t.Head, cells).Add(t => t.ChildContent, rows));
        table.Find("table > caption").TextContent.ShouldBe("2 agreements");
        table.Find("thead > tr > th").TextContent.ShouldBe("A");
        table.Find("tbody > tr > td").TextContent.ShouldBe("1");
        table.FindAll("tfoot, [tabindex]").ShouldBeEmpty();
    }

    [Fact]
    public void A_wide_table_can_be_reached_and_scrolled_with_keys()
    {
        var table = Render<DataTable>(p => p.Add(t => t.Caption, "Countries").Add(t => t.HidesCaption, true).Add(t => t.IsWide, true).Add(t => t.Head, cells).Add(t => t.ChildContent, rows).Add(t => t.Foot, cells));
        var region = table.Find("[role=region]");
        (region.GetAttribute("tabindex"), region.GetAttribute("aria-label")).ShouldBe(("0", "Countries"));
        table.Find("caption").ClassName.ShouldBe("hide");
        table.Find("tfoot > tr > th").TextContent.ShouldBe("A");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(false, "ascending")]
    [InlineData(true, "descending")]
    public void A_head_tells_how_the_list_is_sorted_and_sorts_it(bool? sorted, string? told)
    {
        var head = Render<SortHead>(p => p.Add(h => h.Sorted, sorted).Add(h => h.Address, "/agreements?sort=ends").AddChildContent("Ends")).Find("th");
        head.GetAttribute("aria-sort").ShouldBe(told);
        head.GetAttribute("scope").ShouldBe("col");
        head.QuerySelector("a")!.GetAttribute("href").ShouldBe("/agreements?sort=ends");
    }
}

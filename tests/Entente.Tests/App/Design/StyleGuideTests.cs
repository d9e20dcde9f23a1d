using Bunit;

using Entente.App.StyleGuide;
using Entente.Tests.Walls;

namespace Entente.Tests.App.Design;

/// <summary>The page that shows the design to itself shows all of it.</summary>
public sealed class StyleGuideTests : BunitContext
{
    /// <summary>Parts that are not shown by themselves, each with the reason.</summary>
    private static readonly Dictionary<string, string> unshown = new() { ["PostForm"] = "there is nothing to send", ["FieldNotes"] = "they stand in each field" };

    [Fact]
    public void Each_part_of_the_design_is_shown()
    {
        var guide = string.Concat(Repo.Product.Where(f => f.Path.StartsWith("src/Entente.App/StyleGuide/", StringComparison.Ordinal)).Select(f => f.Text));
        Repo.Product.Where(f => f.IsRazor && f.Path.StartsWith("src/Entente.App/Design/", StringComparison.Ordinal)).Select(f => f.Name[..^".razor".Length])
            .Where(part => !unshown.ContainsKey(part) && !guide.Contains($"<{part} ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Its_index_leads_to_its_parts()
    {
        var page = Render<StylePage>();
        page.FindAll("nav.days a").Select(a => a.GetAttribute("href")![1..]).ShouldBe(page.FindAll(".style > *").Select(part => part.Id));
        page.FindAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty("an id is one thing's");
    }
}

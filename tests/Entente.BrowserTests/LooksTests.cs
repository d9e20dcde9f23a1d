using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>The other looks of a page: in the dark, on a phone, on paper, in the reader's own colours.</summary>
public class LooksTests(Site site)
{
    [Theory]
    [InlineData("/agreements?country=CN")]
    [InlineData("/agreements?on=soon&country=CA")]
    [InlineData("/agreements/30")]
    [InlineData("/agreements/101")]
    [InlineData("/countries?on=2021-12-31")]
    [InlineData("/no-such-page")]
    public async Task The_dark_can_be_read(string path) => await (await site.OpenAsync(path, ColorScheme.Dark)).ViolatesNothingAsync(Axe.Colours);

    [Theory]
    [InlineData("/agreements?country=JP")]
    [InlineData("/agreements/30")]
    [InlineData("/countries")]
    public async Task Nothing_is_violated_on_a_phone(string path) => await (await site.OpenAsync(path, width: 390)).ViolatesNothingAsync(Axe.Everything);

    [Theory]
    [MemberData(nameof(Site.Pages), MemberType = typeof(Site))]
    public async Task No_screen_is_ever_scrolled_sideways(string path)
    {
        var page = await site.OpenAsync(path);
        foreach (var width in new[] { 320, 390, 700, 900, 1030, 1200 })
        {
            await page.SetViewportSizeAsync(width, 800);
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Paper_and_chosen_colours_have_a_look_of_their_own()
    {
        var page = await site.OpenAsync("/agreements/30", ColorScheme.Dark);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await page.Locator(".nav").IsVisibleAsync()).ShouldBeFalse();
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor")).ShouldBe("rgb(255, 255, 255)");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen, ForcedColors = ForcedColors.Active });
        (await page.EvaluateAsync<bool>("() => matchMedia('(forced-colors: active)').matches")).ShouldBeTrue();
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.st'), '::before').backgroundColor")).ShouldNotBe("rgba(0, 0, 0, 0)");
    }
}

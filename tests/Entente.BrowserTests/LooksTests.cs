using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>The other looks of a page: on paper, in the reader's own colours.</summary>
public class LooksTests(Site site)
{
    [Fact]
    public async Task Paper_and_chosen_colours_have_a_look_of_their_own()
    {
        var page = await site.OpenAsync("/agreements/30");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        (await page.Locator(".nav").IsVisibleAsync()).ShouldBeFalse();
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor")).ShouldBe("rgb(255, 255, 255)");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen, ForcedColors = ForcedColors.Active });
        (await page.EvaluateAsync<bool>("() => matchMedia('(forced-colors: active)').matches")).ShouldBeTrue();
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.st'), '::before').backgroundColor")).ShouldNotBe("rgba(0, 0, 0, 0)");
        await page.CloseAsync();
    }

    [Fact]
    public async Task One_word_that_is_longer_than_the_screen_is_wrapped()
    {
        foreach (var path in new[] { "/agreements?country=CN", "/agreements/30" })
        {
            var page = await site.OpenAsync(path);
            await page.EvaluateAsync("() => { for (const name of document.querySelectorAll('h1 bdi, tbody th bdi, .facts bdi')) name.textContent = 'Universitaet'.repeat(20); }");
            foreach (var width in new[] { 1280, 700, 390 })
            {
                await page.SetViewportSizeAsync(width, 800);
                (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, path);
            }

            await page.CloseAsync();
        }
    }
}

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
        (await page.Locator(".nav, .picker, .foot a").EvaluateAllAsync<bool>("all => all.some(e => e.checkVisibility())")).ShouldBeFalse();
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor")).ShouldBe("rgb(255, 255, 255)");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen, ForcedColors = ForcedColors.Active });
        (await page.EvaluateAsync<bool>("() => matchMedia('(forced-colors: active)').matches")).ShouldBeTrue();
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.st'), '::before').backgroundColor")).ShouldNotBe("rgba(0, 0, 0, 0)");
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("/agreements")]
    [InlineData("/agreements/30?on=2021")]
    [InlineData("/countries")]
    [InlineData("/style")]
    public async Task Letters_twice_as_large_still_have_room(string path)
    {
        var page = await site.OpenAsync(path);
        // As a person sets it in the browser: what a page asks of its width is then asked in larger letters, too.
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = 32, @fixed = 26 } });
        foreach (var width in new[] { 1280, 640, 390 })
        {
            await page.SetViewportSizeAsync(width, 800);
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, path);
        }

        (await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).fontSize")).ShouldBe("32px");
        await page.CloseAsync();
    }

    [Fact]
    public async Task Who_asks_for_more_contrast_gets_it()
    {
        var page = await site.OpenAsync("/agreements");
        const string soft = "() => getComputedStyle(document.querySelector('.foot')).color === getComputedStyle(document.body).color";
        (await page.EvaluateAsync<bool>(soft)).ShouldBeFalse();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Contrast = Contrast.More });
        (await page.EvaluateAsync<bool>(soft)).ShouldBeTrue();
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("ja", "zh-Hans")]
    [InlineData("zh-Hans", "zh-Hant")]
    [InlineData("ko", "ja")]
    public async Task A_name_is_set_in_the_faces_of_its_own_language(string one, string other)
    {
        var page = await site.OpenAsync("/style");
        var faces = await page.EvaluateAsync<string[]>("langs => langs.map(l => getComputedStyle(document.querySelector(`#names h3 [lang=${l}]`)).fontFamily)", new[] { one, other });
        faces[0].ShouldNotBe(faces[1]);
        (await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('#names h3 bdi')].map(b => getComputedStyle(b).direction)")).Count(d => d == "rtl").ShouldBe(2);
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
                (await page.EvaluateAsync<double>("() => Math.max(0, ...[...document.querySelectorAll('.line-n')].map(n => n.offsetHeight))")).ShouldBeLessThan(30, "a number of a line is not wrapped");
            }

            await page.CloseAsync();
        }
    }
}

using System.Runtime.CompilerServices;

using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>The pictures of docs/screenshots, of the sample register as an office keeps it, always on the same day. `tools/screenshots/take` takes them.</summary>
public class Screenshots(Site site)
{
    /// <summary>Stands for the address of the list, which is made when its review is begun.</summary>
    private const string Reviewed = "/imports/";

    /// <summary>What came in.</summary>
    private const string List = """
        No,Partner,Country,Type,Signed,Term,Contact
        1,Montanuniversität Leoben,Austria,MOU,2026-01-12,5 years,Faculty of Engineering
        2,University of Klagenfurt,Austria,Student exchange,2026-03-18,5 years,Humanities
        3,University of Agder,Norway,Student exchange,2025-13-04,5 years,Nursing
        4,Karlstad Univeristy,Sweden,MOU,2026-02-28,5 years,International office
        5,Karlstad University,Sweden,MOU,2026-02-28,5 years,International office
        6,University of Vaasa,Finland,MOU,2026-05-02,until further notice,Business
        7,Hiroshima University,Japan,Student exchange,2026-06-11,5 years,Law
        8,Chonnam National University,Republic of Korea,MOU,2026-09-01,3 years,Science

        """;

    /// <summary>What is shown, in light; a line more is a picture more.</summary>
    private static readonly Picture[] pictures =
    [
        new("home", "/", IsInDark: true, IsOnPhone: true),
        new("register", "/agreements", IsInDark: true, IsOnPhone: true),
        new("timeline", "/agreements?view=timeline&country=KR", IsInDark: true),
        new("agreement", "/agreements/9", IsInDark: true, IsOnPhone: true, Height: 1180),
        new("renewal", "/agreements/13/renewals"),
        new("findings", "/findings", IsOnPhone: true),
        new("finding", "/findings/f10-e1"),
        new("review", Reviewed, IsOnPhone: true),
        new("source", Site.Source),
        new("partners", "/partners"),
        new("match", "/partners/match?show=likely", IsOnPhone: true),
        new("pairs", "/partners/duplicates"),
        new("country", "/countries/JP"),
        new("countries", "/countries?on=2021-12-31"),
        new("settings", "/settings"),
        new("design", "/style", IsInDark: true),
    ];

    /// <summary>What the office did before: a register that nobody keeps has no history to show.</summary>
    private static readonly string[][] done =
    [
        ["renew", "9", "--on", "2026-03-02", "--length", "5 years", "--reason", "letter of 2 March 2026"],
        ["terminate", "5", "--on", "2026-06-30", "--reason", "the partner has closed the programme"],
        ["edit", "30", "--partner", "Kyoto Institute of Technology", "--reason", "misspelt in the list"],
    ];

    [Fact(Explicit = true)]
    public async Task Are_taken()
    {
        await using var own = await site.OwnAsync();
        foreach (var act in done)
            await own.RunAsync([.. act, "--yes"]);
        var folder = Directory.CreateDirectory(Path.Combine(Root(), "artifacts", "screenshots")).FullName;
        var reviewed = await ReviewTests.BeginAsync(own, "agreements-2026.csv", List);
        foreach (var picture in pictures)
        {
            var page = await own.OpenAsync(picture.Path == Reviewed ? reviewed : picture.Path);
            await TakeAsync(page, 1280, picture.Height, folder, picture.Name);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            if (picture.IsInDark)
                await TakeAsync(page, 1280, picture.Height, folder, $"{picture.Name}-dark");
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
            if (picture.IsOnPhone)
                await TakeAsync(page, 390, 844, folder, $"{picture.Name}-phone");
            await page.Context.CloseAsync();
        }
    }

    private static async Task TakeAsync(IPage page, int width, int height, string folder, string name)
    {
        await page.SetViewportSizeAsync(width, height);
        // Who takes the pictures is nobody's business, and would be another one each time.
        await page.EvaluateAsync("""
            (me) => {
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replaceAll(` ${me}`, ' office');
            }
            """, Environment.UserName);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    private sealed record Picture(string Name, string Path, bool IsInDark = false, bool IsOnPhone = false, int Height = 900);
}

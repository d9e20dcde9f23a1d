namespace Entente.BrowserTests;

/// <summary>Every page can be used by everyone.</summary>
public class AccessTests(Site site)
{
    [Theory]
    [MemberData(nameof(Site.Pages), MemberType = typeof(Site))]
    public async Task Nothing_is_violated(string path) => await (await site.OpenAsync(path)).ViolatesNothingAsync(Axe.Everything);
}

using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>A person has the register open, and in another tab a page that means no good. A real browser decides what it can do.</summary>
public class OtherPagesTests(Site site)
{
    // Each try ends in what it got, or in "blocked".
    private const string Tries = """
        async (target) => {
          const got = {};
          const attempt = async (name, act) => { try { got[name] = await act(); } catch { got[name] = 'blocked'; } };
          const loads = (tag, says) => new Promise((done) => {
            const element = Object.assign(document.createElement(tag), says);
            element.onload = () => done('loaded');
            element.onerror = () => done('blocked');
            document.head.append(element);
          });
          const typed = new URLSearchParams({ reason: 'none', confirmed: 'yes' });
          const send = (method, rest) => fetch(`${target}/agreements/9`, { method, credentials: 'include', ...rest }).then(async (a) => `${a.type} ${(await a.text()).length}`);
          await attempt('read', () => fetch(`${target}/agreements.json`, { credentials: 'include' }).then(async (a) => `read ${(await a.text()).length}`));
          await attempt('read without asking', () => fetch(`${target}/agreements`, { mode: 'no-cors', credentials: 'include' }).then((a) => a.type));
          await attempt('post', () => send('POST', { body: typed }));
          await attempt('post without asking', () => send('POST', { mode: 'no-cors', body: typed }));
          await attempt('post plain text', () => send('POST', { mode: 'no-cors', headers: { 'Content-Type': 'text/plain' }, body: 'a=b' }));
          await attempt('put json', () => send('PUT', { headers: { 'Content-Type': 'application/json' }, body: '{}' }));
          await attempt('delete', () => send('DELETE', {}));
          await attempt('picture', () => loads('img', { src: `${target}/entente.svg` }));
          await attempt('page as picture', () => loads('img', { src: `${target}/agreements?on=2021` }));
          await attempt('script', () => loads('script', { src: `${target}/js/entente.js` }));
          await attempt('data as script', () => loads('script', { src: `${target}/agreements.json` }));
          await attempt('sheet', () => loads('link', { rel: 'stylesheet', href: `${target}/css/base.css` }));
          await attempt('socket', () => new Promise((done) => {
            const socket = new WebSocket(`${target.replace('http', 'ws')}/agreements`);
            socket.onopen = () => done('open');
            socket.onerror = () => done('blocked');
          }));
          await attempt('window', async () => {
            const opened = open(`${target}/agreements`);
            for (let i = 0; i < 100 && !opened.closed; i++) await new Promise((later) => setTimeout(later, 50));
            opened.postMessage('hello', '*');
            return opened.closed ? 'blocked' : `${opened.location.href}`;
          });
          navigator.sendBeacon(`${target}/agreements/9`, typed);
          return got;
        }
        """;

    private const string Deletion = "/agreements/12/deletion";

    private const string SendForm = """
        ([target, fields]) => {
          const form = Object.assign(document.createElement('form'), { method: 'post', action: target });
          for (const [name, value] of Object.entries(fields)) form.append(Object.assign(document.createElement('input'), { name, value }));
          document.body.append(form);
          form.submit();
        }
        """;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("evil.example")]
    public async Task A_page_of_another_origin_changes_nothing_and_reads_nothing(string host)
    {
        await using var own = await site.OwnAsync();
        await using var other = await OtherSite.StartAsync();
        var before = await own.KeptAsync();
        var context = await own.ContextAsync(hasScript: true);
        var form = await context.NewPageAsync();
        await form.GotoAsync(Deletion);
        // The worst that can be: it knows the token, and the browser sends the cookie along where it takes another port for the same site.
        var token = await form.EvaluateAsync<Dictionary<string, string>>("() => Object.fromEntries(new FormData(document.querySelector('form[method=post]')))");
        token.Count.ShouldBeGreaterThan(1);

        var page = await context.NewPageAsync();
        await page.GotoAsync(other.AddressAs(host));
        var window = context.WaitForPageAsync();
        var got = await page.EvaluateAsync<Dictionary<string, string>>(Tries, own.Address);
        got.Count.ShouldBe(14);
        got.ShouldAllBe(g => g.Value == "blocked");
        // A window that it opened is like one that a person opened: it knows nothing of who did.
        (await (await window).EvaluateAsync<bool>("() => window.opener === null")).ShouldBeTrue();

        await page.EvaluateAsync("target => document.body.append(Object.assign(document.createElement('iframe'), { src: target }))", $"{own.Address}/agreements");
        // A frame that is refused may never be idle; it has had time enough to show something.
        await page.WaitForTimeoutAsync(1_500);
        foreach (var frame in page.Frames.Skip(1))
            (await frame.ContentAsync()).ShouldNotContain("Queensland");

        await page.EvaluateAsync(SendForm, new object[] { own.Address + Deletion, token });
        await page.WaitForURLAsync(own.Address + Deletion);
        (await page.InnerTextAsync("body")).ShouldContain("only pages of Entente may");
        (await own.KeptAsync()).ShouldBe(before);

        await form.EvaluateAsync(SendForm, new object[] { own.Address + Deletion, token });
        await form.Locator(".toast").WaitForAsync();
        (await own.KeptAsync()).ShouldNotBe(before, "the same form, sent from our own page");
    }

    [Fact]
    public async Task What_others_try_would_work_from_our_own_pages()
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync("/agreements/9");
        var got = await page.EvaluateAsync<Dictionary<string, string>>(Tries, own.Address);
        string[] blocked = ["page as picture", "data as script", "socket"];
        got.Where(g => g.Value == "blocked").Select(g => g.Key).ShouldBe(blocked, "they are no pictures, scripts or sockets");
        got["window"].ShouldBe($"{own.Address}/agreements");
    }

    [Fact]
    public async Task A_name_that_was_made_to_point_here_is_refused()
    {
        await using var own = await site.OwnAsync();
        var page = await (await own.ContextAsync(hasScript: true)).NewPageAsync();
        var answer = await page.GotoAsync($"http://rebound.example:{new Uri(own.Address).Port}/agreements");
        answer!.Status.ShouldBe(400);
        (await page.ContentAsync()).ShouldNotContain("Queensland");
    }

    [Fact]
    public async Task A_link_from_elsewhere_is_followed()
    {
        await using var own = await site.OwnAsync();
        await using var other = await OtherSite.StartAsync();
        var page = await (await own.ContextAsync(hasScript: true)).NewPageAsync();
        await page.GotoAsync(other.AddressAs("evil.example"));
        await page.EvaluateAsync("target => location.assign(target)", $"{own.Address}/agreements/9");
        await page.WaitForURLAsync($"{own.Address}/agreements/9");
        (await page.InnerTextAsync("h1")).ShouldContain("British Columbia");
    }
}

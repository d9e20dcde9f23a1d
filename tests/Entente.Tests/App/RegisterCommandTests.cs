namespace Entente.Tests.App;

public sealed class RegisterCommandTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();

    public async ValueTask InitializeAsync() => await folder.Import();

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Settings_are_set_and_shown_and_are_a_change()
    {
        var set = await folder.Ask(
            "register", "set", "--name", "Springfield University", "--home-country", "Korea", "--time-zone", "Asia/Seoul", "--listed-on", "2023-04",
            "--ends-soon", "6m", "--other-name", "SU", "--other-name", "Springfield Univ.", "--json");
        set.Error.ShouldBeEmpty();
        var shown = (await folder.Ask("register", "--json")).Json;
        shown.ToString().ShouldBe(set.Json.ToString());
        (shown.GetProperty("name").GetString(), shown.GetProperty("homeCountry").GetString(), shown.GetProperty("endsSoonDays").GetInt32()).ShouldBe(("Springfield University", "KR", 186));
        shown.GetProperty("otherNames").GetArrayLength().ShouldBe(2);
        (await folder.Ask("verify", "--json")).Json.GetProperty("registers")[0].GetProperty("changes").GetInt32().ShouldBe(2);
        (await folder.Ask("register", "set", "--name", "Springfield University")).Code.ShouldBe(0);
        (await folder.Ask("verify", "--json")).Json.GetProperty("registers")[0].GetProperty("changes").GetInt32().ShouldBe(2);
        (await folder.Ask("register")).Out.ShouldContain("Asia/Seoul");
        (await folder.Ask("register", "set", "--other-name", "", "--home-country", "", "--json")).Json.GetProperty("otherNames").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Every_setting_that_is_wrong_is_named_and_nothing_is_set()
    {
        var wrong = await folder.Ask(
            "register", "set", "--name", "", "--home-country", "Utopia", "--time-zone", "Mars/Base", "--listed-on", "soon", "--counting", "backwards", "--ends-soon", "a while");
        wrong.Code.ShouldBe(1);
        wrong.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(':')[0])
            .ShouldBe(["--name", "--home-country", "--time-zone", "--listed-on", "--counting", "--ends-soon"], ignoreOrder: true);
        (await folder.Ask("register", "--json")).Json.GetProperty("version").GetInt32().ShouldBe(1);
        (await folder.Ask("register", "set")).Code.ShouldBe(2);
        (await folder.Ask("register", "set", "--name", "X", "--if-version", "7")).Code.ShouldBe(1);
    }

    [Fact]
    public async Task Counting_otherwise_computes_the_computed_ends_again_and_no_other()
    {
        var before = await EndsAsync();
        (await folder.Ask("register", "set", "--counting", "day-before")).Code.ShouldBe(0);
        var shown = (await folder.Ask("show", "1", "--json")).Json;
        shown.GetProperty("ends").GetProperty("on").GetString().ShouldBe("2027-11-07");
        shown.GetProperty("changes")[1].GetProperty("act").GetString().ShouldBe("register.changed");
        var after = await EndsAsync();
        before.Zip(after).Where(e => e.First.Basis != "computed").ShouldAllBe(e => e.First.Equals(e.Second));
        before.Zip(after).ShouldContain(e => !e.First.Equals(e.Second));
        (await folder.Ask("list", "--on", "2027-11-08", "--standing", "ended", "--json")).Out.ShouldContain("\"2027-11-07\"");
        (await folder.Ask("register", "set", "--counting", "same-day")).Code.ShouldBe(0);
        (await EndsAsync()).ShouldBe(before);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    private async Task<List<(string? Basis, string? On)>> EndsAsync() =>
        [.. (await folder.Ask("list", "--json")).Json.GetProperty("agreements").EnumerateArray()
            .Select(a => a.GetProperty("ends")).Select(e => (e.GetProperty("basis").GetString(), e.GetProperty("on").GetString()))];
}

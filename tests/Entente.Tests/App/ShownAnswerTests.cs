using System.Globalization;

using Entente.App.Shell;

namespace Entente.Tests.App;

/// <summary>Answers as people read them.</summary>
public sealed class ShownAnswerTests(SampleRegister sample) : IClassFixture<SampleRegister>
{
    private readonly TestFolder folder = sample.Folder;

    [Fact]
    public async Task A_part_of_a_list_says_of_how_many()
    {
        (await folder.Ask("list", "--limit", "2")).Out.ShouldContain("Agreements: 2 of 127. On 24 Nov 2026.");
        (await folder.Ask("list")).Out.ShouldContain("Agreements: 127. On 24 Nov 2026.");
    }

    [Fact]
    public async Task Years_follow_each_other_and_countries_come_by_number_and_name()
    {
        var years = Rows(await folder.Ask("count", "--by", "year")).Select(r => r.Key).Where(k => k != "none").Select(k => int.Parse(k, CultureInfo.InvariantCulture)).ToList();
        years.ShouldBe(years.Order());
        var countries = Rows(await folder.Ask("count", "--by", "country")).ToList();
        countries.ShouldBe(countries.OrderByDescending(c => c.All).ThenBy(c => c.Key, StringComparer.InvariantCulture));
    }

    [Fact]
    public async Task Without_a_partner_the_title_tells_what_it_is()
    {
        (await folder.Ask("show", "94")).Lines[..2].ShouldBe(["Agreement for the Dual Bachelor's and Master's degree programs", "South Korea"]);
        (await folder.Ask("show", "1")).Lines[0].ShouldBe("The University of Queensland, Australia");
        (await folder.Ask("list", "Dual Bachelor")).Out.ShouldContain("Agreement for the Dual Bachelor");
        (await folder.Ask("list", "Dual Bachelor", "--json")).Json.GetProperty("agreements")[0].GetProperty("partners").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_the_list_states_and_what_its_numbers_tell_are_two_things()
    {
        var said = (await Asked.Of("read", TestFolder.Sample())).Out;
        said.ShouldContain("All 19 totals that the list states agree");
        said.ShouldContain("The running numbers are complete: the last is 127, and 127 rows were counted.");
        var gap = (await Asked.Of("read", folder.File("gap.txt", (await File.ReadAllTextAsync(TestFolder.Sample(), TestContext.Current.CancellationToken)).Replace("127 South Dakota", "128 South Dakota")))).Out;
        gap.ShouldContain("The running numbers are not complete: the last is 128, but 127");
    }

    [Theory]
    [InlineData("list")]
    [InlineData("show")]
    [InlineData("count")]
    [InlineData("find")]
    public async Task An_example_of_the_help_finds_something_in_the_sample(string command)
    {
        foreach (var example in Wording.Of($"examples.{command}").ReplaceLineEndings("\n").Split('\n'))
        {
            var words = example.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Skip(1).ToArray();
            var asked = await folder.Ask(words);
            asked.Code.ShouldBe(0, example);
            asked.Out.ShouldNotContain("Nothing is like");
            asked.Out.ShouldNotContain("Agreements: 0");
        }
    }

    private static IEnumerable<(string Key, int All)> Rows(Asked asked) =>
        asked.Lines.Select(l => l.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 7 && int.TryParse(cells[6], out _) && cells[0] != "All")
            .Select(cells => (cells[0], int.Parse(cells[6], CultureInfo.InvariantCulture)));
}

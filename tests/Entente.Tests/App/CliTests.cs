using System.Text.RegularExpressions;

namespace Entente.Tests.App;

public partial class CliTests
{
    [Theory]
    [InlineData("raed", "Did you mean read?")]
    [InlineData("reed", "Did you mean read?")]
    [InlineData("etdf", "Did you mean edtf?")]
    [InlineData("xyzzy", "There is no command \"xyzzy\".")]
    [InlineData("xyzzy --data here", "There is no command \"xyzzy\".")]
    public async Task A_mistyped_command_is_wrong_usage_and_the_right_one_is_named(string typed, string said)
    {
        var asked = await Asked.Of(typed.Split(' '));
        asked.Code.ShouldBe(2);
        asked.Out.ShouldBeEmpty();
        asked.Error.ShouldContain(said);
    }

    [Fact]
    public async Task A_mistyped_option_is_wrong_usage_and_the_right_one_is_named()
    {
        var asked = await Asked.Of("read", "list.txt", "--jsn");
        asked.Code.ShouldBe(2);
        asked.Error.ShouldContain("Did you mean --json?");
        asked.Error.ShouldContain("entente read --help");
    }

    [Theory]
    [InlineData("Did you mean --json?", "list", "--jsno")]
    [InlineData("Did you mean --json?", "list", "tokyo", "--jsno=true")]
    [InlineData("Did you mean --limit?", "find", "tokyo", "--limt", "3")]
    [InlineData("Did you mean --json?", "show", "--jsno")]
    [InlineData("Did you mean --json?", "read", "--jsn", "list.txt")]
    [InlineData("Did you mean --help?", "list", "--hlep")]
    [InlineData("Did you mean --json?", "list", "--kind", "--jsno")]
    [InlineData("There is no option \"-5\" here.", "show", "-5")]
    [InlineData("There is no option \"-x\" here.", "find", "-x")]
    [InlineData("\"--help\" stands where the option before it expects a value.", "import", "--undo", "--help")]
    [InlineData("goes back", "list", "--ends-within", "-5d")]
    [InlineData("180d for days", "list", "--ends-within", "180")]
    [InlineData("is not a length", "list", "--ends-within", "")]
    [InlineData("is not a length", "list", "--ends-within", "d")]
    [InlineData("uncertain or approximate", "list", "--on", "2021?")]
    [InlineData("uncertain or approximate", "count", "--on", "2021-05~")]
    public async Task What_is_mistyped_is_never_taken_for_a_word(string said, params string[] typed)
    {
        var asked = await Asked.Of(typed);
        asked.Code.ShouldBe(2);
        asked.Out.ShouldBeEmpty();
        asked.Error.ShouldContain(said);
        asked.Error.ShouldContain($"entente {typed[0]} --help");
    }

    [Fact]
    public async Task The_help_says_what_an_option_does_in_that_command()
    {
        (await Asked.Of("list", "--help")).Out.ShouldContain("Which register");
        (await Asked.Of("import", "--help")).Out.ShouldContain("The register to import into");
        (await Asked.Of("demo", "--help")).Out.ShouldContain("entente-data in the current folder");
        (await Asked.Of("list", "--help")).Out.ShouldContain("180d, 26w, 6m or 1y");
    }

    [Fact]
    public async Task Nothing_asked_is_wrong_usage_and_shows_the_commands()
    {
        var asked = await Asked.Of();
        asked.Code.ShouldBe(2);
        asked.Out.ShouldBeEmpty();
        asked.Error.ShouldContain("read <FILE>");
    }

    [Fact]
    public async Task A_missing_file_name_is_wrong_usage()
    {
        var asked = await Asked.Of("read");
        asked.Code.ShouldBe(2);
        asked.Error.ShouldContain("read");
    }

    [Theory]
    [InlineData("2023-13")]
    [InlineData("2023-02-29")]
    [InlineData("soon")]
    [InlineData("2020/2021")]
    [InlineData("Y123456")]
    public async Task A_day_that_is_none_is_wrong_usage(string day)
    {
        var asked = await Asked.Of("read", "list.txt", "--listed-on", day);
        asked.Code.ShouldBe(2);
        asked.Error.ShouldContain(day);
    }

    [Fact]
    public async Task Every_command_and_every_command_below_it_has_help_with_examples_in_words()
    {
        var seen = new List<string>();
        await WalkAsync([]);
        seen.ShouldContain("review store");
        seen.ShouldContain("register kind add");

        async Task WalkAsync(string[] path)
        {
            var asked = await Asked.Of([.. path, "--help"]);
            var command = string.Join(' ', path);
            (asked.Code, asked.Error).ShouldBe((0, ""), command);
            asked.Out.ShouldContain("Examples:\n  ", Case.Sensitive, command);
            asked.Out[asked.Out.IndexOf("Examples:", StringComparison.Ordinal)..].ShouldContain($"entente {command}", Case.Sensitive, command);
            Keys(asked.Out).ShouldBeEmpty(command);
            seen.Add(command);
            foreach (var below in Below(asked.Out))
                await WalkAsync([.. path, below]);
        }
    }

    [Fact]
    public void Words_of_help_that_are_no_words_are_noticed() =>
        Keys("Examples:\n  examples.rule\n  --x  option.leave-out (no such)\n  findings --code partner.misspelt  register list.csv").ShouldBe(["examples.rule", "option.leave-out"]);

    /// <summary>Words for which there are none.</summary>
    private static IEnumerable<string> Keys(string help) => KeyShown().Matches(help).Select(m => m.Value);

    private static IEnumerable<string> Below(string help) => help.Split("Commands:") is [_, var commands]
        ? commands.Split("Examples:")[0].Split('\n').Where(l => l.StartsWith("  ", StringComparison.Ordinal) && char.IsLetter(l.TrimEnd().ElementAtOrDefault(2))).Select(l => l.Trim().Split(' ')[0]) : [];

    [GeneratedRegex(@"\b(?:examples|command|option|argument|usage|keep|register|review|partner|import|findings)\.[a-z]+(?:-[a-z]+)*\b(?<!partner\.misspelt)")]
    private static partial Regex KeyShown();
}

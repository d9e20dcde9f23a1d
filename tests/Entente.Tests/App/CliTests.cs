namespace Entente.Tests.App;

public class CliTests
{
    [Theory]
    [InlineData("raed", "Did you mean read?")]
    [InlineData("reed", "Did you mean read?")]
    [InlineData("etdf", "Did you mean edtf?")]
    [InlineData("xyzzy", "There is no command \"xyzzy\".")]
    public async Task A_mistyped_command_is_wrong_usage_and_the_right_one_is_named(string typed, string said)
    {
        var asked = await Asked.Of(typed);
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
    public async Task Every_command_has_help_with_examples()
    {
        var commands = (await Asked.Of("--help")).Out.Split("Commands:")[1].Split("Examples:")[0]
            .Split('\n').Where(l => l.StartsWith("  ", StringComparison.Ordinal) && char.IsLetter(l.TrimEnd().ElementAtOrDefault(2))).Select(l => l.Trim().Split(' ')[0]).ToList();
        commands.ShouldContain("read");
        foreach (var command in commands)
        {
            var asked = await Asked.Of(command, "--help");
            asked.Code.ShouldBe(0);
            asked.Error.ShouldBeEmpty();
            asked.Out.ShouldContain($"Examples:{Environment.NewLine}  ");
            asked.Out.ShouldContain($"entente {command}");
        }
    }
}

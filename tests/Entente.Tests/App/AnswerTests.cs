using System.Text;

using Entente.App.Shell;

using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App;

/// <summary>Standard output is on a full disk, or nobody reads it any longer.</summary>
public sealed class AnswerTests(SampleRegister sample) : IClassFixture<SampleRegister>
{
    private const int NoSpace = 28;

    [Theory]
    [InlineData("list")]
    [InlineData("list", "--json")]
    [InlineData("show", "1")]
    [InlineData("count")]
    [InlineData("export")]
    [InlineData("find", "tokyo")]
    public async Task An_answer_that_has_no_room_is_one_line(params string[] command) =>
        (await ErrorOf(NoSpace, [.. command, "--data", sample.Folder.Data])).ShouldBe("The answer could not be written: no space left. Free some space and try again.\n");

    [Fact]
    public async Task Help_and_readings_are_answers_too()
    {
        (await ErrorOf(NoSpace, "--help")).ShouldContain("no space left");
        (await ErrorOf(NoSpace, "read", TestFolder.Sample(), "--json")).ShouldContain("no space left");
        (await ErrorOf(NoSpace, "read", TestFolder.Sample())).ShouldContain("no space left");
    }

    [Fact]
    public async Task Another_reason_is_said_as_it_is() =>
        (await ErrorOf(5, "count", "--data", sample.Folder.Data)).ShouldBe("The answer could not be written: It fails. Write it to another place.\n");

    private static async Task<string> ErrorOf(int errno, params string[] command)
    {
        using var input = new StringReader("");
        await using var full = new Full(errno);
        await using var error = new StringWriter { NewLine = "\n" };
        (await Cli.RunAsync(command, input, full, error, new FakeTimeProvider(Asked.Now), TestContext.Current.CancellationToken)).ShouldBe(1);
        return error.ToString();
    }

    private sealed class Full(int errno) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("It fails.", errno);
    }
}

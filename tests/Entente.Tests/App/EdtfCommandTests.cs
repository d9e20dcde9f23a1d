using System.Text.Json;

namespace Entente.Tests.App;

public class EdtfCommandTests
{
    [Theory]
    [InlineData("2023-03", """{"text":"2023-03","valid":true,"level":0,"earliest":"2023-03-01","latest":"2023-03-31","reason":null}""")]
    [InlineData("2023-02-29", """{"text":"2023-02-29","valid":false,"level":null,"earliest":null,"latest":null,"reason":"day-does-not-exist"}""")]
    [InlineData(" 2023", """{"text":" 2023","valid":false,"level":null,"earliest":null,"latest":null,"reason":"unexpected-character"}""")]
    [InlineData("../2004", """{"text":"../2004","valid":true,"level":1,"earliest":"-inf","latest":"2004-12-31","reason":null}""")]
    [InlineData("2004/..", """{"text":"2004/..","valid":true,"level":1,"earliest":"2004-01-01","latest":"inf","reason":null}""")]
    [InlineData("2004/", """{"text":"2004/","valid":true,"level":1,"earliest":"2004-01-01","latest":null,"reason":null}""")]
    [InlineData("\"2004\t", """{"text":"\"2004\t","valid":false,"level":null,"earliest":null,"latest":null,"reason":"unexpected-character"}""")]
    public async Task One_line_gives_one_object(string text, string answer)
    {
        var asked = await Asked.With(text + "\n", "edtf");
        asked.Code.ShouldBe(0);
        asked.Error.ShouldBeEmpty();
        asked.Out.ShouldBe(answer + "\n");
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n", 1)]
    [InlineData("2004", 1)]
    [InlineData("2004\n\n2005\n", 3)]
    [InlineData("2004\r\n2005\r\n", 2)]
    public async Task There_are_as_many_answers_as_lines(string input, int answers) =>
        (await Asked.With(input, "edtf")).Out.Split('\n')[..^1].Length.ShouldBe(answers);

    [Fact]
    public async Task A_windows_line_end_is_not_part_of_the_text_but_any_other_blank_is()
    {
        var asked = await Asked.With("2004\r\n2004 \r\n", "edtf", "--json");
        asked.Lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()).ShouldBe(["2004", "2004 "]);
    }

    [Fact]
    public async Task Many_long_lines_come_out_whole_and_in_order()
    {
        var lines = Enumerable.Range(0, 3000).Select(i => $"{1000 + i}" + new string('?', i % 40)).ToList();
        var asked = await Asked.With(string.Join('\n', lines) + "\n", "edtf");
        asked.Lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()).ShouldBe(lines);
    }
}

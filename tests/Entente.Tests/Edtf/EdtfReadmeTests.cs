using System.Runtime.CompilerServices;
using Entente.Edtf;

namespace Entente.Tests.Edtf;

/// <summary>The tables and the example of the package's own README hold.</summary>
public class EdtfReadmeTests
{
    [Fact]
    public void Every_row_of_the_table_of_examples_is_true()
    {
        var rows = Rows("| text | level |");
        rows.Count.ShouldBeGreaterThan(10);
        foreach (var row in rows)
        {
            var value = EdtfText.Valid(row[0].Trim('`'));
            string[] actual =
            [
                row[0], $"{value.Level}", $"{value.Earliest?.ToString() ?? "unknown"}",
                $"{value.Latest?.ToString() ?? "unknown"}", value.Humanise(),
            ];
            actual.ShouldBe(row);
        }
    }

    [Fact]
    public void What_the_specification_leaves_open_is_as_said()
    {
        var rows = Rows("| text | here |");
        rows.Count.ShouldBeGreaterThan(10);
        foreach (var row in rows)
        {
            var isAccepted = row[1].StartsWith("accepted", StringComparison.Ordinal);
            (isAccepted || row[1].StartsWith("refused", StringComparison.Ordinal)).ShouldBeTrue(row[1]);
            foreach (var text in row[0].Split("`, `").Select(text => text.Trim('`')))
                (EdtfValue.Parse(text).Value is not null).ShouldBe(isAccepted, text);
        }
    }

    [Fact]
    public void Every_departure_is_as_said()
    {
        var rows = Rows("| text | there | here |");
        rows.Count.ShouldBe(21);
        foreach (var row in rows)
        {
            var value = EdtfValue.Parse(row[0].Trim('`')).Value;
            string[] actual = value is null
                ? ["refused"]
                : ["valid", $"level {value.Level}", value.Latest?.ToString() ?? "unknown",
                    value.Earliest is null || value.Latest is null ? "unknown" : $"{value.Earliest?.Year} to {YearOf(value.Latest)}"];
            actual.ShouldContain(row[2], row[0]);
        }
    }

    [Fact]
    public void The_example_prints_what_it_says()
    {
        var value = EdtfText.Valid("2004-06~/2006-08");
        var line = $"{value.Humanise()}: {value.Earliest} to {value.Latest}, level {value.Level}";
        EdtfDate signed = EdtfDate.Of(2022, 11, 8), renewed = EdtfDate.Of(2027);
        Readme().ShouldContain("// " + line);
        Readme().ShouldContain($"signed.IsBefore(renewed);              // {signed.IsBefore(renewed)}");
        Readme().ShouldContain($"EdtfDate.Of(2022).IsBefore(signed);    // {EdtfDate.Of(2022).IsBefore(signed)}");
    }

    private static long? YearOf(Day? day) => day is { IsBounded: true } bounded ? bounded.Year : null;

    private static List<string[]> Rows(string header)
        => [.. Readme().Split('\n')
            .SkipWhile(line => !line.StartsWith(header, StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|', ' ').Split(" | "))];

    private static string Readme([CallerFilePath] string here = "")
        => File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Entente.Edtf/README.md"));
}

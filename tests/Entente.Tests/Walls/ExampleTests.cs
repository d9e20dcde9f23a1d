using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Entente.Tests.Walls;

/// <summary>What documents and help texts say that one can type can be typed: the command is there, and has those options.</summary>
public partial class ExampleTests
{
    /// <summary>Commands that documents may speak of before they are there. The list only gets shorter.</summary>
    private static readonly HashSet<string> Awaited = ["", "read", "edtf", "import", "list", "show", "count", "find", "export", "serve", "demo"];

    [Fact]
    public void Every_example_in_the_documents_can_be_typed() => Repo.Documents.SelectMany(Examples).SelectMany(e => Mistakes(e, Help, Awaited)).ShouldBeEmpty();

    [Fact]
    public void Every_example_in_the_help_can_be_typed() => HelpExamples().SelectMany(e => Mistakes(e, Help, Awaited)).ShouldBeEmpty();

    [Fact]
    public void A_bad_example_is_caught()
    {
        var document = new SourceFile("README.md", """
            ```sh
            ./entente read a.txt --jsn
            ./entente raed a.txt
            echo 2023 | ./entente read --json > out.json
            ./entente --help
            ```
            ```
            ./entente not-an-example
            ```
            """);
        Examples(document).SelectMany(e => Mistakes(e, Sample, []))
            .ShouldBe(["README.md: read a.txt --jsn: no --jsn", "README.md: raed a.txt: no command raed"]);

        static string Sample(string command) => command switch
        {
            "" => "Usage:\n  entente [command]\n\nOptions:\n  --help\n",
            "read" => "Usage:\n  entente read <FILE>\n\nOptions:\n  --json  Answer as JSON.\n",
            _ => "",
        };
    }

    private static IEnumerable<(string Where, string Words)> Examples(SourceFile document) =>
        Markdown.Examples(document.Text).Select(e => (document.Path, e));

    private static IEnumerable<(string Where, string Words)> HelpExamples() =>
        from file in Repo.Product
        where file.Path.EndsWith(".resx", StringComparison.Ordinal)
        from text in XDocument.Parse(file.Text).Descendants("data")
        where ((string?)text.Attribute("name"))?.StartsWith("examples.", StringComparison.Ordinal) == true
        from line in text.Value.Split('\n')
        from run in Typed().Matches(line)
        select ($"{file.Path} {(string?)text.Attribute("name")}", run.Groups[1].Value.Trim());

    private static IEnumerable<string> Mistakes((string Where, string Words) example, Func<string, string> help, HashSet<string> awaited)
    {
        var words = example.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var command = string.Join(' ', words.TakeWhile(w => !w.StartsWith('-')).Take(1));
        var text = help(command);
        // A word behind a command that has commands of its own may be one of them.
        if (words.Length > 1 && words[1][0] != '-' && text.Contains("\nCommands:", StringComparison.Ordinal) && help($"{command} {words[1]}") is { Length: > 0 } own)
            text = own;
        if (!text.Contains($"entente {command}".TrimEnd(), StringComparison.Ordinal))
            return awaited.Contains(command) ? [] : [$"{example.Where}: {example.Words}: no command {command}"];
        return words.Where(w => w.StartsWith("--", StringComparison.Ordinal)).Select(w => w.Split('=')[0])
            .Where(option => !Regex.IsMatch(text, $@"^ .*{option}(?![\w-])", RegexOptions.Multiline))
            .Select(option => $"{example.Where}: {example.Words}: no {option}");
    }

    private static readonly Dictionary<string, string> Asked = [];

    private static string Help(string command)
    {
        lock (Asked)
        {
            if (!Asked.TryGetValue(command, out var text))
                Asked[command] = text = Run(command);
            return text;
        }
    }

    private static string Run(string command)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "entente.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? text : "";
    }

    [GeneratedRegex(@"(?:^|\| *)entente([^|<>#]*)")]
    private static partial Regex Typed();
}

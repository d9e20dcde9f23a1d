using System.Collections.Immutable;
using System.Reflection;
using System.Xml.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Entente.Tests.Walls;

/// <summary>The lists of banned symbols ban what they name: each entry is a real symbol, and the analyzer that the build uses reports it.</summary>
public class BannedSymbolTests
{
    [Theory]
    [InlineData("BannedSymbols.txt")]
    [InlineData("BannedSymbols.OutsideApp.txt")]
    public void Every_entry_names_a_symbol(string list) => Unknown(File.ReadAllLines(Repo.Full(list))).ShouldBeEmpty();

    [Fact]
    public void A_bad_entry_is_caught() =>
        Unknown(["P:System.DateTime.Now; fine", "M:System.Guid.NewGuidd; misspelt", "T:System.Console"])
            .ShouldBe(["M:System.Guid.NewGuidd is no symbol", "T:System.Console has no reason"]);

    [Theory]
    [InlineData("var a = System.DateTime.Now;", "BannedSymbols.txt")]
    [InlineData("var a = System.DateTime.UtcNow;", "BannedSymbols.txt")]
    [InlineData("var a = System.DateTime.Today;", "BannedSymbols.txt")]
    [InlineData("var a = System.DateTimeOffset.Now;", "BannedSymbols.txt")]
    [InlineData("var a = System.DateTimeOffset.UtcNow;", "BannedSymbols.txt")]
    [InlineData("var a = System.TimeProvider.System;", "BannedSymbols.txt")]
    [InlineData("var a = System.Guid.NewGuid();", "BannedSymbols.txt")]
    [InlineData("var a = System.Guid.CreateVersion7();", "BannedSymbols.txt")]
    [InlineData("System.Console.WriteLine();", "BannedSymbols.OutsideApp.txt")]
    public async Task A_bad_call_is_caught_by_the_analyzer(string statement, string list)
    {
        var reported = await Reported($"class A {{ void B() {{ {statement} }} }}", list);
        reported.ShouldBe(["RS0030"]);
    }

    [Fact]
    public async Task A_call_with_a_clock_is_not_reported() =>
        (await Reported("class A { System.Guid B(System.TimeProvider clock) => System.Guid.CreateVersion7(clock.GetUtcNow()); }", "BannedSymbols.txt")).ShouldBeEmpty();

    [Fact]
    public void The_build_uses_the_analyzer_and_warnings_are_errors()
    {
        var build = XDocument.Parse(Repo.File("Directory.Build.props").Text);
        build.Descendants("TreatWarningsAsErrors").Single().Value.ShouldBe("true");
        build.Descendants("Nullable").Single().Value.ShouldBe("enable");
        build.Descendants("PackageReference").Select(p => (string?)p.Attribute("Include")).ShouldContain("Microsoft.CodeAnalysis.BannedApiAnalyzers");
        build.Descendants("AdditionalFiles").Select(f => (string?)f.Attribute("Link")).ShouldBe(["BannedSymbols.txt", "BannedSymbols.OutsideApp.txt"]);
    }

    private static IEnumerable<string> Unknown(IEnumerable<string> entries)
    {
        var compilation = Compilation.Of("");
        foreach (var entry in entries.Where(e => e.Length > 0))
        {
            var parts = entry.Split(';', 2);
            if (DocumentationCommentId.GetFirstSymbolForDeclarationId(parts[0], compilation) is null)
                yield return $"{parts[0]} is no symbol";
            if (parts.Length < 2 || string.IsNullOrWhiteSpace(parts[1]))
                yield return $"{parts[0]} has no reason";
        }
    }

    private static async Task<IEnumerable<string>> Reported(string sample, string list)
    {
        var options = new AnalyzerOptions([new ListFile(Repo.Full(list))]);
        var found = await Compilation.Of(sample).WithAnalyzers([Analyzer()], options).GetAnalyzerDiagnosticsAsync();
        return found.Select(d => d.Id);
    }

    private static DiagnosticAnalyzer Analyzer()
    {
        var version = XDocument.Parse(Repo.File("Directory.Packages.props").Text).Descendants("PackageVersion")
            .Single(p => (string?)p.Attribute("Include") == "Microsoft.CodeAnalysis.BannedApiAnalyzers").Attribute("Version")!.Value;
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var folder = Path.Combine(packages, "microsoft.codeanalysis.bannedapianalyzers", version, "analyzers", "dotnet", "cs");
        Assembly.LoadFrom(Path.Combine(folder, "Microsoft.CodeAnalysis.BannedApiAnalyzers.dll"));
        var type = Assembly.LoadFrom(Path.Combine(folder, "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.dll"))
            .GetTypes().Single(t => t.Name == "CSharpSymbolIsBannedAnalyzer");
        return (DiagnosticAnalyzer)Activator.CreateInstance(type)!;
    }

    private sealed class ListFile(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path));
    }
}

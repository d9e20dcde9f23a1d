using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Entente.Tests.Walls;

/// <summary>No file over 400 lines, no function over 60.</summary>
public class SizeTests
{
    private const int MostLinesOfAFile = 400;
    private const int MostLinesOfAFunction = 60;

    [Fact]
    public void No_file_is_over_400_lines() => Repo.Texts.SelectMany(LongFile).ShouldBeEmpty();

    [Fact]
    public void A_bad_file_is_caught()
    {
        var lines = string.Concat(Enumerable.Repeat("// one more\n", MostLinesOfAFile));
        LongFile(new SourceFile("src/A.cs", lines)).ShouldBeEmpty();
        LongFile(new SourceFile("src/A.cs", lines + "// too many\n")).ShouldBe(["src/A.cs has 401 lines"]);
    }

    [Fact]
    public void No_function_is_over_60_lines() => Repo.Code.SelectMany(LongFunctions).ShouldBeEmpty();

    [Theory]
    [InlineData("src/A.cs", "class A { void Long() {~} }", "src/A.cs:1 Long has 61 lines")]
    [InlineData("src/A.cs", "class A {\n[Fact]\n[More]\nvoid Long() {~} }", "src/A.cs:2 Long has 61 lines")]
    [InlineData("src/A.cs", "class A { A() {~} }", "src/A.cs:1 A has 61 lines")]
    [InlineData("src/A.cs", "class A { int Long { get {~} } }", "src/A.cs:1 get has 61 lines")]
    [InlineData("src/A.cs", "class A { void B() { void Long() {~} } }", "src/A.cs:1 Long has 61 lines")]
    [InlineData("src/Program.cs", "var a = 1;~return a;", "src/Program.cs:1 top level has 61 lines")]
    [InlineData("src/A.razor", "<p>text</p>\n@code { void Long() {~} }", "src/A.razor:2 Long has 61 lines")]
    public void A_bad_function_is_caught(string path, string sample, string violation)
    {
        LongFunctions(Sample(MostLinesOfAFunction - 1)).ShouldBeEmpty();
        LongFunctions(Sample(MostLinesOfAFunction)).ShouldContain(violation);

        SourceFile Sample(int newLines) => new(path, sample.Replace("~", new string('\n', newLines)));
    }

    /// <summary>Numbers to look at; ./test prints them.</summary>
    [Fact]
    public void The_95th_percentiles_are_written_down()
    {
        var files = Repo.Product.Select(f => f.LineCount).Order().ToList();
        var functions = Repo.Product.SelectMany(Functions).Select(f => f.Lines).Order().ToList();
        var numbers = $"Lines, 95th percentile in src: {Percentile95(files)} per file (aim 200, {files.Count} files), "
            + $"{Percentile95(functions)} per function (aim 30, {functions.Count} functions)";
        Directory.CreateDirectory(Repo.Full("artifacts"));
        File.WriteAllText(Repo.Full("artifacts/walls.txt"), numbers + "\n");
        Percentile95([.. Enumerable.Range(1, 100)]).ShouldBe(95);
    }

    private static int Percentile95(List<int> sorted) => sorted[(int)Math.Ceiling(sorted.Count * 0.95) - 1];

    private static IEnumerable<string> LongFile(SourceFile file)
    {
        if (file.LineCount > MostLinesOfAFile && !file.Path.EndsWith(".resx", StringComparison.Ordinal))
            yield return $"{file.Path} has {file.LineCount} lines";
    }

    private static IEnumerable<string> LongFunctions(SourceFile file) =>
        from function in Functions(file)
        where function.Lines > MostLinesOfAFunction
        select file.At(function.Node, $"{function.Name} has {function.Lines} lines");

    private static IEnumerable<(SyntaxNode Node, string Name, int Lines)> Functions(SourceFile file)
    {
        foreach (var node in file.Root.DescendantNodes())
        {
            if (NameOf(node) is { } name)
                yield return (node, name, Lines(node, node));
        }

        var topLevel = file.Root.ChildNodes().OfType<GlobalStatementSyntax>().ToList();
        if (topLevel.Count > 0)
            yield return (topLevel[0], "top level", Lines(topLevel[0], topLevel[^1]));
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        OperatorDeclarationSyntax op => $"operator {op.OperatorToken.Text}",
        AccessorDeclarationSyntax accessor => accessor.Keyword.Text,
        _ => null,
    };

    /// <summary>A table of test cases stands before its function and is no part of it.</summary>
    private static int Lines(SyntaxNode first, SyntaxNode last)
    {
        var begin = first.ChildNodesAndTokens().First(n => !n.IsKind(SyntaxKind.AttributeList)).GetLocation();
        return last.GetLocation().GetLineSpan().EndLinePosition.Line - begin!.GetLineSpan().StartLinePosition.Line + 1;
    }
}

using System.Text.RegularExpressions;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Entente.Tests.Walls;

/// <summary>What a person reads stands in resources, not in code: three words in a row in a literal are taken for a sentence.</summary>
public partial class WordingTests
{
    private static readonly (string Path, string Reason)[] Allowed =
    [
        ("src/Entente.Edtf/", "a package of its own, which has English only: dates in words, and reasons for programmers"),
        ("src/Entente.Core/Reading/Words/", "what lists say, not what we say"),
        ("src/Entente.Store/Migrations/", "generated"),
    ];

    private static readonly HashSet<string> ForProgrammers =
        ["ArgumentException", "ArgumentOutOfRangeException", "InvalidDataException", "InvalidOperationException", "NotSupportedException", "UnreachableException", "FormatException", "JsonException"];

    [Fact]
    public void No_sentence_stands_in_code() => Repo.Product.Where(f => !Allowed.Any(a => f.Path.StartsWith(a.Path, StringComparison.Ordinal))).SelectMany(Sentences).ShouldBeEmpty();

    [Theory]
    [InlineData("class A { string B = \"No such agreement\"; }", "No such agreement")]
    [InlineData("class A { string B(int n) => $\"{n} agreements were found\"; }", "agreements were found")]
    [InlineData("class A { string B = \"\"\"\n    All of it is here\n    \"\"\"; }", "All of it is here")]
    public void A_bad_sentence_is_caught(string sample, string sentence) => Sentences(new SourceFile("src/A.cs", sample)).ShouldBe([$"src/A.cs:1 {sentence}"]);

    [Theory]
    [InlineData("class A { void B() => throw new InvalidOperationException(\"This cannot be so\"); }")]
    [InlineData("class A { [Obsolete(\"Not to be used\")] void B() { } }")]
    [InlineData("class A { string B = \"SELECT a FROM agreements WHERE c ORDER BY d\"; }")]
    [InlineData("class A { string B = \"default-src 'self'; frame-ancestors 'none'\"; }")]
    public void A_text_for_programs_is_let_through(string sample) => Sentences(new SourceFile("src/A.cs", sample)).ShouldBeEmpty();

    [Fact]
    public void A_bad_page_is_caught()
    {
        var page = "<h1>@Words.Title</h1>\n@foreach (var row in rows)\n{\n    <p class=\"a b c\">This is text</p>\n}\n@code { int count; }\n";
        Sentences(new SourceFile("src/A.razor", page)).ShouldBe(["src/A.razor:4 This is text"]);
    }

    private static IEnumerable<string> Sentences(SourceFile file) => file.IsRazor ? InCode(file).Concat(InMarkup(file)) : InCode(file);

    private static IEnumerable<string> InCode(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        let text = TextOf(node)
        where text is not null && Sentence().IsMatch(text) && !Sql().IsMatch(text) && !IsForProgrammers(node)
        select file.At(node, text.Trim());

    private static string? TextOf(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
        InterpolatedStringTextSyntax text => text.TextToken.ValueText,
        _ => null,
    };

    private static bool IsForProgrammers(SyntaxNode node) =>
        node.Ancestors().Any(a => a is AttributeSyntax
            || (a is ObjectCreationExpressionSyntax made && ForProgrammers.Contains(made.Type.ToString().Split('.')[^1])));

    /// <summary>Text between tags, on one line; what looks like code is left out.</summary>
    private static IEnumerable<string> InMarkup(SourceFile file)
    {
        var lines = file.Text.Split("@code")[0].Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var pieces = Tag().Split(lines[i]).Where(p => p.IndexOfAny(['@', '{', '}', '(', ')', '=', '<', '>', ';', '*']) < 0);
            foreach (var piece in pieces.Where(p => Sentence().IsMatch(p)))
                yield return $"{file.Path}:{i + 1} {piece.Trim()}";
        }
    }

    [GeneratedRegex("[A-Za-z][a-z']+,? [a-z']{2,},? [a-z']{2,}")]
    private static partial Regex Sentence();

    [GeneratedRegex("\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|PRAGMA|ALTER|DROP|JOIN|WHERE|GROUP BY|ORDER BY)\\b")]
    private static partial Regex Sql();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();
}

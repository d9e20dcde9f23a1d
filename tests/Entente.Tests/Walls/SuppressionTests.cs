using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Entente.Tests.Walls;

/// <summary>A warning is mended, not silenced. What is silenced all the same stands here, with the reason.</summary>
public class SuppressionTests
{
    private static readonly (string Path, string Code, string Reason)[] Allowed =
    [
        ("src/Entente.App/Program.cs", "RS0030", "the one place that names the system clock"),
    ];

    [Fact]
    public void Nothing_is_silenced_without_a_reason() => Repo.Code.SelectMany(Suppressions).ShouldBeEmpty();

    [Theory]
    [InlineData("#pragma warning disable CA1000\nclass A;", "src/A.cs:1 silences CA1000")]
    [InlineData("#pragma warning disable\nclass A;", "src/A.cs:1 silences everything")]
    [InlineData("class A\n{\n    [System.Diagnostics.CodeAnalysis.SuppressMessage(\"Design\", \"CA1000\")]\n    void B() { }\n}", "src/A.cs:3 silences by attribute")]
    [InlineData("#nullable disable\nclass A;", "src/A.cs:1 turns nullable off")]
    public void A_bad_suppression_is_caught(string sample, string violation) => Suppressions(new SourceFile("src/A.cs", sample)).ShouldBe([violation]);

    [Fact]
    public void Rules_are_not_turned_off_for_banned_symbols() =>
        Repo.Texts.Where(f => f.Name is ".editorconfig" || f.Path.EndsWith(".props", StringComparison.Ordinal) || f.Path.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(f => f.Text.Contains("RS0030", StringComparison.Ordinal)).Select(f => f.Path).ShouldBeEmpty();

    private static IEnumerable<string> Suppressions(SourceFile file)
    {
        foreach (var trivia in file.Root.DescendantTrivia().Where(t => t.IsDirective))
        {
            var directive = trivia.GetStructure()!;
            if (directive is NullableDirectiveTriviaSyntax nullable && nullable.SettingToken.IsKind(SyntaxKind.DisableKeyword))
                yield return file.At(directive, "turns nullable off");
            if (directive is not PragmaWarningDirectiveTriviaSyntax pragma)
                continue;
            if (!pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword))
                continue;
            var codes = pragma.ErrorCodes.Count == 0 ? ["everything"] : pragma.ErrorCodes.Select(c => c.ToString());
            foreach (var code in codes.Where(c => !Allowed.Any(a => a.Path == file.Path && a.Code == c)))
                yield return file.At(directive, $"silences {code}");
        }

        foreach (var attribute in file.Root.DescendantNodes().OfType<AttributeSyntax>())
        {
            if (attribute.Name.ToString().Split('.')[^1] is "SuppressMessage" or "UnconditionalSuppressMessage")
                yield return file.At(attribute, "silences by attribute");
        }
    }
}

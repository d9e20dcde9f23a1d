using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Entente.Tests.Walls;

/// <summary>An interface is there because two things in src are used the same way; not to stand before one.</summary>
public class InterfaceTests
{
    [Fact]
    public void Every_interface_has_two_implementations() => Lonely(Repo.Product).ShouldBeEmpty();

    [Fact]
    public void A_bad_interface_is_caught()
    {
        SourceFile[] one = [new("src/IA.cs", "interface IA<T> { }"), new("src/B.cs", "class B : IA<int> { }")];
        Lonely(one).ShouldBe(["src/IA.cs:1 IA has 1 implementations"]);
        Lonely([.. one, new("src/C.cs", "record C : N.IA<int>;")]).ShouldBeEmpty();
        Lonely([.. one, new("src/C.razor", "@implements IA<int>\n")]).ShouldBeEmpty();
    }

    private static IEnumerable<string> Lonely(IReadOnlyList<SourceFile> files)
    {
        var bases = files.SelectMany(Bases).ToLookup(name => name);
        return from file in files
               from declared in file.Root.DescendantNodes().OfType<InterfaceDeclarationSyntax>()
               let count = bases[declared.Identifier.Text].Count()
               where count < 2
               select file.At(declared, $"{declared.Identifier.Text} has {count} implementations");
    }

    private static IEnumerable<string> Bases(SourceFile file)
    {
        var inCode = file.Root.DescendantNodes().OfType<TypeDeclarationSyntax>()
            .SelectMany(t => t.BaseList?.Types.AsEnumerable() ?? [])
            .Select(b => b.Type.ToString());
        var inMarkup = file.IsRazor
            ? file.Text.Split('\n').Where(l => l.StartsWith("@implements ", StringComparison.Ordinal)).Select(l => l["@implements ".Length..].Trim())
            : [];
        return inCode.Concat(inMarkup).Select(SimpleName);
    }

    private static string SimpleName(string type) => type.Split('<')[0].Split('.')[^1];
}

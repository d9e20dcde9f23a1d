using System.Text.RegularExpressions;

using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Entente.Tests.Walls;

/// <summary>A type is named for what it is, a room for what it is about; neither for a technique.</summary>
public partial class NameTests
{
    [Fact]
    public void Types_are_named_for_what_they_are() => Repo.Code.SelectMany(Names).ShouldBeEmpty();

    [Theory]
    [InlineData("src/A.cs", "class AgreementManager;", "src/A.cs:1 AgreementManager")]
    [InlineData("src/A.cs", "record struct DateUtils;", "src/A.cs:1 DateUtils")]
    [InlineData("src/A.cs", "interface IAgreementRepository { }", "src/A.cs:1 IAgreementRepository")]
    [InlineData("src/A.cs", "class PageBase { class EndDto; }", "src/A.cs:1 PageBase,src/A.cs:1 EndDto")]
    [InlineData("src/A.cs", "class Database; class Uncommon; class Handlers;", "src/A.cs:1 Handlers")]
    [InlineData("src/PageBase.razor", "<p></p>", "src/PageBase.razor is named PageBase")]
    [InlineData("src/Extensions/A.cs", "", "src/Extensions/A.cs is in Extensions")]
    public void A_bad_name_is_caught(string path, string sample, string violations) =>
        Names(new SourceFile(path, sample)).ShouldBe(violations.Split(','));

    private static IEnumerable<string> Names(SourceFile file)
    {
        foreach (var type in file.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
        {
            if (Technical().IsMatch(type.Identifier.Text) && !file.IsRazor)
                yield return file.At(type, type.Identifier.Text);
        }

        var name = Path.GetFileNameWithoutExtension(file.Name);
        if (file.IsRazor && Technical().IsMatch(name))
            yield return $"{file.Path} is named {name}";
        foreach (var room in file.Path.Split('/')[..^1].Where(r => Rooms().IsMatch(r)))
            yield return $"{file.Path} is in {room}";
    }

    [GeneratedRegex("(Manager|Service|Helper|Util|Utility|Handler|Repository|Factory|Provider|Base|Impl|Dto|DTO|Common)(s|ies)?$")]
    private static partial Regex Technical();

    [GeneratedRegex("^(Extensions|Filters|Common|Shared|SeedWork|Helpers|Utils|Services|Models|Infrastructure)$")]
    private static partial Regex Rooms();
}

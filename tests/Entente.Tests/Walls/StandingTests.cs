using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Entente.Tests.Walls;

/// <summary>Where an agreement stands is computed for a day. Nothing that is kept has a place to write it down.</summary>
public class StandingTests
{
    /// <summary>Answers, not facts: made for a day and thrown away.</summary>
    private static readonly HashSet<string> Answers = ["Standing", "Stretch", "KeyedCount", "StandingCount", "StandingCounts"];

    [Fact]
    public void Nothing_that_is_kept_has_a_standing() => Kept.SelectMany(Stored).ShouldBeEmpty();

    [Theory]
    [InlineData("class Agreement { public StandingKind Now { get; set; } }", "src/A.cs:1 Agreement.Now")]
    [InlineData("record Agreement(int Id, Standing? Now);", "src/A.cs:1 Agreement.Now")]
    [InlineData("class Agreement { public string Status { get; set; } }", "src/A.cs:1 Agreement.Status")]
    [InlineData("class Agreement { public bool IsActive { get; private set; } }", "src/A.cs:1 Agreement.IsActive")]
    public void A_bad_column_is_caught(string sample, string violation) => Stored(new SourceFile("src/A.cs", sample)).ShouldBe([violation]);

    [Fact]
    public void A_question_about_a_day_is_let_through() =>
        Stored(new SourceFile("src/A.cs", "class Agreement { public Standing StandingOn(Day day) => new(); public bool IsOver => true; }")).ShouldBeEmpty();

    private static IEnumerable<SourceFile> Kept => Repo.Product.Where(f => f.Path.StartsWith("src/Entente.Core/", StringComparison.Ordinal) && f.Path.Count(c => c == '/') == 2);

    private static IEnumerable<string> Stored(SourceFile file)
    {
        foreach (var type in file.Root.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(t => !Answers.Contains(t.Identifier.Text)))
        {
            var columns = type.Members.OfType<PropertyDeclarationSyntax>().Where(p => p.AccessorList is not null).Select(p => (Type: (TypeSyntax?)p.Type, p.Identifier.Text))
                .Concat(type is RecordDeclarationSyntax { ParameterList: { } list } ? list.Parameters.Select(p => (p.Type, p.Identifier.Text)) : []);
            foreach (var (of, name) in columns)
            {
                if (of?.ToString().TrimEnd('?') is "Standing" or "StandingKind" || name is "Status" or "Standing" or "IsActive" or "IsInForce" or "IsExpired")
                    yield return file.At(type, $"{type.Identifier.Text}.{name}");
            }
        }
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Entente.Tests.Walls;

/// <summary>One text of the repository: its path from the root, with slashes, and what it says.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    private SyntaxNode? root;

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public int LineCount => Text.AsSpan().Count('\n') + (Text.EndsWith('\n') ? 0 : 1);

    public bool IsRazor => Path.EndsWith(".razor", StringComparison.Ordinal);

    /// <summary>C#, also of a page: there it is what stands in its code block, on the same lines.</summary>
    public SyntaxNode Root => root ??= CSharpSyntaxTree.ParseText(IsRazor ? CodeBlock() : Text).GetRoot();

    public string At(SyntaxNode node, string what) =>
        $"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1} {what}";

    private string CodeBlock()
    {
        var at = Text.IndexOf("@code", StringComparison.Ordinal);
        if (at < 0)
            return "";
        var newLines = new string('\n', Text.AsSpan(0, at).Count('\n'));
        return $"{newLines}partial class Page {Text[(at + "@code".Length)..]}";
    }
}

using System.Text.RegularExpressions;

namespace Entente.Formats.Text;

/// <summary>Marks of Markdown within a line that only say how it looks.</summary>
internal static partial class Markdown
{
    public static string Plain(string text) =>
        text.AsSpan().ContainsAny("*_[`") ? Marks().Replace(Links().Replace(text, "$1"), "$1") : text;

    [GeneratedRegex(@"!?\[([^\]]+)\]\([^)\s]*\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"(?:\*\*|__|`)(?=\S)(.+?)(?<=\S)(?:\*\*|__|`)")]
    private static partial Regex Marks();
}

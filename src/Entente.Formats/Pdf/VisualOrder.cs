using System.Text.RegularExpressions;

namespace Entente.Formats.Pdf;

/// <summary>A line of Hebrew as it stands from left to right: its letters the other way round, its numbers as they are.</summary>
internal static partial class VisualOrder
{
    private const string Brackets = "()[]{}<>«»";

    public static bool IsHebrew(char c) => c is >= '\u05D0' and <= '\u05F4';

    /// <summary>Letters of another direction beside it; which of the words belong together is then more than one line can tell.</summary>
    public static bool IsMixed(string text) => text.Any(IsHebrew) && text.Any(c => char.IsLetter(c) && !IsHebrew(c));

    public static string Of(string line)
    {
        var turned = line.Select(Turned).ToArray();
        Array.Reverse(turned);
        return Number().Replace(new string(turned), n => string.Concat(n.Value.Reverse()));
    }

    private static char Turned(char c) => Brackets.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Brackets[at ^ 1] : c;

    [GeneratedRegex(@"\d+(?:[.,/:-]\d+)*")]
    private static partial Regex Number();
}

using Entente.Core.Reading;

namespace Entente.Formats.Text;

/// <summary>What the end of a line parted.</summary>
internal static class BrokenText
{
    /// <summary>No blank is between two lines: within a script that has none, behind the hyphen of a name, within a date.</summary>
    public static bool IsOne(string above, string below) =>
        (IsUnspaced(above[^1]) && IsUnspaced(below[0])) || (above.Length > 1 && above[^1] == '-' && char.IsLetter(above[^2]) && char.IsLetter(below[0])) || IsWithinDate(above, below);

    /// <summary>A letter of a script that has no blanks, or one of its signs, which are as wide.</summary>
    private static bool IsUnspaced(char c) => Scripts.IsUnspaced(c) || c is (>= '\u3001' and <= '\u3003') or (>= '\u3008' and <= '\u301F') or (>= '\uFF01' and <= '\uFF0F') or (>= '\uFF1A' and <= '\uFF20');

    /// <summary>Lines of one text.</summary>
    public static string Joined(string above, string below) => above.Length > 0 && below.Length > 0 && IsOne(above, below) ? above + below : $"{above} {below}";

    /// <summary>2019/03 and /18, 18.03. and 2019.</summary>
    public static bool IsWithinDate(string above, string below)
    {
        static bool IsJoint(char c) => c is '/' or '.' or '-';
        return below.Length > 1 && ((char.IsDigit(above[^1]) && IsJoint(below[0]) && char.IsDigit(below[1]))
            || (above.Length > 1 && IsJoint(above[^1]) && char.IsDigit(above[^2]) && char.IsDigit(below[0])));
    }
}

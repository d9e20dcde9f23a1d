using Entente.Core.Reading;

namespace Entente.Formats.Text;

/// <summary>What the end of a line parted.</summary>
internal static class BrokenText
{
    /// <summary>The sign that programs draw where they break a word; who types a hyphen types another one.</summary>
    private const char Hyphenation = '\u2010';

    /// <summary>No blank is between two lines: within a script that has none, behind the hyphen of a name, within a word that a program broke, within a date.</summary>
    public static bool IsOne(string above, string below) =>
        (IsUnspaced(above[^1]) && IsUnspaced(below[0])) || (IsHyphened(above) && char.IsLetter(below[0])) || IsWithinDate(above, below);

    /// <summary>Whether it ends on a hyphen behind a word, or behind a plus that ends one.</summary>
    public static bool IsHyphened(ReadOnlySpan<char> text) => text.Length > 1 && text[^1] is '-' or Hyphenation && (char.IsLetter(text[^2]) || text[^2] == '+');

    /// <summary>A program broke a word there, and its sign for that is no letter of it.</summary>
    public static bool IsHyphenated(string above, string below) => above[^1] == Hyphenation && IsHyphened(above) && char.IsLower(below[0]);

    /// <summary>A letter of a script that has no blanks, or one of its signs, which are as wide.</summary>
    private static bool IsUnspaced(char c) => Scripts.IsUnspaced(c) || c is (>= '\u3001' and <= '\u3003') or (>= '\u3008' and <= '\u301F') or (>= '\uFF01' and <= '\uFF0F') or (>= '\uFF1A' and <= '\uFF20');

    /// <summary>Lines of one text.</summary>
    /// <param name="between">What is between them where nothing tells that they are one.</param>
    public static string Joined(string above, string below, char between = ' ') =>
        above.Length == 0 || below.Length == 0 || !IsOne(above, below) ? $"{above}{between}{below}" : (IsHyphenated(above, below) ? above[..^1] : above) + below;

    /// <summary>2019/03 and /18, 18.03. and 2019, 10月12 and 日, 2019年 and 10月.</summary>
    public static bool IsWithinDate(string above, string below)
    {
        static bool IsJoint(char c) => c is '/' or '.' or '-';
        if (char.IsDigit(above[^1]))
            return IsUnit(below) || (below.Length > 1 && IsJoint(below[0]) && char.IsDigit(below[1]));
        if (above[^1] is '年' or '月')
            return IsNumberOf(above[^1] == '年' ? '月' : '日', below);
        return below.Length > 1 && above.Length > 1 && IsJoint(above[^1]) && char.IsDigit(above[^2]) && char.IsDigit(below[0]);
    }

    private static bool IsNumberOf(char unit, string text) => text.AsSpan().TrimStart("0123456789０１２３４５６７８９") is var rest && rest.Length > 0 && rest.Length < text.Length && rest[0] == unit;

    /// <summary>Year, month and day as they stand behind their numbers; a month and a day may also begin a name.</summary>
    private static bool IsUnit(string text) => text[0] is '年' or '년' || (text[0] is '月' or '日' or '월' or '일' && (text.Length == 1 || !char.IsLetter(text[1])));
}

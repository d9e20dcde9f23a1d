using System.Globalization;
using System.Text;

namespace Entente.Core.Reading;

/// <summary>
/// Makes wordings that differ only in writing equal. In this order: apostrophes vanish; wide, ligature and other
/// compatible forms become plain ones; Latin, Greek, Cyrillic, Hebrew and Arabic marks vanish (marks of other scripts
/// are vowels and stay); the dots of "U.S.A." vanish, of "S. Korea" and "S.Korea" become a blank; lower case; ß, æ, ø, ł
/// and their like are spelt in plain letters; "&amp;" is "and"; whatever is neither letter nor digit is a blank; blanks
/// are single. No script is written in another.
/// </summary>
public static class Folding
{
    private const int LongestSpelling = 5; // " and "

    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsFolded(text)) return text;
        var plain = NeedsMarksRemoved(text) ? WithoutMarks(text) : text;
        var room = plain.Length * LongestSpelling;
        var folded = room <= 512 ? stackalloc char[room] : new char[room];
        var result = new string(folded[..Write(plain, folded)]);
        // Below the first Hebrew letter nothing is left that could be put together again.
        return result.AsSpan().ContainsAnyExceptInRange('\0', '\u058F') ? result.Normalize(NormalizationForm.FormC) : result;
    }

    private static int Write(string plain, Span<char> folded)
    {
        var length = 0;
        for (var i = 0; i < plain.Length;)
        {
            Rune.DecodeFromUtf16(plain.AsSpan(i), out var rune, out var width);
            if (rune.Value == '&') length += WriteAnd(folded, length);
            else if (IsWritten(rune)) length += WriteLetter(rune, folded[length..]);
            else if (!(rune.Value == '.' && IsInAbbreviation(plain, i))) length += WriteBlank(folded, length);
            i += width;
        }
        return length > 0 && folded[length - 1] == ' ' ? length - 1 : length;
    }

    private static bool IsFolded(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isBlank = text[i] == ' ';
            if (!isBlank && !char.IsAsciiLetterLower(text[i]) && !char.IsAsciiDigit(text[i])) return false;
            if (isBlank && (i == 0 || i == text.Length - 1 || text[i - 1] == ' ')) return false;
        }
        return true;
    }

    private static bool NeedsMarksRemoved(string text) =>
        !Ascii.IsValid(text) || text.AsSpan().ContainsAny('\'', '`');

    private static string WithoutMarks(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // which makes a lone surrogate, that nothing can normalise, U+FFFD
            if (!IsApostrophe(rune.Value) && rune.Value != SearchText.NoCharacter) bare.Append(rune);
        var apart = bare.ToString().Normalize(NormalizationForm.FormKD);
        bare.Clear();
        foreach (var rune in apart.EnumerateRunes())
            if (!IsMark(rune.Value) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format) bare.Append(rune);
        return bare.ToString();
    }

    private static bool IsApostrophe(int c) => c is '\'' or '’' or '‘' or '‛' or 'ʼ' or 'ʻ' or 'ʾ' or 'ʿ' or '`' or '´' or '′';

    private static bool IsMark(int c) => c is >= 0x300 and <= 0x36F
        or >= 0x591 and <= 0x5BD or 0x5BF or 0x5C1 or 0x5C2 or 0x5C4 or 0x5C5 or 0x5C7
        or 0x640 or >= 0x64B and <= 0x65F or 0x670;

    private static bool IsWritten(Rune rune) => rune.IsAscii ? char.IsAsciiLetterOrDigit((char)rune.Value) : Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    // A dot between two letters that each stand alone.
    private static bool IsInAbbreviation(string text, int dot) =>
        dot > 0 && dot + 1 < text.Length && char.IsLetter(text[dot - 1]) && char.IsLetter(text[dot + 1])
        && !IsWrittenAt(text, dot - 2) && !IsWrittenAt(text, dot + 2);

    private static bool IsWrittenAt(string text, int index) =>
        index >= 0 && index < text.Length && (char.IsSurrogate(text[index]) || IsWritten(new Rune(text[index])));

    private static int WriteLetter(Rune rune, Span<char> to)
    {
        var lower = Rune.ToLowerInvariant(rune);
        if (lower.IsAscii || SpellingOf(lower.Value) is not { } spelling) return lower.EncodeToUtf16(to);
        spelling.CopyTo(to);
        return spelling.Length;
    }

    private static string? SpellingOf(int letter) => letter switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'ı' => "i",
        'ς' => "σ",
        _ => null
    };

    private static int WriteAnd(Span<char> folded, int length)
    {
        var blank = WriteBlank(folded, length);
        "and ".CopyTo(folded[(length + blank)..]);
        return blank + 4;
    }

    private static int WriteBlank(Span<char> folded, int length)
    {
        if (length == 0 || folded[length - 1] == ' ') return 0;
        folded[length] = ' ';
        return 1;
    }
}

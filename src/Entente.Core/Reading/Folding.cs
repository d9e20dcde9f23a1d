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
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsFolded(text)) return text;
        var isAscii = Ascii.IsValid(text);
        var plain = isAscii && !text.Contains('\'') && !text.Contains('`') ? text : WithoutMarks(text);
        var folded = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length;)
        {
            Rune.DecodeFromUtf16(plain.AsSpan(i), out var rune, out var length);
            if (rune.Value == '&') AppendWord(folded, "and", i + length == plain.Length);
            else if (IsWritten(rune)) AppendLetter(folded, rune);
            else if (!(rune.Value == '.' && IsInAbbreviation(plain, i))) AppendBlank(folded);
            i += length;
        }
        while (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        var result = folded.ToString();
        return isAscii ? result : result.Normalize(NormalizationForm.FormC);
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

    private static string WithoutMarks(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // which makes a lone surrogate, that nothing can normalise, U+FFFD
            if (!IsApostrophe(rune.Value)) bare.Append(rune);
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

    private static bool IsWritten(Rune rune) => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    // A dot between two letters that each stand alone.
    private static bool IsInAbbreviation(string text, int dot) =>
        dot > 0 && dot + 1 < text.Length && char.IsLetter(text[dot - 1]) && char.IsLetter(text[dot + 1])
        && !IsWrittenAt(text, dot - 2) && !IsWrittenAt(text, dot + 2);

    private static bool IsWrittenAt(string text, int index) =>
        index >= 0 && index < text.Length && (char.IsSurrogate(text[index]) || IsWritten(new Rune(text[index])));

    private static void AppendLetter(StringBuilder folded, Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        switch (lower.Value)
        {
            case 'ß': folded.Append("ss"); break;
            case 'æ': folded.Append("ae"); break;
            case 'œ': folded.Append("oe"); break;
            case 'þ': folded.Append("th"); break;
            case 'ø': folded.Append('o'); break;
            case 'đ' or 'ð': folded.Append('d'); break;
            case 'ł': folded.Append('l'); break;
            case 'ı': folded.Append('i'); break;
            case 'ς': folded.Append('σ'); break;
            default: folded.Append(lower); break;
        }
    }

    private static void AppendWord(StringBuilder folded, string word, bool isLast)
    {
        AppendBlank(folded);
        folded.Append(word);
        if (!isLast) folded.Append(' ');
    }

    private static void AppendBlank(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
    }
}

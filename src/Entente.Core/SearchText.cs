using System.Buffers;
using System.Globalization;
using System.Text;

using AnyAscii;

namespace Entente.Core;

/// <summary>One word of what a person looks for, in the forms that count as found: as folded, and in Latin where that differs.</summary>
public sealed record SearchWord(IReadOnlyList<string> Forms);

/// <summary>What of a text counts when it is searched: letters and digits in lower case, without marks; Cyrillic, Greek and other scripts also in Latin.</summary>
public static class SearchText
{
    /// <summary>No text holds it, and nothing normalises one that does.</summary>
    internal const char NoCharacter = '\uFFFE';

    private const int MostOnStack = 256;

    /// <summary>The folded text, followed by its Latin form where that differs.</summary>
    public static string Fold(string text)
    {
        var plain = Plain(text);
        var latin = Latin(text, plain);
        return latin is null ? plain : $"{plain} {latin}";
    }

    /// <summary>The folded text in its own script only.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
            return PlainOfAscii(text);
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Replace(NoCharacter, ' ').Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
                continue;
            if (Rune.IsLetterOrDigit(rune) || category == UnicodeCategory.SpacingCombiningMark)
                AppendLower(folded, rune);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.Length > 0 && folded[^1] == ' ' ? folded.ToString(0, folded.Length - 1) : folded.ToString();
    }

    /// <summary>The same where no letter has a mark or another form.</summary>
    private static string PlainOfAscii(string text)
    {
        char[]? rented = null;
        var folded = text.Length <= MostOnStack ? stackalloc char[MostOnStack] : rented = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
                folded[length++] = char.ToLowerInvariant(c);
            else if (length > 0 && folded[length - 1] != ' ')
                folded[length++] = ' ';
        }

        var plain = folded[..length].TrimEnd(' ').ToString();
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        return plain;
    }

    public static IReadOnlyList<SearchWord> Words(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var words = new List<SearchWord>();
        foreach (var part in query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var plain in Plain(part).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                words.Add(new SearchWord(Latin(plain, plain) is { Length: > 0 } latin ? [plain, latin] : [plain]));
        }

        return words;
    }

    /// <summary>Null when the text is Latin already.</summary>
    private static string? Latin(string text, string plain)
    {
        foreach (var c in plain)
        {
            if (!char.IsAscii(c))
                return Plain(text.Transliterate()) is { } latin && latin != plain ? latin : null;
        }

        return null;
    }

    /// <summary>Letters whose stroke or shape is no mark that Unicode could take off.</summary>
    private static void AppendLower(StringBuilder folded, Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        var plain = lower.Value switch
        {
            'ł' => "l",
            'ø' => "o",
            'đ' or 'ð' => "d",
            'ħ' => "h",
            'ı' => "i",
            'ŧ' => "t",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'þ' => "th",
            'ŋ' => "ng",
            'ς' => "σ",
            _ => null,
        };
        if (plain is null && lower.IsBmp)
            folded.Append((char)lower.Value);
        else
            folded.Append(plain ?? lower.ToString());
    }
}

using System.Text;

using Entente.Core;

namespace Entente.App.Agreements;

/// <summary>The language of a name as far as its letters and its country tell: what a browser needs to choose the right shapes.</summary>
public static class NameLanguage
{
    /// <returns>BCP 47; null where the letters tell nothing.</returns>
    public static string? Of(Party party)
    {
        ArgumentNullException.ThrowIfNull(party);
        return party.Names.FirstOrDefault(n => n.Text == party.Name)?.Language ?? Of(party.Name, party.Country);
    }

    public static string? Of(string name, string? country)
    {
        ArgumentNullException.ThrowIfNull(name);
        var hasHan = false;
        foreach (var rune in name.EnumerateRunes())
        {
            if (ByLetter(rune) is { } language)
                return language;
            hasHan |= rune.Value is >= 0x4E00 and <= 0x9FFF;
        }

        return !hasHan ? null : country switch
        {
            "JP" => "ja",
            "KR" or "KP" => "ko",
            "TW" or "HK" or "MO" => "zh-Hant",
            "CN" or "SG" => "zh-Hans",
            _ => "zh",
        };
    }

    private static string? ByLetter(Rune rune) => rune.Value switch
    {
        >= 0x3040 and <= 0x30FF => "ja",
        (>= 0xAC00 and <= 0xD7AF) or (>= 0x1100 and <= 0x11FF) => "ko",
        >= 0x0370 and <= 0x03FF => "el",
        >= 0x0400 and <= 0x052F => "und-Cyrl",
        >= 0x0590 and <= 0x05FF => "he",
        >= 0x0600 and <= 0x06FF => "ar",
        >= 0x0E00 and <= 0x0E7F => "th",
        >= 0x10A0 and <= 0x10FF => "ka",
        >= 0x0530 and <= 0x058F => "hy",
        >= 0x0900 and <= 0x097F => "und-Deva",
        _ => null,
    };
}

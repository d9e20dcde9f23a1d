using System.Globalization;

namespace Entente.Formats.Docx;

/// <summary>Letters of fonts that hold pictures, as the signs that they look like.</summary>
internal static class WordSymbols
{
    /// <summary>Where Word puts the letters of such a font: behind those of Unicode for own use.</summary>
    private const int Own = 0xF000;

    private static readonly Dictionary<(string Font, int Letter), string> signs = new()
    {
        [("wingdings", 0xFC)] = "✓", [("wingdings", 0xFE)] = "☑", [("wingdings", 0xFD)] = "☒", [("wingdings", 0xFB)] = "✗", [("wingdings", 0xA8)] = "☐", [("wingdings", 0x6F)] = "☐", [("wingdings", 0x71)] = "☐",
        [("wingdings 2", 0x50)] = "✓", [("wingdings 2", 0x52)] = "☑", [("wingdings 2", 0x53)] = "☒", [("wingdings 2", 0x54)] = "☒", [("wingdings 2", 0x4F)] = "✗", [("wingdings 2", 0xA3)] = "☐", [("wingdings 2", 0x2A)] = "☐",
        [("webdings", 0x61)] = "✓", [("webdings", 0x72)] = "✗", [("webdings", 0x63)] = "☐",
        [("symbol", 0xD6)] = "√",
    };

    /// <summary>Empty for a sign that is not known.</summary>
    /// <param name="letter">Hexadecimal digits.</param>
    public static string TextOf(string? font, string? letter)
    {
        if (!int.TryParse(letter, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            return "";
        if (signs.TryGetValue(((font ?? "").ToLowerInvariant(), code >= Own ? code - Own : code), out var sign))
            return sign;
        return code is > ' ' and < 0xD800 ? char.ConvertFromUtf32(code) : "";
    }
}

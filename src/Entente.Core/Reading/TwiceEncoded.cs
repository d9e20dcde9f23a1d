using System.Buffers;
using System.Text;

namespace Entente.Core.Reading;

/// <summary>Text in UTF-8 that a program took for Windows-1252 and wrote anew: UniversitÃ¤t.</summary>
internal static class TwiceEncoded
{
    /// <summary>What the bytes from 80 to 9F are in Windows-1252; those that are nothing there stay what they are.</summary>
    private const string Windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static readonly UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> plain = SearchValues.Create([.. Enumerable.Range(0, 0x80).Select(c => (char)c)]);

    /// <summary>What was meant; null where the text may well be meant as it is.</summary>
    public static string? Mended(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(plain))
            return null;
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (ByteOf(text[i]) is not { } one)
                return null;
            bytes[i] = one;
        }

        try
        {
            return strict.GetString(bytes) is var meant && meant.All(c => !char.IsControl(c)) ? meant : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static byte? ByteOf(char c) => c is < '\u0080' or (>= '\u00A0' and <= '\u00FF') ? (byte)c
        : Windows.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? (byte)(0x80 + at) : null;
}

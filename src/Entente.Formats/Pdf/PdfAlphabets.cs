using System.Collections.Concurrent;

using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;

namespace Entente.Formats.Pdf;

/// <summary>Which fonts of a document say what their glyphs stand for. Of others the library gives the numbers of glyphs as if they were letters.</summary>
internal sealed class PdfAlphabets
{
    private readonly ConcurrentDictionary<IFont, bool> haveNone = new(ReferenceEqualityComparer.Instance);

    /// <summary>The letters of fonts that do not say which they are.</summary>
    public HashSet<Letter> Unknown(IReadOnlyList<Letter> letters)
    {
        var unknown = new HashSet<Letter>(ReferenceEqualityComparer.Instance);
        foreach (var drawn in letters.GroupBy(l => l.GetFont()))
        {
            if (drawn.Key is { } font && haveNone.GetOrAdd(font, HasNone))
                unknown.UnionWith(drawn);
        }

        // The numbers of glyphs that a document draws itself are any bytes, and old ones those of their letters.
        var own = letters.Where(l => l.GetFont()?.Name?.Data == "Type3").ToList();
        if (own.Count(IsByte) * 4 > own.Count)
            unknown.UnionWith(own);
        return unknown;
    }

    private static bool IsByte(Letter letter) => letter.Value is [< ' ' or (>= '\u007F' and <= '\u00FF')] && !letter.GetFont()!.TryGetUnicode(letter.Value[0], out _);

    /// <summary>A font of more than single bytes that knows the letter of none of its glyphs.</summary>
    private static bool HasNone(IFont font)
    {
        try
        {
            font.ReadCharacterCode(new MemoryInputBytes(new byte[] { 0, 1, 0, 1 }), out var length);
            return length > 1 && !Enumerable.Range(0, char.MaxValue + 1).Any(code => font.TryGetUnicode(code, out var letter) && letter is not null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The library says what is wrong with a font in many kinds of exceptions.
            return false;
        }
    }
}

using System.Globalization;
using System.Text;

namespace Entente.Formats.Pdf;

/// <summary>What a text is set in, character by character: the font that comes with the program, else the first of the system's that has it.</summary>
internal sealed class PdfFonts
{
    /// <summary>In the place of what cannot be set.</summary>
    private const char Mark = '\uFFFD';

    private readonly PdfFace plain = Shipped("Regular"), bold = Shipped("Bold");
    private readonly Queue<string> unread;
    private readonly List<PdfFace> system = [];
    private readonly Dictionary<char, PdfFace?> faces = [];

    /// <param name="files">Of the system's fonts, the better ones first; each is read when none before it has a character.</param>
    public PdfFonts(IEnumerable<string> files) => unread = new Queue<string>(files);

    /// <summary>The shipped ones and those of the system that were needed.</summary>
    public IEnumerable<PdfFace> Faces => [plain, bold, .. system];

    /// <summary>The text as it can be set: composed, without what has no look, and with a mark for each character that cannot be set.</summary>
    /// <param name="missing">Those are added here.</param>
    public string Settable(string text, ICollection<PdfMissing> missing)
    {
        var set = new StringBuilder();
        var composed = string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormC);
        var isMixed = VisualOrder.IsMixed(composed);
        foreach (var rune in composed.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                set.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                var needsFont = rune.IsBmp && !NeedsShaping(rune) && !(isMixed && VisualOrder.IsHebrew((char)rune.Value));
                var isSet = needsFont && FaceOf((char)rune.Value) is not null;
                set.Append(isSet ? (char)rune.Value : Mark);
                if (!isSet)
                    missing.Add(new PdfMissing(rune, needsFont));
            }
        }

        return string.Join(' ', set.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Scripts that are wrong when their letters are only put one after the other: Arabic, those of India and South-East Asia; Hebrew with points.</summary>
    private static bool NeedsShaping(Rune rune) => rune.Value is (>= 0x0591 and <= 0x05BD) or (>= 0x05BF and <= 0x05CF) or (>= 0x0600 and <= 0x109F) or (>= 0x1700 and <= 0x18AF) or (>= 0x1900 and <= 0x1CFF)
        or (>= 0xA800 and <= 0xABFF and not (>= 0xA960 and <= 0xA97F) and not (>= 0xAB30 and <= 0xABBF)) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE)
        or (>= 0x10800 and <= 0x11FFF) or (>= 0x1E800 and <= 0x1EFFF);

    public double WidthOf(char character, double size, bool isBold) => size * Face(character, isBold).WidthOf(character);

    /// <summary>The stretches of a text that stand in one part of one font.</summary>
    public IEnumerable<(string Text, PdfFace Face, int Part)> Stretches(string text, bool isBold)
    {
        var from = 0;
        for (var to = 1; to <= text.Length; to++)
        {
            var (face, part) = In(text[from]);
            if (to < text.Length && In(text[to]) == (face, part))
                continue;
            yield return (text[from..to], face, part);
            from = to;
        }

        (PdfFace Face, int Part) In(char character)
        {
            var face = Face(character, isBold);
            return (face, face.PartOf(character));
        }
    }

    private PdfFace Face(char character, bool isBold) => isBold && bold.Has(character) ? bold : FaceOf(character)!;

    private PdfFace? FaceOf(char character)
    {
        if (faces.TryGetValue(character, out var known))
            return known;
        var face = plain.Has(character) ? plain : system.Find(f => f.Has(character));
        while (face is null && unread.TryDequeue(out var file))
        {
            if (Read(file) is not { } next)
                continue;
            system.Add(next);
            face = next.Has(character) ? next : null;
        }

        return faces[character] = face;
    }

    private static PdfFace? Read(string file)
    {
        try
        {
            return PdfFace.Of(File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static PdfFace Shipped(string style)
    {
        using var stream = typeof(PdfFonts).Assembly.GetManifestResourceStream($"Entente.Formats.Pdf.Fonts.NotoSans-{style}.ttf")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return PdfFace.Of(bytes)!;
    }
}

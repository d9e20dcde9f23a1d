using System.Text;

using Entente.Core;

using Entente.Core.Reading;

using UtfUnknown;

namespace Entente.Formats;

/// <summary>What bytes are, told by what they hold and not by a file's name.</summary>
/// <param name="Encoding">IANA name.</param>
public sealed record DetectedText(string Text, string Encoding);

public static class Detect
{
    private const float SureEnough = 0.8f, Possible = 0.3f;

    /// <summary>So many words that lists are made of show that the letters were guessed right.</summary>
    private const int KnownWords = 3;
    private const int Sample = 1 << 16;

    /// <summary>Of so many bytes of a text one may be a control character that got into it.</summary>
    private const int BytesOfStray = 50;

    /// <summary>The media type by the first bytes and, of an archive, by what it holds; text/plain where nothing else is told.</summary>
    public static string TypeOf(ReadOnlyMemory<byte> bytes) => bytes.Span switch
    {
        [0x50, 0x4B, 0x03, 0x04, ..] => OfArchive(bytes),
        [(byte)'<' or 0xEF, ..] when IsFlatOpenDocument(bytes.Span) => MediaTypes.Ods,
        _ when BeginOfPdf(bytes.Span) >= 0 => MediaTypes.Pdf,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => MediaTypes.Xls,
        _ => MediaTypes.Text,
    };

    /// <summary>Where a PDF begins, which something else may stand before; below 0 where there is none. ISO 32000-1, annex H, note 13.</summary>
    public static int BeginOfPdf(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 1024)];
        var at = head.IndexOf("%PDF-"u8);
        return at == 0 || (at > 0 && bytes[at..].IndexOf("endobj"u8) >= 0) ? at : -1;
    }

    /// <summary>Whether a document may be a plain text that is read piece by piece.</summary>
    /// <param name="head">Its beginning.</param>
    public static bool MayBePlainText(ReadOnlyMemory<byte> head) =>
        TypeOf(head) == MediaTypes.Text && !IsPicture(head.Span) && !HoldsBinary(head.Span) && !IsHtml(Encoding.UTF8.GetString(head.Span))
        && head.Span.TrimStart("\uFEFF \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..];

    private static bool IsFlatOpenDocument(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(bytes.Length, 4096)].IndexOf("urn:oasis:names:tc:opendocument:xmlns:office"u8) >= 0;

    public static bool IsHtml(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (start.Length > 0 && start[0] == '<' && (text.Contains("<table", StringComparison.OrdinalIgnoreCase) || text.Contains("</p>", StringComparison.OrdinalIgnoreCase) || text.Contains("</div>", StringComparison.OrdinalIgnoreCase)))
            || (text.Contains("<table", StringComparison.OrdinalIgnoreCase) && text.Contains("</td>", StringComparison.OrdinalIgnoreCase));
    }

    private static string OfArchive(ReadOnlyMemory<byte> bytes)
    {
        var names = NamesIn(bytes);
        return names.Any(n => n.EndsWith("workbook.xml", StringComparison.Ordinal)) ? MediaTypes.Xlsx
            : names.Any(n => n.EndsWith("word/document.xml", StringComparison.Ordinal)) ? MediaTypes.Docx
            : names.Contains("content.xml") ? MediaTypes.Ods : MediaTypes.Text;
    }

    /// <summary>What an archive holds; nothing where it is damaged.</summary>
    private static IReadOnlyList<string> NamesIn(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes.ToArray(), writable: false));
            return [.. zip.Entries.Select(e => e.FullName)];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    private static bool IsPicture(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => true,
        [(byte)'I', (byte)'I', 0x2A, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A, ..] or [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => true,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => true,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h', (byte)'e', (byte)'i', (byte)'c', ..] => true,
        _ => false,
    };

    /// <exception cref="RefusedException">source.empty, source.picture, source.archive, source.damaged, source.binary, source.encoding: letters that are only guessed would be stored as facts.</exception>
    public static DetectedText Text(string name, ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.IsEmpty)
            throw new RefusedException("source.empty", name);
        if (IsPicture(span))
            throw new RefusedException("source.picture", name);
        if (span is [0x50, 0x4B, 0x03, 0x04, ..] && HoldsBinary(span))
            throw NamesIn(bytes).Count > 0 ? new RefusedException("source.archive", name) : new RefusedException("source.damaged", name);
        var text = ByMark(span) ?? AsUtf8(span) ?? ByNoughts(span) ?? Guessed(name, bytes);
        if (string.IsNullOrWhiteSpace(text.Text))
            throw new RefusedException("source.empty", name);
        return text;
    }

    private static DetectedText? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => new DetectedText(Encoding.UTF8.GetString(rest), "utf-8"),
        [0xFF, 0xFE, .. var rest] => new DetectedText(Encoding.Unicode.GetString(rest), "utf-16"),
        [0xFE, 0xFF, .. var rest] => new DetectedText(Encoding.BigEndianUnicode.GetString(rest), "utf-16BE"),
        _ => null,
    };

    /// <summary>UTF-16 without a mark: half of the bytes of plain letters are noughts, and blanks and digits are plain in every script.</summary>
    private static DetectedText? ByNoughts(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        var (first, second) = (0, 0);
        for (var i = 0; i + 1 < sample.Length; i += 2)
            (first, second) = (first + (sample[i] == 0 ? 1 : 0), second + (sample[i + 1] == 0 ? 1 : 0));
        if (bytes.Length % 2 != 0 || Math.Min(first, second) > 0 || Math.Max(first, second) * 20 < sample.Length)
            return null;
        var encoding = new UnicodeEncoding(bigEndian: first > 0, byteOrderMark: false, throwOnInvalidBytes: true);
        try
        {
            var text = encoding.GetString(bytes);
            return text.AsSpan(0, Math.Min(text.Length, Sample)).IndexOfAnyInRange('\0', '\b') >= 0 ? null : new DetectedText(text, encoding.WebName);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static DetectedText? AsUtf8(ReadOnlySpan<byte> bytes)
    {
        if (HoldsBinary(bytes))
            return null;
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return new DetectedText(text, "utf-8");
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static DetectedText Guessed(string name, ReadOnlyMemory<byte> bytes)
    {
        if (HoldsBinary(bytes.Span) || bytes.Span[..Math.Min(bytes.Length, Sample)].Contains((byte)0))
            throw new RefusedException("source.binary", name);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var sample = bytes[..Math.Min(bytes.Length, Sample)].ToArray();
        if (Declared(bytes.Span) is { } declared)
            return new DetectedText(declared.GetString(bytes.Span), declared.WebName);
        var result = CharsetDetector.DetectFromBytes(sample);
        if (result.Detected is not { Encoding: { } encoding } detected)
            throw new RefusedException("source.binary", name);
        if (detected.Confidence >= SureEnough)
            return new DetectedText(encoding.GetString(bytes.Span), encoding.WebName);
        var likely = result.Details.Where(d => d is { Encoding: not null, Confidence: >= Possible }).Select(d => d.Encoding).Concat(Usual.Select(Encoding.GetEncoding)).DistinctBy(e => e.WebName)
            .Select(e => (Encoding: e, Text: e.GetString(bytes.Span))).Select(e => (e.Encoding, e.Text, Known: ListWords.CountIn(e.Text))).MaxBy(e => e.Known);
        if (likely.Known >= KnownWords)
            return new DetectedText(likely.Text, likely.Encoding.WebName);
        return AsFewWesternLetters(bytes.Span) ?? throw new RefusedException("source.encoding", name, encoding.WebName);
    }

    /// <summary>A text in plain letters but for a few within its words, which are Western ones: é in Lycée, ü in Zürich.</summary>
    private static DetectedText? AsFewWesternLetters(ReadOnlySpan<byte> bytes)
    {
        var western = Encoding.GetEncoding("windows-1252");
        var text = western.GetString(bytes);
        var (few, letters) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            letters += char.IsAsciiLetter(text[i]) ? 1 : 0;
            if (char.IsAscii(text[i]) || text[i] is '’' or '‘' or '“' or '”' or '–' or '—' or '\u00A0')
                continue;
            few++;
            var isWithinWord = i > 0 && i + 1 < text.Length && (char.IsAsciiLetterLower(text[i - 1]) || char.IsAsciiLetterLower(text[i + 1]));
            if (text[i] is < 'À' or > 'ÿ' or '×' or '÷' || !isWithinWord)
                return null;
        }

        return few * 200 < letters ? new DetectedText(text, western.WebName) : null;
    }

    /// <summary>In which letters texts of offices are often stored.</summary>
    private static readonly string[] Usual =
        ["windows-1252", "windows-1251", "windows-1250", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258", "windows-874", "koi8-r", "gb18030", "big5", "shift_jis", "euc-kr"];

    /// <summary>What a page of the web says of itself.</summary>
    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2048)]);
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || !head.Contains('<', StringComparison.Ordinal))
            return null;
        var label = new string([.. head[(at + 8)..].TrimStart('"', '\'', ' ').TakeWhile(c => char.IsLetterOrDigit(c) || c is '-' or '_' or ':')]);
        try
        {
            return label.Length == 0 || label.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? null : Encoding.GetEncoding(label);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>More control characters than get into a text.</summary>
    private static bool HoldsBinary(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        var strays = 0;
        foreach (var b in sample)
            strays += b < 0x20 && b is not (0x09 or 0x0A or 0x0B or 0x0C or 0x0D or 0x1B) ? 1 : 0;
        return strays * BytesOfStray > sample.Length;
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Formats.Pdf;

/// <summary>A document whose end is missing, and with it the list of where its objects are: those that are whole are found one by one, and their pages put under a root of their own.</summary>
internal sealed partial class CutPdf
{
    private const int MostNumber = 8_000_000, MostUnpacked = 64 << 20, Tail = 2048;

    private readonly string text;
    private readonly SortedDictionary<int, (int From, int To)> objects = [];
    private readonly StringBuilder more = new();
    private readonly Dictionary<int, string> packed = [];
    private int unpacked;

    private CutPdf(string text) => this.text = text;

    /// <summary>Nothing at its end says where its objects are.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes) => bytes[Math.Max(0, bytes.Length - Tail)..].LastIndexOf("startxref"u8) < 0;

    /// <summary>The document with what of it is there; null where no page is.</summary>
    public static byte[]? Mended(ReadOnlySpan<byte> bytes)
    {
        var cut = new CutPdf(Encoding.Latin1.GetString(bytes));
        cut.FindObjects();
        cut.Unpack();
        return cut.Build();
    }

    private void FindObjects()
    {
        for (var at = 0; Begin().Match(text, at) is { Success: true } begin;)
        {
            ReadingStop.Look();
            var end = text.IndexOf("endobj", begin.Index, StringComparison.Ordinal);
            if (end < 0)
                break;
            at = end + "endobj".Length;
            if (int.TryParse(begin.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < MostNumber)
                objects[number] = (begin.Index, at);
        }
    }

    /// <summary>Objects may stand packed within others.</summary>
    private void Unpack()
    {
        foreach (var (from, to) in objects.Values)
        {
            var own = text[from..to];
            if (HeadOf(own) is not { } head || !OfObjects().IsMatch(head) || First().Match(head) is not { Success: true } first || Inflated(own, head) is not { } content)
                continue;
            var start = int.Parse(first.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            if (start > content.Length)
                continue;
            var numbers = content[..start].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1).ToList();
            for (var i = 0; i + 1 < numbers.Count; i += 2)
            {
                var (begin, end) = (start + numbers[i + 1], i + 3 < numbers.Count ? start + numbers[i + 3] : content.Length);
                if (numbers[i] is > 0 and < MostNumber && numbers[i + 1] >= 0 && begin <= end && end <= content.Length)
                    packed[numbers[i]] = content[begin..end];
            }
        }
    }

    /// <summary>What stands before the bytes of a stream; null for what is none.</summary>
    private static string? HeadOf(string own) => own.IndexOf("stream", StringComparison.Ordinal) is > 0 and var at ? own[..at] : null;

    private string? Inflated(string own, string head)
    {
        if (!head.Contains("/FlateDecode", StringComparison.Ordinal) || head.Contains("/DecodeParms", StringComparison.Ordinal))
            return null;
        try
        {
            var from = head.Length + "stream".Length;
            from += own[from] == '\r' ? 2 : 1;
            using var stream = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(own[from..])), CompressionMode.Decompress);
            using var into = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = stream.Read(buffer)) > 0 && unpacked < MostUnpacked; unpacked += read)
                into.Write(buffer, 0, read);
            return Encoding.Latin1.GetString(into.ToArray());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private byte[]? Build()
    {
        var all = objects.ToDictionary(o => o.Key, o => HeadOf(text[o.Value.From..o.Value.To]) ?? text[o.Value.From..o.Value.To]);
        foreach (var (number, content) in packed)
            all.TryAdd(number, content);
        // As they stand in the document; those that were packed by their numbers.
        var pages = all.Where(o => OfPage().IsMatch(o.Value)).Select(o => o.Key).OrderBy(n => objects.TryGetValue(n, out var own) ? own.From : int.MaxValue).ThenBy(n => n).ToList();
        if (pages.Count == 0)
            return null;
        more.Append(text).Append('\n');
        var places = objects.ToDictionary(o => o.Key, o => o.Value.From);
        foreach (var (number, content) in packed.Where(p => !objects.ContainsKey(p.Key)))
            Add(number, content);
        var (tree, root) = (all.Keys.Max() + 1, all.Keys.Max() + 2);
        Add(tree, $"<< /Type /Pages /Count {pages.Count} {Shared(all.Values)} /Kids [{string.Join(' ', pages.Select(p => $"{p} 0 R"))}] >>");
        Add(root, $"<< /Type /Catalog /Pages {tree} 0 R >>");
        var table = more.Length;
        more.Append("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, at) in places.OrderBy(p => p.Key))
            more.Append(CultureInfo.InvariantCulture, $"{number} 1\n{at:D10} 00000 n \n");
        more.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {root + 1} /Root {root} 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(more.ToString());

        void Add(int number, string content)
        {
            places[number] = more.Length;
            more.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }
    }

    /// <summary>What the root of the pages says for all of them, where it is there.</summary>
    private static string Shared(IEnumerable<string> all) =>
        all.FirstOrDefault(o => OfTree().IsMatch(o)) is { } tree ? string.Join(' ', new[] { OfSize().Match(tree).Value, OfFonts().Match(tree).Value }) : "";

    [GeneratedRegex(@"(?<![0-9])(\d{1,8})\s+\d{1,5}\s+obj\b")]
    private static partial Regex Begin();

    [GeneratedRegex(@"/Type\s*/ObjStm\b")]
    private static partial Regex OfObjects();

    [GeneratedRegex(@"/First\s+(\d{1,8})")]
    private static partial Regex First();

    [GeneratedRegex(@"/Type\s*/Page(?![A-Za-z])")]
    private static partial Regex OfPage();

    [GeneratedRegex(@"/Type\s*/Pages\b")]
    private static partial Regex OfTree();

    [GeneratedRegex(@"/MediaBox\s*\[[^\]]*\]")]
    private static partial Regex OfSize();

    [GeneratedRegex(@"/Resources\s+\d+\s+\d+\s+R")]
    private static partial Regex OfFonts();
}

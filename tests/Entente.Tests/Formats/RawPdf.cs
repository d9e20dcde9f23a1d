using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Entente.Tests.Formats;

/// <summary>A PDF written by hand, for what no writer would write.</summary>
internal sealed class RawPdf
{
    private readonly List<byte[]> objects = [];

    /// <returns>Its number.</returns>
    public int Add(string content)
    {
        objects.Add(Encoding.Latin1.GetBytes(content));
        return objects.Count;
    }

    public int AddStream(byte[] bytes, string dictionary = "")
    {
        objects.Add([.. Encoding.Latin1.GetBytes($"<< {dictionary} /Length {bytes.Length} >>\nstream\n"), .. bytes, .. "\nendstream"u8]);
        return objects.Count;
    }

    public int AddStream(string text, string dictionary = "") => AddStream(Encoding.Latin1.GetBytes(text), dictionary);

    public int AddPacked(Action<Stream> write)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            write(stream);
        return AddStream(packed.ToArray(), "/Filter /FlateDecode");
    }

    /// <summary>Pages with these contents, in Helvetica where nothing else is said.</summary>
    /// <param name="resources">Of all pages.</param>
    /// <param name="creator">The program that says it made it.</param>
    public byte[] Build(IReadOnlyList<int> contents, string? resources = null, string? creator = null)
    {
        var font = Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var tree = objects.Count + contents.Count + 1;
        var pages = contents.Select(c => Add($"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842] /Contents {c} 0 R /Resources << {resources ?? $"/Font << /F {font} 0 R >>"} >> >>")).ToList();
        Add($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(p => $"{p} 0 R"))}] >>");
        var root = Add($"<< /Type /Catalog /Pages {tree} 0 R >>");
        var info = creator is null ? "" : $" /Info {Add($"<< /Creator ({creator}) >>")} 0 R";
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var starts = new List<long>();
        foreach (var (content, i) in objects.Select((o, i) => (o, i)))
        {
            starts.Add(file.Position);
            file.Write(Encoding.Latin1.GetBytes($"{i + 1} 0 obj\n"));
            file.Write(content);
            file.Write("\nendobj\n"u8);
        }

        var xref = file.Position;
        var table = new StringBuilder($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var start in starts)
            table.Append(start.ToString("D10", CultureInfo.InvariantCulture)).Append(" 00000 n \n");
        file.Write(Encoding.Latin1.GetBytes($"{table}trailer\n<< /Size {objects.Count + 1} /Root {root} 0 R{info} >>\nstartxref\n{xref}\n%%EOF\n"));
        return file.ToArray();
    }
}

using System.Security.Cryptography;

using Entente.Core;
using Entente.Edtf;
using Entente.Formats.Text;

namespace Entente.Formats;

/// <param name="ListedOn">The date that the list speaks of, when the person who brings it knows it.</param>
public sealed record ReadOptions(EdtfDate? ListedOn = null, CountingRule Counting = CountingRule.SameDay);

/// <summary>The one door for documents: bytes in, a reading out.</summary>
public static class SourceReader
{
    /// <summary>Larger documents are refused before they are read.</summary>
    public const long MostBytes = 64L << 20;

    /// <summary>No list has a line of so many UTF-16 units.</summary>
    private const int LongestLine = 1 << 20;

    /// <exception cref="RefusedException">The bytes are no document that can be read: source.empty, source.binary, source.too-large, source.long-line, source.no-table.</exception>
    public static SourceReading Read(string name, ReadOnlyMemory<byte> bytes, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (bytes.Length > MostBytes)
            throw new RefusedException("source.too-large", name, $"{MostBytes >> 20}");
        var text = Detect.Text(name, bytes);
        if (HasLongLine(text.Text))
            throw new RefusedException("source.long-line", name);
        var source = new Source(name, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), "text/plain", bytes.Length, text.Encoding);
        var reading = RowsInOrder.Read(source, text.Text, options) ?? throw new RefusedException("source.no-table", name);
        return text.Doubt ? reading with { Findings = [.. reading.Findings, GuessedEncoding(reading, text)] } : reading;
    }

    private static Finding GuessedEncoding(SourceReading reading, DetectedText text) =>
        new("source.encoding-guessed", Severity.Doubt, [], null, [text.Encoding]) { Id = $"f{reading.Findings.Count + 1}" };

    private static bool HasLongLine(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Length > LongestLine)
                return true;
        }

        return false;
    }
}

using System.Globalization;
using System.Security.Cryptography;

using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;
using Entente.Formats.Text;

namespace Entente.Formats;

/// <param name="ListedOn">The date that the list speaks of, when the person who brings it knows it.</param>
public sealed record ReadOptions(EdtfDate? ListedOn = null)
{
    public ReadingRules Rules { get; init; } = ReadingRules.Usual;

    /// <summary>For a list that goes into a register.</summary>
    public static ReadOptions For(Register register, EdtfDate? listedOn = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        return new ReadOptions(listedOn ?? register.ListedOn) { Rules = ReadingRules.Of(register) };
    }
}

/// <summary>The one door for documents: bytes in, a reading out.</summary>
public static class SourceReader
{
    /// <summary>Larger documents are refused before they are read.</summary>
    public const long MostBytes = 64L << 20;

    /// <summary>No list has a line of so many UTF-16 units.</summary>
    private const int LongestLine = 1 << 20;

    /// <summary>Some fifteen thousand agreements. Where columns are lost each word is weighed in many ways at once: twice as many take 4 GB and minutes.</summary>
    public const int MostWords = 200_000;

    /// <exception cref="RefusedException">The bytes are no document that can be read: source.empty, source.binary, source.encoding, source.too-large,
    /// source.long-line, source.too-many-words, source.no-table.</exception>
    public static SourceReading Read(string name, ReadOnlyMemory<byte> bytes, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (bytes.Length > MostBytes)
            throw new RefusedException("source.too-large", name, $"{MostBytes >> 20}");
        var text = Detect.Text(name, bytes);
        if (HasLongLine(text.Text))
            throw new RefusedException("source.long-line", name);
        if (HasTooManyWords(text.Text))
            throw new RefusedException("source.too-many-words", name, MostWords.ToString("N0", CultureInfo.InvariantCulture));
        var source = new Source(name, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), "text/plain", bytes.Length, text.Encoding);
        return RowsInOrder.Read(source, text.Text, options) ?? throw new RefusedException("source.no-table", name);
    }

    private static bool HasTooManyWords(string text)
    {
        // A word and the blank after it are two characters at least.
        if (text.Length < 2 * MostWords)
            return false;
        var words = 0;
        var isInside = false;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !isInside && ++words > MostWords)
                return true;
            isInside = !char.IsWhiteSpace(c);
        }

        return false;
    }

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

using System.IO.Compression;

namespace Entente.Formats;

/// <summary>A document type definition in XML: it may name other files, and entities that grow without end. No office program writes one.</summary>
internal static class TypeDefinition
{
    /// <summary>It stands before the first element.</summary>
    private const int MostLetters = 1 << 16;

    /// <summary>Looked for in a document that could not be opened, to say why.</summary>
    public static bool IsIn(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            if (bytes.Span is not [(byte)'P', (byte)'K', ..])
                return IsAhead(new MemoryStream(bytes.ToArray(), writable: false));
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false));
            return zip.Entries.Any(e => e.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && IsAhead(e.Open()));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsAhead(Stream part)
    {
        using var text = new StreamReader(part);
        var letters = new char[MostLetters];
        var ahead = letters.AsSpan(0, text.ReadBlock(letters)).TrimStart();
        // Declarations and comments may stand before it.
        while (ahead.StartsWith("<?", StringComparison.Ordinal) || ahead.StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = ahead.IndexOf(ahead[1] == '?' ? "?>" : "-->", StringComparison.Ordinal);
            ahead = end < 0 ? [] : ahead[(end + 2)..].TrimStart(" \t\r\n>");
        }

        return ahead.StartsWith("<!DOCTYPE", StringComparison.Ordinal);
    }
}

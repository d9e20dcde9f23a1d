using System.IO.Compression;

using UglyToad.PdfPig.Tokens;

namespace Entente.Formats.Pdf;

/// <summary>Packed streams that cannot be unpacked to their end: what comes before the damage stands, and that there is one is said.</summary>
internal static class DamagedStreams
{
    /// <summary>A read that meets the damage loses what it has unpacked.</summary>
    private const int Usual = 1 << 16, Careful = 16;

    private static readonly string[] others = ["Length1", "Length2", "Length3", "FunctionType", "ShadingType", "Alternate", "DecodeParms"];

    /// <summary>Whether texts may stand in it: it is no picture, font or colour.</summary>
    public static bool MayHoldText(DictionaryToken dictionary) =>
        (!dictionary.Data.TryGetValue("Subtype", out var kind) || kind is NameToken { Data: "Form" }) && !Array.Exists(others, dictionary.Data.ContainsKey);

    /// <summary>What comes before the damage; null where there is none.</summary>
    public static byte[]? Read(Memory<byte> input)
    {
        if (input.Length < 2)
            return null;
        var bytes = input.ToArray();
        return Unpacked(bytes, Usual) is null ? Unpacked(bytes, Careful, isDamaged: true) : null;
    }

    /// <returns>Null where it cannot be unpacked to its end.</returns>
    private static byte[]? Unpacked(byte[] bytes, int step, bool isDamaged = false)
    {
        // Some programs leave the first two bytes as they are, which say nothing about the others.
        var hasHeader = ((bytes[0] << 8) + bytes[1]) % 31 == 0 && (bytes[0] & 15) == 8;
        using var packed = new MemoryStream(bytes, writable: false);
        packed.Position = isDamaged || !hasHeader ? 2 : 0;
        using Stream stream = packed.Position == 0 ? new ZLibStream(packed, CompressionMode.Decompress) : new DeflateStream(packed, CompressionMode.Decompress);
        using var all = new MemoryStream();
        var part = new byte[step];
        try
        {
            for (int read; (read = stream.Read(part)) > 0;)
                all.Write(part, 0, read);
        }
        catch (InvalidDataException) when (isDamaged)
        {
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return all.ToArray();
    }
}

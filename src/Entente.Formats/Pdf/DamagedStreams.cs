using System.IO.Compression;

using UglyToad.PdfPig.Tokens;

namespace Entente.Formats.Pdf;

/// <summary>Packed streams that cannot be unpacked to their end: what comes before the damage stands, and that there is one is said.</summary>
internal static class DamagedStreams
{
    /// <summary>A read that meets the damage loses what it has unpacked.</summary>
    private const int Usual = 1 << 16, Careful = 16;

    private static readonly string[] others = ["Length1", "Length2", "Length3", "FunctionType", "ShadingType", "Alternate", "DecodeParms", "DP"];

    /// <summary>Whether texts may stand in it: it is no picture, font or colour.</summary>
    public static bool MayHoldText(DictionaryToken dictionary) =>
        (!dictionary.Data.TryGetValue("Subtype", out var kind) || kind is NameToken { Data: "Form" }) && !Array.Exists(others, dictionary.Data.ContainsKey);

    /// <summary>What it unpacks to, up to the damage.</summary>
    /// <param name="most">Bytes that may come of it.</param>
    /// <returns>Null where it is more.</returns>
    public static (byte[] Bytes, bool IsWhole)? Read(Memory<byte> input, int most)
    {
        var bytes = input.ToArray();
        // Some programs leave the first two bytes as they are, which say nothing about the others; else a sum at the end tells of damage.
        var hasSum = bytes is [var first, var second, ..] && ((first << 8) + second) % 31 == 0 && (first & 15) == 8;
        var (all, isWhole) = Unpacked(bytes, Usual, most, hasSum);
        if (!isWhole)
            (all, _) = Unpacked(bytes, Careful, most, hasSum: false);
        return all.Length > most ? null : (all, isWhole);
    }

    private static (byte[] Bytes, bool IsWhole) Unpacked(byte[] bytes, int step, int most, bool hasSum)
    {
        using var packed = new MemoryStream(bytes, writable: false) { Position = hasSum ? 0 : Math.Min(2, bytes.Length) };
        using Stream stream = hasSum ? new ZLibStream(packed, CompressionMode.Decompress) : new DeflateStream(packed, CompressionMode.Decompress);
        using var all = new MemoryStream();
        var part = new byte[step];
        try
        {
            for (int read; all.Length <= most && (read = stream.Read(part)) > 0;)
                all.Write(part, 0, read);
            return (all.ToArray(), true);
        }
        catch (InvalidDataException)
        {
            return (all.ToArray(), false);
        }
    }
}

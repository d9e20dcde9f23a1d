using System.IO.Compression;

using Entente.Core;

namespace Entente.Formats;

/// <summary>Documents that are archives, told by what they say of themselves before anything is unpacked: no more comes out than that.</summary>
internal static class Packed
{
    private const long MostBytes = 512L << 20;

    /// <summary>Smaller parts may be packed as well as they can be.</summary>
    private const long Small = 32L << 20;

    /// <summary>Sheets are packed to a tenth or a twentieth.</summary>
    private const int MostTimes = 200;

    /// <exception cref="RefusedException">source.too-packed.</exception>
    public static void Check(string name, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span is not [(byte)'P', (byte)'K', ..])
            return;
        using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false));
        if (zip.Entries.Sum(e => e.Length) > MostBytes || zip.Entries.Any(e => e.Length > Small && e.Length / MostTimes > e.CompressedLength))
            throw new RefusedException("source.too-packed", name, $"{MostBytes >> 20}");
    }
}

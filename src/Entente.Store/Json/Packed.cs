using System.IO.Compression;

namespace Entente.Store.Json;

/// <summary>Bytes that are read rarely and whole, kept compressed.</summary>
internal static class Packed
{
    /// <summary>A value as JSON, packed.</summary>
    public static byte[] Json<T>(T value) => Pack(StoredJson.Bytes(value));

    public static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>What cannot be unpacked is given back as it is: its hash then says that it was tampered with.</summary>
    public static byte[] Unpack(byte[] packed)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            brotli.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (InvalidDataException)
        {
            return packed;
        }
    }
}

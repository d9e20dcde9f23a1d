using System.Buffers;
using System.IO.Compression;

namespace Entente.Store.Json;

/// <summary>Bytes that are read rarely and whole, kept compressed.</summary>
internal static class Packed
{
    private const int Fastest = 1, Window = 22;

    /// <summary>A value as JSON, packed.</summary>
    public static byte[] Json<T>(T value) => Pack(StoredJson.Bytes(value));

    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            return BrotliEncoder.TryCompress(bytes, room, out var length, Fastest, Window) ? room[..length]
                : throw new InvalidOperationException("There is room for whatever it is packed to.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
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

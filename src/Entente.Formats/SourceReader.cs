using Entente.Core;
using Entente.Edtf;

namespace Entente.Formats;

/// <param name="ListedOn">The date that the list speaks of, when the person who brings it knows it.</param>
public sealed record ReadOptions(EdtfDate? ListedOn = null, CountingRule Counting = CountingRule.SameDay);

/// <summary>The one door for documents: bytes in, a reading out.</summary>
public static class SourceReader
{
    /// <exception cref="RefusedException">The bytes are no document that can be read: source.empty, source.binary, source.too-large, source.no-table.</exception>
    public static SourceReading Read(string name, ReadOnlyMemory<byte> bytes, ReadOptions options)
    {
        throw new RefusedException("source.no-table", name);
    }
}

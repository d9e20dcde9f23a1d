using System.Buffers;

namespace Entente.Formats.Ror;

/// <summary>A stretch of a mapped file as a column of values. Whoever mapped the file keeps it mapped.</summary>
internal sealed unsafe class MappedMemory<T>(byte* start, int count) : MemoryManager<T>
    where T : unmanaged
{
    public override Span<T> GetSpan() => new(start, count);

    public override MemoryHandle Pin(int elementIndex = 0) => new((T*)start + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}

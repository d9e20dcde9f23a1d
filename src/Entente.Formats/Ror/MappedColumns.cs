namespace Entente.Formats.Ror;

/// <summary>Columns of a mapped file, taken in their order.</summary>
internal sealed unsafe class MappedColumns(byte* start, long length, long[] places)
{
    private int next;

    /// <summary>That each column stood within the file.</summary>
    public bool AreSound { get; private set; } = true;

    public ReadOnlyMemory<T> Next<T>()
        where T : unmanaged
    {
        var (at, count) = (places[next], places[next + 1]);
        next += 2;
        if (at >= 0 && count is >= 0 and <= int.MaxValue && at + (count * sizeof(T)) <= length)
            return new MappedMemory<T>(start + at, (int)count).Memory;
        AreSound = false;
        return ReadOnlyMemory<T>.Empty;
    }
}

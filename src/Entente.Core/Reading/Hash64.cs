namespace Entente.Core.Reading;

/// <summary>Stands for a text where very many are to be known again: of a million, two are taken for one in one list of thirty million.</summary>
internal static class Hash64
{
    // FNV-1a by pairs of bytes, http://www.isthe.com/chongo/tech/comp/fnv, with the end of MurmurHash3, so that all bits depend on all letters.
    private const ulong Basis = 0xCBF29CE484222325, Prime = 0x100000001B3;

    public static ulong Of(ReadOnlySpan<char> text, ulong seed = Basis)
    {
        var hash = seed;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * Prime);
        return Mixed(hash);
    }

    private static ulong Mixed(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
            hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        }

        return hash ^ (hash >> 33);
    }
}

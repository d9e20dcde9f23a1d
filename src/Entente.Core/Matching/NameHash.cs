namespace Entente.Core.Matching;

/// <summary>Hashes that are the same in every process, for they are kept in files: FNV-1a over 64 bits, stirred once more.</summary>
internal static class NameHash
{
    private const ulong Start = 14695981039346656037, Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = Start;
        foreach (var c in word)
            hash = (hash ^ c) * Prime;
        return Stirred(hash);
    }

    /// <summary>Of words in their order.</summary>
    public static ulong OfWords(IReadOnlyList<NameWord> words)
    {
        var hash = Start;
        for (var i = 0; i < words.Count; i++)
            hash = Stirred((hash * Prime) ^ Of(words[i].Text));
        return hash;
    }

    private static ulong Stirred(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 29);
    }
}

namespace Entente.Core.Matching;

/// <summary>Words that are a slip of the hand apart share a form with a letter left out.</summary>
internal static class WordSlips
{
    public const int Shortest = 4, Longest = 30;

    public static bool IsFit(ReadOnlySpan<char> word) => word.Length is >= Shortest and <= Longest && !word.ContainsAnyInRange('0', '9');

    /// <summary>The word as it is, and with each of its letters left out.</summary>
    public static void HashesOf(ReadOnlySpan<char> word, List<uint> into)
    {
        Span<char> shorter = stackalloc char[Longest];
        into.Add(Short(NameHash.Of(word)));
        for (var i = 0; i < word.Length; i++)
        {
            if (i > 0 && word[i] == word[i - 1])
                continue;
            word[..i].CopyTo(shorter);
            word[(i + 1)..].CopyTo(shorter[i..]);
            into.Add(Short(NameHash.Of(shorter[..(word.Length - 1)])));
        }
    }

    private static uint Short(ulong hash) => (uint)(hash >> 32);
}

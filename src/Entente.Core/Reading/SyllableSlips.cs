namespace Entente.Core.Reading;

/// <summary>Slips of the hand in names of scripts in which one sign is a syllable or a word: two of them exchanged, or one other.
/// A syllable block holds about three letters; a place is named by two of them, and another one there is another place.</summary>
public static class SyllableSlips
{
    private const int Shortest = 4, Longest = 60;

    /// <summary>So many signs a name has before the word for a university, where another order of them is a slip, or a letter of a block.</summary>
    private const int ShortestName = 3;

    private const int ShortestKana = 4, ShortestBlocks = 5, ShortestHan = 6, MostLetters = 2;

    private const int Blocks = 0xAC00, LastBlock = 0xD7A3, OfFirst = 588, OfLast = 28;

    /// <summary>The signs of a name; null where it is of another script, or too short to tell.</summary>
    public static string? Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is < Shortest or > Longest)
            return null;
        var signs = Folding.Fold(name).Replace(" ", "", StringComparison.Ordinal);
        return signs.Length >= Shortest && signs.All(c => IsBlock(c) || IsKana(c) || IsHan(c)) ? signs : null;
    }

    /// <summary>The name with each of its signs left out: two that are a slip apart share one of these.</summary>
    public static IEnumerable<string> Shapes(string signs)
    {
        ArgumentNullException.ThrowIfNull(signs);
        return Enumerable.Range(0, signs.Length).Select(i => signs.Remove(i, 1)).Distinct();
    }

    /// <param name="signs">As <see cref="Of"/> gives them; <paramref name="known"/> likewise.</param>
    public static bool IsSlip(string signs, string known)
    {
        ArgumentNullException.ThrowIfNull(signs);
        ArgumentNullException.ThrowIfNull(known);
        if (signs.Length != known.Length || signs == known)
            return false;
        var first = Enumerable.Range(0, signs.Length).First(i => signs[i] != known[i]);
        var last = Enumerable.Range(0, signs.Length).Last(i => signs[i] != known[i]);
        var isSwapped = last == first + 1 && signs[first] == known[last] && signs[last] == known[first];
        if (first != last && !isSwapped)
            return false;
        var name = known.Length - UniversityWords.EndOf(known);
        // The word for a university itself is slipped in, and the name before it is the same.
        if (first >= name && name > 0)
            return true;
        return isSwapped ? name >= ShortestName : IsOther(signs[first], known[first], name);
    }

    private static bool IsOther(char one, char known, int name) => (one, known) switch
    {
        _ when IsBlock(one) && IsBlock(known) => name >= ShortestBlocks || (name >= ShortestName && LettersOther(one, known) <= MostLetters),
        _ when IsKana(one) && IsKana(known) => name >= ShortestKana,
        _ => name >= ShortestHan,
    };

    private static int LettersOther(char one, char other)
    {
        var (a, b) = (one - Blocks, other - Blocks);
        return (a / OfFirst == b / OfFirst ? 0 : 1) + (a % OfFirst / OfLast == b % OfFirst / OfLast ? 0 : 1) + (a % OfLast == b % OfLast ? 0 : 1);
    }

    private static bool IsBlock(char c) => c is >= (char)Blocks and <= (char)LastBlock;

    private static bool IsKana(char c) => c is >= '\u3041' and <= '\u30FF';

    private static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '\u3005';
}

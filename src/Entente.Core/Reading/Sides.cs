namespace Entente.Core.Reading;

/// <summary>A piece of a partner's place between what may part two parties.</summary>
/// <param name="End">Behind its last character.</param>
/// <param name="Part">Pieces of one part have nothing stronger than a comma or an "and" between them, which names have too.</param>
internal readonly record struct Side(int Start, int End, int Part);

/// <summary>Cuts a text wherever one party might end and another begin. Whether it does there, is not said here.</summary>
internal static class Sides
{
    private const string Strong = ";/|×—–↔⇄；／؛", Weak = ",+&、，،・";

    /// <summary>Words for "and" and "with" that stand alone between two names.</summary>
    private static readonly Lazy<HashSet<string>> Words = new(() =>
        [.. PhraseBook.Of("name").Wordings("and").Concat(PhraseBook.Of("with").Wordings("with")).Where(w => w.All(Scripts.IsOfWord))]);

    public static IReadOnlyList<Side> Of(string text)
    {
        var sides = new List<Side>();
        var (start, part) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            var (length, isStrong) = BorderAt(text, i);
            if (length == 0)
            {
                i++;
                continue;
            }

            Add(text, start, i, part, sides);
            part += isStrong ? 1 : 0;
            i += length;
            start = i;
        }

        Add(text, start, text.Length, part, sides);
        return sides;
    }

    private static void Add(string text, int start, int end, int part, List<Side> sides)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            sides.Add(new Side(start, end, part));
    }

    /// <summary>How long the border is that begins here; 0 when there is none.</summary>
    private static (int Length, bool IsStrong) BorderAt(string text, int at)
    {
        var c = text[at];
        if (Strong.Contains(c, StringComparison.Ordinal))
            return (1, true);
        if (Weak.Contains(c, StringComparison.Ordinal))
            return (1, false);
        // Within a word a hyphen is part of a name.
        if (c is '-' or '\u2010' or '\u2212' && (IsBlankAt(text, at - 1) || IsBlankAt(text, at + 1)))
            return (1, true);
        return char.IsLetter(c) && IsBlankAt(text, at - 1) && Word(text, at) is { Length: > 0 } word ? (word.Length, false) : (0, false);
    }

    private static string? Word(string text, int at)
    {
        var end = at;
        while (end < text.Length && Scripts.IsOfWord(text[end]))
            end++;
        return IsBlankAt(text, end) && Words.Value.Contains(text[at..end].ToLowerInvariant()) ? text[at..end] : null;
    }

    private static bool IsBlankAt(string text, int at) => at >= 0 && at < text.Length && char.IsWhiteSpace(text[at]);
}

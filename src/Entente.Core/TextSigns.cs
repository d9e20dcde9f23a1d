using System.Buffers;

namespace Entente.Core;

/// <summary>Signs that are not seen and turn what is: a name that holds them reads as another one.</summary>
public static class TextSigns
{
    /// <summary>Marks, embeddings, overrides and isolates of direction. Unicode Standard Annex 9, 2.1 to 2.6. Joiners are none: Persian and Indic names are written with them.</summary>
    public static bool IsDirection(char c) => c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Of direction or of control; what ends lines and sets them apart is neither.</summary>
    public static bool Is(char c) => IsDirection(c) || (char.IsControl(c) && c is not ('\t' or '\n' or '\r'));

    /// <summary>Not seen either: where a word or a line may be broken, and marks of the order of bytes.</summary>
    private static bool IsHidden(char c) => c is SoftHyphen or '\u200B' or '\u2060' or '\uFEFF';

    private const char SoftHyphen = '\u00AD';

    private static readonly SearchValues<char> all = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => Is(c) || IsHidden(c))]);

    public static bool AreIn(string text) => text.AsSpan().IndexOfAny(all) >= 0;

    /// <summary>Those that a text holds, each once.</summary>
    public static IEnumerable<char> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !AreIn(text) ? [] : text.Where(c => Is(c) || IsHidden(c)).Distinct();
    }

    /// <summary>As it is seen. A word that was broken at the end of a line is whole.</summary>
    public static string Without(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !AreIn(text) ? text
            : string.Concat(text.Where((c, i) => !Is(c) && !IsHidden(c) && !(c == ' ' && i > 0 && text[i - 1] == SoftHyphen)));
    }

    /// <summary>What a file is called: the last part of a path, whichever system wrote it, without signs that turn or hide a part of it.</summary>
    public static string FileName(string path)
    {
        var name = string.Concat(Without(path ?? "").Where(c => !char.IsControl(c))).TrimEnd('/', '\\');
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return name is "" or "." or ".." ? "file" : name;
    }
}

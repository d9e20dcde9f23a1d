using Entente.Core;
using Entente.Edtf;

namespace Entente.Formats.Registers;

/// <summary>Acts as the column of events has them: "signed 2008-09-22; renewed 2020-07-23 from 2018-09-23 until 2028-09-22 (by letter)".</summary>
internal static class EventTexts
{
    private const string Separator = "; ", From = "from", Until = "until";

    /// <summary>Each begins with an act; a semicolon before anything else is a part of a note.</summary>
    public static IReadOnlyList<string> Parts(string text)
    {
        var parts = new List<string>();
        foreach (var part in text.Split(Separator))
        {
            if (parts.Count == 0 || ActOf(part) is not null)
                parts.Add(part);
            else
                parts[^1] += Separator + part;
        }

        return text.Length == 0 ? [] : parts;
    }

    /// <param name="dateOf">A date as it is written, or as people write it; null where it is none.</param>
    /// <returns>Not read is what is no act, and an act with a date that is none.</returns>
    public static (Event Event, bool IsRead) Read(string text, Func<string, EdtfDate?> dateOf)
    {
        if (ActOf(text) is not { } act)
            return (new Event(Act.Unclear, null, null, text), false);
        var rest = text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        var noteAt = rest.StartsWith('(') ? 0 : rest.IndexOf(" (", StringComparison.Ordinal);
        var note = noteAt >= 0 && rest.EndsWith(')') ? rest[(rest.IndexOf('(', noteAt) + 1)..^1] : null;
        var days = (note is null ? rest : rest[..noteAt]).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var (until, from) = (Taken(days, Until), Taken(days, From));
        var said = string.Join(' ', days);
        var dates = new[] { said, from, until }.Select(d => d is { Length: > 0 } ? dateOf(d) : null).ToArray();
        if (said.Length == 0 ? dates[2] is not null : dates[0] is not null && (from is null || dates[1] is not null) && (until is null || dates[2] is not null))
            return (new Event(act, dates[0], dates[2], said.Length > 0 ? said : until!) { From = dates[1], Note = note }, true);
        // What is printed of an act instead of a date is a text of its own.
        return (new Event(act, null, null, rest), act == Act.Unclear || !rest.Any(char.IsAsciiDigit));
    }

    private static Act? ActOf(string text) => text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? Words.Parse<Act>(text[..end]) : null;

    /// <summary>What stands behind the word, taken from the words.</summary>
    private static string? Taken(List<string> words, string behind)
    {
        if (words.IndexOf(behind) is not (>= 0 and var at))
            return null;
        var taken = string.Join(' ', words.Skip(at + 1));
        words.RemoveRange(at, words.Count - at);
        return taken;
    }
}

using System.Buffers;

using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>2019?, 05.2019~, Spring 2023%: a mark of EDTF directly behind a date says that it is doubtful, an estimate or both (EDTF level 1, qualification of a date).</summary>
internal static class QualifiedDates
{
    private static readonly SearchValues<char> marks = SearchValues.Create("?~%");

    public static DateMatch With(ReadOnlySpan<char> text, DateMatch match) =>
        match is { Date: { } date, Second: null } && match.Length < text.Length && marks.Contains(text[match.Length]) && Ends(text[(match.Length + 1)..])
            && EdtfDate.TryParse($"{date}{text[match.Length]}", out var qualified) ? match with { Length = match.Length + 1, Date = qualified } : match;

    private static bool Ends(ReadOnlySpan<char> behind) => behind.IsEmpty || char.IsWhiteSpace(behind[0]) || behind[0] is ',' or ';' or ')' or '.';
}

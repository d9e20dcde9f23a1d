using System.Globalization;

namespace Entente.Core.Reading;

/// <summary>Lengths in digits and in words, with what may be added: 5 years, five (5) years, 36 months, 5+5, 5year+1.</summary>
internal static class Lengths
{
    private const int LongestUnit = 12;

    private static readonly Lazy<PhraseBook> Units = new(() => PhraseBook.Of("unit"));
    private static readonly Lazy<PhraseBook> Whole = new(() => PhraseBook.Of("length"));
    private static readonly Lazy<PhraseBook> Numbers = new(() => PhraseBook.Of("number"));

    public static string? UnitOf(string key) => Units.Value.Find(key);

    public static bool TryMatch(TokenRun run, int start, out TermPiece piece)
    {
        piece = default;
        var text = run.From(start);
        var first = Amount(text, 0);
        if (first.End == 0)
        {
            if (Whole.Value.LongestAt(run.Keys, start) is not { End: > 0 } whole || !Length.TryParse($"P{whole.Code.ToUpperInvariant()}", out var length))
                return false;
            piece = new TermPiece(TermPieceKind.Length, whole.End) { Length = length.Value };
            return true;
        }

        var unit = Unit(text, first.End);
        var end = unit.End > 0 ? unit.End : first.End;
        if (unit.Code == "times" && run.TokenAfter(start, end) is > 0 and var afterTimes)
        {
            piece = new TermPiece(TermPieceKind.Times, afterTimes) { Times = first.Value };
            return true;
        }

        Length? option = null;
        if (Plus(text, end) is > 0 and var plus && Amount(text, plus) is { End: > 0 } second)
        {
            var secondUnit = Unit(text, second.End);
            end = secondUnit.End > 0 ? secondUnit.End : second.End;
            var code = secondUnit.Code ?? unit.Code ?? "year";
            unit = (unit.Code ?? secondUnit.Code ?? "year", unit.End);
            option = Of(second.Value, code);
        }

        if (unit.Code is null || run.TokenAfter(start, end) is not (> 0 and var behind))
            return false;
        piece = new TermPiece(TermPieceKind.Length, behind) { Length = Of(first.Value, unit.Code), Option = option };
        return true;
    }

    /// <summary>A unit that counts one: "each year".</summary>
    public static TermPiece? OneAt(TokenRun run, int at) =>
        at < run.Count && UnitOf(run.Keys[at]) is "year" or "month" ? new TermPiece(TermPieceKind.Length, at + 1) { Length = Of(1, UnitOf(run.Keys[at])!) } : null;

    private static Length Of(int amount, string unit) => unit switch
    {
        "year" => new Length(amount),
        "month" => new Length(0, amount),
        "week" => new Length(0, 0, amount * 7),
        _ => new Length(0, 0, amount),
    };

    /// <summary>A number in digits or in a word; of "five (5)" the word counts.</summary>
    private static (int Value, int End) Amount(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length && text[at] == '(')
            at++;
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (end > at)
            return end - at <= 3 ? (int.Parse(text[at..end], CultureInfo.InvariantCulture), Bracketed(text, end)) : default;
        while (end < text.Length && (Scripts.IsOfWord(text[end]) || (text[end] == '-' && end > at && Numbers.Value.Find(text[at..end].ToString()) is null)))
            end++;
        if (end == at || end - at > 12 || Numbers.Value.Find(text[at..end].ToString()) is not { } number)
            return default;
        return (int.Parse(number, CultureInfo.InvariantCulture), Bracketed(text, end));
    }

    private static int Bracketed(ReadOnlySpan<char> text, int end)
    {
        var at = Skip(text, end);
        if (at >= text.Length || text[at] != '(')
            return end;
        var close = text[at..].IndexOf(')');
        return close is > 1 and <= 14 && IsNumber(text[(at + 1)..(at + close)]) ? at + close + 1 : end;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) || Numbers.Value.Find(text.ToString()) is not null;

    private static (string? Code, int End) Unit(ReadOnlySpan<char> text, int at)
    {
        var start = Skip(text, at);
        if (start < text.Length && text[start] == '-')
            start = Skip(text, start + 1);
        var end = start;
        while (end < text.Length && (Scripts.IsOfWord(text[end]) || text[end] is '(' or ')'))
            end++;
        if (end == start)
            return default;
        var code = end - start > LongestUnit ? null : Units.Value.Find(text[start..end].ToString());
        return code is not null ? (code, end) : default;
    }

    private static int Plus(ReadOnlySpan<char> text, int at)
    {
        at = Skip(text, at);
        return at < text.Length && text[at] == '+' ? Skip(text, at + 1) : 0;
    }

    private static int Skip(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        return at;
    }
}

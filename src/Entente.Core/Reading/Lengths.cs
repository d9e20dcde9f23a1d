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
        if (IsDate(text))
            return false;
        var first = Amount(text, 0);
        // A word may be a number by its beginning, and a length as a whole.
        if (first.End == 0 || Unit(text, first.End).Code is null)
        {
            if (Whole.Value.LongestAt(run.Keys, start) is { End: > 0 } whole && Length.TryParse($"P{whole.Code.ToUpperInvariant()}", out var length))
            {
                piece = new TermPiece(TermPieceKind.Length, whole.End) { Length = length.Value };
                return true;
            }

            if (first.End == 0)
                return false;
        }

        if (OfWords(run, start, first) is { } worded)
        {
            piece = worded;
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
            option = Of(second, code);
        }

        if (unit.Code is null || run.TokenAfter(start, end) is not (> 0 and var behind))
            return false;
        piece = new TermPiece(TermPieceKind.Length, behind) { Length = Of(first, unit.Code), Option = option };
        return true;
    }

    /// <summary>99年7月1日 is a day and no length.</summary>
    private static bool IsDate(ReadOnlySpan<char> text)
    {
        var (year, month, day) = (text[..Math.Min(text.Length, 5)].IndexOf('年'), text[..Math.Min(text.Length, 9)].IndexOf('月'), text[..Math.Min(text.Length, 13)].IndexOf('日'));
        return year > 0 && month > year && day > month;
    }

    /// <summary>Units of several words: "5 calendar years".</summary>
    private static TermPiece? OfWords(TokenRun run, int start, Amounts amount) =>
        run.TokenAfter(start, amount.End) is > 0 and var token && Units.Value.LongestAt(run.Keys, token) is var unit && unit.End > token + 1 && unit.Code != "times"
            ? new TermPiece(TermPieceKind.Length, unit.End) { Length = Of(amount, unit.Code) } : null;

    /// <summary>A unit that counts one: "each year".</summary>
    public static TermPiece? OneAt(TokenRun run, int at) =>
        at < run.Count && UnitOf(run.Keys[at]) is "year" or "month" ? new TermPiece(TermPieceKind.Length, at + 1) { Length = Of(new Amounts(1, 0), UnitOf(run.Keys[at])!) } : null;

    /// <summary>Figures, a number in a word, or a unit.</summary>
    public static bool IsOfNumber(string token, string key) => token.Any(char.IsDigit) || Numbers.Value.Find(key) is not null || UnitOf(key) is not (null or "times");

    /// <param name="IsMore">And a half.</param>
    private readonly record struct Amounts(int Value, int End, bool IsMore = false);

    private static Length Of(Amounts amount, string unit) => unit switch
    {
        "year" => new Length(amount.Value, amount.IsMore ? 6 : 0),
        "month" => new Length(0, amount.Value, amount.IsMore ? 15 : 0),
        "week" => new Length(0, 0, amount.Value * 7),
        _ => new Length(0, 0, amount.Value),
    };

    /// <summary>A number in digits or in a word; of "five (5)" the word counts.</summary>
    private static Amounts Amount(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length && text[at] == '(')
            at++;
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (end > at)
            return end - at > 3 ? default : Half(text, end) is > 0 and var half ? new Amounts(Int(text[at..end]), half, true) : new Amounts(Int(text[at..end]), Bracketed(text, end));
        while (end < text.Length && (Scripts.IsOfWord(text[end]) || IsWithin(text, at, end) || (text[end] == '-' && end > at && Numbers.Value.Find(text[at..end].ToString()) is null)))
            end++;
        if (end == at || end - at > 12 || Numbers.Value.Find(text[at..end].ToString()) is not { } number)
            return default;
        var value = Int(number);
        if (value is >= 20 and < 100 && value % 10 == 0 && Amount(text, Skip(text, end)) is { Value: > 0 and < 10, End: > 0 } more && !char.IsAsciiDigit(text[Skip(text, end)]))
            return more with { Value = value + more.Value };
        return new Amounts(value, Bracketed(text, end));
    }

    /// <summary>п'ять and п’ять.</summary>
    private static bool IsWithin(ReadOnlySpan<char> text, int start, int at) => text[at] is '\'' or '’' && at > start && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static int Int(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>Behind 2½, 2 1/2, 2.5 and 2,5; 0 where no half is.</summary>
    private static int Half(ReadOnlySpan<char> text, int end)
    {
        if (end < text.Length && text[end] == '½')
            return end + 1;
        if (text[end..].StartsWith(" 1/2", StringComparison.Ordinal))
            return end + 4;
        return end + 1 < text.Length && text[end] is '.' or ',' && text[end + 1] == '5' && (end + 2 >= text.Length || !char.IsAsciiDigit(text[end + 2])) ? end + 2 : 0;
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

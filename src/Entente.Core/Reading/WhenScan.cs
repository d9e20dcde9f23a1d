namespace Entente.Core.Reading;

/// <summary>Dates, ranges of dates and pieces of terms at the words of a run.</summary>
/// <param name="order">Which of two small numbers is the day, where the list tells.</param>
public sealed class WhenScan(TokenRun run, DayOrder order)
{
    /// <summary>98.09.22.</summary>
    private const int LongestShort = 8;

    private static readonly Lazy<PhraseBook> DateWords = new(() => PhraseBook.Of("date"));

    /// <summary>The order that the dates of a run decide; unknown when they decide none, or several.</summary>
    /// <param name="look">Called for each word: whoever has enough of it throws.</param>
    public static DayOrder OrderOf(TokenRun run, Action? look = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        var scan = new WhenScan(run, DayOrder.Unknown);
        for (var i = 0; i < run.Count; i++)
        {
            look?.Invoke();
            scan.DateAt(i);
        }

        return Dates.Decided(scan.Decided, scan.HasShortYears);
    }

    /// <summary>The order that dates decide which can only be read in one way.</summary>
    public HashSet<DayOrder> Decided { get; } = [];

    /// <summary>A date was met whose year has two digits, or that does not exist as it was read.</summary>
    public bool HasShortYears { get; private set; }

    /// <summary>A date, or two with a dash or a word such as "to" between them; a bracket before it does not count.</summary>
    /// <returns>The item without text and places, and the word behind it; null where no date begins.</returns>
    public (WhenItem Item, int End)? DateAt(int start)
    {
        var from = run.From(start);
        var skip = from.Length > 0 && from[0] is '(' or '[' or '（' ? 1 : 0;
        if (IsInName(start) || CellContent.AreZeros(run.Tokens[start]))
            return null;
        if (!Dates.TryMatch(from[skip..], order, out var date))
        {
            HasShortYears |= start + 1 == run.Count && run.Keys[start].Length == 6 && int.TryParse(run.Keys[start], System.Globalization.NumberStyles.None, null, out var compact) && Dates.IsShortCompact(compact);
            return null;
        }

        if (date.Order != DayOrder.Unknown)
            Decided.Add(date.Order);
        HasShortYears |= date.Doubt == "date.two-digit-year" || (date.Reason is not null && date.Length <= LongestShort);
        var length = skip + date.Length;
        var behind = run.TokenAfter(start, length);
        if (date.Date is not null && RangeEnd(start, length, behind) is { } range)
        {
            if (date.Date is { Precision: Edtf.EdtfPrecision.Year } && range.On is { Precision: Edtf.EdtfPrecision.Year } && range.On.Year == date.Date.Year + 1)
                return (Item with { On = date.Date, YearBehind = range.On }, range.End);
            return (Item with { On = date.Date, RangeEnd = range.On, Doubt = date.Doubt ?? range.Doubt }, range.End);
        }

        if (behind == 0)
            return null;
        var item = Item with { On = date.Date, Reason = date.Reason, Doubt = date.Doubt };
        return (date is { Date: { } first, Second: { } second } ? second.Year == first.Year + 1 ? item with { YearBehind = second } : item with { RangeEnd = second } : item, behind);
    }

    /// <summary>"Lyon II 2015": a Roman number behind a name is no month.</summary>
    private bool IsInName(int start) =>
        start > 0 && run.Tokens[start].All(c => c is 'I' or 'V' or 'X') && char.IsUpper(run.Tokens[start - 1][0]);

    private static WhenItem Item => new("", []);

    private (Edtf.EdtfDate On, int End, string? Doubt)? RangeEnd(int start, int length, int behind)
    {
        if (behind > 0 && behind < run.Count && DateWords.Value.LongestAt(run.Keys, behind) is { Code: "range" } word && word.End < run.Count)
            return Second(word.End, 0);
        var from = run.From(start);
        var at = Blanks(from, length < from.Length && from[length] == '.' ? length + 1 : length);
        if (at >= from.Length || from[at] is not ('-' or '–' or '—' or '~' or '～' or '〜'))
            return null;
        return Second(start, Blanks(from, at + 1));
    }

    private (Edtf.EdtfDate On, int End, string? Doubt)? Second(int token, int at)
    {
        var from = run.From(token);
        if (at >= from.Length || !Dates.TryMatch(from[at..], order, out var end) || end.Date is null)
            return null;
        var behind = run.TokenAfter(token, at + end.Length);
        if (behind == 0)
            return null;
        if (end.Order is DayOrder.DayFirst or DayOrder.MonthFirst)
            Decided.Add(end.Order);
        return (end.Second ?? end.Date, behind, end.Doubt);
    }

    private static int Blanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        return at;
    }
}

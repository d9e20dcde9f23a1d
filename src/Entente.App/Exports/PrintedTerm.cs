using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Reading;

namespace Entente.App.Exports;

/// <summary>How long, as the document words it where its words alone say so; else as offices do.</summary>
internal static class PrintedTerm
{
    public static string? Of(Term term)
    {
        if (!term.SaysHowLong || (term.Text is { } text && IsRead(text, term)))
            return term.Text;
        var length = term.Length is { } first ? term.Option is { } option ? $"{Length(first)}, {PageWords.Say("printed.option", Length(option))}" : Length(first) : null;
        var open = term.Open is { } kind ? PageWords.Say($"printed.open.{Words.Kebab(kind)}") : null;
        return string.Join(", ", new[] { length, open, Renewal(term) }.OfType<string>());
    }

    private static string? Renewal(Term term)
    {
        if (term.Renews is not { } renews)
            return null;
        var words = PageWords.Say($"printed.renews.{Words.Kebab(renews)}");
        if (term.RenewalLength is { } each)
            words = PageWords.Say("printed.renews-each", words, Length(each));
        return term.RenewalTimes switch { null => words, 1 => PageWords.Say("printed.renews-once", words), 2 => PageWords.Say("printed.renews-twice", words), { } times => PageWords.Say("printed.renews-times", words, times) };
    }

    /// <summary>Words beside which a date stands say more than the term.</summary>
    private static bool IsRead(string text, Term term)
    {
        var said = CellWhens.Of(TokenRun.Of(text), DayOrder.Unknown);
        return said is { IsWhole: true, HasDate: false } && Terms.Parse(text) is { Value: { } read, Doubt: null } && Said(read) == Said(term);
    }

    private static (Length?, Renews?, Length?, int?, Length?, OpenTerm?) Said(Term term) =>
        (term.Length, term.Renews, term.RenewalLength, term.RenewalTimes, term.Option, term.Open);

    private static string Length(Length length) => length switch
    {
        { Years: > 0, Months: 0, Days: 0 } => PageWords.Say("printed.years", length.Years),
        { Years: 0, Months: > 0, Days: 0 } => PageWords.Say("printed.months", length.Months),
        _ => Shown.Length($"{length}"),
    };
}

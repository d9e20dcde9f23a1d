using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.Tests.Core;

/// <summary>Facts in the shortest writing that a table of cases can bear: "signed 2019; renewed 2021-03-15 to 2024 | P5Y".</summary>
internal static class Given
{
    public static EdtfDate Date(string edtf) => EdtfDate.TryParse(edtf, out var date) ? date : throw new ArgumentException(edtf);

    public static Day Day(string day) => global::Entente.Edtf.Day.TryParse(day, out var value) ? value : throw new ArgumentException(day);

    /// <param name="events">act date [to until], several divided by a semicolon.</param>
    /// <param name="term">A term's wording; empty for none.</param>
    /// <param name="end">A printed end; empty for none.</param>
    public static Facts Facts(string events, string term = "", string end = "", CountingRule counting = CountingRule.SameDay, string? listedOn = null)
    {
        var acts = events.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Event).ToList();
        var read = term.Length == 0 ? Term.Unstated : Terms.Parse(term).Value ?? throw new ArgumentException(term);
        PrintedEnd[] printed = [.. end.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(e => new PrintedEnd(Date(e), e))];
        if (printed.Length == 0 && acts.LastOrDefault()?.Until is { } until)
            printed = [new PrintedEnd(until, until.ToString())];
        return new Facts
        {
            Parties = [new Party("Springfield University")],
            Events = acts,
            Term = read,
            Ends = Ending.Of(acts, read, printed, counting, NoEnd.EmptyCell),
            ListedOn = listedOn is null ? null : Date(listedOn),
        };
    }

    private static Event Event(string text)
    {
        var words = text.Split(' ');
        var act = Enum.Parse<Act>(words[0], ignoreCase: true);
        return new Event(act, words.Length > 1 ? Date(words[1]) : null, words.Length > 3 ? Date(words[3]) : null, text);
    }

    public static StandingKind StandingOn(this Facts facts, string day, CountingRule counting = CountingRule.SameDay) =>
        Standing.Of(facts, counting, Day(day)).Kind;
}

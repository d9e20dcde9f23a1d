using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Help;

/// <summary>An agreement, a day, and what help says of it. Where it stands is computed, so help cannot be wrong.</summary>
/// <param name="Code">Of the words that tell the agreement.</param>
public sealed record StandingExample(StandingKind Kind, string Code, Facts Facts, Day On)
{
    public Standing Standing => Standing.Of(Facts, CountingRule.SameDay, On);
}

/// <summary>Examples that help shows.</summary>
public static class HelpExamples
{
    private static readonly Day today = new(2025, 1, 15);

    /// <summary>What may be written for a date: from a year to an end without a begin.</summary>
    public static readonly IReadOnlyList<string> Dates = ["2019", "2019-05", "2019-05-12", "2019~", "../2019-05"];

    /// <summary>The example by which the two ways of counting are told.</summary>
    public static readonly EdtfDate Signed = EdtfDate.Of(new Day(2022, 11, 8));

    public static readonly Length Length = new(5);

    public static readonly IReadOnlyList<StandingExample> Standings =
    [
        Example(StandingKind.InForceUntil, "help.five-years", Signed, new Term { Length = Length, Text = "5 years" }),
        Example(StandingKind.InForceOpen, "help.long-term", EdtfDate.Of(2015), new Term { Open = OpenTerm.LongTerm, Text = "Long-term" }),
        Example(StandingKind.Ended, "help.three-years", EdtfDate.Of(new Day(2016, 5, 12)), new Term { Length = new Length(3), Text = "3 years" }),
        Example(StandingKind.CannotTell, "help.no-length", EdtfDate.Of(2019), Term.Unstated),
        Example(StandingKind.NotBegun, "help.later", EdtfDate.Of(new Day(2025, 9, 1)), new Term { Length = new Length(2), Text = "2 years" }),
    ];

    private static StandingExample Example(StandingKind kind, string code, EdtfDate on, Term term)
    {
        Event[] events = [new Event(kind == StandingKind.NotBegun ? Act.Effective : Act.Signed, on, null, on.ToString())];
        var facts = new Facts { Parties = [new Party("")], Events = events, Term = term, Ends = Ending.Of(events, term, [], CountingRule.SameDay, NoEnd.EmptyCell) };
        return new StandingExample(kind, code, facts, today);
    }
}

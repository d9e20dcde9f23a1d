using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.App.Keeping;

/// <summary>One act as it is typed: its day and, where it has one, the end of its period.</summary>
public sealed record EventEdit(string Act, string On, string? Until = null);

/// <summary>A record as it is typed, field by field; null leaves a field as it is, an empty text clears it.</summary>
public sealed record AgreementEdit
{
    public static readonly Facts Blank = new() { Parties = [new Party("")], Ends = new Ends(EndsBasis.Unstated) { Why = NoEnd.EmptyCell } };

    public string? Partner { get; init; }

    /// <summary>A name of a country, or its ISO 3166-1 alpha-2 code.</summary>
    public string? Country { get; init; }

    /// <summary>Wordings divided by semicolons.</summary>
    public string? Kinds { get; init; }

    public IReadOnlyList<EventEdit>? Events { get; init; }

    /// <summary>As it would be printed: 5 years, Long-term, 5+5.</summary>
    public string? Term { get; init; }

    /// <summary>The last day in force, when it is stated.</summary>
    public string? End { get; init; }

    public string? Title { get; init; }

    public string? Reference { get; init; }

    public string? Subject { get; init; }

    public string? Note { get; init; }

    /// <summary>The facts with what was typed. What is typed as it was keeps its places, and what was read from it.</summary>
    /// <exception cref="FieldsException">With every field that cannot be read.</exception>
    public Facts On(Facts facts, ReadingRules rules)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(rules);
        var problems = new List<FieldProblem>();
        var edited = facts with
        {
            Parties = PartiesOn(facts, problems),
            Kinds = Kinds is null ? facts.Kinds : KindsOf(Kinds, facts.Kinds, rules.Kinds),
            Events = Events is null ? facts.Events : EventsOf(Events, facts.Events, problems),
            Term = Term is null || Term.Trim() == (facts.Term.Text ?? "") ? facts.Term : TermOf(Term, problems),
            Title = Text(Title, facts.Title),
            Reference = Text(Reference, facts.Reference),
            Subject = Text(Subject, facts.Subject),
            Note = Text(Note, facts.Note),
        };
        var isAsItWas = (Events is null || edited.Events.SequenceEqual(facts.Events)) && ReferenceEquals(edited.Term, facts.Term) && (End is null || End.Trim() == (facts.Ends.Text ?? ""));
        var ends = isAsItWas ? facts.Ends : Ending.Of(edited.Events, edited.Term, Stated(facts, problems), rules.Counting, NoEnd.EmptyCell);
        if (edited.Parties[0].Name.Length == 0 && edited.Title is null)
            problems.Add(new FieldProblem("partner", "field.partner-or-title", ""));
        FieldsException.ThrowFor(problems);
        return edited with { Ends = ends };
    }

    private IReadOnlyList<Party> PartiesOn(Facts facts, List<FieldProblem> problems)
    {
        var first = facts.Parties.Count > 0 ? facts.Parties[0] : new Party("");
        if (Partner is not null && Partner.Trim() != first.Name)
            first = first with { Name = Partner.Trim(), Names = [], Unit = null };
        if (Country?.Trim() is { } wording && wording != (first.CountryText ?? first.Country ?? ""))
        {
            var code = wording.Length == 0 ? null : Countries.IsCode(wording.ToUpperInvariant()) ? wording.ToUpperInvariant() : Countries.Find(wording)?.Code;
            if (code is null && wording.Length > 0)
                problems.Add(new FieldProblem("country", "field.country", wording));
            first = first with
            {
                Country = code,
                CountryText = wording.Length == 0 ? null : wording,
                CountryBasis = code is null ? CountryBasis.Unstated : CountryBasis.Stated,
            };
        }

        return [first, .. facts.Parties.Skip(1)];
    }

    private static IReadOnlyList<Kind> KindsOf(string typed, IReadOnlyList<Kind> before, Kinds known) =>
    [
        .. typed.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(text => before.FirstOrDefault(k => k.Text == text) ?? known.Parse(text)),
    ];

    /// <summary>An act that is typed as it was keeps its text and places.</summary>
    private static List<Event> EventsOf(IReadOnlyList<EventEdit> typed, IReadOnlyList<Event> before, List<FieldProblem> problems)
    {
        var events = new List<Event>();
        foreach (var edit in typed.Where(e => !string.IsNullOrWhiteSpace(e.On)))
        {
            if (Words.Parse<Act>(edit.Act) is not { } act)
            {
                problems.Add(new FieldProblem("events", "field.act", edit.Act));
                continue;
            }

            var on = Typed.Date("events", edit.On, problems);
            var until = string.IsNullOrWhiteSpace(edit.Until) ? null : Typed.Date("events", edit.Until, problems);
            events.Add(before.FirstOrDefault(e => e.Act == act && Equals(e.On, on) && Equals(e.Until, until)) ?? new Event(act, on, until, edit.On.Trim()));
        }

        return events;
    }

    private static Term TermOf(string typed, List<FieldProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return Core.Term.Unstated;
        if (Terms.Parse(typed.Trim()) is { Value: { } term, Doubt: null })
            return term;
        problems.Add(new FieldProblem("term", "field.term", typed));
        return Core.Term.Unstated;
    }

    private IReadOnlyList<PrintedEnd> Stated(Facts facts, List<FieldProblem> problems)
    {
        if (End is null || End.Trim() == facts.Ends.Text)
            return Ending.Stated(facts.Ends);
        return string.IsNullOrWhiteSpace(End) || Typed.Date("end", End, problems) is not { } end ? [] : [new PrintedEnd(end, End.Trim())];
    }

    private static string? Text(string? typed, string? before) => typed is null ? before : string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

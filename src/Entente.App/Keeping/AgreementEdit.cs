using Entente.App.Agreements;
using Entente.Core;
using Entente.Core.Reading;

namespace Entente.App.Keeping;

/// <summary>A record as it is typed, field by field; null leaves a field as it is, an empty text clears it.</summary>
public sealed record AgreementEdit
{
    public static readonly Facts Blank = new() { Parties = [new Party("")], Ends = new Ends(EndsBasis.Unstated) { Why = NoEnd.EmptyCell } };

    /// <summary>From the first one on.</summary>
    public IReadOnlyList<PartyEdit>? Parties { get; init; }

    /// <summary>Wordings, all of them.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<EventEdit>? Events { get; init; }

    /// <summary>As it would be printed: 5 years, Long-term, 5+5.</summary>
    public string? Term { get; init; }

    /// <summary>The last day in force, when it is stated.</summary>
    public string? End { get; init; }

    /// <summary>A name of <see cref="PrintedState"/>, as addresses have it.</summary>
    public string? State { get; init; }

    public string? Title { get; init; }

    public string? Reference { get; init; }

    public string? Subject { get; init; }

    public string? Note { get; init; }

    /// <summary>As a form shows it.</summary>
    public static AgreementEdit Of(Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new AgreementEdit
        {
            Parties = [.. facts.Parties.Select(PartyEdit.Of)],
            Kinds = [.. facts.Kinds.Select(k => k.Text)],
            Events = [.. facts.Events.Select(EventEdit.Of)],
            Term = facts.Term.Text ?? FactLine.TermWords(facts.Term),
            End = facts.Ends.Text ?? "",
            State = facts.State is { } state ? Words.Kebab(state) : "",
            Title = facts.Title ?? "",
            Reference = facts.Reference ?? "",
            Subject = facts.Subject ?? "",
            Note = facts.Note ?? "",
        };
    }

    /// <summary>The facts with what was typed. What is typed as it was keeps its places, and what was read from it.</summary>
    /// <exception cref="FieldsException">With every field that cannot be read.</exception>
    public Facts On(Facts facts, ReadingRules rules)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(rules);
        var problems = new List<FieldProblem>();
        var was = Of(facts);
        var edited = facts with
        {
            Parties = Parties is null ? facts.Parties : PartyEdit.Apply(Parties, facts.Parties, problems),
            Kinds = Kinds is null ? facts.Kinds : KindsOf(Kinds, facts.Kinds, rules.Kinds),
            Events = Events is null ? facts.Events : EventEdit.Apply(Events, facts.Events, problems),
            Term = Term is null || Term.Trim() == was.Term ? facts.Term : TermOf(Term, problems),
            State = StateOn(facts, problems),
            Title = Text(Title, facts.Title),
            Reference = Text(Reference, facts.Reference),
            Subject = Text(Subject, facts.Subject),
            Note = Text(Note, facts.Note),
        };
        var isTyped = End is not null && End.Trim() != was.End;
        var stated = Stated(facts, problems);
        if (edited.Parties.All(p => p.Name.Length == 0) && edited.Title is null)
            problems.Add(new FieldProblem(PartyEdit.Field(1, "name"), "field.partner-or-title", ""));
        FieldsException.ThrowFor(problems);
        return !isTyped && edited.Events.SequenceEqual(facts.Events) && ReferenceEquals(edited.Term, facts.Term)
            ? edited : Correcting.WithEnd(edited, facts, stated, isTyped, rules.Counting);
    }

    private static IReadOnlyList<Kind> KindsOf(IReadOnlyList<string> typed, IReadOnlyList<Kind> before, Kinds known) =>
    [
        .. typed.Select(text => text.Trim()).Where(text => text.Length > 0)
            .Select(text => before.FirstOrDefault(k => k.Text == text) ?? known.Parse(text)),
    ];

    private static Term TermOf(string typed, List<FieldProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return Core.Term.Unstated;
        if (Terms.Parse(typed.Trim()) is { Value: { } term, Doubt: null })
            return term;
        problems.Add(new FieldProblem("term", "field.term", typed));
        return Core.Term.Unstated;
    }

    private PrintedState? StateOn(Facts facts, List<FieldProblem> problems)
    {
        if (State is null)
            return facts.State;
        if (Words.Parse<PrintedState>(State) is { } state)
            return state;
        if (!string.IsNullOrWhiteSpace(State))
            problems.Add(new FieldProblem("state", "field.state", State));
        return null;
    }

    private IReadOnlyList<PrintedEnd> Stated(Facts facts, List<FieldProblem> problems)
    {
        if (End is null || End.Trim() == facts.Ends.Text)
            return Ending.Stated(facts.Ends);
        return string.IsNullOrWhiteSpace(End) || Typed.Date("end", End, problems) is not { } end ? [] : [new PrintedEnd(end, End.Trim())];
    }

    private static string? Text(string? typed, string? before) => typed is null ? before : string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

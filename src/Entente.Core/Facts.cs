using Entente.Edtf;

namespace Entente.Core;

/// <summary>A state that a list prints. It is kept and compared, never computed and never believed blindly.</summary>
public enum PrintedState
{
    Active,
    Ended,
    Negotiation,
    Cancelled,
    Suspended,
    Replaced,
}

/// <summary>A cell of a column without a field of its own.</summary>
public sealed record OtherCell(string? Header, string Text);

/// <summary>What is known of one agreement: the parties, the dated facts and the wording they were read from.
/// A <see cref="Draft"/> and an <see cref="Agreement"/> hold the same facts.</summary>
public sealed record Facts
{
    /// <summary>The running number as printed.</summary>
    public string? Number { get; init; }

    /// <summary>A title of the agreement; what stands in the partner's place when no partner is named.</summary>
    public string? Title { get; init; }

    public string? Reference { get; init; }

    public required IReadOnlyList<Party> Parties { get; init; }

    public IReadOnlyList<Kind> Kinds { get; init; } = [];

    /// <summary>In document order.</summary>
    public IReadOnlyList<Event> Events { get; init; } = [];

    public Term Term { get; init; } = Term.Unstated;

    public required Ends Ends { get; init; }

    public PrintedState? State { get; init; }

    public string? StateText { get; init; }

    public string? Subject { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<OtherCell> Other { get; init; } = [];

    /// <summary>The date that the list speaks of: what is listed without a date was in force then.</summary>
    public EdtfDate? ListedOn { get; init; }

    /// <summary>Whether any of it was read from a document; else a person entered all of it.</summary>
    public bool IsPrinted => Parties.Any(p => p.Places.Count > 0) || Kinds.Any(k => k.Places.Count > 0) || Events.Any(e => e.Places.Count > 0)
        || Term.Places.Count > 0 || Ends.Places.Count > 0;

    /// <summary>Begin = effective, else first signed, else the first act that opens a period.</summary>
    public Event? Begin => Events.Count == 1 ? (Events[0].OpensPeriod ? Events[0] : null) :
        Events.FirstOrDefault(e => e is { Act: Act.Effective, On: not null })
        ?? Events.Where(e => e is { Act: Act.Signed, On: not null }).MinBy(e => e.On!.Earliest)
        ?? Events.Where(e => e.OpensPeriod).MinBy(e => e.On!.Earliest);

    /// <summary>The act that begins the last period.</summary>
    public Event? LastOpener => Events.LastOrDefault(e => e.OpensPeriod);

    /// <summary>The termination, or the agreement in its place, that came before its end; null when its end stands.</summary>
    public Event? Stop => Events is [{ OpensPeriod: true }] ? null :
        Events.Where(e => e is { Act: Act.Terminated or Act.Superseded, On: not null }).MinBy(e => e.On!.Earliest) is { } stop
        && (Ends.On?.Earliest is not { IsBounded: true } end || stop.On!.Earliest <= end) ? stop : null;

    /// <summary>The end that came or will come; null when none is known.</summary>
    public EdtfValue? EndsOn => Stop?.On ?? Ends.On ?? (Ends.Candidates.Count > 0 ? Ends.Candidates[0] : null);
}

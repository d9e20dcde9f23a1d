using Entente.Edtf;

namespace Entente.Core;

public enum StandingKind
{
    NotBegun,

    /// <summary>In force to a known day.</summary>
    InForceUntil,

    /// <summary>In force without a known end.</summary>
    InForceOpen,
    Ended,
    CannotTell,
}

/// <summary>One step of the way to a standing: a rule that was applied and what it was applied to.</summary>
/// <param name="Rule">Code of the rule; its words are made where it is shown.</param>
/// <param name="Arguments">EDTF dates, ISO lengths and texts, in the order of the message's places.</param>
/// <param name="IsAssumption">Not printed in the source; what the standing rests on.</param>
public sealed record Step(string Rule, IReadOnlyList<string> Arguments, bool IsAssumption = false)
{
    public IReadOnlyList<Place> Places { get; init; } = [];
}

/// <summary>Where an agreement stands on one day, and the steps that led there. Computed, never stored as a fact.</summary>
/// <param name="Until">The last day in force, when it is in force to a known day; the end, when it ended on a known one.</param>
public sealed record Standing(StandingKind Kind, Day On, EdtfValue? Until, IReadOnlyList<Step> Steps)
{
    public bool IsInForce => Kind is StandingKind.InForceUntil or StandingKind.InForceOpen;

    /// <summary>The deciding step.</summary>
    public Step Because => Steps[^1];

    public IEnumerable<Step> Assumptions => Steps.Where(s => s.IsAssumption);

    /// <summary>A pure function of the facts and the day.</summary>
    public static Standing Of(Facts facts, CountingRule counting, Day day)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new StandingSteps(facts, counting, day).Conclude();
    }

    /// <summary>Only the kind, for who asks of very many days.</summary>
    internal static StandingKind KindOf(Facts facts, CountingRule counting, Day day) =>
        new StandingSteps(facts, counting, day, isTold: false).Conclude().Kind;
}

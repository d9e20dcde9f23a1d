using Entente.Core;

namespace Entente.App.Agreements;

/// <summary>Which standings are asked for: one of them, or in force whether its end is known or not.</summary>
/// <param name="Kind">Null: in force either way.</param>
public readonly record struct StandingChoice(StandingKind? Kind)
{
    private const string EitherWay = "in-force";

    public static readonly StandingChoice InForce = new(null);

    /// <summary>As an address has it.</summary>
    public string Name => Kind is { } kind ? Words.Kebab(kind) : EitherWay;

    public static implicit operator StandingChoice(StandingKind kind) => new(kind);

    public static StandingChoice? Parse(string text) =>
        text == EitherWay ? InForce : Words.Parse<StandingKind>(text) is { } kind ? new StandingChoice(kind) : null;

    public bool Has(StandingKind kind) => Kind is { } one ? kind == one : kind is StandingKind.InForceUntil or StandingKind.InForceOpen;
}

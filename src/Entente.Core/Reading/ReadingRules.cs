using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>How one register reads: what it calls a kind, who it is itself, how it counts.</summary>
public sealed record ReadingRules(Kinds Kinds, OwnNames Own, CountingRule Counting)
{
    /// <summary>What people decided wordings to mean.</summary>
    public IReadOnlyList<ReadingRule> Decided { get; init; } = [];

    /// <summary>The day on which a list is read: nothing in it was signed later. Null: any day may be.</summary>
    public Day? Today { get; init; }

    /// <summary>For a list that is read for no register.</summary>
    public static ReadingRules Usual { get; } = new(Kinds.BuiltIn, OwnNames.None, CountingRule.SameDay);

    public static ReadingRules Of(Register register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return new ReadingRules(Kinds.Of(register.Kinds), OwnNames.Of(register.Names), register.Counting) { Decided = register.Rules };
    }
}

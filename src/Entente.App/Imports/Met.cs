using Entente.App.Agreements;
using Entente.Core;
using Entente.Store.Writing;

namespace Entente.App.Imports;

public enum DifferenceKind
{
    New,
    Changed,
    Gone,
    Doubtful,
}

/// <param name="Agreement">Its number in the register; null when it is new.</param>
/// <param name="Record">Its order in the edition; null when it is gone.</param>
public sealed record Difference(DifferenceKind Kind, string? Agreement, int? Record, IReadOnlyList<FieldDifference> Fields);

/// <summary>A row, the agreement that it is about, and what becomes of that.</summary>
/// <param name="Fields">What the register says otherwise afterwards.</param>
/// <param name="Read">What the row counts as read as from now on, where the agreement does not tell it; null: as before.</param>
public sealed record Met(Agreement Agreement, Draft Draft, Facts Facts, ReadAs? Read, IReadOnlyList<FieldDifference> Fields, IReadOnlyList<Kept> Kept)
{
    /// <summary>What the agreement said before.</summary>
    public required Facts Before { get; init; }

    /// <summary>What the row says, with what it was read as before where its list is silent.</summary>
    public required Facts Listed { get; init; }

    /// <summary>The row is of an older list than the one that the agreement is compared with.</summary>
    public bool IsOlder { get; init; }

    /// <summary>What else changes if the list is right in all of what was kept.</summary>
    public IReadOnlyList<FieldDifference> Follows { get; init; } = [];

    /// <summary>What the agreement says if the list is right in a field.</summary>
    public required Func<string, Facts> Taking { get; init; }
}

namespace Entente.Core;

/// <summary>A record as it was after an act.</summary>
/// <param name="Facts">Null when the act took the record out of the register.</param>
public sealed record RecordAfter(Guid Id, string Number, int Version, Facts? Facts)
{
    /// <summary>The edition that the facts came from, whose places they have; null when a person entered them.</summary>
    public Guid? EditionId { get; init; }

    /// <summary>The order of their draft in that edition.</summary>
    public int? Order { get; init; }

    public static RecordAfter Of(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return new RecordAfter(agreement.Id, agreement.Number, agreement.Version, agreement.Facts) { EditionId = agreement.EditionId, Order = agreement.Order };
    }
}

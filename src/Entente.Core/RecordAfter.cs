namespace Entente.Core;

/// <summary>A record as it was after an act.</summary>
/// <param name="Facts">Null when the act took the record out of the register.</param>
public sealed record RecordAfter(Guid Id, string Number, int Version, Facts? Facts)
{
    public static RecordAfter Of(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return new RecordAfter(agreement.Id, agreement.Number, agreement.Version, agreement.Facts);
    }
}

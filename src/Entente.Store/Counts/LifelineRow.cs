using Entente.Edtf;

namespace Entente.Store.Counts;

/// <summary>The whole life of one agreement in one narrow row, once for each key that it is counted under.</summary>
/// <param name="T1">Day number of the first day of the second stretch, and so on; 0 when there is none.</param>
public sealed record LifelineRow(
    int RegisterId, int GroupId, int T1, int T2, int T3, int T4, int T5, int T6, Guid AgreementId)
{
    /// <summary>A day as the columns hold days.</summary>
    public static int DayNumber(Day day) => (int)Math.Clamp(day.Number, 0, int.MaxValue);
}

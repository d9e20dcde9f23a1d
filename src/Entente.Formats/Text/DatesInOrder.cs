using Entente.Core.Reading;
using Entente.Formats.Tables;

namespace Entente.Formats.Text;

/// <summary>What heads say of the dates of rows whose columns are lost: one that tells days of effect says so of the first date,
/// and of each one where a row has as many dates as there are heads of dates.</summary>
internal sealed class DatesInOrder
{
    private readonly IReadOnlyList<WhenRole> heads;

    /// <param name="header">Null: there is none.</param>
    public DatesInOrder(ListHeader? header)
    {
        var columns = header?.Columns ?? [];
        heads = [.. WhenRoles.Of([.. columns.Select(c => c.Field)], [.. columns.Select(c => c.Header ?? "")]).OfType<WhenRole>()];
    }

    public Row Told(Row row)
    {
        if (!heads.Contains(WhenRole.Effective))
            return row;
        var dates = row.Whens.Index().Where(w => w.Item is { Role: WhenRole.Lost, IsDate: true }).Select(w => w.Index).ToList();
        var ofDates = heads.Where(h => h is not WhenRole.Term).ToList();
        var isEach = dates.Count == ofDates.Count && dates.TrueForAll(d => row.Whens[d].RangeEnd is null);
        if (!isEach && ofDates[0] != WhenRole.Effective)
            return row;
        var whens = row.Whens.ToList();
        foreach (var (at, date) in (isEach ? dates : dates.Take(1)).Index())
            whens[date] = whens[date] with { Role = ofDates[at] };
        return row with { Whens = whens };
    }
}

using Entente.Edtf;

namespace Entente.Formats.Tables;

/// <summary>Dates of which a sheet may have turned day and month.</summary>
internal static class TurnedDates
{
    /// <summary>The column holds dates as such that could be turned, beside texts whose days are no months.</summary>
    public static bool AreLikely(Grid grid, int column, Contents contents)
    {
        var cells = grid.Cells.Where(c => c.Column == column).ToList();
        var held = cells.Select(c => c.Date).OfType<EdtfDate>().Where(d => d.Precision == EdtfPrecision.Day).ToList();
        var texts = cells.Where(c => c.Date is null).SelectMany(c => contents.Of(c).Whens.Items).Select(i => i.On).OfType<EdtfDate>().Where(d => d.Precision == EdtfPrecision.Day).ToList();
        return held.Count > 2 && texts.Count > 2 && held.TrueForAll(d => d.DayOfMonth <= 12) && texts.TrueForAll(d => d.DayOfMonth > 12);
    }

    public static EdtfDate Turned(EdtfDate date) => EdtfDate.Of((int)date.Year!.Value, date.DayOfMonth!.Value, date.Month!.Value);
}

using Entente.Core;

namespace Entente.App.Imports;

/// <summary>The records of a list under review that a person parted and joined, as they were corrected until then.</summary>
internal static class ReviewShapes
{
    /// <summary>The steps that its records depend on.</summary>
    public static IEnumerable<ReviewStep> StepsOf(IReadOnlyList<ReviewStep> steps)
    {
        var last = steps.Index().LastOrDefault(s => IsShape(s.Item)).Index;
        return steps.Where((s, i) => IsShape(s) || (s.Act == ReviewAct.Correct && i < last));
    }

    /// <summary>A step that is about nothing any more, because the list is read otherwise, does nothing.</summary>
    /// <param name="reading">As its columns are meant.</param>
    public static SourceReading Of(SourceReading reading, IReadOnlyList<ReviewStep> steps, CountingRule counting)
    {
        var (own, shapes) = (StepsOf(steps).ToList(), 0);
        foreach (var (i, step) in own.Index().Where(s => IsShape(s.Item)))
        {
            var (at, list) = (shapes++, ReviewedList.Of(reading, [.. own.Take(i)], counting));
            if (step.Record is not { } mark || list.Meant(mark) is not { } record)
                continue;
            if (step.Act == ReviewAct.Split)
                reading = RecordShapes.Split(reading, record.Draft, counting, at, CorrectionOf(record));
            else if (step.Into is { } other && list.Meant(other) is { } into && into.Order != record.Order)
                reading = RecordShapes.Join(reading, into.Draft, record.Draft, counting, at, CorrectionOf(into), CorrectionOf(record));
        }

        return reading;
    }

    private static bool IsShape(ReviewStep step) => step.Act is ReviewAct.Split or ReviewAct.Join;

    private static Correction? CorrectionOf(ReviewedRecord record) => record.Corrected is { } said ? new Correction(said, record.Takes) : null;
}

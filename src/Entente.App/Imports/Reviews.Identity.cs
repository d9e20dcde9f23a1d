using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.Core;
using Entente.Store.Writing;

namespace Entente.App.Imports;

/// <summary>Which agreement a record is about, where it is perhaps about one that is known.</summary>
public static partial class Reviews
{
    /// <summary>It is the only one that it may be.</summary>
    public static Task<ReviewFile> IdentifyAsync(OpenRegister open, KeptReviews kept, Guid id, int record, Hand hand, CancellationToken stop = default) =>
        IdentifyAsync(open, kept, id, record, null, hand, stop);

    /// <param name="agreement">The number of the one that it is: one of those that it may be, or, where it is new, one that the list has no longer; null: the only one that it may be.</param>
    /// <exception cref="RefusedException">review.no-record, review.not-in-doubt, review.which-agreement, review.none-of-these, and as of every step.</exception>
    public static Task<ReviewFile> IdentifyAsync(OpenRegister open, KeptReviews kept, Guid id, int record, string? agreement, Hand hand, CancellationToken stop = default) =>
        StepAsync(open, kept, id, file => Identified(RecordOf(file, record), agreement, file.Proposal.Comparison), SeenOf(record), hand, stop);

    private static ReviewStep Identified(ReviewedRecord record, string? agreement, Comparison comparison)
    {
        var isNew = record.Fate is { Fate: RecordFate.New };
        if (!record.IsPerhaps && (!isNew || agreement is null))
            throw new RefusedException("review.not-in-doubt", $"{record.Order}");
        var either = record.Fate!.Either;
        List<string> numbers = either.Count > 1 ? [.. either.Select(e => e.Agreement)] : record.IsPerhaps ? [record.Fate.Agreement!] : [];
        if (agreement is null && numbers.Count > 1)
            throw new RefusedException("review.which-agreement", $"{record.Order}", string.Join("; ", either.Select(e => $"{e.Agreement} ({e.Words})")));
        if (agreement is null)
            return Of(ReviewAct.Identify, record) with { About = numbers[0] };
        numbers.AddRange(comparison.Missed.Concat(comparison.Unasked).Select(a => a.Number));
        return numbers.Contains(agreement) ? Of(ReviewAct.Identify, record) with { About = agreement }
            : throw new RefusedException("review.none-of-these", $"{record.Order}", agreement, RecordNumbers.Said(numbers, MostNumbers));
    }

    private const int MostNumbers = 20;
}

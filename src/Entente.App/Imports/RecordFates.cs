using Entente.App.Agreements;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Imports;

public enum RecordFate
{
    New,
    Changed,
    Same,
    Doubtful,
    Deleted,
}

/// <summary>What a record of the next edition is to the register.</summary>
/// <param name="Agreement">The number of the one that it is about, or perhaps about.</param>
public sealed record FateOfRecord(RecordFate Fate, string? Agreement, IReadOnlyList<FieldDifference> Fields)
{
    /// <summary>From what the register says to what the list says, where both have changed it.</summary>
    public IReadOnlyList<FieldDifference> Conflicts { get; init; } = [];

    /// <summary>What else changes if the list is right in all of these fields.</summary>
    public IReadOnlyList<FieldDifference> FollowsAll { get; init; } = [];

    /// <summary>What else changes if the list is right in one of these fields, by the field; and in one of those that can be taken though nothing is to be decided.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FieldDifference>> Follows { get; init; } = new Dictionary<string, IReadOnlyList<FieldDifference>>();

    /// <summary>From what the register says, because somebody changed it since, to what the list goes on saying: nothing is to be decided.</summary>
    public IReadOnlyList<FieldDifference> Otherwise { get; init; } = [];

    /// <summary>Fields of these that can be taken from the list.</summary>
    public IReadOnlySet<string> Takeable { get; init; } = new HashSet<string>();

    /// <summary>All that it may be, where it may be each of several.</summary>
    public IReadOnlyList<EitherAgreement> Either { get; init; } = [];

    /// <summary>"changes agreement 12".</summary>
    public string Words
    {
        get
        {
            if (Conflicts.Count > 0)
                return PageWords.Say("record-fate.both", Agreement!);
            if (Fate == RecordFate.Same && Otherwise.Count > 0)
                return PageWords.Say("record-fate.otherwise", Agreement!);
            if (Either.Count > 1)
                return PageWords.Say("record-fate.doubtful-several", string.Join(", ", Either.Select(e => e.Agreement)));
            var code = $"record-fate.{Core.Words.Kebab(Fate)}";
            return Agreement is { } number ? PageWords.Say(code, number) : PageWords.Say(code);
        }
    }
}

/// <summary>The records of a list by what they are to the register; nothing where the register has no agreement that any of them could be about.</summary>
internal static class RecordFates
{
    public static IReadOnlyDictionary<int, FateOfRecord> Of(Comparison comparison)
    {
        var fates = new Dictionary<int, FateOfRecord>();
        foreach (var draft in comparison.Added)
            fates[draft.Order] = new FateOfRecord(RecordFate.New, null, []);
        foreach (var (agreement, draft) in comparison.Perhaps)
            fates[draft.Order] = new FateOfRecord(RecordFate.Doubtful, agreement.Number, comparison.PerhapsFields(agreement, draft)) { Either = EitherAgreement.Of(comparison.EitherOf(draft)) };
        foreach (var same in comparison.Same)
            fates[same.Draft.Order] = Of(comparison, same, RecordFate.Same);
        foreach (var changed in comparison.Changed)
            fates[changed.Draft.Order] = Of(comparison, changed, RecordFate.Changed);
        foreach (var (number, draft) in comparison.Deleted)
            fates[draft.Order] = new FateOfRecord(RecordFate.Deleted, number, []);
        return fates.Values.All(f => f.Fate == RecordFate.New) && comparison.Gone.Count == 0 ? new Dictionary<int, FateOfRecord>() : fates;
    }

    private static FateOfRecord Of(Comparison comparison, Met met, RecordFate fate)
    {
        var takeable = comparison.Takeable(met);
        return new FateOfRecord(comparison.IsOpen(met) ? RecordFate.Doubtful : fate, met.Agreement.Number, met.Fields)
        {
            Conflicts = [.. met.Kept.Select(k => k.Of)],
            Follows = met.Kept.Select(k => (k.Field, k.Follows)).Concat(takeable.Select(t => (t.Key, t.Value))).ToDictionary(f => f.Item1, f => f.Item2),
            FollowsAll = met.Follows,
            Otherwise = comparison.Otherwise(met),
            Takeable = takeable.Keys.ToHashSet(),
        };
    }
}

using System.Security.Cryptography;
using System.Text;

using Entente.App.Agreements;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Imports;

public enum RecordDecision
{
    Left,
    Accepted,
    Skipped,
}

/// <summary>A record of a list under review.</summary>
/// <param name="By">The step that decided on it; null while nobody has.</param>
/// <param name="Corrected">What it says instead of what was read.</param>
public sealed record ReviewedRecord(Draft Draft, RecordDecision Decision, ReviewStep? By, Facts? Corrected, IReadOnlyList<Finding> Findings)
{
    /// <summary>What was decided on what the list says otherwise than the register; null while nobody has.</summary>
    public ReviewStep? Settled { get; init; }

    /// <summary>Number of the agreement that a person says it is about.</summary>
    public string? About { get; init; }

    /// <summary>Fields in which a person said something, or that the list is right.</summary>
    public IReadOnlySet<string> Takes { get; init; } = new HashSet<string>();

    /// <summary>What it is to the register; null where the register has nothing that it could be about.</summary>
    public FateOfRecord? Fate { get; init; }

    /// <summary>What it is once what was decided is stored: whoever decides on a doubt leaves none.</summary>
    public RecordFate Becomes => Fate switch
    {
        null => RecordFate.New,
        { Fate: RecordFate.Doubtful } when IsPerhaps => Settled is null ? RecordFate.Doubtful : RecordFate.New,
        { Fate: RecordFate.Doubtful } when Settled is not null => Fate.Fields.Count > 0 ? RecordFate.Changed : RecordFate.Same,
        _ => Fate.Fate,
    };

    public int Order => Draft.Order;

    /// <summary>The register says it already.</summary>
    public bool IsKnown => Fate is { Fate: RecordFate.Same };

    public Facts Facts => Corrected ?? Draft.Facts;

    /// <summary>A person must say whether it is about an agreement that is known, or new.</summary>
    public bool IsPerhaps => Fate is { Fate: RecordFate.Doubtful, Conflicts.Count: 0 };

    /// <summary>Somebody has said that it is a new one.</summary>
    public bool IsSaidNew => IsPerhaps && Decision == RecordDecision.Accepted;

    /// <summary>From what the register says to what the list says, where both have changed it and nobody has decided.</summary>
    public IReadOnlyList<FieldDifference> Conflicts => Fate is { } fate && Settled is null ? fate.Conflicts : [];

    /// <summary>What was decided where both had changed a field: from what the register says to what the list says, and which of the two holds.</summary>
    public IReadOnlyList<(FieldDifference Of, bool IsListed)> DecidedConflicts => Fate is not { } fate || Settled is not { } settled ? [] :
    [
        .. fate.Fields.Where(f => settled.Takes.Contains(f.Field)).Select(f => (f, true)),
        .. fate.Conflicts.Select(c => (c, false)),
    ];

    /// <summary>What the register says otherwise than the list because somebody changed it since: worth knowing, and nothing to decide. What was decided is told as such.</summary>
    public IReadOnlyList<FieldDifference> Otherwise => Fate is { } fate && Corrected is null ? [.. fate.Otherwise.Where(f => !Takes.Contains(f.Field))] : [];

    /// <summary>Of that what can be taken from the list all the same.</summary>
    public IEnumerable<FieldDifference> Takeable => Otherwise.Where(f => Fate!.Takeable.Contains(f.Field));

    /// <summary>What else changes if the list is right in a field.</summary>
    public IReadOnlyList<FieldDifference> Following(string field) => Fate?.Follows.GetValueOrDefault(field) ?? [];

    /// <summary>What else changes if the list is right wherever that is to be decided.</summary>
    public IReadOnlyList<FieldDifference> FollowingAll => Conflicts.Count > 0 ? Fate!.FollowsAll : [];

    /// <summary>Whether the list and the register differ in a field, also where that was decided.</summary>
    public bool MayTake(string field) => Fate?.Conflicts.Any(c => c.Field == field) == true || Takes.Contains(field) || Takeable.Any(f => f.Field == field);

    /// <summary>Nothing is found about it.</summary>
    public bool IsClean => Findings.Count == 0;

    /// <summary>Nothing is found about it that a person must look at.</summary>
    public bool IsNoted => Findings.Count > 0 && !IsToLookAt;

    public bool IsToLookAt => Findings.Any(f => f.Severity != Severity.Note);

    public bool NeedsLook => Decision == RecordDecision.Left && IsToLookAt;

    /// <summary>What it would say if every proposal were taken; null where none is, or it says so already.</summary>
    public Facts? Proposed => Findings.Where(f => f.Listed is null).Aggregate(Facts, Accepting.After) is var after && ReferenceEquals(after, Facts) ? null : after;
}

/// <summary>A list as it is read, with all that was decided on it, step by step.</summary>
public sealed class ReviewedList
{
    private readonly CountingRule counting;
    private readonly ReviewedRecord[] records;
    private readonly Lazy<ILookup<string, int>> byRow;
    private readonly Lazy<Dictionary<int, int>> byOrder;

    /// <summary>How many of the steps so far parted or joined records.</summary>
    private int shapes;

    /// <summary>Records of which a later step says which agreement they are about: till then that was a question, and what is accepted in bulk is what nobody asked about.</summary>
    private HashSet<int> asked = [];

    private ReviewedList(SourceReading reading, CountingRule counting, IReadOnlyDictionary<int, FateOfRecord> fates)
    {
        this.counting = counting;
        var findings = reading.Findings.SelectMany(f => f.Records.Distinct().Select(r => (Record: r, Finding: f))).ToLookup(f => f.Record, f => f.Finding);
        records = [.. reading.Drafts.Select(d => Begun(new ReviewedRecord(d, RecordDecision.Left, null, null, Told([.. findings[d.Order].OrderBy(f => f.Severity)])) { Fate = fates.GetValueOrDefault(d.Order) }))];
        byOrder = new(() => records.Index().ToDictionary(r => r.Item.Order, r => r.Index));
        byRow = new(() => Enumerable.Range(0, records.Length).ToLookup(i => HashOf(records[i].Draft.Text)));
    }

    public IReadOnlyList<ReviewedRecord> Records => records;

    public int NeedLook => records.Count(r => r.NeedsLook);

    /// <summary>Nobody has decided on them, and nothing is found about them.</summary>
    public int Clean => records.Count(r => r is { Decision: RecordDecision.Left, IsClean: true });

    public int Noted => records.Count(r => r is { Decision: RecordDecision.Left, IsNoted: true });

    /// <summary>Doubtful ones that change as well, in other fields than those to decide on.</summary>
    public int ChangedInDoubt => records.Count(r => r is { Becomes: RecordFate.Doubtful, IsPerhaps: false, Fate.Fields.Count: > 0 });

    public int Count(RecordDecision decision) => records.Count(r => r.Decision == decision);

    /// <param name="counting">How the register counts the last day of a length.</param>
    /// <param name="comparison">With the register; null: it is not asked for.</param>
    /// <param name="register">Whose earlier lists may have had rows that were left out: they are, until someone says otherwise.</param>
    public static ReviewedList Of(SourceReading reading, IReadOnlyList<ReviewStep> steps, CountingRule counting, Comparison? comparison = null, Register? register = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(steps);
        var list = new ReviewedList(reading, counting, comparison is null ? new Dictionary<int, FateOfRecord>() : RecordFates.Of(comparison));
        if (register is not null)
        {
            var leftOut = LeftOutRows.Of(register, reading.Drafts);
            list.Each(r => leftOut.ContainsKey(r.Order) && !r.IsKnown, r => r with { Decision = RecordDecision.Skipped });
        }

        var all = steps.SelectMany(s => s.Each).ToList();
        list.asked = [.. all.Where(s => s is { Act: ReviewAct.Identify, Record: not null }).Select(s => list.Meant(s.Record!)).OfType<ReviewedRecord>().Select(r => r.Order)];
        all.ForEach(list.Take);
        return list;
    }

    public ReviewedRecord? Find(int order) => byOrder.Value.TryGetValue(order, out var at) ? records[at] : null;

    /// <summary>The one before it in the document; null for the first.</summary>
    public ReviewedRecord? Before(ReviewedRecord record) => Array.IndexOf(records, record) is > 0 and var at ? records[at - 1] : null;

    /// <summary>By which a record is known again.</summary>
    public static RecordMark MarkOf(ReviewedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new RecordMark(record.Order, HashOf(record.Draft.Text), HashOf(record.Facts)) { IsShaped = record.Draft.Shape is not null };
    }

    /// <summary>The record that a step was about; null where none is it for sure.</summary>
    public ReviewedRecord? Meant(RecordMark mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        return IndexOf(mark) is { } at ? records[at] : null;
    }

    /// <summary>For an import: all that is not accepted stays out.</summary>
    public IReadOnlyDictionary<int, RecordChoice> Choices() => records.ToDictionary(r => r.Order, r => Choice(r, isSkipped: r.Decision != RecordDecision.Accepted));

    /// <summary>What the comparison with the register depends on.</summary>
    public IReadOnlyDictionary<int, RecordChoice> Said() =>
        records.Where(r => r.Corrected is not null || r.Takes.Count > 0 || r.About is not null).ToDictionary(r => r.Order, r => Choice(r, isSkipped: false));

    private static RecordChoice Choice(ReviewedRecord record, bool isSkipped) =>
        new(isSkipped, record.Corrected, DecidedOf(record)) { Takes = record.Takes, IsSettled = record.Settled is not null, About = record.About };

    /// <summary>Who took all that nothing was found about has looked at none of it.</summary>
    private static Authorship? DecidedOf(ReviewedRecord record) =>
        record.By is { Act: not ReviewAct.AcceptClean } step ? new Authorship(step.Who, step.At) : null;

    /// <summary>What is said in the same words of a record and several others is said once, of all of them.</summary>
    private static IReadOnlyList<Finding> Told(IReadOnlyList<Finding> findings) => findings.Count < 2 ? findings :
    [
        .. findings.GroupBy(f => (f.Code, f.Field, Words: Wording.Of(f))).Select(g => g.Count() == 1 ? g.First()
            : g.First() with { Records = [.. g.SelectMany(f => f.Records).Distinct()], Places = [.. g.SelectMany(f => f.Places).Distinct()] }),
    ];

    private void Take(ReviewStep step)
    {
        switch (step.Act)
        {
            case ReviewAct.Read:
                // What was taken unseen may be read otherwise now.
                Each(r => r.By?.Act is ReviewAct.AcceptClean or ReviewAct.AcceptNoted, r => r with { Decision = RecordDecision.Left, By = null });
                break;
            case ReviewAct.AcceptClean:
                Each(r => r.Decision == RecordDecision.Left && r.IsClean && !asked.Contains(r.Order), r => r with { Decision = RecordDecision.Accepted, By = step });
                break;
            case ReviewAct.AcceptNoted:
                Each(r => r.Decision == RecordDecision.Left && r.IsNoted && !asked.Contains(r.Order), r => r with { Decision = RecordDecision.Accepted, By = step });
                break;
            case ReviewAct.Split or ReviewAct.Join:
                // The list has those records as they are then; nobody has decided on them yet.
                shapes++;
                break;
            default:
                if (step.Record is { } mark && IndexOf(mark) is { } at && IsThere(records[at]))
                    records[at] = After(records[at], step, mark);
                break;
        }
    }

    /// <summary>What came of parting or joining begins with what had been said of it.</summary>
    private static ReviewedRecord Begun(ReviewedRecord record)
    {
        if (record.Draft.Shape?.Said is not { } said)
            return record;
        var typed = TypedIn(record, said);
        return record with { Corrected = said, Takes = typed, Findings = [.. record.Findings.Where(f => f.Field is null || !typed.Contains(f.Field))] };
    }

    /// <summary>A step before it was parted or joined was about something else.</summary>
    private bool IsThere(ReviewedRecord record) => record.Draft.Shape is not { } shape || shape.Step < shapes;

    private ReviewedRecord After(ReviewedRecord record, ReviewStep step, RecordMark mark) => step.Act switch
    {
        ReviewAct.Skip => record with { Decision = RecordDecision.Skipped, By = step, Settled = null, Takes = Typed(record) },
        ReviewAct.Correct => Corrected(record, step),
        ReviewAct.Identify => Identified(record, step),
        // Whoever accepted it has seen something else.
        _ when mark.Facts != HashOf(record.Facts) && mark.Facts != HashOf(record.Draft.Facts) => record.Decision == RecordDecision.Skipped ? record with { Decision = RecordDecision.Left, By = null } : record,
        _ => record with { Decision = RecordDecision.Accepted, By = step, Settled = step, Takes = Typed(record).Union(step.Takes).ToHashSet() },
    };

    private ReviewedRecord Identified(ReviewedRecord record, ReviewStep step)
    {
        asked.Remove(record.Order);
        return record with { About = step.About };
    }

    /// <summary>Who corrected it has accepted the rest as it was then: where that is read otherwise since, it is asked about again.</summary>
    private ReviewedRecord Corrected(ReviewedRecord record, ReviewStep step)
    {
        var facts = TypedFacts.On(record.Facts, step, counting);
        var (typed, isAsSeen) = (TypedIn(record, facts), FactTexts.Differences(step.Facts!, facts).Count == 0);
        return record with
        {
            Decision = isAsSeen ? RecordDecision.Accepted : RecordDecision.Left,
            By = isAsSeen ? step : null,
            Corrected = facts,
            Takes = typed,
            Findings = NotTyped(record, [.. typed, .. step.Confirms]),
            Settled = null,
        };
    }

    private static HashSet<string> Typed(ReviewedRecord record) => record.Corrected is { } typed ? TypedIn(record, typed) : [];

    /// <summary>What was found about a field that somebody has typed since is nothing to look at any more.</summary>
    private static IReadOnlyList<Finding> NotTyped(ReviewedRecord record, HashSet<string> typed) => [.. record.Findings.Where(f => f.Field is { } field ? !typed.Contains(field) : f.Code != Finding.Parted)];

    /// <summary>What somebody typed counts, whatever the register says.</summary>
    private static HashSet<string> TypedIn(ReviewedRecord record, Facts typed) => [.. FactTexts.Differences(record.Draft.Facts, typed).Select(f => f.Field)];

    private void Each(Func<ReviewedRecord, bool> which, Func<ReviewedRecord, ReviewedRecord> after)
    {
        for (var i = 0; i < records.Length; i++)
        {
            if (IsThere(records[i]) && which(records[i]))
                records[i] = after(records[i]);
        }
    }

    private int? IndexOf(RecordMark mark)
    {
        var same = byRow.Value[mark.Row].Where(i => !mark.IsShaped || records[i].Draft.Shape is not null).ToList();
        return PlaceOf(mark, [.. same.Select(i => records[i].Order)]) is >= 0 and var at ? same[at] : null;
    }

    /// <summary>Where the list is read otherwise its rows may have other places; of several alike none is meant for sure.</summary>
    /// <param name="orders">Of the records whose row prints the same.</param>
    private static int PlaceOf(RecordMark mark, List<int> orders) => orders.IndexOf(mark.Order) is >= 0 and var own ? own : orders.Count == 1 ? 0 : -1;

    private static string HashOf(Facts facts) => HashOf(string.Join('\n', FactTexts.Said(facts).Select(f => $"{f.Field}\t{f.Text}")));

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}

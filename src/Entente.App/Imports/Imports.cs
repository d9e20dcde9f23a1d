using Entente.App.Agreements;
using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.App.Running;
using Entente.App.Shell;
using Entente.Core;
using Entente.Edtf;
using Entente.Store;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

/// <summary>A source that was read and compared, and not stored yet.</summary>
/// <param name="LastChange">Sequence of the last change of the register that it was compared with.</param>
/// <param name="SameAs">The edition that was made from the very same document.</param>
public sealed record Proposal(SourceReading Reading, ReadOnlyMemory<byte> Bytes, Comparison Comparison, long LastChange, Edition? SameAs)
{
    /// <summary>What a person decided on records, by their order; the others are taken as they are read.</summary>
    public IReadOnlyDictionary<int, RecordChoice> Choices { get; init; } = new Dictionary<int, RecordChoice>();
}

/// <summary>What a person decided on a record before it is stored.</summary>
/// <param name="Facts">What it says instead of what was read; null: as it was read.</param>
/// <param name="Decided">Who has looked at all that was found about it; null: nobody.</param>
public sealed record RecordChoice(bool IsSkipped, Facts? Facts = null, Authorship? Decided = null)
{
    /// <summary>Fields in which the list is right, where the register says otherwise.</summary>
    public IReadOnlySet<string> Takes { get; init; } = new HashSet<string>();

    /// <summary>In the other fields the register is right; else that is left open.</summary>
    public bool IsSettled { get; init; }

    /// <summary>Number of the agreement that it is about; null: as it is met.</summary>
    public string? About { get; init; }
}

/// <summary>What an import did.</summary>
/// <param name="Numbers">What the new agreements are called in the register, by the order of their records.</param>
/// <param name="IsStored">False when the register had the very same document already.</param>
public sealed record Imported(
    Guid Edition, SourceReading Reading, Comparison Comparison, IReadOnlyDictionary<int, string> Numbers, bool IsStored)
{
    /// <summary>What was decided with it for later lists.</summary>
    public IReadOnlyList<ReadingRule> Rules { get; init; } = [];
}

public static class Imports
{
    /// <summary>Read, compared and stored in one transaction; the same document twice changes nothing.</summary>
    public static async Task<Imported> ImportAsync(
        OpenRegister open, SourceReading reading, ReadOnlyMemory<byte> bytes, string who, CancellationToken stop = default) =>
        await AcceptAsync(open, await CompareAsync(open, reading, bytes, stop), who, stop);

    public static async Task<Proposal> CompareAsync(
        OpenRegister open, SourceReading reading, ReadOnlyMemory<byte> bytes, CancellationToken stop = default) =>
        WithoutLeftOut(open, await CompareAsync(open, reading, bytes, new Dictionary<int, RecordChoice>(), stop));

    /// <param name="choices">What a person decided so far.</param>
    public static async Task<Proposal> CompareAsync(
        OpenRegister open, SourceReading reading, ReadOnlyMemory<byte> bytes, IReadOnlyDictionary<int, RecordChoice> choices, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(choices);
        open.Progress?.Report(new ActProgress(RunningPart.Comparing));
        // First, so that what is changed while it is compared is noticed.
        var last = await LastChangeAsync(open.Db, stop);
        var lists = await NewerLists.OfAsync(open.Db, reading, stop);
        var isLast = lists is { SameAs: not null, Newer.Count: 0 };
        // Nothing was left out of it that could still be stored.
        if (isLast && lists.SameAs is { Skipped: null or 0 })
            return new Proposal(reading, bytes, Comparison.OfTheSame(lists.SameAs), last, lists.SameAs);
        var own = lists.SameAs is { } same ? await OwnRowsAsync(open.Db, same, reading, stop) : [];
        var comparison = Comparison.Of(await KnownRow.AllAsync(open.Db, [.. lists.Newer.Select(e => e.Id)], stop), reading, open.Rules, About(own, choices), await open.Db.CalledAsync(stop), lists.Ids, stop);
        comparison.LookForOver(a => IsOver(open, a, DayOf(open, reading)));
        var leftOut = LeftOut(open, reading, comparison);
        // Who has just stored it has been asked already.
        if (lists.SameAs is not null && (isLast || comparison.Missed.Count == 0) && comparison.SaysNothing(d => leftOut.ContainsKey(d.Order) || (isLast && own.ContainsKey(d.Order))))
            return new Proposal(reading, bytes, Comparison.OfTheSame(lists.SameAs), last, lists.SameAs);
        comparison.LeaveOut(draft => choices.GetValueOrDefault(draft.Order) is { IsSkipped: true });
        return new Proposal(WithDoubts(WithoutAnswered(reading, comparison), comparison, [.. lists.Told(reading, comparison), .. OfPart(comparison), .. comparison.InBin(await Bin.ListAsync(open.Db, stop)).Select(b => new Finding(Finding.InBin, Severity.Doubt, [b.Draft.Order], null, [b.Number]) { Places = PlacesOf("partner", b.Draft) })]), bytes, comparison, last, null) { Choices = choices };
    }

    /// <summary>Numbers of the agreements that came of the rows of a document when it was stored, by the orders of these.</summary>
    private static async Task<Dictionary<int, string>> OwnRowsAsync(RegisterDb db, Edition edition, SourceReading reading, CancellationToken stop)
    {
        var texts = reading.Drafts.ToDictionary(d => d.Order, d => d.Text);
        var numbers = new Dictionary<int, string>();
        await foreach (var row in db.RowsOf(edition.Id).WithCancellation(stop))
        {
            if (row.Agreement is { } number && texts.GetValueOrDefault(row.Order) == row.Text)
                numbers[row.Order] = number;
        }

        return numbers;
    }

    /// <summary>The rows of a document that was stored before are about the agreements that came of them.</summary>
    private static Dictionary<int, RecordChoice> About(Dictionary<int, string> own, IReadOnlyDictionary<int, RecordChoice> choices)
    {
        var about = new Dictionary<int, RecordChoice>(choices);
        foreach (var (order, number) in own.Where(o => choices.GetValueOrDefault(o.Key)?.About is null))
            about[order] = (choices.GetValueOrDefault(order) ?? new RecordChoice(IsSkipped: false)) with { About = number };
        return about;
    }

    /// <summary>What a person left out of an earlier list stays out, but for rows that say no more than the agreements that come from them.</summary>
    private static Proposal WithoutLeftOut(OpenRegister open, Proposal proposal)
    {
        var leftOut = LeftOut(open, proposal.Reading, proposal.Comparison);
        proposal.Comparison.LeaveOut(draft => leftOut.ContainsKey(draft.Order));
        return proposal with { Choices = leftOut.ToDictionary(r => r.Key, r => new RecordChoice(IsSkipped: true, Decided: r.Value.By)) };
    }

    private static Dictionary<int, ReadingRule> LeftOut(OpenRegister open, SourceReading reading, Comparison comparison)
    {
        var leftOut = LeftOutRows.Of(open.Register, reading.Drafts);
        return comparison.Telling.Where(d => leftOut.ContainsKey(d.Order)).ToDictionary(d => d.Order, d => leftOut[d.Order]);
    }

    /// <summary>That an agreement of the list was over by its day is nothing to say where the register has another end since; nor are two ends of a row
    /// of which one follows from a first day that an earlier list told better.</summary>
    private static SourceReading WithoutAnswered(SourceReading reading, Comparison comparison)
    {
        var ends = reading.Findings.Where(f => f is { Code: Finding.OverAtListDate or Finding.EndsConflict, Records.Count: 1 }).ToLookup(f => f.Records[0]);
        if (ends.Count == 0)
            return reading;
        var answered = comparison.Same.Concat(comparison.Changed)
            .SelectMany(m => ends[m.Draft.Order].Where(f => f.Code == Finding.EndsConflict ? m.Listed.Ends.Basis != EndsBasis.Conflict : comparison.Otherwise(m).Any(o => o.Field == "end"))).ToHashSet();
        return answered.Count == 0 ? reading : reading with { Findings = [.. reading.Findings.Where(f => !answered.Contains(f)).Select((f, i) => f with { Id = $"f{i + 1}" })] };
    }

    /// <summary>What the list and the register have both changed, and what may be about an agreement that is known, is looked at as any other finding of the edition.</summary>
    private static SourceReading WithDoubts(SourceReading reading, Comparison comparison, IReadOnlyList<Finding> others)
    {
        var findings = reading.Findings.ToList();
        findings.AddRange([.. others.Select((f, i) => f with { Id = $"f{findings.Count + i + 1}" })]);
        foreach (var met in comparison.Doubtful.OrderBy(m => m.Draft.Order))
        {
            findings.AddRange(met.Kept.Select((kept, i) => new Finding(
                met.IsOlder ? Finding.Older : Finding.BothChanged, Severity.Doubt, [met.Draft.Order], kept.Field, [FactWords.Name(kept.Field), Said(kept.Of.Is), Said(kept.Of.Was)])
            {
                Id = $"f{findings.Count + i + 1}",
                Listed = kept.Listed,
                Places = PlacesOf(kept.Field, met.Draft),
            }).ToList());
        }

        findings.AddRange(comparison.Changed.OrderBy(c => c.Draft.Order).SelectMany(c => Emptied(c.Fields).Select(f => (Met: c, Field: f))).Select((e, i) => new Finding(
            Finding.Emptied, Severity.Doubt, [e.Met.Draft.Order], e.Field.Field, [FactWords.Name(e.Field.Field), e.Field.Was])
        {
            Id = $"f{findings.Count + i + 1}",
            Listed = e.Met.Before,
            Places = e.Met.Draft.Places,
        }).ToList());
        List<Finding> named = [.. Renamings.Of(reading, comparison), .. NearKnown.Of(reading, comparison), .. RenamedHead.Doubts(comparison)];
        // One slip is one finding, and the one that tells of the register tells more.
        findings = [.. findings.Where(f => f.Code != "partner.misspelt" || !named.Exists(n => n.Proposal == f.Proposal && n.Records.SequenceEqual(f.Records))).Select((f, i) => f with { Id = $"f{i + 1}" })];
        findings.AddRange(named.Select((f, i) => f with { Id = $"f{findings.Count + i + 1}" }).ToList());
        findings.AddRange(comparison.Perhaps.Select((p, i) => comparison.PerhapsFinding(p.Agreement, p.Draft) with
        {
            Id = $"f{findings.Count + i + 1}",
            Places = PlacesOf("partner", p.Draft),
        }).Where(f => f.Code != Finding.PerhapsOneOf || f.Records[0] == f.Records.Min()).ToList());
        findings.AddRange(comparison.Either.Select((f, i) => f with { Id = $"f{findings.Count + i + 1}" }).ToList());
        return findings.Count == reading.Findings.Count && named.Count == 0 ? reading : reading with { Findings = findings };
    }

    /// <summary>That nobody is asked what became of those that a part of a list does not have.</summary>
    internal static IEnumerable<Finding> OfPart(Comparison comparison) =>
        comparison.Unasked.Count > 0 ? [new Finding(Finding.PartOfList, Severity.Note, [], null, [$"{comparison.Unasked.Count}"])] : [];

    /// <summary>What the list said and says no more, though it has a column for it: an end that is told otherwise now is none.</summary>
    private static IEnumerable<FieldDifference> Emptied(IReadOnlyList<FieldDifference> fields)
    {
        var empty = fields.Where(f => f.Old.Length > 0 && f.New.Length == 0 && f.Field is "country" or "kind" or "start" or "term").ToList();
        var isEndTold = !fields.Any(f => f.Field == "end" && !FactTexts.Says("end", f.New));
        return empty.Where(f => f.Field != "term" || !isEndTold)
            .Concat(fields.Where(f => f.Field == "end" && !isEndTold && FactTexts.Says("end", f.Old) && !empty.Exists(e => e.Field is "term" or "start")));
    }

    /// <summary>Where the list says it; the whole row where no place of its own is known.</summary>
    private static IReadOnlyList<Place> PlacesOf(string field, Draft draft)
    {
        IReadOnlyList<Place> own = field switch
        {
            "kind" => [.. draft.Facts.Kinds.SelectMany(k => k.Places)],
            "start" => [.. draft.Facts.Events.SelectMany(e => e.Places)],
            "term" => draft.Facts.Term.Places,
            "end" => draft.Facts.Ends.Places,
            "partner" or "unit" or "country" or "place" => [.. draft.Facts.Parties.SelectMany(p => p.Places)],
            _ => [],
        };
        return own.Count > 0 ? own : draft.Places;
    }

    private static string Said(string words) => words.Length == 0 ? Wording.Of("import.nothing") : words;

    /// <exception cref="RefusedException">import.changed-since: it was compared with what the register is no longer.</exception>
    public static async Task<Imported> AcceptAsync(OpenRegister open, Proposal proposal, string who, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(proposal);
        if (proposal.SameAs is { } same)
            return new Imported(same.Id, proposal.Reading, proposal.Comparison, new Dictionary<int, string>(), IsStored: false);
        var fates = Fates(open.Db, proposal);
        var by = new Authorship(who, open.Clock.GetUtcNow());
        var written = await open.Db.InTransactionAsync(
            async () =>
            {
                if (await IsOutdatedAsync(open, proposal, stop))
                    throw new RefusedException("import.changed-since", open.Register.Name);
                await open.Db.SaveChangesAsync(stop);
                return await open.Db.WriteEditionAsync(proposal.Reading, proposal.Bytes, by, fates, Missed(open, proposal), stop);
            },
            stop);
        var numbers = written.New.ToDictionary(a => a.Order!.Value, a => a.Number);
        return new Imported(written.Edition.Id, proposal.Reading, proposal.Comparison, numbers, IsStored: true);
    }

    /// <summary>What was over by the day of the list is told once, and is no question.</summary>
    private static IReadOnlyList<Missed> Missed(OpenRegister open, Proposal proposal)
    {
        var (comparison, day) = (proposal.Comparison, DayOf(open, proposal.Reading));
        return
        [
            .. comparison.Missed.Where(a => !IsOver(open, a, day)).Select(a => new Missed(a.Id) { Days = IsOver(open, a, open.Today) ? [$"{proposal.Reading.ListedOn}", $"{a.Facts.EndsOn}"] : [] }),
            .. comparison.Over.Intersect(comparison.Missed).Select(a => new Missed(a.Id, IsOver: true)),
        ];
    }

    /// <summary>The day of the list, where it is known and past; a lower bound says nothing of what was over by then.</summary>
    private static Day DayOf(OpenRegister open, SourceReading reading) =>
        reading is { ListedOnBasis: ListedOnBasis.Stated or ListedOnBasis.Given, ListedOn.Latest: var day } && day < open.Today ? day : open.Today;

    private static bool IsOver(OpenRegister open, Agreement agreement, Day day) => Standing.Of(agreement.Facts, open.Register.Counting, day).Kind == StandingKind.Ended;

    private static async Task<bool> IsOutdatedAsync(OpenRegister open, Proposal proposal, CancellationToken stop) =>
        await LastChangeAsync(open.Db, stop) != proposal.LastChange
        || (open.IsNew && await open.Db.Registers.IgnoreQueryFilters().AnyAsync(r => r.Id == open.Register.Id || r.Name == open.Register.Name, stop));

    private static async Task<long> LastChangeAsync(RegisterDb db, CancellationToken stop) => await db.Changes.MaxAsync(c => (long?)c.Sequence, stop) ?? 0;

    private static List<DraftFate> Fates(RegisterDb db, Proposal proposal)
    {
        var (comparison, choices) = (proposal.Comparison, proposal.Choices);
        var fates = comparison.Added.Select(d => new DraftFate(d) { Facts = choices.GetValueOrDefault(d.Order)?.Facts }).ToList();
        fates.AddRange(comparison.Deleted.Select(d => new DraftFate(d.Draft) { Deleted = d.Number }));
        fates.AddRange(comparison.Same.Select(s => new DraftFate(s.Draft, s.Agreement) { Read = s.Read, IsOlder = s.IsOlder, SilentOn = comparison.SilentOn }));
        foreach (var changed in comparison.Changed.Where(c => !IsSkipped(c.Draft)))
        {
            db.Agreements.Attach(changed.Agreement);
            fates.Add(new DraftFate(changed.Draft, changed.Agreement, IsChanged: true) { Facts = changed.Facts, Read = changed.Read, IsOlder = changed.IsOlder, SilentOn = comparison.SilentOn });
        }

        fates.RemoveAll(f => IsSkipped(f.Draft));
        var doubtful = comparison.Differences.Where(d => d.Kind == DifferenceKind.Doubtful).Select(d => d.Record).ToHashSet();
        fates.AddRange(proposal.Reading.Drafts.Where(IsSkipped).Select(d => new DraftFate(d) { IsSkipped = true }));
        return [.. fates.Select(f => f with { IsDoubtful = doubtful.Contains(f.Draft.Order) }).Select(f => choices.GetValueOrDefault(f.Draft.Order) is { Decided: { } by } ? f with { Decided = by, IsSettled = choices[f.Draft.Order].IsSettled } : f).OrderBy(f => f.Draft.Order)];

        bool IsSkipped(Draft draft) => choices.GetValueOrDefault(draft.Order) is { IsSkipped: true };
    }
}

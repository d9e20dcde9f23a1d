using Entente.App.Agreements;
using Entente.App.Keeping;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Store.Writing;

namespace Entente.App.Imports;

/// <summary>The next edition beside the register: aligned by partners, kinds and first date, never by row number.
/// An agreement is met by what its row was read as last; what the office has done to it since is no difference.</summary>
public sealed partial class Comparison
{
    private readonly List<Draft> added = [];
    private readonly List<Met> met = [];
    private readonly List<(string Number, Draft Draft)> deleted = [];
    private readonly List<(Agreement Agreement, Draft Draft)> perhaps = [];
    private readonly Dictionary<int, Tied> tied = [];

    /// <summary>All agreements that new rows are perhaps about, where there are several.</summary>
    private readonly Dictionary<int, IReadOnlyList<Agreement>> rivals = [];
    private readonly HashSet<KnownRow> taken = new(ReferenceEqualityComparer.Instance);

    private readonly CountingRule counting;
    private Func<Draft, bool> isHere = _ => false;
    private PrintedOtherwise printed = new([], _ => "");
    private readonly int unchanged;
    private readonly IReadOnlyDictionary<int, RecordChoice> choices;
    private readonly CancellationToken stop;

    private Comparison(CountingRule counting, IReadOnlyDictionary<int, RecordChoice>? choices, int unchanged, CancellationToken stop) =>
        (this.counting, this.choices, this.unchanged, this.stop) = (counting, choices ?? new Dictionary<int, RecordChoice>(), unchanged, stop);

    /// <summary>The partners that may be called otherwise than an agreement prints them, by their keys.</summary>
    private IReadOnlyDictionary<string, Guid> Called { get; init; } = new Dictionary<string, Guid>();

    private SilentFields Silent { get; init; } = new([], [], default);

    /// <summary>Fields that the list says nothing of.</summary>
    public IReadOnlySet<string> SilentOn => Silent.Fields;

    private IReadOnlySet<Guid> NewerLists { get; init; } = new HashSet<Guid>();

    /// <summary>The newer lists of which it has rows.</summary>
    public IReadOnlySet<Guid> Newer => taken.Where(IsNewer).Select(k => k.Newest).ToHashSet();

    /// <summary>Storing it would do nothing, and ask nothing: but for rows that are left out, and those of agreements that were deleted.</summary>
    public bool SaysNothing(Func<Draft, bool> isLeftOut) => added.All(isLeftOut) && met.All(m => (m.Fields.Count == 0 && m.Kept.Count == 0) || isLeftOut(m.Draft));

    /// <summary>What would be stored of it.</summary>
    public IEnumerable<Draft> Telling => added.Concat(met.Where(m => m.Fields.Count > 0 || m.Kept.Count > 0).Select(m => m.Draft));

    /// <summary>Rows that become agreements of their own, also those that are perhaps about a known one.</summary>
    public IReadOnlyList<Draft> Added => added;

    /// <summary>Of those the ones that are about no agreement that is known, not even perhaps: each record is counted once.</summary>
    public IReadOnlyList<Draft> New => perhaps.Count == 0 ? added : [.. added.ExceptBy(perhaps.Select(p => p.Draft.Order).Where(o => !IsSettled(o)), d => d.Order)];

    public IEnumerable<Met> Changed => met.Where(m => m.Fields.Count > 0);

    public IEnumerable<Met> Same => met.Where(m => m.Fields.Count == 0);

    /// <summary>How many change, and leave nothing to decide.</summary>
    public int ChangedCount => Changed.Count(m => !IsOpen(m));

    /// <summary>What the register and the list have both changed.</summary>
    public IEnumerable<Met> Doubtful => met.Where(m => m.Kept.Count > 0);

    /// <summary>New rows that are perhaps about an agreement that is listed no longer: a person decides.</summary>
    public IReadOnlyList<(Agreement Agreement, Draft Draft)> Perhaps => perhaps;

    /// <summary>Rows that say nothing new of an agreement, nor of another one: which of them the list has no longer is a question.</summary>
    public IEnumerable<Finding> Either => tied.Values.Where(t => t.IsTaken).OrderBy(t => t.Row.Order)
        .Select(t => new Finding("import.either", Severity.Doubt, [t.Row.Order], null, [string.Join(", ", t.Known.Select(k => k.Number)), t.Known[0].Number]) { Places = t.Row.Places });

    /// <summary>What is asked about one of these: which agreement it is, or which row, where nothing tells it.</summary>
    public Finding PerhapsFinding(Agreement agreement, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(draft);
        var one = tied.GetValueOrDefault(draft.Order);
        if (EitherOf(draft) is { Count: > 1 } either)
            return new Finding(Finding.PerhapsEither, Severity.Doubt, [draft.Order], null, [string.Join(", ", either.Select(a => a.Number))]);
        return one is null ? new Finding(Finding.PerhapsKnown, Severity.Doubt, [draft.Order], null, [agreement.Number])
            : new Finding(Finding.PerhapsOneOf, Severity.Doubt, [draft.Order, .. one.Rows.Select(r => r.Order).Where(o => o != draft.Order)], null, [agreement.Number]);
    }

    /// <summary>All that one of these may be, the likeliest first, where it may be each of several.</summary>
    public IReadOnlyList<Agreement> EitherOf(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return tied.GetValueOrDefault(draft.Order) is { } one ? [.. one.Known.Select(k => k.Agreement).OfType<Agreement>()] : rivals.GetValueOrDefault(draft.Order) ?? [];
    }

    /// <summary>How many a person has to decide on: of both of these those that nobody has decided on yet.</summary>
    public int DoubtfulCount => Doubtful.Count(IsOpen) + perhaps.Count(p => !IsSettled(p.Draft.Order));

    /// <summary>How many of these change as well, in other fields than those to decide on.</summary>
    public int ChangedInDoubt => Changed.Count(IsOpen);

    /// <summary>Something is left to decide.</summary>
    public bool IsOpen(Met row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Kept.Count > 0 && !IsSettled(row.Draft.Order);
    }

    private bool IsSettled(int record) => choices.GetValueOrDefault(record) is { IsSettled: true };

    /// <summary>Rows of agreements that were deleted, and stay deleted.</summary>
    public IReadOnlyList<(string Number, Draft Draft)> Deleted => deleted;

    public int LeftOut { get; private set; }

    public int SameCount => Same.Count(m => !IsOpen(m)) + unchanged;

    public IEnumerable<Difference> Differences =>
    [
        .. New.Select(d => new Difference(DifferenceKind.New, null, d.Order, [])),
        .. Doubtful.Where(IsOpen).Select(d => new Difference(DifferenceKind.Doubtful, d.Agreement.Number, d.Draft.Order, [.. d.Kept.Select(k => k.Of)])),
        .. perhaps.Where(p => !IsSettled(p.Draft.Order)).Select(p => new Difference(DifferenceKind.Doubtful, p.Agreement.Number, p.Draft.Order, PerhapsFields(p.Agreement, p.Draft))),
        .. Changed.Select(c => new Difference(DifferenceKind.Changed, c.Agreement.Number, c.Draft.Order, c.Fields)),
        .. Gone.Select(a => new Difference(DifferenceKind.Gone, a.Number, null, [])),
    ];

    /// <summary>What an agreement would say otherwise if a row were about it.</summary>
    public IReadOnlyList<FieldDifference> PerhapsFields(Agreement agreement, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(draft);
        return FactTexts.Differences(agreement.Facts, Silent.Filled(draft.Facts, agreement.Facts));
    }

    /// <param name="known">In the order in which several of one key are taken.</param>
    /// <param name="choices">What a person decided on records, by their orders.</param>
    /// <param name="newer">Editions that are newer than this list: it is no reason to change what they say.</param>
    /// <param name="called">The partners that may be called otherwise than an agreement prints them, by their keys: who is meant is the same then.</param>
    public static Comparison Of(
        IReadOnlyList<KnownRow> known, SourceReading reading, ReadingRules rules, IReadOnlyDictionary<int, RecordChoice>? choices = null,
        IReadOnlyDictionary<string, Guid>? called = null, IReadOnlySet<Guid>? newer = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(rules);
        var edition = new UnitsBehindNames(known).Parted(reading.Drafts);
        var comparison = new Comparison(rules.Counting, choices, 0, stop) { Called = called ?? new Dictionary<string, Guid>(), Silent = new SilentFields(reading.Tables, edition, rules.Counting) { HasOtherHeads = new RenamedHead(known, edition).IsHeld }, NewerLists = newer ?? new HashSet<Guid>() };
        comparison.printed = new PrintedOtherwise(edition, comparison.PartnerOf);
        var (byRead, byNow) = (known.Where(k => k.WasRead).ToLookup(k => comparison.Key(k.Read)), known.ToLookup(k => comparison.Key(k.Now)));
        var byNumber = known.Where(k => k.Agreement is not null).ToLookup(k => k.Number);
        var left = comparison.choices.Values.Any(c => c.About is not null)
            ? comparison.Meet(edition, draft => comparison.choices.GetValueOrDefault(draft.Order)?.About is { } number ? byNumber[number] : []) : [.. edition];
        // One that somebody entered anew, or brought back, is no longer the deleted one.
        comparison.isHere = draft => byNow[comparison.Key(draft.Facts)].Any(k => k is { Agreement: not null, WasRead: false } && !comparison.taken.Contains(k));
        // First the rows that say what they said: of several alike each finds its own.
        left = comparison.Meet(left, draft => byRead[comparison.Key(draft.Facts)].Where(k => FactTexts.Differences(k.Read, draft.Facts).Count == 0));
        left = comparison.MeetAlike(left, byRead);
        left = comparison.MeetAlike(left, byNow);
        left = comparison.MeetAlike(left, known.Where(k => k.Agreement is not null && CurrentPeriod.RenewalOf(k.Now) is not null)
            .ToLookup(k => comparison.Key(k.Now with { Events = [CurrentPeriod.RenewalOf(k.Now)! with { Act = Act.Signed }] })));
        // What was decided on wordings since is no difference between two lists that print the same.
        if (rules.Decided.Count > 0)
        {
            var ruled = new RuledReading(rules);
            var byRule = known.Where(k => k.WasRead).ToLookup(k => comparison.Key(ruled.Of(k.Read)));
            left = comparison.MeetAlike(left, byRule);
        }

        comparison.KnownParties = [.. known.Where(k => k.Agreement is not null).SelectMany(k => k.Now.Parties)];
        comparison.Align(known, left);
        comparison.LookForGone(known);
        return comparison;
    }

    /// <summary>Rows that become no agreement are none of the new ones.</summary>
    public void LeaveOut(Func<Draft, bool> isLeftOut)
    {
        LeftOut += added.RemoveAll(d => isLeftOut(d)) + met.RemoveAll(m => isLeftOut(m.Draft)) + deleted.RemoveAll(d => isLeftOut(d.Draft));
        perhaps.RemoveAll(p => isLeftOut(p.Draft));
    }

    private void Take(KnownRow known, Draft draft)
    {
        taken.Add(known);
        if (known.Agreement is { } agreement)
            met.Add(MetBy(known, agreement, draft));
        else
            deleted.Add((known.Number, draft));
    }

    /// <summary>The same document again: whatever was done to its agreements since, it says nothing new.</summary>
    public static Comparison OfTheSame(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var leftOut = edition.Skipped ?? 0;
        return new(default, null, edition.Records - leftOut, default) { LeftOut = leftOut };
    }

    private Met MetBy(KnownRow known, Agreement agreement, Draft draft)
    {
        var choice = choices.GetValueOrDefault(draft.Order);
        var own = choice?.Facts;
        var row = Silent.Filled(own ?? CurrentPeriod.Told(printed.AsKnown(draft.Facts, known.Now), known.Read, known.Now), known.Read, known.Now);
        var isOlder = IsNewer(known) && !known.IsPrintedInNewestAs(draft);
        var after = After(choice?.Takes ?? new HashSet<string>());
        // What was imported and never worked on is the list's.
        var owned = agreement.Version == 1 && known.WasRead ? [] : OwnFields.Of(known.Read, row, known.Now, known.Own);
        var fields = FactTexts.Differences(known.Now, after.Facts);
        // Nobody need decide on what the list prints as before, and is only read otherwise.
        if (isOlder)
            return new Met(agreement, draft, after.Facts, new ReadAs(agreement.Id, after.Read) { EditionId = known.Edition, Older = own ?? draft.Facts }, fields, after.Kept) { Before = known.Now, Listed = row, IsOlder = true, Follows = after.Follows, Taking = With };
        if (own is not null && after.Kept.Count == 0)
            after = after with { Read = draft.Facts };
        else if (known.IsPrintedAs(draft))
            after = after with { Read = draft.Facts, Kept = [] };
        // What was decided on is asked again only when the list says something else again.
        else if (choice is { IsSettled: true })
            after = after with { Read = Silent.Filled(draft.Facts, known.Read, known.Now) };
        var told = fields.Count > 0 ? after.Facts : known.Read;
        var isToTell = FactTexts.Differences(told, after.Read).Count > 0 || !known.Own.SetEquals(owned) || (fields.Count > 0 && owned.Count > 0) || (fields.Count > 0 && after.Kept.Count > 0);
        // As long as something is to be decided on, the row differs from that of the edition before.
        var read = isToTell ? new ReadAs(agreement.Id, after.Read) { EditionId = after.Kept.Count > 0 && choice is not { IsSettled: true } ? known.Edition : null, Own = owned.Count > 0 ? owned : null } : null;
        return new Met(agreement, draft, after.Facts, read, fields, after.Kept) { Before = known.Now, Listed = row, Follows = after.Follows, Taking = With };

        Taken After(IReadOnlySet<string> takes) => isOlder ? Taking.OfOlder(known.Read, row, known.Now, counting, takes) : Taking.Of(known.Read, row, known.Now, counting, takes, own: known.Own);
        Facts With(string field) => After((choice?.Takes ?? new HashSet<string>()).Append(field).ToHashSet()).Facts;
    }

    private bool IsNewer(KnownRow known) => NewerLists.Contains(known.Newest);

    /// <summary>New rows about the same as records that went to the bin with a list that was taken back.</summary>
    public IEnumerable<(string Number, Draft Draft)> InBin(IReadOnlyList<Binned> bin)
    {
        var byKey = bin.Where(b => b.IsOfUndo).ToLookup(b => Key(b.Facts), b => b.Number);
        return byKey.Count == 0 ? [] : added.OrderBy(d => d.Order).Where(d => byKey.Contains(Key(d.Facts))).Select(d => (byKey[Key(d.Facts)].First(), d));
    }

    /// <summary>What partners are known by, of all that could be met.</summary>
    internal IReadOnlyList<Party> KnownParties { get; private set; } = [];

    internal string PartnerKey(Party party) => PartnerOf(party);

    private string Key(Facts facts) => Agreement.KeyOf(facts, PartnerOf);

    private string PartnersOf(Facts facts) => Agreement.PartnersOf(facts, PartnerOf);

    private string PartnerOf(Party party) => Called.TryGetValue(Partner.KeyOf(party.Name, party.Country), out var id) ? $"{id:N}" : SearchText.Plain(party.Name);
}

using Entente.App.Agreements;
using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.App.Running;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Store;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

public static partial class Undoing
{
    /// <summary>From the first to the last change by which an edition brought or changed an agreement.</summary>
    private sealed record Span(long First, long Last);

    private sealed record Later(string Act, DateTimeOffset At, string Who);

    private sealed class Work(OpenRegister open, Edition edition)
    {
        private readonly List<Agreement> removed = [];
        private readonly List<(Agreement Agreement, Guid Later)> listed = [];
        private IReadOnlyList<Restored> leftBehind = [];
        private readonly List<(Agreement Agreement, (Guid? Edition, int? Order) From, Facts Facts, IReadOnlyList<FieldDifference> Fields)> restored = [];
        private readonly List<ReadAs> held = [];
        private OlderRows older = new();

        public List<ChangedSince> Since { get; } = [];

        public async Task ReadAsync(QueryTrackingBehavior tracking, CancellationToken stop)
        {
            var imports = await open.Db.Changes.AsNoTracking().Where(c => c.EditionId == edition.Id && c.Act == Recording.Imported).OrderBy(c => c.Sequence).ToListAsync(stop);
            if (imports.Count == 0 || imports.Exists(c => c.Payload is null))
                throw new RefusedException("edition.erased", edition.SourceName);
            var after = await AfterAsync(imports, stop);
            var spans = after.Keys.ToDictionary(id => id, _ => new Span(imports[0].Sequence, imports[^1].Sequence));
            foreach (var (id, on) in await HandedOn.ToAsync(open.Db, edition.Id, stop))
            {
                after.TryAdd(id, on.Read);
                spans[id] = new Span(on.First, on.Last);
            }

            older = await OlderRows.AfterAsync(open, edition, imports[0].Sequence, imports[^1].Sequence, stop);
            foreach (var id in older.Agreements)
                spans.TryAdd(id, new Span(imports[0].Sequence, imports[^1].Sequence));
            var (taken, acts) = await HandedOn.TakenAsync(open.Db, edition.Id, stop);
            foreach (var fields in taken)
                spans.TryAdd(fields.Key, new Span(fields.First().Sequence, fields.First().Sequence));
            var before = await BeforeAsync(spans, stop);
            foreach (var id in older.Agreements.Where(id => !after.ContainsKey(id) && before.ContainsKey(id)))
                after[id] = before[id].Facts!;
            foreach (var fields in taken.Where(t => after.ContainsKey(t.Key) || before.ContainsKey(t.Key)))
                after[fields.Key] = fields.Aggregate(after.GetValueOrDefault(fields.Key) ?? before[fields.Key].Facts!, (facts, t) => FactFields.Put(t.Taken.Field!, facts, t.Taken.Facts, open.Register.Counting));
            var others = await HandedOn.ListedSinceAsync(open.Db, imports[^1].Sequence, older, stop);
            var since = await SinceAsync(spans, acts, stop);
            var own = new List<(Agreement Agreement, Facts Imported, Facts? Before)>();
            var (looked, of) = (0, await open.Db.Agreements.CountAsync(stop));
            await foreach (var agreement in open.Db.Agreements.AsTracking(tracking).OrderBy(a => a.NumberOrder).ThenBy(a => a.Number).AsAsyncEnumerable().WithCancellation(stop))
            {
                if (after.TryGetValue(agreement.Id, out var imported) && others.TryGetValue(agreement.Id, out var other))
                {
                    listed.Add((agreement, other));
                    own.Add((agreement, imported, before.GetValueOrDefault(agreement.Id)?.Facts));
                }
                else if (imported is not null)
                    Look(agreement, imported, before.GetValueOrDefault(agreement.Id), since.GetValueOrDefault(agreement.Id));
                open.Progress?.Report(ActProgress.Counted(RunningPart.Agreements, ++looked, of, RunningPart.Comparing));
            }

            Since.AddRange(await AnsweredAsync(imports[^1].Sequence, stop));
            leftBehind = await LeftBehind.OfAsync(open, own, await open.Db.Editions.Where(e => e.UndoneAt == null && e.Id != edition.Id).Select(e => e.Id).ToListAsync(stop), stop);
        }

        private void Look(Agreement agreement, Facts imported, RecordAfter? before, Later? since)
        {
            if (since is not null)
                Since.Add(new ChangedSince(agreement.Number, since.Act, since.At, since.Who, before is null));
            var without = older.Without(agreement.Id, before?.Facts, open.Register.Counting);
            if (without is { Edition: { } by })
                held.Add(new ReadAs(agreement.Id, without.Read) { EditionId = by });
            if (without is not null || before is not null)
                Restore(agreement, without ?? new WithoutList(before!.Facts!, before.Facts!, null, 0), before, imported, since is not null);
            else
                removed.Add(agreement);
        }

        /// <summary>The records as the import left them.</summary>
        private async Task<Dictionary<Guid, Facts>> AfterAsync(List<Change> imports, CancellationToken stop)
        {
            var (after, read) = (new Dictionary<Guid, Facts>(), 0);
            var sequences = imports.ConvertAll(c => c.Sequence);
            var of = await open.Db.ChangedAgreements.CountAsync(c => sequences.Contains(c.Sequence), stop);
            foreach (var import in imports)
            {
                import.EachRecord(record =>
                {
                    stop.ThrowIfCancellationRequested();
                    if (record.Facts is { } facts)
                        after.Add(record.Id, facts);
                    open.Progress?.Report(ActProgress.Counted(RunningPart.History, ++read, of, RunningPart.Comparing));
                });
            }

            return after;
        }

        private void Restore(Agreement agreement, WithoutList without, RecordAfter? before, Facts imported, bool isChangedSince)
        {
            var earlier = Rereading.Under(without.Facts, open.Rules);
            var facts = isChangedSince ? Taking.Of(imported, earlier, agreement.Facts, open.Register.Counting, isTakenBack: true).Facts : earlier;
            restored.Add((agreement, without.Edition is { } list ? (list, without.Order) : (before!.EditionId, before.Order), facts, FactTexts.Differences(agreement.Facts, facts)));
        }

        public Undone Outcome() => new(edition, removed, [.. restored.Where(r => r.Fields.Count > 0).Select(r => new Restored(r.Agreement, r.Fields))], Since) { Listed = [.. listed.Select(l => l.Agreement.Number)], LeftBehind = leftBehind };

        public async Task<Undone> WriteAsync(Authorship by, CancellationToken stop)
        {
            // Before it is taken back: what their rows were read as last is told by it, perhaps.
            var last = listed.Count == 0 ? [] : await KnownRow.ReadAsync(open.Db, stop);
            edition.Undo(by.At);
            await open.Db.ReturnAsync(edition, stop);
            foreach (var (agreement, from, facts, _) in restored)
                agreement.Revise(facts, from.Edition, from.Order);
            var worked = Since.Where(s => s.IsNew).Select(s => s.Number).ToHashSet();
            var outcome = new Outcome
            {
                Changed = [.. restored.Select(r => r.Agreement)],
                Removed = [.. removed.Where(a => !worked.Contains(a.Number))],
                Read = [.. listed.Where(l => last.ContainsKey(l.Agreement.Id)).Select(l => new ReadAs(l.Agreement.Id, last[l.Agreement.Id].Facts) { EditionId = l.Later, Own = last[l.Agreement.Id].Own is { Count: > 0 } own ? own : null }), .. held],
                EditionId = edition.Id,
            };
            await Findings.Findings.ForgetGoneAsync(open, removed, stop);
            await older.ForgetAsync(open.Db, restored.ToDictionary(r => r.Agreement.Id, r => r.Facts), stop);
            await open.Db.RecordAsync(Recording.Undone, by, outcome, stop);
            if (removed.Where(a => worked.Contains(a.Number)).ToList() is { Count: > 0 } toBin)
                await open.Db.RecordAsync(Recording.Deleted, by, new Outcome { Removed = toBin, EditionId = edition.Id }, stop);
            return Outcome();
        }

        /// <summary>What somebody entered of agreements that the list had no longer, since it asked what became of them: that stays, and is named.</summary>
        private async Task<IEnumerable<ChangedSince>> AnsweredAsync(long import, CancellationToken stop)
        {
            var asked = await open.Db.FindingAgreements.AsNoTracking().Where(l => l.EditionId == edition.Id && open.Db.Findings.Any(f => f.EditionId == l.EditionId && f.Order == l.FindingOrder && Finding.AllGone.Contains(f.Code))).Select(l => l.AgreementId).Distinct().ToListAsync(stop);
            if (asked.Count == 0)
                return [];
            var acts = await SinceAsync(asked.ToDictionary(id => id, _ => new Span(import, import)), new HashSet<long>(), stop);
            var named = Since.Select(s => s.Number).ToHashSet();
            return (await open.Db.Agreements.AsNoTracking().Where(a => asked.Contains(a.Id)).OrderBy(a => a.NumberOrder).Select(a => new { a.Id, a.Number }).ToListAsync(stop))
                .Where(a => acts.TryGetValue(a.Id, out var act) && act.Act is not (Recording.Imported or Recording.Undone) && !named.Contains(a.Number)).Select(a => new ChangedSince(a.Number, acts[a.Id].Act, acts[a.Id].At, acts[a.Id].Who, IsNew: false));
        }

        /// <summary>The records as they were before the import; none of those that came with it.</summary>
        private async Task<Dictionary<Guid, RecordAfter>> BeforeAsync(Dictionary<Guid, Span> spans, CancellationToken stop)
        {
            var to = spans.Values.Select(s => s.First).DefaultIfEmpty().Max();
            var last = (await open.Db.ChangedAgreements.AsNoTracking().Where(c => c.Sequence < to).ToListAsync(stop))
                .Where(c => spans.TryGetValue(c.AgreementId, out var span) && c.Sequence < span.First).GroupBy(c => c.AgreementId).Select(g => (Id: g.Key, Sequence: g.Max(c => c.Sequence))).GroupBy(l => l.Sequence, l => l.Id);
            var before = new Dictionary<Guid, RecordAfter>();
            foreach (var at in last)
            {
                var wanted = at.ToHashSet();
                var change = await open.Db.Changes.AsNoTracking().SingleAsync(c => c.Sequence == at.Key, stop);
                change.EachRecord(r =>
                {
                    stop.ThrowIfCancellationRequested();
                    if (wanted.Contains(r.Id) && r.Facts is not null)
                        before[r.Id] = r;
                });
            }

            return before;
        }

        /// <summary>The last act on each record after the import. That a setting read all of them anew is nobody's work,
        /// and what a later list did is not there any more once that was taken back.</summary>
        /// <param name="own">Acts that took something more from the list, and those that opened that again.</param>
        private async Task<Dictionary<Guid, Later>> SinceAsync(Dictionary<Guid, Span> spans, IReadOnlySet<long> own, CancellationToken stop)
        {
            var from = spans.Values.Select(s => s.Last).DefaultIfEmpty(long.MaxValue).Min();
            var acts = await open.Db.ChangedAgreements.AsNoTracking().Where(c => c.Sequence > from)
                .Join(open.Db.Changes.Where(c => c.Act != Recording.Configured && c.EditionId != edition.Id && !open.Db.Editions.Any(e => e.Id == c.EditionId && e.UndoneAt != null)), c => c.Sequence, c => c.Sequence, (about, change) => new { about.AgreementId, change.Sequence, change.Act, change.At, change.Who })
                .ToListAsync(stop);
            var since = new Dictionary<Guid, Later>();
            foreach (var act in acts.Where(a => spans.TryGetValue(a.AgreementId, out var span) && a.Sequence > span.Last && !own.Contains(a.Sequence)).OrderBy(a => a.Sequence))
                since[act.AgreementId] = new Later(act.Act, act.At, act.Who);
            return since;
        }
    }
}

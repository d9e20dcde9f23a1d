using Entente.App.Agreements;
using Entente.App.Keeping;
using Entente.Core;
using Entente.Store;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

/// <summary>What the row of an agreement was read as last.</summary>
/// <param name="Edition">In which it was read so.</param>
/// <param name="Newest">The newest one that says so.</param>
/// <param name="Own">Fields that the office said first, and the list likewise since.</param>
public sealed record LastRead(Guid Edition, Guid Newest, Facts Facts, IReadOnlyList<string> Own);

/// <summary>An agreement that a row may be about, and what its row was read as when a list that had it was imported last.</summary>
/// <param name="Agreement">Null when it was deleted.</param>
/// <param name="Now">As the register has it, or had it last.</param>
public sealed record KnownRow(Agreement? Agreement, string Number, Facts Now, Facts Read)
{
    /// <summary>The edition in which the row was read so; empty when there is none.</summary>
    public Guid Edition { get; init; }

    /// <summary>The newest edition by whose row it is known what it says: a later one, where something was or is to be decided on.</summary>
    public Guid Newest { get; init; }

    /// <summary>The row as it stood there; null when that is not known.</summary>
    public string? Text { get; init; }

    /// <summary>The row as it stood in the newest one.</summary>
    public string? NewestText { get; init; }

    /// <summary>Numbers of all that the edition lists; none where there is none.</summary>
    public IReadOnlySet<string> Beside { get; init; } = new HashSet<string>();

    /// <summary>Fields that the office said first, and the list likewise since.</summary>
    public IReadOnlySet<string> Own { get; init; } = new HashSet<string>();

    /// <summary>What became of it was a question of an earlier list already.</summary>
    public bool IsAskedFor { get; init; }

    /// <summary>Living ones before deleted ones, then by number: the same list always finds the same ones.</summary>
    /// <param name="newer">Lists that are newer than the one that is compared, the last stored one last: those that say what was said before count as well.</param>
    public static async Task<IReadOnlyList<KnownRow>> AllAsync(RegisterDb db, IReadOnlyList<Guid> newer, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(newer);
        var living = await db.Agreements.AsNoTracking().ToListAsync(stop);
        var read = await ReadAsync(db, stop);
        var texts = await TextsAsync(db, [.. read.Values.SelectMany(r => new[] { r.Edition, r.Newest }).Concat(newer).Distinct()], stop);
        var beside = texts.Keys.GroupBy(k => k.Edition).ToDictionary(g => g.Key, g => g.Select(k => k.Number).ToHashSet());
        var asked = (await db.FindingAgreements.Where(l => db.Findings.Any(f => f.EditionId == l.EditionId && f.Order == l.FindingOrder && Finding.AllGone.Contains(f.Code) && f.State != FindingState.Replaced)).Select(l => l.AgreementId).ToListAsync(stop)).ToHashSet();
        return
        [
            .. living.OrderBy(a => a.NumberOrder).ThenBy(a => a.Number, StringComparer.Ordinal).Select(a => Of(a, a.Id, a.Number, a.Facts)),
            .. (await Bin.ListAsync(db, stop)).Where(b => !b.IsOfUndo).OrderBy(b => Agreement.OrderOf(b.Number)).ThenBy(b => b.Number, StringComparer.Ordinal).Select(b => Of(null, b.Id, b.Number, b.Facts)),
        ];

        // What a person entered was never read: whatever it says is the office's own.
        KnownRow Of(Agreement? agreement, Guid id, string number, Facts now) => read.TryGetValue(id, out var last)
            ? new KnownRow(agreement, number, now, last.Facts) { Edition = last.Edition, Newest = NewestOf(last, number), Text = texts.GetValueOrDefault((last.Edition, number)), NewestText = texts.GetValueOrDefault((NewestOf(last, number), number)), Beside = beside.GetValueOrDefault(last.Edition) ?? [], Own = last.Own.ToHashSet(), IsAskedFor = asked.Contains(id) }
            : new KnownRow(agreement, number, now, AgreementEdit.Blank);

        Guid NewestOf(LastRead last, string number) => newer.Contains(last.Newest) ? last.Newest : newer.LastOrDefault(e => texts.ContainsKey((e, number)), last.Newest);
    }

    /// <summary>False when a person entered it.</summary>
    public bool WasRead => !ReferenceEquals(Read, AgreementEdit.Blank);

    /// <summary>Whether the row prints the same. Its running number moves whenever a row is put in before.</summary>
    public bool IsPrintedAs(Draft draft) => Is(Text, draft);

    /// <summary>Whether the newest list printed the same row.</summary>
    public bool IsPrintedInNewestAs(Draft draft) => Is(NewestText, draft);

    private static bool Is(string? text, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return text is not null && Bare(text) == Bare(draft.Text);
    }

    private static string Bare(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimStart([.. "0123456789.) "]);

    /// <summary>What the row of each agreement was read as last, by their ids.</summary>
    /// <param name="before">Only by the acts before this one; null: by all.</param>
    public static async Task<Dictionary<Guid, LastRead>> ReadAsync(RegisterDb db, CancellationToken stop, long? before = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        var read = new Dictionary<Guid, LastRead>();
        var counting = await db.Registers.Select(r => r.Counting).SingleOrDefaultAsync(stop);
        var undone = (await db.Editions.Where(e => e.UndoneAt != null).Select(e => e.Id).ToListAsync(stop)).ToHashSet();
        var lists = db.Changes.AsNoTracking()
            .Where(c => (c.Act == Recording.Imported && db.Editions.Any(e => e.Id == c.EditionId && e.UndoneAt == null)) || c.Act == Recording.Undone || c.Act == Recording.Accepted || c.Act == Recording.Dismissed || c.Act == Recording.Reopened)
            .Where(c => before == null || c.Sequence < before).OrderBy(c => c.Sequence);
        await foreach (var change in lists.AsAsyncEnumerable().WithCancellation(stop))
        {
            // A row of an older list counts as read as the newer one.
            foreach (var row in change.Act == Recording.Imported ? change.Read().Where(r => r.Older is null) : change.HandedOn().Where(r => !undone.Contains(r.EditionId!.Value)))
            {
                var edition = row.EditionId ?? change.EditionId!.Value;
                if (row.Field is null)
                    read[row.Id] = new(edition, change.Act == Recording.Imported ? change.EditionId!.Value : edition, row.Facts, row.Own ?? []);
                else if (read.TryGetValue(row.Id, out var last))
                    read[row.Id] = (change.Act == Recording.Reopened ? last with { Edition = edition } : last with { Newest = edition }) with { Facts = FactFields.Put(row.Field, last.Facts, row.Facts, counting), Own = [.. last.Own.Where(f => f != row.Field)] };
            }
        }

        return read;
    }

    private static async Task<Dictionary<(Guid Edition, string Number), string>> TextsAsync(RegisterDb db, IReadOnlyList<Guid> editions, CancellationToken stop)
    {
        var texts = new Dictionary<(Guid, string), string>();
        foreach (var edition in editions)
        {
            await foreach (var row in db.RowsOf(edition).WithCancellation(stop))
            {
                if (row.Agreement is { } number)
                    texts[(edition, number)] = row.Text;
            }
        }

        return texts;
    }
}

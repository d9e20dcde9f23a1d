using System.Runtime.CompilerServices;
using System.Threading.Channels;

using Entente.App.Registers;
using Entente.Core;
using Entente.Formats.Text;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

/// <summary>What the import of a long list did.</summary>
/// <param name="Reading">Of all records together; none of them is there.</param>
/// <param name="First">The first of them, for who is told of some.</param>
/// <param name="Numbers">What those are called in the register, by the order of their records.</param>
/// <param name="IsStored">False when the register had the very same document already.</param>
public sealed record LongImported(Guid Edition, SourceReading Reading, ReadCounts Counts, IReadOnlyList<Draft> First, IReadOnlyDictionary<int, string> Numbers, bool IsStored);

/// <summary>A list that is too long to be held is read and stored in parts, in one transaction, where the register has nothing to compare it with.</summary>
public static class LongImports
{
    private const int MostFirst = 1_000;

    /// <summary>Whether every record of any list is new to it, and nothing was decided that a list follows.</summary>
    public static async Task<bool> IsEmptyAsync(OpenRegister open, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(open);
        return open.Register.Rules.Count == 0 && !await open.Db.Agreements.AnyAsync(stop) && !await open.Db.Changes.AnyAsync(c => c.Act == Recording.Deleted, stop);
    }

    /// <summary>The edition that was stored in parts from the very same document; null when there is none.</summary>
    public static async Task<LongImported?> FindSameAsync(OpenRegister open, string sha256, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(open);
        var db = open.Db;
        var edition = await db.Editions.AsNoTracking().Where(e => e.Sha256 == sha256 && e.UndoneAt == null && db.EditionRows.Count(r => r.EditionId == e.Id) > 1).OrderByDescending(e => e.Id).FirstOrDefaultAsync(stop);
        // What was stored since may say otherwise: then it is compared.
        if (edition is null || await db.Editions.AnyAsync(e => e.UndoneAt == null && e.ImportedAt > edition.ImportedAt, stop))
            return null;
        var found = await db.Findings.Where(f => f.EditionId == edition.Id).GroupBy(f => f.Severity).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var counts = new ReadCounts(edition.Records, found.GetValueOrDefault(Severity.Error), found.GetValueOrDefault(Severity.Doubt), found.GetValueOrDefault(Severity.Note));
        var reading = new SourceReading(new Source(edition.SourceName, edition.Sha256, edition.MediaType, edition.Bytes, edition.Encoding))
        {
            Title = edition.Title,
            ListedOn = edition.ListedOn,
            ListedOnBasis = edition.ListedOnBasis,
            Tables = edition.Tables,
            Checks = edition.Checks,
            Placed = edition.Placed,
        };
        return new LongImported(edition.Id, reading, counts, [], new Dictionary<int, string>(), IsStored: false);
    }

    /// <summary>Reads all of it and stores nothing: what a person is told before being asked.</summary>
    public static LongImported Preview(LongList list, IProgress<int>? read)
    {
        ArgumentNullException.ThrowIfNull(list);
        var tally = new Tally();
        foreach (var part in list.Parts())
            read?.Report(tally.Take(part).Counts.Records);
        return tally.Imported(default, new Dictionary<int, string>());
    }

    /// <param name="document">Its bytes, from the beginning.</param>
    /// <param name="stored">Told how many records were written.</param>
    /// <exception cref="RefusedException">import.changed-since: the register is not empty any more.</exception>
    public static Task<LongImported> ImportAsync(OpenRegister open, LongList list, Func<Stream> document, string who, IProgress<int>? stored, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(list);
        var by = new Authorship(who, open.Clock.GetUtcNow());
        return open.Db.InLongTransactionAsync(
            async () =>
            {
                if (!await IsEmptyAsync(open, stop) || (open.IsNew && await open.Db.Registers.IgnoreQueryFilters().AnyAsync(r => r.Id == open.Register.Id || r.Name == open.Register.Name, stop)))
                    throw new RefusedException("import.changed-since", open.Register.Name);
                var tally = new Tally();
                var written = await open.Db.WriteInPartsAsync(new ListInParts(list.Known, PartsAsync(list, tally, stop), document, list.GreatestNumber), by, stored, stop);
                return tally.Imported(written.Edition.Id, written.First);
            },
            stop);
    }

    /// <summary>The next part is read while the last one is written.</summary>
    private static async IAsyncEnumerable<SourceReading> PartsAsync(LongList list, Tally tally, [EnumeratorCancellation] CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var ahead = Channel.CreateBounded<SourceReading>(1);
        var reading = Task.Run(() => ReadAsync(list, ahead.Writer, ended.Token), CancellationToken.None);
        try
        {
            await foreach (var part in ahead.Reader.ReadAllAsync(stop))
            {
                tally.Take(part);
                yield return part;
            }
        }
        finally
        {
            await ended.CancelAsync();
            await reading;
        }
    }

    private static async Task ReadAsync(LongList list, ChannelWriter<SourceReading> ahead, CancellationToken stop)
    {
        try
        {
            foreach (var part in list.Parts())
                await ahead.WriteAsync(part, stop);
            ahead.Complete();
        }
        catch (Exception e)
        {
            // Thrown again where the parts are taken.
            ahead.Complete(e);
        }
    }

    private sealed class Tally
    {
        private readonly List<Draft> first = [];
        private SourceReading? last;

        public ReadCounts Counts { get; private set; } = ReadCounts.None;

        public Tally Take(SourceReading part)
        {
            Counts = Counts.Plus(part);
            first.AddRange(part.Drafts.Take(MostFirst - first.Count));
            last = part.Drafts.Count == 0 ? part : null;
            return this;
        }

        public LongImported Imported(Guid edition, IReadOnlyDictionary<int, string> numbers) => new(edition, last!, Counts, first, numbers, IsStored: true);
    }
}

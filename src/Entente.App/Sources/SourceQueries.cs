using Entente.App.Registers;
using Entente.Core;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Sources;

/// <summary>One import, in the list of all.</summary>
/// <param name="Number">The first one is 1.</param>
/// <param name="Open">How many of its findings nobody has decided on.</param>
public sealed record EditionLine(Edition Edition, int Number, string? Who, int Open);

/// <summary>A document with what it became.</summary>
public sealed record SourceAnswer(EditionLine Line, StoredText Text)
{
    public Edition Edition => Line.Edition;
}

internal static class SourceQueries
{
    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<EditionLine>> ListAsync(OpenRegister open, CancellationToken stop)
    {
        var editions = await open.Db.Editions.AsNoTracking().OrderBy(e => e.Id).ToListAsync(stop);
        var who = await open.Db.Changes.Where(c => c.Act == Recording.Imported && c.EditionId != null)
            .GroupBy(c => c.EditionId!.Value).Select(g => new { g.Key, Who = g.Min(c => c.Who) }).ToDictionaryAsync(c => c.Key, c => c.Who, stop);
        var waiting = await open.Db.Findings.Where(f => f.State == FindingState.Open).GroupBy(f => f.EditionId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return [.. editions.Select((e, i) => new EditionLine(e, i + 1, who.GetValueOrDefault(e.Id), waiting.GetValueOrDefault(e.Id))).Reverse()];
    }

    /// <summary>By the hash of the document: its newest import that holds. Null when there is none.</summary>
    /// <param name="line">Of a long document only the part with this line is there.</param>
    public static async Task<SourceAnswer?> FindAsync(OpenRegister open, SourceTexts texts, string sha256, CancellationToken stop, int line = 1)
    {
        var found = (await ListAsync(open, stop)).Where(l => l.Edition.Sha256 == sha256).OrderBy(l => l.Edition.UndoneAt is not null).FirstOrDefault();
        return found is null ? null : new SourceAnswer(found, await texts.OnLineAsync(open, found.Edition, line, stop));
    }

    /// <summary>The agreements that the records of an edition are about, by their order: their numbers, which never change.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> AgreementsAsync(OpenRegister open, SourceAnswer source, CancellationToken stop)
    {
        var rows = source.Text.Rows;
        if (rows.Any(r => r.Agreement is not null))
            return rows.Where(r => r.Agreement is not null).ToDictionary(r => r.Order, r => r.Agreement!);
        return await open.Db.Agreements.Where(a => a.EditionId == source.Edition.Id && a.Order != null).ToDictionaryAsync(a => a.Order!.Value, a => a.Number, stop);
    }

    /// <summary>Which of these numbers the register has still.</summary>
    public static async Task<IReadOnlySet<string>> StillThereAsync(OpenRegister open, IReadOnlyCollection<string> numbers, CancellationToken stop)
    {
        var orders = numbers.Select(Agreement.OrderOf).Distinct().ToList();
        return (await open.Db.Agreements.Where(a => orders.Contains(a.NumberOrder)).Select(a => a.Number).ToListAsync(stop)).ToHashSet();
    }
}

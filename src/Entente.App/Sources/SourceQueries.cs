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
            .Select(c => new { Edition = c.EditionId!.Value, c.Who }).ToDictionaryAsync(c => c.Edition, c => c.Who, stop);
        var waiting = await open.Db.Findings.Where(f => f.State == FindingState.Open).GroupBy(f => f.EditionId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return [.. editions.Select((e, i) => new EditionLine(e, i + 1, who.GetValueOrDefault(e.Id), waiting.GetValueOrDefault(e.Id))).Reverse()];
    }

    /// <summary>By the hash of the document: its newest import that holds. Null when there is none.</summary>
    public static async Task<SourceAnswer?> FindAsync(OpenRegister open, SourceTexts texts, string sha256, CancellationToken stop)
    {
        var line = (await ListAsync(open, stop)).Where(l => l.Edition.Sha256 == sha256).OrderBy(l => l.Edition.UndoneAt is not null).FirstOrDefault();
        return line is null ? null : new SourceAnswer(line, await texts.OfAsync(open, line.Edition, stop));
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

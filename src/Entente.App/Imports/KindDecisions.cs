using Entente.App.Agreements;
using Entente.App.Registers;
using Entente.Core;
using Entente.Store;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

/// <summary>What the register calls its kinds, as decisions on wordings: kept with the kinds, listed and taken out beside the others.</summary>
internal static class KindDecisions
{
    /// <summary>With whoever said so, and when, which only the history tells.</summary>
    public static async Task<IReadOnlyList<ReadingRule>> OfAsync(RegisterDb db, IReadOnlyList<RegisterKind> kinds, CancellationToken stop)
    {
        var said = Said(kinds).ToList();
        if (said.Count == 0)
            return [];
        var by = new Dictionary<(string Code, string Wording), Authorship>();
        var unknown = await db.Changes.AsNoTracking().OrderBy(c => c.Sequence).Select(c => new Authorship(c.Who, c.At, null)).FirstOrDefaultAsync(stop) ?? new Authorship("", default);
        await foreach (var change in db.Changes.AsNoTracking().Where(c => c.Act == Recording.Configured).OrderBy(c => c.Sequence).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (change.Settings() is not { } after)
                continue;
            var now = Said(after.Kinds).ToHashSet();
            foreach (var gone in by.Keys.Where(k => !now.Contains(k)).ToList())
                by.Remove(gone);
            foreach (var wording in now)
                by.TryAdd(wording, new Authorship(change.Who, change.At, change.Why));
        }

        return [.. said.Select(s => Of(kinds, s, by.GetValueOrDefault(s, unknown)))];
    }

    /// <summary>The kinds with a wording more. It means no other kind any longer.</summary>
    public static IReadOnlyList<RegisterKind> With(IReadOnlyList<RegisterKind> kinds, ReadingRule rule) =>
        KindSettings.Meaning(Without(kinds, rule.Replaces), rule.Printed, rule.Meaning);

    public static IReadOnlyList<RegisterKind> Without(IReadOnlyList<RegisterKind> kinds, Func<ReadingRule, bool> isMeant) =>
        Said(kinds).Where(s => isMeant(Of(kinds, s, new Authorship("", default)))).ToList().Aggregate(kinds, (left, s) => KindSettings.Without(left, s.Code, s.Wording));

    private static IEnumerable<(string Code, string Wording)> Said(IReadOnlyList<RegisterKind> kinds) => kinds.SelectMany(k => k.Wordings.Select(w => (k.Code, w)));

    private static ReadingRule Of(IReadOnlyList<RegisterKind> kinds, (string Code, string Wording) said, Authorship by) => new(RuleField.Kind, said.Wording, KindWords.Of(kinds, said.Code), by);
}

using Entente.Core;
using Entente.Store;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Registers;

/// <summary>One act on the settings, and what it changed.</summary>
/// <param name="Agreements">How many it read anew.</param>
public sealed record SettingsLine(Change Change, IReadOnlyList<SettingsDifference> Differences, int Agreements);

/// <summary>The changes of the settings. What differs is computed from the settings after each, never stored.</summary>
public static class SettingsHistory
{
    /// <returns>The newest first.</returns>
    public static async Task<IReadOnlyList<SettingsLine>> OfAsync(RegisterDb db, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var lines = new List<SettingsLine>();
        SettingsAfter? before = null;
        await foreach (var change in db.Changes.AsNoTracking().Where(c => c.Act == Recording.Configured).OrderBy(c => c.Sequence).AsAsyncEnumerable().WithCancellation(stop))
        {
            var after = change.Settings();
            var agreements = await db.ChangedAgreements.CountAsync(c => c.Sequence == change.Sequence, stop);
            lines.Insert(0, new SettingsLine(change, after is null ? [] : SettingsTexts.Differences(change.SettingsBefore() ?? before, after), agreements));
            before = after ?? before;
        }

        return lines;
    }
}

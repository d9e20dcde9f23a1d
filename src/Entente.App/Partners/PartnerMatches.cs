using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

using Entente.App.Lists;
using Entente.App.Registers;
using Entente.App.Running;
using Entente.Core;
using Entente.Core.Matching;
using Entente.Formats.Ror;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Partners;

/// <summary>A partner of which nobody has said yet what record of the registry it is.</summary>
public sealed record WaitingPartner(Partner Partner, InstitutionMatch Match);

/// <summary>What has happened in the world to a linked partner since someone looked, or that the registry has one now that it had not.</summary>
public sealed record ChangedInWorld(Partner Partner, IReadOnlyList<RegistryDifference> Differences);

/// <summary>Two partners that may be one, or belong together.</summary>
public sealed record LikePartners(Partner First, Partner Second, PartnerRelation Relation, IReadOnlyList<MatchReason> Reasons);

/// <summary>The partners of a register laid beside the world's registry, and beside each other. Nothing is changed by it.</summary>
internal static class PartnerMatches
{
    private static readonly ConditionalWeakTable<RegistryFile, ConcurrentDictionary<(string, string?), InstitutionMatch>> known = [];

    private static readonly Comparer<WaitingPartner> waitingOrder = Comparer<WaitingPartner>.Create((one, other) => OrderOf(one).CompareTo(OrderOf(other)) is var order and not 0
        ? order : string.CompareOrdinal(one.Partner.Key, other.Partner.Key));

    private static (bool, bool, double) OrderOf(WaitingPartner waiting) => (waiting.Match.Institution is null, waiting.Match.Candidates.Count == 0, -waiting.Match.Score);

    /// <summary>How many of those that wait stand before one that does not.</summary>
    public static int PlaceAmong(IReadOnlyList<WaitingPartner> waiting, WaitingPartner one) => waiting.Count(w => waitingOrder.Compare(w, one) < 0);

    /// <summary>In one registry a name means the same whenever it is asked for.</summary>
    public static InstitutionMatch Match(RegistryFile registry, Partner partner) =>
        known.GetOrCreateValue(registry).GetOrAdd((partner.Name, partner.ShownCountry), asked => InstitutionMatching.Match(registry.Registry, asked.Item1, asked.Item2));

    /// <summary>Whether the name of the partner is that of a part of this institution.</summary>
    /// <param name="institution">Its place in the registry.</param>
    public static bool IsUnit(RegistryFile registry, Partner partner, int institution) =>
        Match(registry, partner).Candidates.Any(c => c.Institution == institution && c.Reasons.Any(r => r.Code == "unit"));

    /// <summary>The certain ones first, then those with the likeliest candidates.</summary>
    public static Task<IReadOnlyList<WaitingPartner>> WaitingAsync(OpenRegister open, RegistryFile registry, CancellationToken stop) =>
        RememberAsync<IReadOnlyList<WaitingPartner>>(open, $"waiting {registry.Source.Sha256}", partners =>
        [
            .. partners.Where(p => p.Identity.Record is null && !p.Identity.IsUnlisted)
                .Select(p => new WaitingPartner(p, Match(registry, p)))
                .Order(waitingOrder),
        ], stop);

    /// <summary>In the order of their names.</summary>
    public static Task<IReadOnlyList<ChangedInWorld>> ChangedAsync(OpenRegister open, RegistryFile registry, CancellationToken stop) =>
        RememberAsync<IReadOnlyList<ChangedInWorld>>(open, $"world {registry.Source.Sha256}", partners =>
        [
            .. partners.Where(p => p.Identity is { Record: not null } or { IsUnlisted: true }).Select(p => new ChangedInWorld(p, Since(registry, p)))
                .Where(c => c.Differences.Count > 0).OrderBy(c => c.Partner.Key, StringComparer.Ordinal),
        ], stop);

    public static IReadOnlyList<RegistryDifference> Since(RegistryFile registry, Partner partner) =>
        partner.Identity is { Record: null, IsUnlisted: true } ? Listed(registry, partner) : RegistryIdentity.Since(partner, SeenNow(registry, partner));

    /// <summary>Id in full of the record that the name certainly means; null when it means none, or an institution that it is a part of.</summary>
    public static string? CertainOf(RegistryFile registry, Partner partner) =>
        Match(registry, partner).Institution is { } at && !IsUnit(registry, partner, at) ? registry.Registry.IdOf(at) : null;

    private static IReadOnlyList<RegistryDifference> Listed(RegistryFile registry, Partner partner) =>
        CertainOf(registry, partner) is { } id && !partner.Identity.Refused.Contains(id)
            ? [new RegistryDifference(RegistryDifferenceKind.Listed, id, partner.ShownName, null, id)] : [];

    /// <summary>What the registry says now; null when it is not linked, and when its id is in the registry no longer.</summary>
    public static RegistrySeen? SeenNow(RegistryFile registry, Partner partner) =>
        partner.Identity.Record is { } id && registry.Registry.Find(id) is { } at ? RegistrySeen.Of(registry.Registry, at) : null;

    /// <summary>Null when it is not linked, and when its id is in the registry no longer.</summary>
    public static Institution? RecordOf(RegistryFile registry, Partner partner) =>
        partner.Identity.Record is { } id && registry.Registry.Find(id) is { } at ? registry.InstitutionAt(at) : null;

    /// <summary>Those of which nobody has said yet that they are two, or that one is a unit or the successor of the other.</summary>
    /// <param name="registry">Null: what links say is left out.</param>
    public static Task<IReadOnlyList<LikePartners>> PairsAsync(OpenRegister open, RegistryFile? registry, CancellationToken stop) =>
        open.Db.InReadAsync(async () =>
        {
            var extract = await ListQueries.ExtractAsync(open, stop);
            return await extract.RememberAsync<IReadOnlyList<LikePartners>>(PairsOf(registry), async () =>
            {
                var partners = await PartnersAsync(open, extract, stop);
                var events = await EventsAsync(open, stop);
                var named = partners.Select(p => new NamedPartner(
                    p.Name, p.ShownCountry, p.Identity.Record is { } id ? registry?.Registry.Find(id) : null, events.GetValueOrDefault(p.Id), p.Identity.UnitOf is not null)).ToList();
                return
                [
                    .. PartnerPairs.Of(named, registry?.Registry, Look).Select(p => new LikePartners(partners[p.First], partners[p.Second], p.Relation, p.Reasons))
                        .Where(p => !IsDecided(p.First, p.Second)),
                ];
            });

            void Look(int done, int of)
            {
                stop.ThrowIfCancellationRequested();
                open.Progress?.Report(ActProgress.Counted(RunningPart.Pairs, done, of, RunningPart.Finishing));
            }
        }, stop);

    /// <summary>Whether they can be told at once.</summary>
    public static Task<bool> HasPairsAsync(OpenRegister open, RegistryFile? registry, CancellationToken stop) =>
        open.Db.InReadAsync(async () => (await ListQueries.ExtractAsync(open, stop)).Remembers(PairsOf(registry)), stop);

    private static string PairsOf(RegistryFile? registry) => $"pairs {registry?.Source.Sha256}";

    private static bool IsDecided(Partner one, Partner other) =>
        Knows(one.Identity, other.Id) || Knows(other.Identity, one.Id) || (one.Identity.Parent is { } parent && parent == other.Identity.Parent);

    private static bool Knows(Identity identity, Guid other) => identity.Others.Contains(other) || identity.Parent == other || identity.Successor == other;

    private static Task<T> RememberAsync<T>(OpenRegister open, string question, Func<IReadOnlyList<Partner>, T> find, CancellationToken stop)
        where T : class => open.Db.InReadAsync(async () =>
    {
        var extract = await ListQueries.ExtractAsync(open, stop);
        return await extract.RememberAsync(question, async () => find(await PartnersAsync(open, extract, stop)));
    }, stop);

    /// <summary>Those that agreements name, and those of which somebody has said something: what is known of them is not to be lost when no agreement prints them so any more.</summary>
    private static async Task<IReadOnlyList<Partner>> PartnersAsync(OpenRegister open, Extract extract, CancellationToken stop)
    {
        var named = (await PartnerLines.OfAsync(open, extract, stop)).All.Select(l => l.Id).ToHashSet();
        return [.. (await open.Db.Partners.AsNoTracking().OrderBy(p => p.Key).ToListAsync(stop)).Where(p => named.Contains(p.Id) || (p is { MergedInto: null, Identity: { Names.Count: > 0 } or { Identifiers.Count: > 0 } or { UnitOf: not null } }))];
    }

    /// <summary>Kind and first day of the agreements of each partner, where both are known.</summary>
    private static async Task<Dictionary<Guid, IReadOnlyList<string>>> EventsAsync(OpenRegister open, CancellationToken stop)
    {
        var events = new Dictionary<Guid, IReadOnlyList<string>>();
        var links = open.Db.AgreementPartners.AsNoTracking().Join(open.Db.Agreements, l => l.AgreementId, a => a.Id, (l, a) => new { l.PartnerId, a.Facts });
        var (looked, of) = (0, await links.CountAsync(stop));
        await foreach (var link in links.AsAsyncEnumerable().WithCancellation(stop))
        {
            open.Progress?.Report(ActProgress.Counted(RunningPart.Agreements, ++looked, of, RunningPart.Pairs));
            if (link.Facts.Begin?.On is not { } begin || Agreement.KindKeysOf(link.Facts).FirstOrDefault() is not { } kind)
                continue;
            events[link.PartnerId] = [.. events.GetValueOrDefault(link.PartnerId, []), $"{kind} {begin}"];
        }

        return events;
    }
}

using System.Text;

using Entente.App.Agreements;
using Entente.App.Lists;
using Entente.App.Registers;
using Entente.Core;
using Entente.Edtf;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Partners;

/// <summary>A partner, reduced to what a list of partners is narrowed and ordered by.</summary>
/// <param name="Text">Its names, folded; other scripts also in Latin.</param>
/// <param name="Places">Of its agreements, among the lines of the extract.</param>
internal readonly record struct PartnerLine(Guid Id, string? Country, string Text, int[] Places, PartnerLink Link, Identity Identity)
{
    /// <summary>Whether one of these is its own, or its record.</summary>
    public bool HasAny(IReadOnlyList<PartnerIdentifier> asked)
    {
        foreach (var one in asked)
        {
            foreach (var own in Identity.Identifiers)
            {
                if (own.Kind == one.Kind && own.Value == one.Value)
                    return true;
            }

            if (one.Kind == IdentifierKind.Ror && Identity.UnitOf == one.Value)
                return true;
        }

        return false;
    }

    public bool Has(IReadOnlyList<SearchWord> words)
    {
        foreach (var word in words)
        {
            var isFound = false;
            foreach (var form in word.Forms)
                isFound = isFound || Text.Contains(form, StringComparison.Ordinal);
            if (!isFound)
                return false;
        }

        return true;
    }
}

/// <summary>The partners of a register in one of its states, in the order of their names, with the places of their agreements in its extract.</summary>
internal sealed class PartnerLines
{
    /// <summary>Under which an extract remembers them.</summary>
    public const string Question = "partners";

    public required PartnerLine[] All { get; init; }

    /// <summary>Whether the agreement at a place names a partner.</summary>
    public required bool[] HasPartner { get; init; }

    /// <summary>To be called within one state.</summary>
    public static Task<PartnerLines> OfAsync(OpenRegister open, Extract extract, CancellationToken stop) =>
        extract.RememberAsync(Question, async () => await FollowAsync(open, extract, stop) ?? await ReadAsync(open, extract, stop));

    public static StandingCount Counted(Extract extract, in PartnerLine partner, Day on)
    {
        var count = default(StandingCount);
        foreach (var place in partner.Places)
            count = count.Plus(extract.StandingOn(place, on), 1);
        return count;
    }

    public static bool IsInForce(Extract extract, in PartnerLine partner, Day on)
    {
        foreach (var place in partner.Places)
        {
            if (IsInForce(extract.StandingOn(place, on)))
                return true;
        }

        return false;
    }

    /// <summary>Of its agreements, the place of the one that was or is in force to the latest day; what has no known end is later than any day.</summary>
    public static (int Place, long Day) Latest(Extract extract, in PartnerLine partner)
    {
        var latest = (Place: partner.Places[0], Day: long.MinValue);
        foreach (var place in partner.Places)
        {
            if (LastInForce(extract, place) is { } day && day > latest.Day)
                latest = (place, day);
        }

        return latest;
    }

    /// <summary>Day number of the last day in force; the greatest one when it runs on, null when no day is known to be.</summary>
    private static long? LastInForce(Extract extract, int place)
    {
        if (!extract.Lives[place].IsRestless)
            return extract.Lives[place].LastInForce;
        long? last = null;
        var life = Lifeline.Of(extract.Restless[extract.Lines[place].Id], extract.Counting);
        for (var i = 0; i < life.Count; i++)
            last = IsInForce(life[i].Kind) ? i + 1 < life.Count ? life[i + 1].From.Number - 1 : long.MaxValue : last;
        return last;
    }

    private static bool IsInForce(StandingKind kind) => kind is StandingKind.InForceUntil or StandingKind.InForceOpen;

    /// <summary>The partners after some agreements have changed; null when a partner itself has changed, or is new.</summary>
    private static async Task<PartnerLines?> FollowAsync(OpenRegister open, Extract extract, CancellationToken stop)
    {
        if (extract.PartnersBefore is not ({ } before, { } changed))
            return null;
        var ids = open.Db.Ids(changed);
        var links = await open.Db.AgreementPartners.AsNoTracking().Where(l => ids.Contains(l.AgreementId)).Select(l => new { l.AgreementId, l.PartnerId }).ToListAsync(stop);
        var touched = open.Db.Ids([.. links.Select(l => l.PartnerId).Distinct()]);
        var partners = await open.Db.Partners.AsNoTracking().Where(p => touched.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var (all, hasPartner) = (new List<PartnerLine>(before.All.Length), new bool[extract.Lines.Length]);
        before.HasPartner.CopyTo(hasPartner, 0);
        var placeOf = new Dictionary<Guid, int>();
        for (var place = before.HasPartner.Length; place < extract.Lines.Length; place++)
            placeOf[extract.Lines[place].Id] = place;
        var isStale = Array.ConvertAll(extract.Lines, l => changed.Contains(l.Id));
        foreach (var line in before.All)
        {
            var places = Array.Exists(line.Places, p => isStale[p]) ? Array.FindAll(line.Places, p => !isStale[p]) : line.Places;
            if (partners.Remove(line.Id, out var partner))
            {
                if (partner.Version > 1 || partner.ShownCountry != line.Country)
                    return null;
                places = [.. places, .. links.Where(l => l.PartnerId == line.Id).Select(l => placeOf[l.AgreementId])];
            }

            if (places.Length > 0)
                all.Add(line with { Places = places });
        }

        foreach (var link in links)
            hasPartner[placeOf[link.AgreementId]] = true;
        return partners.Count > 0 ? null : new PartnerLines { All = [.. all], HasPartner = hasPartner };
    }

    private static async Task<PartnerLines> ReadAsync(OpenRegister open, Extract extract, CancellationToken stop)
    {
        var places = new Dictionary<Guid, int>(extract.Orders.Count);
        foreach (var place in extract.Orders.Of(AgreementOrder.Number, false))
            places.Add(extract.Lines[place].Id, place);
        var hasPartner = new bool[extract.Lines.Length];
        var linked = new Dictionary<Guid, HashSet<int>>();
        await foreach (var link in open.Db.AgreementPartners.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            var place = places[link.AgreementId];
            hasPartner[place] = true;
            if (!linked.TryGetValue(link.PartnerId, out var of))
                linked.Add(link.PartnerId, of = []);
            of.Add(place);
        }

        var all = new List<(string Order, PartnerLine Line)>(linked.Count);
        var merged = (await open.Db.Partners.AsNoTracking().Where(p => p.MergedInto != null).Select(p => new { p.MergedInto, p.Name }).ToListAsync(stop)).ToLookup(p => p.MergedInto, p => p.Name);
        await foreach (var p in open.Db.Partners.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            if (linked.TryGetValue(p.Id, out var of))
                all.Add(($"{SearchText.Plain(p.ShownName)}\u0001{p.ShownCountry}", new PartnerLine(p.Id, p.ShownCountry, Folded(p, merged[p.Id]), [.. of], LinkOf(p.Identity), p.Identity)));
        }

        return new PartnerLines { All = [.. all.OrderBy(p => p.Order, StringComparer.Ordinal).Select(p => p.Line)], HasPartner = hasPartner };
    }

    private static PartnerLink LinkOf(Identity identity) =>
        identity.Record is not null ? PartnerLink.Linked : identity.IsUnlisted ? PartnerLink.Unlisted : PartnerLink.Waiting;

    /// <summary>The key begins with the folded name; only another script has to be folded into Latin too. What else it is called is found by as well.</summary>
    private static string Folded(Partner partner, IEnumerable<string> merged)
    {
        var plain = partner.Key[..partner.Key.LastIndexOf('|')];
        var printed = Ascii.IsValid(plain) ? plain : SearchText.Fold(partner.Name);
        var others = string.Join('\n', partner.Identity.Names.Select(n => n.Text).Concat(merged));
        return others.Length == 0 ? printed : $"{printed}\n{SearchText.Fold(others)}";
    }
}

using Entente.App.Agreements;
using Entente.App.Findings;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;
using Entente.Formats.Ror;
using Entente.Store.Counts;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Partners;

/// <summary>What the registry says otherwise of linked partners, among the findings. They follow from what is known and are stored nowhere:
/// what is taken over, linked anew or left as it is, is found no more.</summary>
internal static class WorldFindings
{
    private const string Prefix = "p";

    /// <summary>Whether such a finding is meant.</summary>
    public static bool Is(string id) => id.StartsWith(Prefix, StringComparison.Ordinal) && PartnerAddress.Parse(id[Prefix.Length..]) is not null;

    public static async Task<IReadOnlyList<FindingView>> ListAsync(OpenRegister open, RegistryFile? registry, FindingFilter filter, CancellationToken stop)
    {
        if (registry is null || filter.State is not (null or FindingState.Open) || filter.Severity is not (null or Severity.Doubt))
            return [];
        var found = new List<FindingView>();
        foreach (var changed in await PartnerMatches.ChangedAsync(open, registry, stop))
        {
            var numbers = await open.Db.AgreementPartners.Where(l => l.PartnerId == changed.Partner.Id).Join(open.Db.Agreements, l => l.AgreementId, a => a.Id, (_, a) => a).Distinct().ByNumber().Select(a => a.Number).ToListAsync(stop);
            found.AddRange(changed.Differences.Select(d => new FindingView(
                $"{Prefix}{changed.Partner.Id:N}", Severity.Doubt, $"partner.{Words.Kebab(d.Kind)}", FindingState.Open, numbers, "partner", WorldView.Line(registry.Registry, changed.Partner.ShownName, d), d.After, null, null, null)));
        }

        return [.. found.Where(f => (filter.Code is null || f.Code == filter.Code) && (filter.Number is not { } number || f.Agreements.Contains(number)))];
    }
}

using Entente.App.Agreements;
using Entente.App.Lists;
using Entente.App.Partners;
using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Home;

/// <summary>How the agreements of a register stand on a day, and with how many partners in how many countries one is in force.</summary>
internal sealed class InForceOn
{
    public InForceOn(Extract extract, PartnerLines partners, Day on)
    {
        var isInForce = new bool[extract.Lines.Length];
        var keys = new HashSet<int>();
        var standings = extract.StandingsOn(on);
        foreach (var place in extract.Orders.Of(AgreementOrder.Number, false))
        {
            ref readonly var line = ref extract.Lines[place];
            var standing = standings[place];
            Counts = Counts.Plus(standing, 1);
            if (standing is not (StandingKind.InForceUntil or StandingKind.InForceOpen))
                continue;
            isInForce[place] = true;
            keys.Add(line.Countries);
            if (!partners.HasPartner[place])
                Unnamed++;
        }

        Partners = partners.All.Count(p => Array.Exists(p.Places, place => isInForce[place]));
        Countries = keys.SelectMany(k => extract.Keys[k]).Where(k => k.Length > 0).Distinct().Count();
    }

    public StandingCount Counts { get; }

    public int Partners { get; }

    public int Countries { get; }

    /// <summary>In force, and no partner is named.</summary>
    public int Unnamed { get; }
}

using Entente.App.Lists;
using Entente.App.Partners;
using Entente.App.Registers;
using Entente.Core;
using Entente.Edtf;
using Entente.Store;
using Entente.Tests.Store;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App.Pages;

/// <summary>What is counted from lines is what each agreement says, also where a life turns more often than a line can hold.</summary>
public sealed class PartnerLinesTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Partners_are_counted_on_every_boundary_day_as_their_agreements_stand()
    {
        var stop = TestContext.Current.CancellationToken;
        Facts[] facts =
        [
            Sample.Facts("1", "2010-05-04", 5, "Uni A|DE"),
            Sample.Facts("2", "2012-01", null, "Uni A|DE", "Uni B|FR"),
            Sample.Facts("3", "2020", 3, "Uni B|FR", "Uni B|FR"),
            Restless(Sample.Facts("4", "2005-01-01", 12, "Uni C|IT")),
        ];
        await using var open = await OpenAsync(facts, stop);
        var all = await open.Db.Agreements.AsNoTracking().ToListAsync(stop);
        foreach (var day in facts.SelectMany(f => Lifeline.Of(f, CountingRule.SameDay)).Select(s => s.From).Where(d => d.IsBounded).SelectMany(d => new[] { d.AddDays(-1), d }).Distinct())
        {
            var list = await PartnerQueries.ListAsync(open, new PartnerQuestion(), day, null, stop);
            foreach (var row in list.Rows)
            {
                var own = all.Where(a => a.Facts.Parties.Any(p => Partner.KeyOf(p.Name, p.Country) == row.Partner.Key));
                row.Counts.ShouldBe(own.Aggregate(default(StandingCount), (c, a) => c.Plus(a.StandingOn(day, CountingRule.SameDay).Kind, 1)), $"{row.Partner.Name} {day}");
            }

            var inForce = await PartnerQueries.ListAsync(open, new PartnerQuestion { IsInForce = true }, day, null, stop);
            inForce.Rows.Select(r => r.Partner.Name).ShouldBe(list.Rows.Where(r => r.Counts.InForceUntil + r.Counts.InForceOpen > 0).Select(r => r.Partner.Name), $"{day}");
        }
    }

    [Fact]
    public async Task The_latest_of_the_agreements_of_a_partner_is_the_one_that_runs_longest()
    {
        var stop = TestContext.Current.CancellationToken;
        Facts[] facts =
        [
            Sample.Facts("1", "2010-05-04", 5, "Uni A|DE"), Sample.Facts("2", "2009-05-04", 10, "Uni A|DE"),
            Sample.Facts("3", "2010", null, "Uni B|FR"), Sample.Facts("4", "2024-01-01", 50, "Uni B|FR"),
            Restless(Sample.Facts("5", "2005-01-01", 12, "Uni C|IT")), Sample.Facts("6", "2005-01-01", 11, "Uni C|IT"),
        ];
        await using var open = await OpenAsync(facts, stop);
        var list = await PartnerQueries.ListAsync(open, new PartnerQuestion { Order = PartnerOrder.Ends, IsDescending = true }, open.Today, null, stop);
        list.Rows.Select(r => $"{r.Partner.Name} {r.Latest.Agreement.Number}").ShouldBe(["Uni B 3", "Uni A 2", "Uni C 5"]);
    }

    /// <summary>Suspended and resumed each year.</summary>
    private static Facts Restless(Facts facts) => facts with
    {
        Events =
        [
            .. facts.Events,
            .. Enumerable.Range(2006, 5).SelectMany(y => new[]
            {
                new Event(Act.Suspended, EdtfDate.Of(y, 3, 1), null, "s"), new Event(Act.Resumed, EdtfDate.Of(y, 6, 1), null, "r"),
            }),
        ],
    };

    private async Task<OpenRegister> OpenAsync(Facts[] facts, CancellationToken stop)
    {
        await folder.HoldAsync(facts);
        var open = await OpenRegister.OpenAsync(DataFolder.Open(folder.Data, create: false), null, new FakeTimeProvider(Asked.Now), stop);
        open.Extracts = new KeptExtracts();
        return open;
    }
}

using Entente.Core;
using Entente.Edtf;
using Entente.Store;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.Tests.Store;

public abstract partial class StoreContract
{
    [Fact]
    public async Task What_is_known_of_a_partner_is_kept_whole_and_only_in_its_register()
    {
        await Write([Sample.Facts("1", "2020", 5, "Uni A|DE")]);
        var identity = new Identity
        {
            Types = [PartnerType.Consortium, PartnerType.Library],
            Names = [new OwnName("Universität A", OwnNameKind.Official, "de") { Valid = EdtfValue.Parse("1993/2014").Value }],
            Identifiers = [new PartnerIdentifier(IdentifierKind.Erasmus, "D  BERLIN13") { Valid = EdtfValue.Parse("2014/..").Value }],
            Country = "AT",
            Place = new Entente.Core.Matching.InstitutionPlace("Berlin", "DE", "Berlin", 52.5, 13.4),
            Others = [Guid.CreateVersion7(Sample.At)],
        };
        await using (var db = Open(Ours))
        {
            var partner = await db.Partners.SingleAsync(Cancelled);
            partner.Know(identity);
            (await db.RecordAsync("partner.changed", Sample.By, new Outcome { Partners = [partner] }, Cancelled)).Partners().Single().Id.ShouldBe(partner.Id);
        }

        await using var again = Open(Ours);
        var kept = await again.Partners.SingleAsync(Cancelled);
        Same.ShouldBe(kept.Identity, identity);
        (kept.ShownName, kept.ShownCountry, kept.Version).ShouldBe(("Uni A", "AT", 2), "it was called so officially until 2014");
        (await again.ChangedPartners.SingleAsync(Cancelled)).Sequence.ShouldBe(2);
        await using var theirs = Open(Theirs);
        (await theirs.Partners.CountAsync(Cancelled) + await theirs.ChangedPartners.CountAsync(Cancelled)).ShouldBe(0);
    }

    [Fact]
    public async Task Partners_become_one_and_are_themselves_again()
    {
        await Write([Sample.Facts("1", "2020", 5, "Uni A|DE"), Sample.Facts("2", "2021", 5, "Uni Aa|DE"), Sample.Facts("3", "2022", 5, "Uni Aaa|DE", "Uni A|DE")]);
        await using var db = Open(Ours);
        await MergeAsync(db, "Uni Aaa", "Uni Aa");
        await MergeAsync(db, "Uni Aa", "Uni A");
        (await LinksAsync(db)).ShouldBe(["1:Uni A", "2:Uni A", "3:Uni A", "3:Uni A"]);

        // What is printed so later belongs to it too, also when it is written anew.
        await using (var other = Open(Ours))
        {
            var third = await other.Agreements.SingleAsync(a => a.Number == "3", Cancelled);
            third.Revise(third.Facts with { Note = "seen" });
            await other.RecordAsync("agreement.corrected", Sample.By, new Outcome { Changed = [third] }, Cancelled);
        }

        (await LinksAsync(db)).ShouldBe(["1:Uni A", "2:Uni A", "3:Uni A", "3:Uni A"]);
        var middle = await db.Partners.SingleAsync(p => p.Name == "Uni Aa", Cancelled);
        await db.RelinkPrintedAsync(await db.MergedAsync(middle.Id, Cancelled), middle.Id, Cancelled);
        middle.Merge(null);
        await db.RecordAsync("partner.unmerged", Sample.By, new Outcome { Partners = [middle] }, Cancelled);
        (await LinksAsync(db)).ShouldBe(["1:Uni A", "2:Uni Aa", "3:Uni A", "3:Uni Aa"]);
    }

    private static async Task MergeAsync(RegisterDb db, string from, string into)
    {
        var (one, other) = (await db.Partners.SingleAsync(p => p.Name == from, Cancelled), await db.Partners.SingleAsync(p => p.Name == into, Cancelled));
        one.Merge(other.Id);
        await db.RelinkAllAsync(one.Id, other.Id, Cancelled);
        await db.RecordAsync("partner.merged", Sample.By, new Outcome { Partners = [one] }, Cancelled);
    }

    private static async Task<IReadOnlyList<string>> LinksAsync(RegisterDb db) =>
        await db.AgreementPartners.AsNoTracking().Join(db.Agreements, l => l.AgreementId, a => a.Id, (l, a) => new { a.Number, l.PartnerId })
            .Join(db.Partners, l => l.PartnerId, p => p.Id, (l, p) => l.Number + ":" + p.Name).OrderBy(l => l).ToListAsync(Cancelled);
}

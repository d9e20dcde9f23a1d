using Entente.Core;
using Entente.Store;
using Entente.Store.Counts;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.Tests.Store;

public abstract partial class StoreContract
{
    private protected static readonly Facts[] Seven =
    [
        Sample.Facts("1", "2020-05-04", 5, "Uni A|DE", "Uni B|FR"), Sample.Facts("2", "2021", null, "Uni A|DE"), Sample.Facts("2", "2022-03", 3, "|JP"),
        Sample.Facts(null, "2019-07-01", 5, "Uni C|JP"), Sample.Facts("9.", "2020-05-04", 5, "Uni B|FR"), Sample.Facts("12a", "2018", 10, "Uni D|IT"), Sample.Facts("007", "2018", 10, "Uni A|DE"),
    ];

    [Fact]
    public async Task An_edition_in_parts_is_the_edition_as_a_whole()
    {
        var reading = Sample.Reading(Seven);
        await using (var db = Open(Theirs))
            await db.WriteEditionAsync(reading, Sample.Bytes(Seven), Sample.By, cancellation: Cancelled);
        var written = await WriteInParts(reading, Parts(reading, 3));
        await using var whole = Open(Theirs);
        await using var parts = Open(Ours);
        Same.ShouldBe(await Agreements(parts), await Agreements(whole));
        (await PartnerNames(parts)).ShouldBe(await PartnerNames(whole));
        (await parts.AgreementPartners.CountAsync(Cancelled)).ShouldBe(await whole.AgreementPartners.CountAsync(Cancelled));
        (await parts.TallyAsync(new Entente.Edtf.Day(2023, 6, 1), CountBy.Country, Cancelled)).By.ShouldBe((await whole.TallyAsync(new Entente.Edtf.Day(2023, 6, 1), CountBy.Country, Cancelled)).By);
        (await parts.Matching("uni b").CountAsync(Cancelled)).ShouldBe(2);
        Same.ShouldBe(await Kept(parts), await Kept(whole));
        Same.ShouldBe((await parts.EditionRows.OrderBy(r => r.FirstOrder).ToListAsync(Cancelled)).SelectMany(r => r.Pieces!).ToList(), reading.Pieces.ToList());
        (await parts.EditionRows.OrderBy(r => r.FirstOrder).Select(r => r.FirstOrder).ToListAsync(Cancelled)).ShouldBe([1, 4, 7]);
        Same.ShouldBe(await Found(parts), await Found(whole));
        (await parts.Sources.SingleAsync(Cancelled)).Bytes.ShouldBe(Sample.Bytes(Seven));
        var edition = await parts.Editions.SingleAsync(Cancelled);
        (edition.Records, edition.Added, edition.Changed, edition.Title).ShouldBe((7, 7, 0, "Agreements"));
        Same.ShouldBe(new object[] { edition.Tables, edition.Checks, edition.Placed }, new object[] { reading.Tables, reading.Checks, reading.Placed });
        written.First[3].ShouldBe((string)(await Agreements(parts))[2][0]!);
    }

    [Fact]
    public async Task Each_part_has_a_change_and_the_chain_holds()
    {
        await WriteInParts(Sample.Reading(Seven), Parts(Sample.Reading(Seven), 3));
        await using var db = Open(Ours);
        var changes = await db.Changes.AsNoTracking().OrderBy(c => c.Sequence).ToListAsync(Cancelled);
        changes.Select(c => c.Act).ShouldBe(["edition.imported", "edition.imported", "edition.imported"]);
        changes.Select(c => c.EditionId).Distinct().Count().ShouldBe(1);
        changes.Select(c => c.Records().Count).ShouldBe([3, 3, 1]);
        changes[0].Sha256().ShouldBe(Sample.Reading(Seven).Source.Sha256);
        (await db.VerifyChangesAsync(cancellation: Cancelled)).Holds.ShouldBeTrue();
        var agreements = await db.Agreements.AsNoTracking().ToListAsync(Cancelled);
        foreach (var record in changes.SelectMany(c => c.Records()))
            Same.ShouldBe(record, RecordAfter.Of(agreements.Single(a => a.Id == record.Id)));
        (await db.ChangedAgreements.CountAsync(Cancelled)).ShouldBe(7);
    }

    [Fact]
    public async Task Nothing_stays_of_an_edition_that_breaks_off()
    {
        var reading = Sample.Reading(Seven);
        await Should.ThrowAsync<OperationCanceledException>(() => WriteInParts(reading, Broken(Parts(reading, 3))));
        await using var db = Open(Ours);
        (await db.Agreements.CountAsync(Cancelled) + await db.Editions.CountAsync(Cancelled) + await db.Sources.CountAsync(Cancelled) + await db.Changes.CountAsync(Cancelled)).ShouldBe(0);
        (await db.Matching("uni").CountAsync(Cancelled)).ShouldBe(0);

        static async IAsyncEnumerable<SourceReading> Broken(IAsyncEnumerable<SourceReading> parts)
        {
            var left = 2;
            await foreach (var part in parts)
                yield return left-- > 0 ? part : throw new OperationCanceledException();
        }
    }

    [Fact]
    public async Task An_edition_in_parts_is_removed_as_a_whole()
    {
        var written = await WriteInParts(Sample.Reading(Seven), Parts(Sample.Reading(Seven), 3));
        await using (var db = Open(Ours))
            (await db.RemoveEditionAsync(await db.Editions.SingleAsync(e => e.Id == written.Edition.Id, Cancelled), Sample.By, Cancelled)).ShouldBe(7);
        await using var after = Open(Ours);
        (await after.Agreements.CountAsync(Cancelled) + await after.Partners.CountAsync(Cancelled) + await after.Lifelines.CountAsync(Cancelled) + await after.FindingAgreements.CountAsync(Cancelled)).ShouldBe(0);
        (await after.Findings.Select(f => f.State).Distinct().ToListAsync(Cancelled)).ShouldBe([FindingState.Replaced]);
        (await after.Changes.CountAsync(c => c.Act == "edition.undone", Cancelled)).ShouldBe(3);
        (await after.VerifyChangesAsync(cancellation: Cancelled)).Holds.ShouldBeTrue();
        (await after.Matching("uni").CountAsync(Cancelled)).ShouldBe(0);
        await WriteInParts(Sample.Reading(Seven), Parts(Sample.Reading(Seven), 2));
        (await after.Matching("uni b").CountAsync(Cancelled)).ShouldBe(2);
    }

    [Fact]
    public async Task Numbers_that_went_with_an_edition_come_again_with_it_and_with_nothing_else()
    {
        var reading = Sample.Reading(Seven);
        await using (var before = Open(Ours))
            await before.WriteEditionAsync(Sample.Reading([Sample.Facts("3", "2001", 5, "Uni Z|IT")]), Sample.Bytes([Sample.Facts("3", "2001", 5, "Uni Z|IT")]), Sample.By, cancellation: Cancelled);
        var first = (await WriteInParts(reading, Parts(reading, 3))).First;
        await Remove();
        (await WriteInParts(reading, Parts(reading, 2))).First.ShouldBe(first);
        await Remove();
        var others = new[] { Sample.Facts("1", "2022", 5, "Uni E|IT"), Sample.Facts(null, "2018", 10, "Uni D|IT"), Seven[5], Sample.Facts("12a", "2023", 5, "Uni F|IT") };
        await using var db = Open(Ours);
        var written = await db.WriteEditionAsync(Sample.Reading(others), Sample.Bytes(others), Sample.By, cancellation: Cancelled);
        var greatest = first.Values.Select(Agreement.OrderOf).Where(n => n != long.MaxValue).Max();
        // The second is the same agreement as the third.
        written.New.Select(a => a.Number).ShouldBe([$"{greatest + 1}", first[6], $"{greatest + 2}", $"{greatest + 3}"]);

        async Task Remove()
        {
            await using var db = Open(Ours);
            var edition = await db.Editions.SingleAsync(e => e.UndoneAt == null && e.Records > 1, Cancelled);
            edition.Undo(Sample.At);
            await db.RemoveEditionAsync(edition, Sample.By, Cancelled);
        }
    }

    [Fact]
    public async Task A_register_with_nothing_left_begins_again_with_its_numbers()
    {
        var reading = Sample.Reading(Seven);
        await WriteInParts(reading, Parts(reading, 3));
        await using var db = Open(Ours);
        var edition = await db.Editions.SingleAsync(Cancelled);
        edition.Undo(Sample.At);
        await db.RemoveEditionAsync(edition, Sample.By, Cancelled);
        var other = new[] { Sample.Facts("1", "2022", 5, "Uni E|IT") };
        (await db.WriteEditionAsync(Sample.Reading(other), Sample.Bytes(other), Sample.By, cancellation: Cancelled)).New.Select(a => a.Number).ShouldBe(["1"]);
    }

    private protected async Task<WrittenParts> WriteInParts(SourceReading reading, IAsyncEnumerable<SourceReading> parts)
    {
        await using var db = Open(Ours);
        var known = reading with { Drafts = [], Findings = [], Pieces = [], Tables = [], Checks = [], Placed = new Placed(0, 0, []) };
        return await db.WriteInPartsAsync(new ListInParts(known, parts, () => new MemoryStream(Sample.Bytes(Seven)), 12), Sample.By, cancellation: Cancelled);
    }

    /// <summary>What is found about several records comes with the last of them.</summary>
    private protected static async IAsyncEnumerable<SourceReading> Parts(SourceReading reading, int size)
    {
        foreach (var (at, drafts) in reading.Drafts.Chunk(size).Index())
        {
            await Task.Yield();
            yield return reading with { Drafts = drafts, Findings = [.. reading.Findings.Where(f => f.Records.Count > 0 && drafts.Any(d => d.Order == f.Records[^1]))], Pieces = at == 0 ? reading.Pieces : [] };
        }

        yield return reading with { Drafts = [], Findings = [.. reading.Findings.Where(f => f.Records.Count == 0)], Pieces = [] };
    }

    private static async Task<List<object?[]>> Agreements(RegisterDb db) =>
        [.. (await db.Agreements.AsNoTracking().OrderBy(a => a.Order).ToListAsync(Cancelled)).Select(a => new object?[] { a.Number, a.Order, a.Facts, a.Folded, a.BeginDay, a.EndDay })];

    private static Task<List<string>> PartnerNames(RegisterDb db) => db.Partners.OrderBy(p => p.Name).Select(p => p.Name + "|" + p.Country + "|" + p.Key).ToListAsync(Cancelled);

    private static async Task<List<EditionRow>> Kept(RegisterDb db)
    {
        var rows = new List<EditionRow>();
        await foreach (var row in db.RowsOf(await db.Editions.Select(e => e.Id).SingleAsync(Cancelled)))
            rows.Add(row);
        return rows;
    }

    private static async Task<List<object?[]>> Found(RegisterDb db) =>
        [.. (await db.Findings.AsNoTracking().OrderBy(f => f.Order).ToListAsync(Cancelled)).Select(f => new object?[] { f.Order, f.Code, f.Finding, db.FindingAgreements.Count(l => l.FindingOrder == f.Order) })];
}

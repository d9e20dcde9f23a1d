using Entente.Core;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.Tests.Store;

public abstract partial class StoreContract
{
    [Fact]
    public async Task An_edition_is_written_with_all_that_follows_from_it()
    {
        Facts[] facts = [Sample.Facts("1", "2020-05-04", 5, "Uni A|DE", "Uni B|FR"), Sample.Facts("2", "2021", null, "Uni A|DE"), Sample.Facts("2", "2022-03", 3, "|JP")];
        var reading = Sample.Reading(facts);
        await using (var db = Open(Ours))
        {
            var written = await db.WriteEditionAsync(reading, Sample.Bytes(facts), Sample.By, cancellation: Cancelled);
            written.New.Select(a => a.Number).ShouldBe(["1", "2", "3"]);
            written.Change.Sequence.ShouldBe(1);
        }

        await using var again = Open(Ours);
        var edition = await again.Editions.SingleAsync(Cancelled);
        edition.ImportedAt.ShouldBe(Sample.At);
        edition.ListedOn.ShouldBe(Sample.Date("2024-02"));
        edition.ListedOnBasis.ShouldBe(ListedOnBasis.Stated);
        edition.Tables.Single().Columns.ShouldBe([new TableColumn("No.", "number"), new TableColumn(null, null)]);
        edition.Checks.Single().Holds.ShouldBeTrue();
        edition.Placed.IsComplete.ShouldBeTrue();
        (await again.Sources.SingleAsync(Cancelled)).Bytes.ShouldBe(Sample.Bytes(facts));
        (edition.Added, edition.Changed).ShouldBe((3, 0));
        var kept = await again.EditionRows.SingleAsync(Cancelled);
        Same.ShouldBe(kept.Pieces, reading.Pieces);
        var rows = kept.Rows;
        rows.Select(r => r.Agreement).ShouldBe(["1", "2", "3"]);
        rows.Select(r => r.Text).ShouldBe(["row 1", "row 2", "row 3"]);
        rows[1].Places.ShouldBe([new Place(Line: 3, Column: 1, Length: 20)]);
        (await again.Partners.OrderBy(p => p.Name).Select(p => p.Name).ToListAsync(Cancelled)).ShouldBe(["Uni A", "Uni B"]);
        (await again.AgreementPartners.CountAsync(Cancelled)).ShouldBe(3);
        var finding = await again.Findings.SingleAsync(Cancelled);
        finding.State.ShouldBe(FindingState.Open);
        finding.Finding.Arguments.ShouldBe(["2024", "P5Y"]);
        (await again.FindingAgreements.CountAsync(Cancelled)).ShouldBe(2);
        var change = await again.Changes.SingleAsync(Cancelled);
        change.Act.ShouldBe("edition.imported");
        change.Records().Select(r => r.Number).ShouldBe(["1", "2", "3"]);
        (await again.ChangedAgreements.CountAsync(Cancelled)).ShouldBe(3);
    }

    [Fact]
    public async Task A_record_that_an_edition_changes_comes_from_that_edition_and_one_that_it_finds_the_same_does_not()
    {
        Facts[] first = [Sample.Facts("1", "2020", 5, "Uni A|DE"), Sample.Facts("2", "2021", 5, "Uni B|FR")];
        var second = new[] { first[1], first[0] with { Note = "changed" } };
        var old = await Write(first);
        var written = await Write(second, agreements => [agreements["2"], agreements["1"]]);
        await using var db = Open(Ours);
        var changed = await db.Agreements.SingleAsync(a => a.Number == "1", Cancelled);
        (changed.EditionId, changed.Order, changed.Facts.Note, changed.Version).ShouldBe((written.Edition.Id, 2, "changed", 2));
        written.Change.Records().ShouldHaveSingleItem().EditionId.ShouldBe(written.Edition.Id);
        (written.Edition.Added, written.Edition.Changed).ShouldBe((0, 1));
        var rows = await db.EditionRows.SingleAsync(r => r.EditionId == written.Edition.Id, Cancelled);
        rows.Rows.Select(r => r.Agreement).ShouldBe(["2", "1"]);
        var same = await db.Agreements.SingleAsync(a => a.Number == "2", Cancelled);
        (same.EditionId, same.Order, same.Version).ShouldBe((old.Edition.Id, 2, 1));
    }

    [Fact]
    public async Task What_was_found_about_a_record_counts_in_the_newest_edition_that_holds_it_and_stays_decided()
    {
        Facts[] first = [Sample.Facts("1", "2020", 5, "Uni A|DE"), Sample.Facts("2", "2021", 5, "Uni B|FR")];
        var old = await Write(first);
        await using (var db = Open(Ours))
        {
            (await db.Findings.SingleAsync(Cancelled)).Decide(FindingState.Dismissed, "dean", Later.At);
            await db.SaveChangesAsync(Cancelled);
        }

        var written = await Write([first[0] with { Note = "changed" }, first[1]], agreements => [agreements["1"], agreements["2"]]);
        await using var again = Open(Ours);
        (await again.Findings.SingleAsync(f => f.EditionId == old.Edition.Id, Cancelled)).State.ShouldBe(FindingState.Replaced);
        var newest = await again.Findings.SingleAsync(f => f.EditionId == written.Edition.Id, Cancelled);
        (newest.State, newest.DecidedBy, newest.DecidedAt).ShouldBe((FindingState.Dismissed, "dean", Later.At));
    }

    [Fact]
    public async Task What_was_found_about_a_record_that_is_no_longer_listed_stays()
    {
        Facts[] first = [Sample.Facts("1", "2020", 5, "Uni A|DE"), Sample.Facts("2", "2021", 5, "Uni B|FR")];
        var old = await Write(first);
        await Write([first[0] with { Note = "changed" }], agreements => [agreements["1"]]);
        await using var again = Open(Ours);
        (await again.Findings.SingleAsync(f => f.EditionId == old.Edition.Id, Cancelled)).State.ShouldBe(FindingState.Open);
    }

    [Fact]
    public async Task The_number_of_a_deleted_agreement_is_not_given_again()
    {
        await Write(Sample.Facts("1", "2020", 5, "Uni A|DE"), Sample.Facts("7", "2021", 5, "Uni B|FR"));
        await using (var db = Open(Ours))
            await db.RecordAsync(Recording.Deleted, Later, new Outcome { Removed = [await db.Agreements.SingleAsync(a => a.Number == "7", Cancelled)] }, Cancelled);
        await using var again = Open(Ours);
        var facts = new[] { Sample.Facts("7", "2022", 5, "Uni C|IT"), Sample.Facts(null, "2023", 5, "Uni D|IT") };
        var written = await again.WriteEditionAsync(Sample.Reading(facts), Sample.Bytes(facts), Sample.By, cancellation: Cancelled);
        written.New.Select(a => a.Number).ShouldBe(["8", "9"]);
    }

    /// <summary>An edition whose drafts are, in order, about known agreements; those that differ are changed.</summary>
    private async Task<WrittenEdition> Write(Facts[] facts, Func<Dictionary<string, Agreement>, IReadOnlyList<Agreement>>? of = null)
    {
        await using var db = Open(Ours);
        var reading = Sample.Reading(facts);
        if (of is null)
            return await db.WriteEditionAsync(reading, Sample.Bytes(facts), Sample.By, cancellation: Cancelled);
        var agreements = of(await db.Agreements.ToDictionaryAsync(a => a.Number, Cancelled));
        var fates = reading.Drafts.Select((d, i) => new DraftFate(d, agreements[i], d.Facts.Note != agreements[i].Facts.Note)).ToList();
        return await db.WriteEditionAsync(reading, Sample.Bytes(facts), Later, fates, cancellation: Cancelled);
    }
}

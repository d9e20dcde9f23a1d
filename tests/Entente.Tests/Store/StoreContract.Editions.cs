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
        var rows = (await again.EditionRows.SingleAsync(Cancelled)).Rows;
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
}

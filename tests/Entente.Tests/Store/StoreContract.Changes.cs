using Entente.Core;
using Entente.Store;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.Tests.Store;

public abstract partial class StoreContract
{
    private static readonly Authorship Later = new("dean", Sample.At.AddDays(1), "renewed by letter");

    [Fact]
    public async Task An_act_keeps_the_whole_record_after_it_and_all_that_follows_from_the_facts()
    {
        await Write(Sample.Facts("1", "2020-05-04", 5, "Uni A|DE"));
        await using (var db = Open(Ours))
        {
            var agreement = await db.Agreements.SingleAsync(Cancelled);
            agreement.Revise(Sample.Facts("1", "2020-05-04", 10, "Uni C|JP"));
            var change = await db.RecordAsync("agreement.edited", Later, new Outcome { Changed = [agreement] }, Cancelled);
            change.Sequence.ShouldBe(2);
        }

        await using var again = Open(Ours);
        (await again.Agreements.SingleAsync(Cancelled)).Version.ShouldBe(2);
        (await again.Partners.SingleAsync(Cancelled)).Name.ShouldBe("Uni C");
        var last = await again.Changes.OrderBy(c => c.Sequence).LastAsync(Cancelled);
        last.Records().Single().Facts!.Parties[0].Country.ShouldBe("JP");
        (last.Who, last.Why, last.At).ShouldBe(("dean", "renewed by letter", Later.At));
        (await again.VerifyChangesAsync(cancellation: Cancelled)).ShouldBe(new ChainProof(2, 0, null, null));
    }

    [Fact]
    public async Task A_record_taken_out_leaves_its_history_and_nothing_else()
    {
        await Write(Sample.Facts("1", "2020-05-04", 5, "Uni A|DE"), Sample.Facts("2", "2020", 5, "Uni A|DE", "Uni B|DE"));
        await using (var db = Open(Ours))
        {
            var agreement = await db.Agreements.SingleAsync(a => a.Number == "2", Cancelled);
            await db.RecordAsync("edition.undone", Later, new Outcome { Removed = [agreement] }, Cancelled);
        }

        await using var again = Open(Ours);
        (await again.Agreements.SingleAsync(Cancelled)).Number.ShouldBe("1");
        (await again.Partners.SingleAsync(Cancelled)).Name.ShouldBe("Uni A");
        (await again.FindingAgreements.CountAsync(Cancelled)).ShouldBe(1);
        (await again.Lifelines.Select(l => l.AgreementId).Distinct().CountAsync(Cancelled)).ShouldBe(1);
        (await again.ChangedAgreements.CountAsync(Cancelled)).ShouldBe(3);
        (await again.Changes.OrderBy(c => c.Sequence).LastAsync(Cancelled)).Records().Single().Facts.ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_who_change_the_same_record_the_slower_one_is_refused_and_nothing_of_it_is_written()
    {
        await Write(Sample.Facts("1", "2020-05-04", 5, "Uni A|DE"));
        await using var slow = Open(Ours);
        var stale = await slow.Agreements.SingleAsync(Cancelled);
        await using (var quick = Open(Ours))
        {
            var fresh = await quick.Agreements.SingleAsync(Cancelled);
            fresh.Revise(fresh.Facts with { Note = "quick" });
            await quick.RecordAsync("agreement.edited", Later, new Outcome { Changed = [fresh] }, Cancelled);
        }

        stale.Revise(stale.Facts with { Note = "slow" });
        var refused = await Should.ThrowAsync<RefusedException>(
            slow.RecordAsync("agreement.edited", Later, new Outcome { Changed = [stale] }, Cancelled));
        refused.Code.ShouldBe("record.changed-since");
        (await Should.ThrowAsync<RefusedException>(
            slow.RecordAsync("edition.undone", Later, new Outcome { Removed = [stale] }, Cancelled))).Code.ShouldBe("record.changed-since");
        await using var again = Open(Ours);
        (await again.Agreements.SingleAsync(Cancelled)).Facts.Note.ShouldBe("quick");
        (await again.Changes.CountAsync(Cancelled)).ShouldBe(2);
    }

    [Fact]
    public async Task An_erased_payload_leaves_the_chain_proved()
    {
        await WriteThreeChanges();
        await using (var db = Open(Ours))
        {
            (await db.Changes.SingleAsync(c => c.Sequence == 2, Cancelled)).ErasePayload();
            await db.SaveChangesAsync(Cancelled);
        }

        await using var again = Open(Ours);
        (await again.VerifyChangesAsync(cancellation: Cancelled)).ShouldBe(new ChainProof(3, 1, null, null));
        (await again.Changes.SingleAsync(c => c.Sequence == 2, Cancelled)).Records().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Payload", "x'41'", "change.payload")]
    [InlineData("Who", "'someone else'", "change.hash")]
    [InlineData("Why", "NULL", "change.hash")]
    [InlineData("At", "1", "change.hash")]
    [InlineData("Act", "'agreement.terminated'", "change.hash")]
    [InlineData("PayloadHash", "zeroblob(32)", "change.payload")]
    [InlineData("PreviousHash", "zeroblob(32)", "change.previous")]
    [InlineData("Hash", "zeroblob(32)", "change.hash")]
    [InlineData("Sequence", "9", "change.missing")]
    public async Task What_was_tampered_with_is_told(string column, string value, string reason)
    {
        await WriteThreeChanges();
        await using var db = Open(Ours);
        await TamperAsync(db, $"UPDATE \"Changes\" SET \"{column}\" = {value} WHERE \"Sequence\" = 2");
        var proof = await db.VerifyChangesAsync(cancellation: Cancelled);
        (proof.Sequence, proof.Reason).ShouldBe((2, reason));
    }

    [Fact]
    public async Task A_change_taken_out_is_told()
    {
        await WriteThreeChanges();
        await using var db = Open(Ours);
        await TamperAsync(db, "DELETE FROM \"Changes\" WHERE \"Sequence\" = 2");
        (await db.VerifyChangesAsync(cancellation: Cancelled)).Reason.ShouldBe("change.missing");
    }

    /// <summary>Runs SQL behind the program's back, without the checks of the store.</summary>
    protected abstract Task TamperAsync(RegisterDb db, string sql);

    private async Task WriteThreeChanges()
    {
        await Write(Sample.Facts("1", "2020-05-04", 5, "Uni A|DE"));
        foreach (var note in new[] { "one", "two" })
        {
            await using var db = Open(Ours);
            var agreement = await db.Agreements.SingleAsync(Cancelled);
            agreement.Revise(agreement.Facts with { Note = note });
            await db.RecordAsync("agreement.edited", Later, new Outcome { Changed = [agreement] }, Cancelled);
        }
    }
}

using Entente.App.Imports;
using Entente.App.Keeping;
using Entente.App.Partners;
using Entente.App.Registers;
using Entente.App.Running;

using Microsoft.EntityFrameworkCore;

namespace Entente.Tests.App.Running;

/// <summary>What goes through all that a register holds tells how far it is, and stops wherever that is.</summary>
public sealed class LookingThroughTests : ReviewingTests
{
    private const string List = """
        No,Partner,Country,Type,Signed,Term
        1,University of Vienna,Austria,MOU,2020-01-02,5 years
        2,University of Graz,Austria,MOU,2018-06-18,5 years
        3,University of Bergen,Norway,MOU,2021-03-04,5 years

        """;

    private static readonly RegisterEdit otherwise = new() { Counting = "day-before" };

    private readonly CancellationTokenSource stopping = new();

    [Theory]
    [InlineData(RunningPart.Chain, 1, 2)]
    [InlineData(RunningPart.History, 2, 3)]
    [InlineData(RunningPart.Agreements, 2, 3)]
    [InlineData(RunningPart.Documents, 0, 1)]
    public async Task A_proof_of_the_history(RunningPart part, int done, int of)
    {
        await StoredAsync();
        await RegisterSettings.ChangeAsync(Open, new RegisterEdit { EndsSoon = "90" }, hand, Stop);
        await StopsAsync(part, done, of, () => Verification.ProveAsync(Open.Db, "Ours", Open.Progress, stopping.Token));
        (await Verification.ProveAsync(Open.Db, "Ours", null, Stop)).ShouldBe(new RegisterProof("Ours", 2, 0, 1, null));
    }

    [Theory]
    [InlineData(RunningPart.History)]
    [InlineData(RunningPart.Agreements)]
    public async Task What_would_be_taken_back(RunningPart part)
    {
        await StoredAsync();
        await StopsAsync(part, 2, 3, () => Undoing.PreviewAsync(Open, Undoing.Last, stopping.Token));
        (await Undoing.PreviewAsync(Open, Undoing.Last, Stop)).Removed.Select(a => a.Number).ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task What_is_taken_back()
    {
        await StoredAsync();
        await StopsAsync(RunningPart.Agreements, 2, 3, () => Undoing.UndoAsync(Open, Undoing.Last, would => would.Since.Count == 0, "Ada", stopping.Token));
        await AgainAsync();
        (await Open.Db.Agreements.CountAsync(Stop)).ShouldBe(3);
    }

    [Fact]
    public async Task Partners_that_may_be_one() => await StopsAsync(RunningPart.Agreements, 2, 3, () => PartnerMatches.PairsAsync(Open, null, stopping.Token), isStored: false);

    [Fact]
    public async Task What_other_settings_would_do() => await StopsAsync(RunningPart.Agreements, 2, 3, () => RegisterSettings.EffectAsync(Open, otherwise, stopping.Token), isStored: false);

    [Fact]
    public async Task What_other_settings_do()
    {
        await StopsAsync(RunningPart.Agreements, 2, 3, () => RegisterSettings.ChangeAsync(Open, otherwise, hand, stopping.Token), isStored: false);
        await AgainAsync();
        Open.Register.Version.ShouldBe(1);
        (await Open.Db.Agreements.Select(a => a.Version).ToListAsync(Stop)).ShouldBe([1, 1, 1]);
    }

    private async Task StoredAsync()
    {
        var id = await StartAsync(List);
        await Reviews.AcceptCleanAsync(Open, Kept, id, hand, Stop);
        await Reviews.CommitAsync(Open, Kept, id, leavesOut: true, hand, Stop);
        (await Kept.HasAsync(Open, (await Reviews.FindAsync(Open, id, Stop))!, Stop)).ShouldBeFalse();
        await AgainAsync();
    }

    private async Task StopsAsync(RunningPart part, int done, int of, Func<Task> act, bool isStored = true)
    {
        if (!isStored)
            await StoredAsync();
        var told = new List<ActProgress>();
        Open.Progress = new Telling<ActProgress>(p =>
        {
            told.Add(p);
            if (p == new ActProgress(part, done, of))
                stopping.Cancel();
        });
        await Should.ThrowAsync<OperationCanceledException>(act);
        told.ShouldContain(new ActProgress(part, done, of));
        Open.Progress = null;
    }
}

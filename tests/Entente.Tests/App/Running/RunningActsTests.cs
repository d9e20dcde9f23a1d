using System.Text;

using Entente.App.Design;
using Entente.App.Imports;
using Entente.App.Lists;
using Entente.App.Registers;
using Entente.App.Running;
using Entente.Core;
using Entente.Store;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Entente.Tests.App.Running;

/// <summary>What takes its time goes on by itself, tells how far it is, and leaves nothing when it is cancelled.</summary>
public sealed class RunningActsTests : ReviewingTests
{
    private const string List = """
        No,Partner,Country,Type,Signed,Term
        1,University of Vienna,Austria,MOU,2020-01-02,5 years
        2,University of Graz,Austria,MOU,2018-06-18,5 years
        3,University of Bergen,Norway,MOU,2021-03-04,5 years

        """;

    private static readonly ActEnd end = new("/sources", new Told("told.taken-back", ["list.csv"]));

    private readonly KeptExtracts extracts = new();

    [Fact]
    public async Task What_ends_at_once_is_answered_as_if_it_had_been_waited_for()
    {
        await using var acts = Acts();
        var act = acts.Begin(1, About(), "Ada", (_, _) => Task.FromResult(end));
        (await acts.EndAsync(act)).ShouldBe(end);
        acts.Find(act.Id).ShouldBeNull();
        var refused = acts.Begin(1, About(), "Ada", (_, _) => throw new RefusedException("source.no-table", "list.csv"));
        (await Should.ThrowAsync<RefusedException>(() => acts.EndAsync(refused))).Code.ShouldBe("source.no-table");
    }

    [Fact]
    public async Task What_takes_longer_than_a_second_goes_on_and_tells_how_far_it_is()
    {
        await using var acts = Acts();
        var gate = new TaskCompletionSource();
        var act = acts.Begin(1, About(), "Ada", async (own, stop) =>
        {
            own.Db.Written!.Report(new RowsWritten(12_000, 100_000));
            await gate.Task.WaitAsync(stop);
            own.Db.Written.Report(new RowsWritten(100_000, 100_000));
            return end;
        });
        (await LaterAsync(acts.EndAsync(act))).ShouldBeNull();
        await Waiting.UntilAsync(() => act.Progress == new ActProgress(RunningPart.Writing, 12_000, 100_000), () => $"12,000 agreements are written: {act.Progress}, {act.Ended.Status}");
        acts.Running.ShouldBe([act]);
        gate.SetResult();
        (await act.Ended).ShouldBe(end);
        // All of them are written, and it was not done yet.
        act.Progress.ShouldBe(new ActProgress(RunningPart.Finishing));
        acts.Running.ShouldBeEmpty();
        acts.Find(act.Id).ShouldBe(act);
    }

    [Fact]
    public async Task One_is_done_at_a_time_few_wait_and_the_same_is_not_done_twice()
    {
        await using var acts = Acts();
        var gate = new TaskCompletionSource();
        var first = acts.Begin(1, About("a"), "Ada", async (_, stop) =>
        {
            await gate.Task.WaitAsync(stop);
            return end;
        });
        var second = acts.Begin(1, About("b"), "Ada", (_, _) => Task.FromResult(end));
        acts.Begin(1, About("a"), "Ada", (_, _) => Task.FromResult(end)).ShouldBe(first);
        acts.Begin(1, About("a"), "Grace", (_, _) => Task.FromResult(end)).ShouldNotBe(first);
        acts.Begin(1, About(), "Ada", (_, _) => Task.FromResult(end)).ShouldNotBe(first);
        second.Progress.Part.ShouldBe(RunningPart.Waiting);
        Should.Throw<RefusedException>(() => acts.Begin(1, About(), "Ada", (_, _) => Task.FromResult(end))).Code.ShouldBe("act.too-many");
        gate.SetResult();
        await Waiting.ForAsync(Task.WhenAll(acts.Running.Select(a => a.Ended)), "all acts are done");
        second.Ended.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task They_are_done_in_the_order_in_which_they_were_begun()
    {
        await using var acts = Acts();
        for (var round = 0; round < 50; round++)
        {
            var order = new List<int>();
            var begun = Enumerable.Range(1, 4).Select(i => acts.Begin(1, About(), "Ada", (_, _) =>
            {
                order.Add(i);
                return Task.FromResult(end);
            })).ToList();
            await Waiting.ForAsync(Task.WhenAll(begun.Select(a => a.Ended)), "four acts are done");
            order.ShouldBe([1, 2, 3, 4]);
        }
    }

    [Fact]
    public async Task Only_who_has_begun_it_cancels_it_also_while_it_waits()
    {
        await using var acts = Acts();
        var first = acts.Begin(1, About(), "Ada", async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return end;
        });
        var second = acts.Begin(1, About(), "Grace", (_, _) => Task.FromResult(end));
        (await Should.ThrowAsync<RefusedException>(() => acts.CancelAsync(first, "Grace"))).Code.ShouldBe("act.not-yours");
        await Waiting.ForAsync(acts.CancelAsync(second, "Grace"), "an act that waits is cancelled");
        second.Ended.IsCanceled.ShouldBeTrue();
        await Waiting.ForAsync(acts.CancelAsync(first, "Ada"), "an act that runs is cancelled");
        first.Ended.IsCanceled.ShouldBeTrue();
        // A page that waited for it says so.
        (await acts.EndAsync(first)).ShouldBeNull();
    }

    [Theory]
    [InlineData(RunningPart.Rows)]
    [InlineData(RunningPart.Comparing)]
    public async Task Nothing_stays_of_a_list_that_is_cancelled_while_it_is_read(RunningPart at)
    {
        await using var acts = Acts();
        var begun = new TaskCompletionSource<RunningAct>(TaskCreationOptions.RunContinuationsAsynchronously);
        var act = acts.Begin(1, About(), "Ada", async (own, stop) =>
        {
            var itself = await begun.Task.WaitAsync(stop);
            own.Progress = new Stopping(p => p.Part == at, () => itself.Cancel());
            await Reviews.StartAsync(own, Kept, "list.csv", Encoding.UTF8.GetBytes(List), "Ada", isShown: true, stop);
            return end;
        });
        begun.SetResult(act);
        await Should.ThrowAsync<OperationCanceledException>(() => Waiting.ForAsync(act.Ended, "it is cancelled"));
        (await Open.Db.Reviews.CountAsync(Stop), await Open.Db.Sources.CountAsync(Stop)).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelled_or_shut_down_while_it_is_stored_a_list_is_under_review_as_it_was(bool isShutDown)
    {
        var id = await StartAsync(List);
        await Reviews.AcceptCleanAsync(Open, Kept, id, hand, Stop);
        var before = await LeftAsync();
        await using var acts = Acts();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var act = acts.Begin(1, About(), "Ada", async (own, stop) =>
        {
            own.Progress = new Stopping(p => p is { Part: RunningPart.Writing, Done: 2 }, () =>
            {
                reached.SetResult();
                stop.WaitHandle.WaitOne();
            });
            await Reviews.CommitAsync(own, Kept, id, leavesOut: true, hand, stop);
            return end;
        });
        await Waiting.ForAsync(reached.Task, "the second agreement is written");
        await Waiting.ForAsync(isShutDown ? acts.DisposeAsync().AsTask() : acts.CancelAsync(act, "Ada"), "it is stopped while it writes");
        await Should.ThrowAsync<OperationCanceledException>(() => Waiting.ForAsync(act.Ended, "it is cancelled"));
        await AgainAsync();
        (await LeftAsync()).ShouldBe(before);
        (await Folder.Ask("verify")).Code.ShouldBe(0);
        await Reviews.CommitAsync(Open, Kept, id, leavesOut: true, hand, Stop);
        (await Open.Db.Agreements.CountAsync(Stop)).ShouldBe(3);
    }

    [Fact]
    public async Task A_list_whose_taking_back_is_cancelled_stays()
    {
        var id = await StartAsync(List);
        await Reviews.AcceptCleanAsync(Open, Kept, id, hand, Stop);
        await Reviews.CommitAsync(Open, Kept, id, leavesOut: true, hand, Stop);
        var before = await LeftAsync();
        await using var acts = Acts();
        var begun = new TaskCompletionSource<RunningAct>(TaskCreationOptions.RunContinuationsAsynchronously);
        var act = acts.Begin(1, About(), "Ada", async (own, stop) =>
        {
            var itself = await begun.Task.WaitAsync(stop);
            own.Progress = new Stopping(p => p is { Part: RunningPart.Writing, Done: 2, Of: 3 }, () => itself.Cancel());
            await Undoing.UndoAsync(own, Undoing.Last, would => would.Since.Count == 0, "Ada", stop);
            return end;
        });
        begun.SetResult(act);
        await Should.ThrowAsync<OperationCanceledException>(() => Waiting.ForAsync(act.Ended, "it is cancelled"));
        await AgainAsync();
        (await LeftAsync()).ShouldBe(before);
    }

    private RunningActs Acts() => new(DataFolder.Open(Folder.Data, create: false), Clock, extracts, NullLogger<RunningActs>.Instance);

    private static ActAbout About(string? key = null) => new(RunningKind.BringIn, "list.csv", "/imports", key);

    private async Task<string> LeftAsync() =>
        $"{await Open.Db.Agreements.CountAsync(Stop)} {await Open.Db.Editions.CountAsync(Stop)} {await Open.Db.Changes.CountAsync(Stop)} {await Open.Db.Reviews.Select(r => r.Version).SingleAsync(Stop)} {await Open.Db.Sources.CountAsync(Stop)}";

    /// <summary>Once as much time has passed as it takes.</summary>
    private async Task<T> LaterAsync<T>(Task<T> waiting)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return await Waiting.ForAsync(waiting, "a second has passed");
    }

    /// <summary>Does something once it is told of a certain part.</summary>
    private sealed class Stopping(Func<ActProgress, bool> when, Action stop) : IProgress<ActProgress>
    {
        public void Report(ActProgress value)
        {
            if (when(value))
                stop();
        }
    }
}

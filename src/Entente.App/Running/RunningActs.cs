using System.Runtime;

using Entente.App.Design;
using Entente.App.Keeping;
using Entente.App.Lists;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;
using Entente.Store;

using Microsoft.AspNetCore.Components;

namespace Entente.App.Running;

/// <summary>The acts of a server that may take longer than an answer: one is done at a time, and few wait. Whoever leaves the page finds them again.
/// An act that is cancelled, or was not done when the server stopped, has changed nothing: it writes in one transaction.</summary>
public sealed partial class RunningActs(DataFolder folder, TimeProvider clock, KeptExtracts extracts, ILogger<RunningActs> log) : IAsyncDisposable
{
    /// <summary>Each holds its document.</summary>
    private const int MostRunning = 4;

    private const int MostEnded = 20;

    /// <summary>What is done by then shows no progress.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(1);

    /// <summary>What takes as long has used much memory.</summary>
    private static readonly TimeSpan longTime = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource closing = new();
    private readonly Lock access = new();
    private readonly List<RunningAct> acts = [];

    /// <summary>Those that are not done, the first before those that wait for it.</summary>
    public IReadOnlyList<RunningAct> Running
    {
        get
        {
            lock (access)
                return acts.FindAll(a => !a.Ended.IsCompleted);
        }
    }

    public RunningAct? Find(Guid id)
    {
        lock (access)
            return acts.Find(a => a.Id == id);
    }

    /// <param name="work">Has a connection of its own to the register: that of the page is closed with its answer.</param>
    /// <exception cref="RefusedException">act.too-many.</exception>
    public RunningAct Begin(int register, ActAbout about, string who, Func<OpenRegister, CancellationToken, Task<ActEnd>> work)
    {
        ArgumentNullException.ThrowIfNull(about);
        lock (access)
        {
            var running = acts.FindAll(a => !a.Ended.IsCompleted);
            if (about.Key is not null && running.Find(a => a.About == about && a.Who == who) is { } same)
                return same;
            if (running.Count >= MostRunning)
                throw new RefusedException("act.too-many", $"{MostRunning}");
            foreach (var old in acts.Except(running).SkipLast(MostEnded).ToList())
                acts.Remove(old);
            var act = new RunningAct(about, who, clock.GetUtcNow(), closing.Token);
            // Asked for here, and not by the act itself: they are done in the order in which they were begun.
            var itsTurn = turn.WaitAsync(act.Stop);
            act.Begin(() => RunAsync(act, itsTurn, register, work));
            _ = GiveBackAsync(act);
            acts.Add(act);
            return act;
        }
    }

    /// <summary>How it ended, as if it had been waited for; null where that takes longer than a second, or where someone has cancelled it.</summary>
    public async Task<ActEnd?> EndAsync(RunningAct act)
    {
        if (!await IsEndedAsync(act) || act.Ended.IsCanceled)
            return null;
        lock (access)
            acts.Remove(act);
        return await act.Ended;
    }

    /// <summary>Does what a form asks for, and goes on where that leads to: to its page while it is not done.</summary>
    /// <returns>False when it was refused; the entry says why.</returns>
    internal async Task<bool> GoAsync(HttpContext http, NavigationManager navigation, Entry entry, Func<Hand, Task<RunningAct>> begin)
    {
        RunningAct? act = null;
        ActEnd? end = null;
        if (!await entry.TryAsync(http, async hand => end = await EndAsync(act = await begin(hand))))
            return false;
        if (end?.Told is { } told)
            Told.Next(http, told);
        navigation.NavigateTo(end?.Address ?? RunningPage.AddressOf(act!));
        return true;
    }

    /// <summary>An act on the settings, which may read every agreement anew.</summary>
    internal Task<bool> SetAsync(HttpContext http, NavigationManager navigation, Entry entry, OpenRegister open, ActEnd end, Func<OpenRegister, Hand, CancellationToken, Task> act) =>
        GoAsync(http, navigation, entry, hand => Task.FromResult(Begin(open.Register.Id, new ActAbout(RunningKind.Set, open.Register.Name, http.Request.Path), hand.Who, async (own, stop) =>
        {
            await act(own, hand, stop);
            return end;
        })));

    /// <summary>What a page is to show and that may take its time.</summary>
    /// <param name="address">Of that page; null: the one that is asked for.</param>
    /// <returns>Null where that takes longer than a second: the browser is sent to the page of the act, and comes back from there.</returns>
    internal async Task<T?> AskAsync<T>(HttpContext http, NavigationManager navigation, OpenRegister open, ActAbout about, string address, Func<OpenRegister, CancellationToken, Task<T>> ask)
        where T : class
    {
        if (HttpMethods.IsGet(http.Request.Method) && await AnswerAsync<T>(http, about) is { } known)
            return known;
        var act = Begin(open.Register.Id, about, Environment.UserName, async (own, stop) => new ActEnd(address, null) { Answer = await ask(own, stop) });
        if (await EndAsync(act) is { } end)
            return (T)end.Answer!;
        navigation.NavigateTo(RunningPage.AddressOf(act));
        return null;
    }

    /// <summary>Of the act that the browser comes from.</summary>
    internal async Task<T?> AnswerAsync<T>(HttpContext http, ActAbout about)
        where T : class =>
        Guid.TryParse(http.Request.Query[RunningPage.Answer], out var id) && Find(id) is { Ended.IsCompletedSuccessfully: true } asked && asked.About == about ? (await asked.Ended).Answer as T : null;

    /// <exception cref="RefusedException">act.not-yours.</exception>
    public async Task CancelAsync(RunningAct act, string who)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (act.Who != who)
            throw new RefusedException("act.not-yours", act.About.Name, act.Who);
        act.Cancel();
        await IsEndedAsync(act);
    }

    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested)
            return;
        await closing.CancelAsync();
        await Task.WhenAll(Running.Select(a => a.Ended)).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        closing.Dispose();
        turn.Dispose();
    }

    private async Task<ActEnd> RunAsync(RunningAct act, Task itsTurn, int register, Func<OpenRegister, CancellationToken, Task<ActEnd>> work)
    {
        await itsTurn;
        try
        {
            Shown.Begin();
            act.Report(new ActProgress(RunningPart.Opening));
            await using var open = await OpenRegister.OpenAsync(folder, register, clock, act.Stop);
            open.Extracts = extracts;
            open.Progress = act;
            return await work(open, act.Stop);
        }
        catch (Exception fault) when (fault is not (RefusedException or FieldsException or ObjectionException or OperationCanceledException))
        {
            HasFailed(log, fault, act.About.Kind);
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>A server that is idle keeps the memory that a long act has left, although nothing is in it any more.</summary>
    private async Task GiveBackAsync(RunningAct act)
    {
        await ((Task)act.Ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (clock.GetUtcNow() - act.BegunAt < longTime || Running.Count > 0)
            return;
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    [LoggerMessage(LogLevel.Error, "{Kind}")]
    private static partial void HasFailed(ILogger log, Exception fault, RunningKind kind);

    private async Task<bool> IsEndedAsync(RunningAct act)
    {
        using var ended = new CancellationTokenSource();
        await Task.WhenAny(act.Ended, Task.Delay(patience, clock, ended.Token));
        await ended.CancelAsync();
        return act.Ended.IsCompleted;
    }
}

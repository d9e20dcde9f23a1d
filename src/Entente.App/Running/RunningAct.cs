using Entente.App.Design;

namespace Entente.App.Running;

public enum RunningKind
{
    BringIn,

    /// <summary>A list under review, to be looked at.</summary>
    Open,
    ReadAnew,

    /// <summary>All that nothing is to be looked at in.</summary>
    Accept,
    Store,

    /// <summary>What taking a list back would do.</summary>
    Look,
    TakeBack,

    /// <summary>That the history holds.</summary>
    Prove,

    /// <summary>Partners that may be one.</summary>
    Pairs,

    /// <summary>A long document of cells, to be looked at.</summary>
    TakeApart,

    /// <summary>What other settings would do.</summary>
    LookAtSettings,
    Set,
}

/// <summary>What an act is, so that people know it again.</summary>
/// <param name="Name">Of the document that it is about.</param>
/// <param name="Back">The page that it was begun on.</param>
/// <param name="Key">Whoever begins the same again is shown the one that is running; null: no other is the same.</param>
public sealed record ActAbout(RunningKind Kind, string Name, string Back, string? Key = null);

/// <summary>Where to go on after an act, and what is told there.</summary>
public sealed record ActEnd(string Address, Told? Told)
{
    /// <summary>What the page there asked for, to be shown by it and by nothing else.</summary>
    public object? Answer { get; init; }
}

/// <summary>An act that goes on by itself: nobody has to wait for it, and whoever began it may end it.</summary>
public sealed class RunningAct : IProgress<ActProgress>
{
    private readonly CancellationTokenSource stopping;
    private volatile ActProgress progress = new(RunningPart.Waiting);

    internal RunningAct(ActAbout about, string who, DateTimeOffset begunAt, CancellationToken closing)
    {
        (About, Who, BegunAt) = (about, who, begunAt);
        Id = Guid.CreateVersion7(begunAt);
        stopping = CancellationTokenSource.CreateLinkedTokenSource(closing);
        Stop = stopping.Token;
    }

    public Guid Id { get; }

    public ActAbout About { get; }

    public string Who { get; }

    public DateTimeOffset BegunAt { get; }

    public ActProgress Progress => progress;

    public Task<ActEnd> Ended { get; private set; } = null!;

    public bool IsStopping => stopping.IsCancellationRequested;

    internal CancellationToken Stop { get; }

    public void Report(ActProgress value) => progress = value;

    internal void Begin(Func<Task<ActEnd>> run) => Ended = Task.Run(run);

    /// <summary>What is left of the act is done by its own thread, not by that of who cancels it.</summary>
    internal void Cancel() => _ = stopping.CancelAsync();
}

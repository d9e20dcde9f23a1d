using Entente.App.Registers;
using Entente.Core;

namespace Entente.App.Lists;

/// <summary>The extracts that a server keeps between its answers: the newest states of the register that it was last asked about.
/// Whoever reads says in which state, so none is ever older than the answer.</summary>
public sealed class KeptExtracts : IDisposable
{
    /// <summary>The newest, and the one before for who began to read before the last act.</summary>
    private const int Most = 2;

    private readonly SemaphoreSlim one = new(1, 1);
    private volatile IReadOnlyList<Extract> kept = [];

    /// <summary>Of the state that is read; to be called within one state.</summary>
    internal async Task<Extract> OfAsync(OpenRegister open, CancellationToken stop)
    {
        var state = await open.Db.LastChangeAsync(stop);
        if (Find(open, state) is { } known)
            return known;
        await one.WaitAsync(stop);
        try
        {
            return Find(open, state) ?? await MakeAsync(open, state, stop);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private Extract? Find(OpenRegister open, ChainLink state) =>
        kept.FirstOrDefault(e => e.RegisterId == open.Db.RegisterId && IsSame(e.State, state));

    private async Task<Extract> MakeAsync(OpenRegister open, ChainLink state, CancellationToken stop)
    {
        var before = kept.FirstOrDefault(e => e.RegisterId == open.Db.RegisterId && e.State.Sequence < state.Sequence);
        var made = (before is null ? null : await ExtractReading.FollowAsync(open, before, state, stop)) ?? await ExtractReading.ReadAsync(open, state, stop);
        kept = [.. kept.Append(made).Where(e => e.RegisterId == made.RegisterId).OrderByDescending(e => e.State.Sequence).Take(Most)];
        return made;
    }

    private static bool IsSame(ChainLink one, ChainLink other) => one.Sequence == other.Sequence && one.Hash.AsSpan().SequenceEqual(other.Hash);
}

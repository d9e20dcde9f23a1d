using System.Security.Cryptography;

namespace Entente.Core;

/// <param name="Changes">How many were looked at.</param>
/// <param name="Erased">How many of them have no payload any more.</param>
/// <param name="Sequence">The first one that does not hold; null when all do.</param>
/// <param name="Reason">change.missing, change.payload, change.previous, change.hash.</param>
public sealed record ChainProof(long Changes, long Erased, long? Sequence, string? Reason)
{
    public bool Holds => Sequence is null;
}

public static class ChangeChain
{
    /// <param name="changes">All changes of one register, in order.</param>
    public static ChainProof Verify(IEnumerable<Change> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        long count = 0, erased = 0;
        var previous = new byte[Change.HashLength];
        foreach (var change in changes)
        {
            count++;
            if (Fault(change, count, previous) is { } reason)
                return new ChainProof(count, erased, count, reason);
            if (change.Payload is null)
                erased++;
            previous = change.Hash;
        }

        return new ChainProof(count, erased, null, null);
    }

    private static string? Fault(Change change, long expected, byte[] previous)
    {
        if (change.Sequence != expected)
            return "change.missing";
        if (!change.PreviousHash.AsSpan().SequenceEqual(previous))
            return "change.previous";
        if (change.Payload is { } payload && !SHA256.HashData(payload).AsSpan().SequenceEqual(change.PayloadHash))
            return "change.payload";
        return change.HashOf().AsSpan().SequenceEqual(change.Hash) ? null : "change.hash";
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Entente.Core;

/// <summary>What the next change is chained to.</summary>
public sealed record ChainLink(long Sequence, byte[] Hash)
{
    public static ChainLink Start { get; } = new(0, new byte[Change.HashLength]);
}

/// <summary>One act on a register. Changes are only ever added, and each is chained to the one before:
/// hash = H(previous hash, H(head), H(payload)), so that a payload can be erased and the chain still proved.</summary>
public sealed class Change
{
    public const int HashLength = 32;

    private Change()
    {
        Who = Act = "";
        PayloadHash = PreviousHash = Hash = [];
    }

    /// <param name="act">Code of the act: <c>edition.imported</c>, <c>agreement.renewed</c>.</param>
    /// <param name="payload">The whole records after the act, as JSON in UTF-8.</param>
    /// <param name="previous">The change before it in the same register.</param>
    public Change(int registerId, ChainLink previous, string act, Authorship by, Guid? editionId, byte[] payload)
        : this(registerId, previous, act, by, editionId, payload.AsSpan()) => Payload = payload;

    /// <summary>One that does not hold its payload, which is written beside it.</summary>
    public Change(int registerId, ChainLink previous, string act, Authorship by, Guid? editionId, ReadOnlySpan<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(previous);
        RegisterId = registerId;
        Sequence = previous.Sequence + 1;
        At = by.At.ToUniversalTime();
        Who = by.Who;
        Why = by.Why;
        Act = act;
        EditionId = editionId;
        PayloadHash = SHA256.HashData(payload);
        PreviousHash = previous.Hash;
        Hash = HashOf();
    }

    public int RegisterId { get; private set; }

    /// <summary>1, 2, 3 … within the register.</summary>
    public long Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Who { get; private set; }

    public string? Why { get; private set; }

    public string Act { get; private set; }

    public Guid? EditionId { get; private set; }

    public byte[] PayloadHash { get; private set; }

    public byte[] PreviousHash { get; private set; }

    public byte[] Hash { get; private set; }

    /// <summary>Null when it was erased.</summary>
    public byte[]? Payload { get; private set; }

    /// <summary>For data that must not be kept. What was done, by whom and when stays, and so does the proof.</summary>
    public void ErasePayload() => Payload = null;

    /// <summary>H(previous hash, H(head), H(payload)): who, when, why and what was done are the head.</summary>
    public byte[] HashOf()
    {
        var c = CultureInfo.InvariantCulture;
        string?[] head = [RegisterId.ToString(c), Sequence.ToString(c), At.UtcTicks.ToString(c), Act, EditionId?.ToString(), Who, Why];
        var text = new StringBuilder();
        foreach (var part in head)
            text.Append(part is null ? "-" : part.Length.ToString(c)).Append(':').Append(part).Append('\n');
        return SHA256.HashData([.. PreviousHash, .. SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())), .. PayloadHash]);
    }
}

/// <summary>That a change is about an agreement.</summary>
public sealed record ChangedAgreement(int RegisterId, Guid AgreementId, long Sequence);

/// <summary>That a change is about a partner.</summary>
public sealed record ChangedPartner(int RegisterId, Guid PartnerId, long Sequence);

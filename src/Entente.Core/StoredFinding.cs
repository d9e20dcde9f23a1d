namespace Entente.Core;

public enum FindingState
{
    Open,
    Accepted,
    Dismissed,

    /// <summary>A newer edition holds the same records; what it finds about them counts.</summary>
    Replaced,
}

/// <summary>A finding that the register keeps, until someone accepts or dismisses it.</summary>
public sealed class StoredFinding
{
    private StoredFinding()
    {
        Code = "";
        Finding = null!;
    }

    /// <param name="order">Its place in the edition, from 1.</param>
    public StoredFinding(int registerId, Guid editionId, int order, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        RegisterId = registerId;
        EditionId = editionId;
        Order = order;
        Code = finding.Code;
        Severity = finding.Severity;
        Finding = finding;
    }

    public int RegisterId { get; private set; }

    public Guid EditionId { get; private set; }

    public int Order { get; private set; }

    public string Code { get; private set; }

    public Severity Severity { get; private set; }

    public Finding Finding { get; private set; }

    public FindingState State { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecidedWhy { get; private set; }

    /// <summary>What was decided, also once it is replaced; null while nothing is, and where that was not kept.</summary>
    public FindingState? DecidedAs { get; private set; }

    public int Version { get; private set; } = 1;

    public void Decide(FindingState state, string who, DateTimeOffset at, string? why = null)
    {
        State = state;
        DecidedAs = state == FindingState.Open ? null : state;
        DecidedBy = state == FindingState.Open ? null : who;
        DecidedAt = state == FindingState.Open ? null : at;
        DecidedWhy = state == FindingState.Open ? null : why;
        Version++;
    }

    /// <summary>The edition that replaced it was taken back.</summary>
    /// <param name="decided">What had been decided on it as far as the history tells, where it was not kept.</param>
    public void Return(FindingState decided)
    {
        State = DecidedBy is null ? FindingState.Open : DecidedAs ?? decided;
        Version++;
    }

    /// <summary>Who decided on it, and when, stays known.</summary>
    public void Replace()
    {
        State = FindingState.Replaced;
        Version++;
    }
}

/// <summary>That a finding is about an agreement.</summary>
public sealed record FindingAgreement(int RegisterId, Guid AgreementId, Guid EditionId, int FindingOrder);

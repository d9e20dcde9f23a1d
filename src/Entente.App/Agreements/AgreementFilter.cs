using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.App.Agreements;

public enum AgreementOrder
{
    Number,
    Partner,
    Begins,
    Ends,
}

/// <summary>What of the register is asked for. Everything that is null asks for nothing.</summary>
/// <param name="On">The day to answer for.</param>
public sealed record AgreementFilter(Day On)
{
    /// <summary>Each must be found somewhere, whole or in part, in either script.</summary>
    public string? Words { get; init; }

    /// <summary>Alpha-2 code; empty: those with no country.</summary>
    public string? Country { get; init; }

    /// <summary>Code, or the wording of a kind without one; empty: those with no kind.</summary>
    public string? Kind { get; init; }

    public StandingChoice? Standing { get; init; }

    /// <summary>In force on the day, and perhaps for the last time within so many days.</summary>
    public int? EndsWithinDays { get; init; }

    /// <summary>The year in which it begins.</summary>
    public long? BeginYear { get; init; }

    /// <summary>Code of a finding about it that nobody has decided on.</summary>
    public string? Finding { get; init; }

    /// <summary>Only those about which there is a finding that nobody has decided on.</summary>
    public bool HasFindings { get; init; }

    /// <summary>How grave such a finding is; null: however grave.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Id of a partner.</summary>
    public Guid? Partner { get; init; }

    /// <summary>Id of the edition that its facts came from.</summary>
    public Guid? Edition { get; init; }

    public AgreementOrder Order { get; init; } = AgreementOrder.Number;

    public bool IsDescending { get; init; }

    public int Skip { get; init; }

    /// <summary>Null: all.</summary>
    public int? Limit { get; init; }
}

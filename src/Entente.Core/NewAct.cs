using Entente.Edtf;

namespace Entente.Core;

/// <summary>What a person says has happened to an agreement.</summary>
public sealed record NewAct(Act Act, EdtfDate On)
{
    /// <summary>The last day of the period that it opens.</summary>
    public EdtfDate? Until { get; init; }

    /// <summary>How long the period is that it opens; not together with an end.</summary>
    public Length? Length { get; init; }

    /// <summary>A renewal that was signed late counts from the old end, as if it had been signed in time.</summary>
    public bool KeepsAnchor { get; init; }

    /// <summary>Who terminated, what supersedes it, or anything worth keeping.</summary>
    public string? Note { get; init; }
}

/// <summary>Why an act cannot be, or should not be without a second look.</summary>
/// <param name="Code">Stable and dotted: <c>act.before-signing</c>.</param>
/// <param name="IsRefusal">A person cannot confirm it away.</param>
/// <param name="Field">Of the act: on, until, length; of a record: end, event-2-on.</param>
public sealed record Objection(string Code, bool IsRefusal, string Field, IReadOnlyList<string> Arguments);

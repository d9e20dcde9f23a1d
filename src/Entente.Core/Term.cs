namespace Entente.Core;

public enum Renews
{
    Automatic,
    Tacit,
    OnRequest,
}

public enum OpenTerm
{
    LongTerm,
    NoExpiry,
    UntilConsent,
    Indefinite,
}

/// <summary>How long, as printed.</summary>
public sealed record Term
{
    public static readonly Term Unstated = new();

    public string? Text { get; init; }

    /// <summary>Of the (first) period.</summary>
    public Length? Length { get; init; }

    public Renews? Renews { get; init; }

    /// <summary>Of each further period, when stated.</summary>
    public Length? RenewalLength { get; init; }

    /// <summary>How often, when stated; null: no limit stated.</summary>
    public int? RenewalTimes { get; init; }

    /// <summary>What may be added once: P5Y of "5+5".</summary>
    public Length? Option { get; init; }

    public OpenTerm? Open { get; init; }

    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>A length that can carry an end: a printed length of nothing cannot.</summary>
    public Length? UsableLength => Length is { IsZero: false } length ? length : null;

    public bool RenewsByItself => Renews is Core.Renews.Automatic or Core.Renews.Tacit;

    public bool SaysHowLong => Length is not null || Open is not null || Renews is not null || Option is not null;
}

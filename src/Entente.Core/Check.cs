namespace Entente.Core;

public enum CheckKind
{
    Total,
    Country,
    NumberSequence,
    Other,
}

/// <summary>What a source says of itself, against what was counted.</summary>
/// <param name="Subject">Alpha-2 code for a country, else the wording.</param>
/// <param name="Text">The subject as printed.</param>
public sealed record Check(CheckKind Kind, string? Subject, string? Text, int Stated, int Counted)
{
    public bool Holds => Stated == Counted;

    public IReadOnlyList<Place> Places { get; init; } = [];
}

namespace Entente.Core;

/// <summary>One instrument that an agreement names.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Code">The register's kind, such as <c>mou</c>; null when the wording is not known.</param>
public sealed record Kind(string Text, string? Code)
{
    /// <summary>Carried down from a heading or a merged cell.</summary>
    public bool IsInherited { get; init; }

    public IReadOnlyList<Place> Places { get; init; } = [];
}

namespace Entente.App.Design;

/// <summary>Somewhere to go, in words.</summary>
/// <param name="Icon">As Lucide names it.</param>
/// <param name="Key">That leads there too.</param>
/// <param name="IsDanger">What it begins takes something away.</param>
public sealed record Link(string Words, string Address, string? Icon = null, string? Key = null, bool IsCurrent = false, bool IsDanger = false);

namespace Entente.Core;

/// <summary>Who did it, when and why.</summary>
public sealed record Authorship(string Who, DateTimeOffset At, string? Why = null);

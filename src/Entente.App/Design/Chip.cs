namespace Entente.App.Design;

/// <summary>One part of what was asked for.</summary>
/// <param name="Label">What it is about: "Country".</param>
/// <param name="Value">What is asked of it: "Japan".</param>
/// <param name="Without">The address that asks for all the rest.</param>
/// <param name="Language">Of the value, where it is a name.</param>
public sealed record Chip(string Label, string Value, string Without, string? Language = null);

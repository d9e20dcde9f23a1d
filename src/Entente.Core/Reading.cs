namespace Entente.Core;

/// <summary>What one text was read as: a value, or the reason why not. The text and its places are always kept.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Value">Null exactly when <paramref name="Reason"/> is set.</param>
/// <param name="Reason">Code of why it could not be read, such as <c>date.impossible</c>.</param>
/// <param name="Doubt">Code of why a person should look although it was read.</param>
public sealed record Reading<T>(string Text, T? Value, string? Reason = null, string? Doubt = null)
    where T : class
{
    public IReadOnlyList<Place> Places { get; init; } = [];

    public bool IsRead => Value is not null;
}

public static class Readings
{
    public static Reading<T> Of<T>(string text, T value, string? doubt = null)
        where T : class => new(text, value, null, doubt);

    public static Reading<T> Not<T>(string text, string reason)
        where T : class => new(text, null, reason);
}

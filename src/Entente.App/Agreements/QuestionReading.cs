namespace Entente.App.Agreements;

/// <summary>Reads a question from an address, field by field, and keeps what cannot be read.</summary>
internal sealed class QuestionReading(IQueryCollection query)
{
    private readonly Dictionary<string, string> wrong = [];

    public IReadOnlyDictionary<string, string> Wrong => wrong;

    public string? Text(string name) => query[name].FirstOrDefault()?.Trim() is { Length: > 0 } text ? text : null;

    public string? Text(string name, Func<string, string?> read) => Text(name) is { } text ? read(text) ?? Note<string?>(name, text) : null;

    public T? Value<T>(string name, Func<string, T?> read)
        where T : struct => Text(name) is { } text ? read(text) ?? Note<T?>(name, text) : null;

    /// <summary>A form sends a field once for each of its values; an address parts them by commas.</summary>
    public string? All(string name, Func<string, string?> read) =>
        string.Join(',', query[name].Where(v => !string.IsNullOrWhiteSpace(v))) is { Length: > 0 } text ? read(text) ?? Note<string?>(name, text) : null;

    private T? Note<T>(string name, string text)
    {
        wrong[name] = text;
        return default;
    }
}

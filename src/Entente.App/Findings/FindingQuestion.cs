using System.Collections.Immutable;
using System.Globalization;

using Entente.Core;

using Microsoft.AspNetCore.Http.Extensions;

namespace Entente.App.Findings;

/// <summary>Which findings are looked at, as the address says it: they are worked off one after the other within it.</summary>
public sealed record FindingQuestion
{
    public const string Path = "/findings";

    public const int MostRows = 100;

    private const string All = "all";

    /// <summary>Null: whatever was decided.</summary>
    public FindingState? State { get; init; } = FindingState.Open;

    public Severity? Severity { get; init; }

    public string? Code { get; init; }

    /// <summary>Of an agreement.</summary>
    public string? Number { get; init; }

    /// <summary>The first edition is 1.</summary>
    public int? Edition { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>The day as it was asked for; null: today.</summary>
    public string? On { get; init; }

    /// <summary>What was asked for and is not understood: the name and what was typed.</summary>
    public IReadOnlyDictionary<string, string> Wrong { get; init; } = ImmutableDictionary<string, string>.Empty;

    public string Address => Path + Query;

    public FindingFilter Filter => new(State, Severity, Code, Number, Edition);

    public FindingFilter PageFilter => Filter with { Skip = (Page - 1) * MostRows, Limit = MostRows };

    private string Query
    {
        get
        {
            var c = CultureInfo.InvariantCulture;
            (string Name, string? Value)[] asked =
            [
                ("state", State is null ? All : State == FindingState.Open ? null : Words.Kebab(State.Value)), ("severity", Severity is { } severity ? Words.Kebab(severity) : null),
                ("code", Code), ("agreement", Number), ("edition", Edition?.ToString(c)), ("on", On), ("page", Page > 1 ? Page.ToString(c) : null),
            ];
            return new QueryBuilder(asked.Where(a => a.Value is not null).Select(a => KeyValuePair.Create(a.Name, a.Value!))).ToString();
        }
    }

    public static FindingQuestion Parse(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var wrong = new Dictionary<string, string>();
        var state = Text("state");
        return new FindingQuestion
        {
            State = state == All ? null : Read("state", StateOf) ?? FindingState.Open,
            Severity = Read("severity", Words.Parse<Severity>),
            Code = Text("code"),
            Number = Text("agreement"),
            Edition = Read("edition", Positive),
            Page = Read("page", Positive) ?? 1,
            On = Text("on"),
            Wrong = wrong,
        };

        string? Text(string name) => query[name].FirstOrDefault()?.Trim() is { Length: > 0 } text ? text : null;
        T? Read<T>(string name, Func<string, T?> read)
            where T : struct
        {
            if (Text(name) is not { } text)
                return null;
            if (read(text) is { } value)
                return value;
            wrong[name] = text;
            return null;
        }
    }

    /// <summary>Where one of them is looked at.</summary>
    /// <param name="key">As <see cref="FindingIds.Lasting"/> gives it.</param>
    public string AddressOf(string key) => $"{Path}/{key}{(this with { Page = 1 }).Query}";

    /// <summary>Whether a finding is among those that are asked for.</summary>
    public bool Holds(FindingLine line, int edition)
    {
        ArgumentNullException.ThrowIfNull(line);
        var found = line.Stored;
        return (State ?? found.State) == found.State && found.State != FindingState.Replaced && (Severity ?? found.Severity) == found.Severity
            && (Code ?? found.Code) == found.Code && (Edition ?? edition) == edition && (Number is null || line.Agreements.Any(a => a.Number == Number));
    }

    private static FindingState? StateOf(string text) => Words.Parse<FindingState>(text) is { } state and not FindingState.Replaced ? state : null;

    private static int? Positive(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000 ? number : null;
}

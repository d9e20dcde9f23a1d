using System.Globalization;

using Entente.App.Dates;

using Microsoft.AspNetCore.WebUtilities;

namespace Entente.App.Changes;

/// <summary>What of the history is asked for, as its address says it.</summary>
public sealed record ChangeQuestion
{
    public const string Path = "/changes", Proof = Path + "/proof";

    public string? Act { get; init; }

    public string? Number { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>Carried on to other pages; the history itself has no day.</summary>
    public string? On { get; init; }

    public bool AsksForAll => Act is null && Number is null;

    public string Address => QueryHelpers.AddQueryString(Path, new Dictionary<string, string?>
    {
        ["act"] = Act, ["agreement"] = Number, ["on"] = On, ["page"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
    }.Where(q => q.Value is not null));

    public ChangeFilter Filter(int limit) => new() { Act = Act, Number = Number, Skip = (Page - 1) * limit, Limit = limit };

    public static ChangeQuestion Parse(IQueryCollection query, ChosenDay day)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(day);
        return new ChangeQuestion
        {
            Act = Text("act"),
            Number = Text("agreement"),
            Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 1_000_000 ? page : 1,
            On = day.Carried,
        };

        string? Text(string name) => query[name].FirstOrDefault()?.Trim() is { Length: > 0 } text ? text : null;
    }
}

using System.Globalization;

using Entente.App.Agreements;
using Entente.App.Dates;
using Entente.Core;
using Entente.Core.Matching;
using Entente.Core.Reading;

using Microsoft.AspNetCore.WebUtilities;

namespace Entente.App.Partners;

/// <summary>What is known of a partner's record in the world's registry.</summary>
public enum PartnerLink
{
    Linked,
    Waiting,
    Unlisted,
}

public enum PartnerOrder
{
    Name,
    Country,
    Agreements,
    Ends,
}

/// <summary>What is asked of the partners, as its address says it.</summary>
public sealed record PartnerQuestion
{
    public const string Path = "/partners", None = RegisterQuestion.None;

    /// <summary>Each must be found somewhere in the name, whole or in part, in either script; or all of it is an identifier.</summary>
    public string? Words { get; init; }

    /// <summary>Alpha-2 code; <see cref="None"/>: those with no country.</summary>
    public string? Country { get; init; }

    /// <summary>Only those with whom an agreement is in force.</summary>
    public bool IsInForce { get; init; }

    public PartnerLink? Link { get; init; }

    public PartnerType? Type { get; init; }

    /// <summary>Degrees to the north and to the east, as a mark of the map has them.</summary>
    public string? At { get; init; }

    /// <summary>Fields that ask for what there is not, with what stands in them.</summary>
    public IReadOnlyDictionary<string, string> Wrong { get; init; } = new Dictionary<string, string>();

    /// <summary>Shown on a map, and not only as a table.</summary>
    public bool IsMap { get; init; }

    public PartnerOrder Order { get; init; }

    public bool IsDescending { get; init; }

    public int Page { get; init; } = 1;

    public string? On { get; init; }

    public bool AsksForAll => Words is null && Country is null && !IsInForce && Link is null && Type is null && At is null && Wrong.Count == 0;

    public string Address => Path + Query;

    public string Query => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["words"] = Words, ["country"] = Country, ["in-force"] = IsInForce ? "yes" : null, ["link"] = Link is { } link ? Core.Words.Kebab(link) : null, ["type"] = Type is { } type ? Core.Words.Kebab(type) : null, ["at"] = At,
        ["view"] = IsMap ? "map" : null, ["on"] = On,
        ["sort"] = Order == PartnerOrder.Name && !IsDescending ? null : (IsDescending ? "-" : "") + Core.Words.Kebab(Order),
        ["page"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
    }.Where(q => q.Value is not null));

    /// <summary>Where a mark of the map stands for it: about ten kilometres are one place. Null where that is not known.</summary>
    public static string? AtOf(InstitutionPlace? place) =>
        place is { Latitude: { } north, Longitude: { } east } ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(north, 1):0.#},{Math.Round(east, 1):0.#}") : null;

    public static PartnerQuestion Parse(IQueryCollection query, ChosenDay day)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(day);
        var read = new QuestionReading(query);
        var sort = Text("sort") ?? "";
        return new PartnerQuestion
        {
            Words = Text("words"),
            Country = Text("country") is { } country ? country == None ? None : Countries.CodeOf(country) ?? country : null,
            IsInForce = Text("in-force") is not null,
            Link = read.Value("link", Core.Words.Parse<PartnerLink>),
            Type = read.Value("type", Core.Words.Parse<PartnerType>),
            At = Text("at"),
            Wrong = read.Wrong,
            IsMap = Text("view") == "map",
            Order = Core.Words.Parse<PartnerOrder>(sort.TrimStart('-')) ?? PartnerOrder.Name,
            IsDescending = sort.StartsWith('-'),
            Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 1_000_000 ? page : 1,
            On = day.Carried,
        };

        string? Text(string name) => query[name].FirstOrDefault()?.Trim() is { Length: > 0 } text ? text : null;
    }
}

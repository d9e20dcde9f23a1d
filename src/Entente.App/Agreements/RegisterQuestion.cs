using System.Globalization;

using Entente.Core;
using Entente.Edtf;

using Microsoft.AspNetCore.Http.Extensions;

namespace Entente.App.Agreements;

/// <summary>What is asked of the register, as its address says it: everything that a list shows can be kept as a link.</summary>
public sealed record RegisterQuestion
{
    public const string Path = "/agreements", None = "none";

    public string? Words { get; init; }

    /// <summary>Alpha-2 code; <see cref="None"/>: those with no country.</summary>
    public string? Country { get; init; }

    /// <summary>Code, or the wording of a kind without one; <see cref="None"/>: those with no kind.</summary>
    public string? Kind { get; init; }

    public StandingKind? Standing { get; init; }

    public int? WithinDays { get; init; }

    /// <summary>Code of an open finding.</summary>
    public string? Finding { get; init; }

    public AgreementOrder Order { get; init; }

    public bool IsDescending { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>The day as it was asked for; null: today.</summary>
    public string? On { get; init; }

    public bool IsNarrowed => Words is not null || Country is not null || Kind is not null || Finding is not null;

    public bool AsksForAll => !IsNarrowed && Standing is null && WithinDays is null;

    public string Sort => (IsDescending ? "-" : "") + Core.Words.Kebab(Order);

    public string Query => new QueryBuilder(Asked()).ToString();

    public string Address => Path + Query;

    public static RegisterQuestion Parse(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var sort = Text("sort") ?? "";
        return new RegisterQuestion
        {
            Words = Text("words"),
            Country = Text("country"),
            Kind = Text("kind"),
            Standing = Core.Words.Parse<StandingKind>(Text("standing")),
            WithinDays = Number("within") is >= 0 and <= 36_525 and var days ? days : null,
            Finding = Text("finding"),
            Order = Core.Words.Parse<AgreementOrder>(sort.TrimStart('-')) ?? AgreementOrder.Number,
            IsDescending = sort.StartsWith('-'),
            Page = Number("page") is > 1 and <= 1_000_000 and var page ? page : 1,
            On = Text("on"),
        };

        string? Text(string name) => query[name].FirstOrDefault()?.Trim() is { Length: > 0 } text ? text : null;
        int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public AgreementFilter Filter(Day on, int limit) => Filter(on) with { Skip = (Page - 1) * limit, Limit = limit };

    public AgreementFilter Filter(Day on) => new(on)
    {
        Words = Words,
        Country = Country == None ? "" : Country,
        Kind = Kind == None ? "" : Kind,
        Standing = Standing,
        EndsWithinDays = WithinDays,
        Finding = Finding,
        Order = Order,
        IsDescending = IsDescending,
    };

    private IEnumerable<KeyValuePair<string, string>> Asked()
    {
        var c = CultureInfo.InvariantCulture;
        (string Name, string? Value)[] all =
        [
            ("words", Words), ("country", Country), ("kind", Kind), ("standing", Standing is { } kind ? Core.Words.Kebab(kind) : null),
            ("within", WithinDays?.ToString(c)), ("finding", Finding), ("on", On),
            ("sort", Sort == Core.Words.Kebab(AgreementOrder.Number) ? null : Sort), ("page", Page > 1 ? Page.ToString(c) : null),
        ];
        return all.Where(a => a.Value is not null).Select(a => KeyValuePair.Create(a.Name, a.Value!));
    }
}

using System.Collections.Immutable;
using System.Globalization;

using Entente.App.Dates;
using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

using Microsoft.AspNetCore.Http.Extensions;

namespace Entente.App.Agreements;

/// <summary>What is asked of the register, as its address says it: everything that a list shows can be kept as a link.</summary>
public sealed record RegisterQuestion
{
    public const string Path = "/agreements", None = "none";

    public const int MostDays = 36_525;

    private const int MostPages = 1_000_000;

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

    /// <summary>What was asked for and cannot be answered: the name of the field, and what was typed there.</summary>
    public IReadOnlyDictionary<string, string> Wrong { get; init; } = ImmutableDictionary<string, string>.Empty;

    public bool IsNarrowed => Words is not null || Country is not null || Kind is not null || Finding is not null;

    public bool AsksForAll => Wrong.Count == 0 && !IsNarrowed && Standing is null && WithinDays is null;

    public string Sort => (IsDescending ? "-" : "") + Core.Words.Kebab(Order);

    public string Query => new QueryBuilder(Asked()).ToString();

    public string Address => Path + Query;

    /// <param name="kinds">Those of the register, by whose wordings a kind may be asked for.</param>
    public static RegisterQuestion Parse(IQueryCollection query, Kinds? kinds = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        var wrong = new Dictionary<string, string>();
        var sort = Text("sort") ?? Core.Words.Kebab(AgreementOrder.Number);
        return new RegisterQuestion
        {
            Words = Text("words"),
            Country = Read("country", text => text == None ? None : AgreementFilter.FindCountry(text)),
            Kind = Read("kind", text => text == None ? None : (kinds ?? Kinds.BuiltIn).FindAsked(text) ?? text),
            Standing = ReadValue("standing", Core.Words.Parse<StandingKind>),
            WithinDays = ReadValue("within", text => Number(text, 0, MostDays)),
            Finding = Text("finding"),
            Order = ReadValue("sort", text => Core.Words.Parse<AgreementOrder>(text[0] == '-' ? text[1..] : text)) ?? AgreementOrder.Number,
            IsDescending = sort[0] == '-' && !wrong.ContainsKey("sort"),
            Page = ReadValue("page", text => Number(text, 1, MostPages)) ?? 1,
            On = Text("on"),
            Wrong = wrong,
        };

        string? Text(string name) => query[name].FirstOrDefault()?.Trim() is { Length: > 0 } text ? text : null;
        T? ReadValue<T>(string name, Func<string, T?> read)
            where T : struct => Text(name) is { } text ? read(text) ?? Note<T?>(name, text) : null;
        string? Read(string name, Func<string, string?> read) => Text(name) is { } text ? read(text) ?? Note<string?>(name, text) : null;
        T? Note<T>(string name, string text)
        {
            wrong[name] = text;
            return default;
        }
    }

    /// <summary>What is wrong with the question, in words, by field.</summary>
    public IEnumerable<(string Field, string Words)> Mistakes(ChosenDay day)
    {
        ArgumentNullException.ThrowIfNull(day);
        foreach (var (field, text) in Wrong)
            yield return (field, PageWords.Say($"wrong.{field}", text));
        if (day.IsWrong)
            yield return ("on", Wording.Of("usage.no-day", day.Text!));
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
        return all.Select(a => Wrong.TryGetValue(a.Name, out var typed) ? (a.Name, Value: typed) : a).Where(a => a.Value is not null).Select(a => KeyValuePair.Create(a.Name, a.Value!));
    }
    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}

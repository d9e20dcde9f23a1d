using System.Collections.Immutable;
using System.Globalization;

using Entente.App.Dates;
using Entente.App.Lists;
using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

using Microsoft.AspNetCore.Http.Extensions;

namespace Entente.App.Agreements;

/// <summary>How a register is looked at.</summary>
public enum ListView
{
    Table,
    Timeline,
}

/// <summary>What is asked of the register, as its address says it: everything that a list shows can be kept as a link.</summary>
public sealed record RegisterQuestion
{
    public const string Path = "/agreements", None = "none", AnySeverity = "any";

    public const int MostDays = 36_525;

    /// <summary>So many rows fit into a page that opens at once.</summary>
    public const int UsualRows = 100;

    private const int MostPages = 1_000_000, FirstYear = 1000, LastYear = 9999;

    /// <summary>More of them for who reads or prints a whole list.</summary>
    public static readonly IReadOnlyList<int> RowChoices = [UsualRows, 500, 2000];

    public string? Words { get; init; }

    /// <summary>Alpha-2 code; <see cref="None"/>: those with no country.</summary>
    public string? Country { get; init; }

    /// <summary>Code, or the wording of a kind without one; <see cref="None"/>: those with no kind.</summary>
    public string? Kind { get; init; }

    public StandingChoice? Standing { get; init; }

    public int? WithinDays { get; init; }

    /// <summary>The year in which it begins.</summary>
    public int? Begun { get; init; }

    /// <summary>Code of an open finding.</summary>
    public string? Finding { get; init; }

    /// <summary>How grave an open finding is, or <see cref="AnySeverity"/>.</summary>
    public string? Severity { get; init; }

    /// <summary>Id of a partner.</summary>
    public Guid? Partner { get; init; }

    /// <summary>Id of an edition.</summary>
    public Guid? Edition { get; init; }

    public AgreementOrder Order { get; init; }

    public bool IsDescending { get; init; }

    /// <summary>Names of the columns in their order; null: the usual ones.</summary>
    public string? Columns { get; init; }

    public ListView View { get; init; }

    public int Rows { get; init; } = UsualRows;

    public int Page { get; init; } = 1;

    /// <summary>The day as it was asked for; null: today.</summary>
    public string? On { get; init; }

    /// <summary>What was asked for and cannot be answered: the name of the field, and what was typed there.</summary>
    public IReadOnlyDictionary<string, string> Wrong { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether any agreement is left out, whatever the standing and the end.</summary>
    public bool IsNarrowed => Words is not null || Country is not null || Kind is not null || Begun is not null
        || Finding is not null || Severity is not null || Partner is not null || Edition is not null;

    public bool AsksForAll => Wrong.Count == 0 && !IsNarrowed && Standing is null && WithinDays is null;

    public string Sort => (IsDescending ? "-" : "") + Core.Words.Kebab(Order);

    public string Query => new QueryBuilder(Asked()).ToString();

    public string Address => Path + Query;

    /// <summary>The same look at all agreements.</summary>
    public RegisterQuestion Cleared => new() { On = On, Order = Order, IsDescending = IsDescending, Columns = Columns, View = View, Rows = Rows };

    /// <param name="kinds">Those of the register, by whose wordings a kind may be asked for.</param>
    public static RegisterQuestion Parse(IQueryCollection query, Kinds? kinds = null)
    {
        var read = new QuestionReading(query);
        var order = read.Value("sort", text => Core.Words.Parse<AgreementOrder>(text[0] == '-' ? text[1..] : text));
        return new RegisterQuestion
        {
            Words = read.Text("words"),
            Country = read.Text("country", text => text == None ? None : Countries.CodeOf(text)),
            Kind = read.Text("kind", text => text == None ? None : (kinds ?? Kinds.BuiltIn).FindAsked(text) ?? text),
            Standing = read.Value("standing", StandingChoice.Parse),
            WithinDays = read.Value("within", text => Number(text, 0, MostDays)),
            Begun = read.Value("begun", text => Number(text, FirstYear, LastYear)),
            Finding = read.Text("finding"),
            Severity = read.Text("severity", text => text == AnySeverity || Core.Words.Parse<Severity>(text) is not null ? text : null),
            Partner = read.Value("partner", Id),
            Edition = read.Value("edition", Id),
            Order = order ?? AgreementOrder.Number,
            IsDescending = order is not null && read.Text("sort")![0] == '-',
            Columns = read.All("columns", ListColumns.Named) is { } names && names != ListColumns.UsualNames ? names : null,
            View = read.Value("view", Core.Words.Parse<ListView>) ?? ListView.Table,
            Rows = read.Value("rows", text => Number(text, 1, int.MaxValue) is { } rows && RowChoices.Contains(rows) ? rows : (int?)null) ?? UsualRows,
            Page = read.Value("page", text => Number(text, 1, MostPages)) ?? 1,
            On = read.Text("on"),
            Wrong = read.Wrong,
        };
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

    public AgreementFilter FilterOfPage(Day on) => Filter(on) with { Skip = (Page - 1) * Rows, Limit = Rows };

    public AgreementFilter Filter(Day on) => new(on)
    {
        Words = Words,
        Country = Country == None ? "" : Country,
        Kind = Kind == None ? "" : Kind,
        Standing = Standing,
        EndsWithinDays = WithinDays,
        BeginYear = Begun,
        Finding = Finding,
        HasFindings = Severity is not null,
        Severity = Core.Words.Parse<Severity>(Severity),
        Partner = Partner,
        Edition = Edition,
        Order = Order,
        IsDescending = IsDescending,
    };

    /// <summary>As an address has it, without what another form asks for itself.</summary>
    public IEnumerable<KeyValuePair<string, string>> AskedBut(params IEnumerable<string> names) => Asked().Where(a => !names.Contains(a.Key));

    private IEnumerable<KeyValuePair<string, string>> Asked()
    {
        var c = CultureInfo.InvariantCulture;
        (string Name, string? Value)[] all =
        [
            ("words", Words), ("country", Country), ("kind", Kind), ("standing", Standing?.Name),
            ("within", WithinDays?.ToString(c)), ("begun", Begun?.ToString(c)), ("finding", Finding), ("severity", Severity),
            ("partner", Partner?.ToString()), ("edition", Edition?.ToString()), ("on", On), ("sort", Sort == Core.Words.Kebab(AgreementOrder.Number) ? null : Sort),
            ("columns", Columns), ("view", View == ListView.Table ? null : Core.Words.Kebab(View)), ("rows", Rows == UsualRows ? null : Rows.ToString(c)),
            ("page", Page > 1 ? Page.ToString(c) : null),
        ];
        return all.Select(a => Wrong.TryGetValue(a.Name, out var typed) ? (a.Name, Value: typed) : a).Where(a => a.Value is not null).Select(a => KeyValuePair.Create(a.Name, a.Value!));
    }

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static Guid? Id(string text) => Guid.TryParse(text, out var id) ? id : null;
}

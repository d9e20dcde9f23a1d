using Entente.App.Keeping;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;
using Entente.Store.Writing;

namespace Entente.App.Registers;

/// <summary>The settings of a register as they are typed; null leaves one as it is, an empty text clears it.</summary>
public sealed record RegisterEdit
{
    public string? Name { get; init; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<string>? OtherNames { get; init; }

    /// <summary>A code of two letters or a name.</summary>
    public string? HomeCountry { get; init; }

    /// <summary>IANA id.</summary>
    public string? TimeZone { get; init; }

    public string? ListedOn { get; init; }

    /// <summary>same-day or day-before.</summary>
    public string? Counting { get; init; }

    /// <summary>180, 180d, 26w, 6m, 1y.</summary>
    public string? EndsSoon { get; init; }

    /// <summary>All of them: TW = Chinese Taipei.</summary>
    public IReadOnlyList<string>? CountryNames { get; init; }

    /// <summary>The settings with what was typed.</summary>
    /// <param name="taken">Names of the other registers.</param>
    /// <exception cref="FieldsException">name, other-name, home-country, time-zone, listed-on, counting, ends-soon, country-name: every one that is wrong.</exception>
    public SettingsAfter On(SettingsAfter settings, IReadOnlyList<string> taken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var problems = new List<FieldProblem>();
        var edited = settings with
        {
            Name = NameOf(settings.Name, taken, problems),
            OtherNames = OtherNames is null ? settings.OtherNames : [.. OtherNames.Select(n => n.Trim()).Where(n => n.Length > 0).Distinct()],
            HomeCountry = HomeCountry is null ? settings.HomeCountry : CountryOf(HomeCountry.Trim(), problems),
            TimeZone = TimeZone is null ? settings.TimeZone : ZoneOf(TimeZone.Trim(), problems),
            ListedOn = ListedOn is null ? settings.ListedOn : DayOf(ListedOn, problems),
            Counting = Counting is null ? settings.Counting : CountingOf(Counting, problems),
            CountryNames = CountryNames is null ? settings.CountryNames : CountriesOf(CountryNames, problems),
            EndsSoonDays = EndsSoon is null ? settings.EndsSoonDays : Typed.Days("ends-soon", EndsSoon, problems),
        };
        FieldsException.ThrowFor(problems);
        return edited;
    }

    private string NameOf(string before, IReadOnlyList<string> taken, List<FieldProblem> problems)
    {
        var name = Name?.Trim() ?? before;
        if (name.Length == 0)
            problems.Add(new FieldProblem("name", "field.name-none", ""));
        else if (taken.Any(t => SearchText.Plain(t) == SearchText.Plain(name)))
            problems.Add(new FieldProblem("name", "field.name-taken", name));
        return name;
    }

    private static string? CountryOf(string typed, List<FieldProblem> problems)
    {
        if (typed.Length == 0)
            return null;
        var code = Countries.CodeOf(typed);
        if (code is null)
            problems.Add(new FieldProblem("home-country", "field.country", typed));
        return code;
    }

    private static IReadOnlyList<CountryCalled> CountriesOf(IReadOnlyList<string> typed, List<FieldProblem> problems)
    {
        var names = new List<CountryCalled>();
        foreach (var line in typed.Select(t => t.Trim()).Where(t => t.Length > 0))
        {
            if (line.Split('=', 2, StringSplitOptions.TrimEntries) is not [var country, { Length: > 0 and <= 100 } name] || Countries.CodeOf(country) is not { } code || names.Exists(n => n.Code == code))
                problems.Add(new FieldProblem("country-name", "field.country-name", line));
            else if ((Countries.CodeOf(name) ?? names.Find(n => SearchText.Plain(n.Name) == SearchText.Plain(name))?.Code) is { } other && other != code)
                problems.Add(new FieldProblem("country-name", "field.country-taken", name));
            else
                names.Add(new CountryCalled(code, name));
        }

        return [.. names.OrderBy(n => n.Code, StringComparer.Ordinal)];
    }

    private static string ZoneOf(string typed, List<FieldProblem> problems)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(typed, out var zone))
        {
            if (zone.HasIanaId)
                return zone.Id;
            if (TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana))
                return iana;
        }

        problems.Add(new FieldProblem("time-zone", "field.time-zone", typed));
        return typed;
    }

    private static EdtfDate? DayOf(string typed, List<FieldProblem> problems) =>
        string.IsNullOrWhiteSpace(typed) ? null : Typed.Date("listed-on", typed, problems);

    private static CountingRule CountingOf(string typed, List<FieldProblem> problems)
    {
        if (Words.Parse<CountingRule>(typed.Trim()) is { } rule)
            return rule;
        problems.Add(new FieldProblem("counting", "field.counting", typed));
        return default;
    }
}

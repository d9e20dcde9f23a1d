using System.Globalization;
using System.Text.RegularExpressions;

using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Matching;
using Entente.Core.Reading;
using Entente.Edtf;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Partners;

/// <param name="Kind">As addresses have it.</param>
public sealed record NameEdit(string Text, string Kind, string Language = "", string Valid = "");

/// <param name="Kind">As addresses have it.</param>
public sealed record IdentifierEdit(string Kind, string Value, string Valid = "");

/// <summary>What the office knows of a partner as it is typed; null leaves a field as it is, an empty text clears it.</summary>
public sealed partial record PartnerEdit
{
    private const int MostLetters = 500;

    /// <summary>All of them, as addresses have them.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<NameEdit>? Names { get; init; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<IdentifierEdit>? Identifiers { get; init; }

    /// <summary>A name of a country, or its ISO 3166-1 alpha-2 code.</summary>
    public string? Country { get; init; }

    public string? City { get; init; }

    /// <summary>Degrees: 48.85, 2.35.</summary>
    public string? Coordinates { get; init; }

    public string? Website { get; init; }

    /// <summary>Name or id of the partner that it is a unit of.</summary>
    public string? Parent { get; init; }

    /// <summary>Name or id of the partner that took its place.</summary>
    public string? Successor { get; init; }

    /// <summary>As a form shows it.</summary>
    public static PartnerEdit Of(Partner partner, Func<Guid, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(nameOf);
        var identity = partner.Identity;
        return new PartnerEdit
        {
            Types = [.. identity.Types.Select(Words.Kebab)],
            Names = [.. identity.Names.Select(n => new NameEdit(n.Text, Words.Kebab(n.Kind), n.Language ?? "", n.Valid?.Text ?? ""))],
            Identifiers = [.. identity.Identifiers.Select(i => new IdentifierEdit(Words.Kebab(i.Kind), i.Value, i.Valid?.Text ?? ""))],
            Country = partner.ShownCountry is { } code ? Shown.Country(code) : "",
            City = identity.Place?.Name ?? "",
            Coordinates = identity.Place is { Latitude: { } north, Longitude: { } east } ? string.Create(CultureInfo.InvariantCulture, $"{north}, {east}") : "",
            Website = identity.Website ?? "",
            Parent = identity.Parent is { } parent ? nameOf(parent) : "",
            Successor = identity.Successor is { } successor ? nameOf(successor) : "",
        };
    }

    /// <summary>What was typed, read.</summary>
    /// <exception cref="FieldsException">types, country, coordinates, website, parent, successor, name-1-text …, identifier-1-value …: every one that is wrong.</exception>
    internal async Task<Identity> OnAsync(OpenRegister open, Partner partner, CancellationToken stop)
    {
        var (problems, before) = (new List<FieldProblem>(), partner.Identity);
        var identity = before with
        {
            Types = Types is null ? before.Types : TypesOf(Types, problems),
            Names = Names is null ? before.Names : NamesOf(Names, problems),
            Identifiers = Identifiers is null ? before.Identifiers : IdentifiersOf(Identifiers, problems),
            Country = Country is null ? before.Country : CountryOf(partner, Country.Trim(), problems),
            Website = Website is null ? before.Website : WebsiteOf(Website.Trim(), problems),
            Parent = Parent is null ? before.Parent : await OtherAsync(open, partner, "parent", Parent.Trim(), p => p.Identity.Parent, problems, stop),
            Successor = Successor is null ? before.Successor : await OtherAsync(open, partner, "successor", Successor.Trim(), p => p.Identity.Successor, problems, stop),
        };
        identity = RegistryIdentity.Typed(identity with { Place = PlaceOf(partner, identity, problems) }, before);
        if (identity.Names.Count(n => n.Kind == OwnNameKind.Official && !n.IsEnded) > 1)
            problems.Add(new FieldProblem("name-1-kind", "field.two-official", ""));
        if (identity.Identifiers.Where(i => i.Kind == IdentifierKind.Ror && !i.IsEnded).Skip(1).FirstOrDefault() is { } second)
            problems.Add(new FieldProblem($"identifier-{identity.Identifiers.ToList().IndexOf(second) + 1}-value", "field.two-rors", second.Value));
        FieldsException.ThrowFor(problems);
        return identity;
    }

    private static IReadOnlyList<PartnerType> TypesOf(IReadOnlyList<string> typed, List<FieldProblem> problems)
    {
        var types = new List<PartnerType>();
        foreach (var text in typed.Select(t => t.Trim()).Where(t => t.Length > 0))
        {
            if (Words.Parse<PartnerType>(text) is { } type)
                types.Add(type);
            else
                problems.Add(new FieldProblem("types", "field.partner-type", text));
        }

        return [.. types.Distinct()];
    }

    private static List<OwnName> NamesOf(IReadOnlyList<NameEdit> typed, List<FieldProblem> problems)
    {
        var names = new List<OwnName>();
        foreach (var (i, name) in typed.Index().Where(n => !string.IsNullOrWhiteSpace(n.Item.Text)))
        {
            var kind = name.Kind.Trim().Length == 0 ? OwnNameKind.Alias : Words.Parse<OwnNameKind>(name.Kind.Trim());
            if (kind is null)
                problems.Add(new FieldProblem($"name-{i + 1}-kind", "field.name-kind", name.Kind));
            if (name.Text.Trim().Length > MostLetters)
                problems.Add(new FieldProblem($"name-{i + 1}-text", "field.name-long", $"{MostLetters}"));
            if (name.Text.Any(c => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')))
                problems.Add(new FieldProblem($"name-{i + 1}-text", "field.name-signs", ""));
            if (!LanguageTag().IsMatch(name.Language.Trim()))
                problems.Add(new FieldProblem($"name-{i + 1}-language", "field.language", name.Language));
            names.Add(new OwnName(name.Text.Trim(), kind ?? OwnNameKind.Alias, name.Language.Trim() is { Length: > 0 } language ? language : null)
            {
                Valid = ValidOf($"name-{i + 1}-valid", name.Valid, problems),
            });
        }

        return names;
    }

    private static IReadOnlyList<PartnerIdentifier> IdentifiersOf(IReadOnlyList<IdentifierEdit> typed, List<FieldProblem> problems)
    {
        var identifiers = new List<PartnerIdentifier>();
        foreach (var (i, identifier) in typed.Index().Where(n => !string.IsNullOrWhiteSpace(n.Item.Value)))
        {
            var kind = Words.Parse<IdentifierKind>(identifier.Kind.Trim());
            if (kind is null)
                problems.Add(new FieldProblem($"identifier-{i + 1}-kind", "field.identifier-kind", identifier.Kind));
            else if (Core.Identifiers.Normal(kind.Value, identifier.Value) is not { } value)
                problems.Add(new FieldProblem($"identifier-{i + 1}-value", $"field.identifier.{Words.Kebab(kind.Value)}", identifier.Value));
            else
                identifiers.Add(new PartnerIdentifier(kind.Value, value) { Valid = ValidOf($"identifier-{i + 1}-valid", identifier.Valid, problems) });
        }

        return [.. identifiers.Distinct()];
    }

    /// <summary>A day, a year, or from when to when: 1993/2014, 2014/..</summary>
    private static EdtfValue? ValidOf(string field, string typed, List<FieldProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var valid = EdtfValue.Parse(typed.Trim()).Value;
        if (valid is null)
            problems.Add(new FieldProblem(field, "field.valid", typed));
        return valid;
    }

    /// <summary>What is printed needs not be known beside it.</summary>
    private static string? CountryOf(Partner partner, string typed, List<FieldProblem> problems)
    {
        var code = typed.Length == 0 ? null : Countries.CodeOf(typed);
        if (code is null && typed.Length > 0)
            problems.Add(new FieldProblem("country", "field.country", typed));
        return code == partner.Country ? null : code;
    }

    private static string? WebsiteOf(string typed, List<FieldProblem> problems)
    {
        if (typed.Length == 0)
            return null;
        var text = typed.Contains("://", StringComparison.Ordinal) ? typed : $"https://{typed}";
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Host.Contains('.', StringComparison.Ordinal))
            return text;
        problems.Add(new FieldProblem("website", "field.website", typed));
        return null;
    }

    private InstitutionPlace? PlaceOf(Partner partner, Identity identity, List<FieldProblem> problems)
    {
        if (City is null && Coordinates is null)
            return identity.Place;
        var city = City?.Trim() ?? identity.Place?.Name ?? "";
        // Where the record has it is not where another city is.
        var isRecords = identity.FromRecord.Contains(IdentityField.Place) && identity.Place?.Name != city;
        var (north, east) = Coordinates is not null ? DegreesOf(Coordinates.Trim(), problems) : isRecords ? (null, null) : (identity.Place?.Latitude, identity.Place?.Longitude);
        if (city.Length == 0)
        {
            if (north is not null)
                problems.Add(new FieldProblem("city", "field.city-none", ""));
            return null;
        }

        var isSame = identity.Place is { } before && before.Name == city;
        return new InstitutionPlace(city, identity.Country ?? partner.Country ?? "", isSame ? identity.Place!.Subdivision : null, north, east);
    }

    private static (double? North, double? East) DegreesOf(string typed, List<FieldProblem> problems)
    {
        if (typed.Length == 0)
            return (null, null);
        if (typed.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, var second]
            && double.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out var north) && Math.Abs(north) <= 90
            && double.TryParse(second, NumberStyles.Float, CultureInfo.InvariantCulture, out var east) && Math.Abs(east) <= 180)
            return (north, east);
        problems.Add(new FieldProblem("coordinates", "field.coordinates", typed));
        return (null, null);
    }

    /// <summary>BCP 47: a language, and perhaps a script, a country and more; or none.</summary>
    [GeneratedRegex("^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4})?$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();

    private static async Task<Guid?> OtherAsync(
        OpenRegister open, Partner partner, string field, string typed, Func<Partner, Guid?> next, List<FieldProblem> problems, CancellationToken stop)
    {
        if (typed.Length == 0)
            return null;
        if (await NamedPartners.FindAsync(open, typed, stop) is not { } named)
        {
            problems.Add(new FieldProblem(field, "field.partner-unknown", typed));
            return null;
        }

        var other = await NamedPartners.InTheEndAsync(open, named, stop);

        for (Partner? at = other; at is not null;)
        {
            if (at.Id == partner.Id)
            {
                problems.Add(new FieldProblem(field, "field.partner-circle", named.ShownName));
                return null;
            }

            var up = next(at);
            at = up is { } id ? await open.Db.Partners.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop) : null;
        }

        return other.Id;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

using Entente.Core.Matching;

namespace Entente.Core;

public enum IdentifierKind
{
    /// <summary>Research Organization Registry.</summary>
    Ror,

    /// <summary>SCHAC home organization: an internet domain.</summary>
    Schac,

    /// <summary>Erasmus institutional code.</summary>
    Erasmus,

    /// <summary>Participant Identification Code of the European Commission.</summary>
    Pic,
    Wikidata,
    Grid,

    /// <summary>ISO 27729.</summary>
    Isni,

    /// <summary>Crossref Funder Registry.</summary>
    Fundref,

    /// <summary>Whatever the office itself calls it by.</summary>
    Local,
}

/// <summary>How identifiers of institutions are written.</summary>
public static partial class Identifiers
{
    private const int MostLocal = 100, IsniLength = 16, PicLength = 9;

    /// <summary>As its register writes it; null when it can be none.</summary>
    public static string? Normal(IdentifierKind kind, string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = typed.Trim();
        return kind switch
        {
            IdentifierKind.Ror => RorId.Find(text),
            IdentifierKind.Schac => Domain().IsMatch(text) ? text.ToLowerInvariant() : null,
            IdentifierKind.Erasmus => ErasmusOf(text),
            IdentifierKind.Pic => text.Length == PicLength && text.All(char.IsAsciiDigit) ? text : null,
            IdentifierKind.Wikidata => Last(text).ToUpperInvariant() is var item && Item().IsMatch(item) ? item : null,
            IdentifierKind.Grid => Last(text).ToLowerInvariant() is var grid && Grid().IsMatch(grid) ? grid : null,
            IdentifierKind.Isni => IsniOf(text),
            IdentifierKind.Fundref => Last(text) is var funder && Funder().IsMatch(funder) ? funder : null,
            _ => text.Length is > 0 and <= MostLocal && !text.Any(char.IsControl) ? text : null,
        };
    }

    /// <summary>All that it can be, of each kind as its register writes it.</summary>
    public static IReadOnlyList<PartnerIdentifier> All(string typed) =>
        [.. Enum.GetValues<IdentifierKind>().Select(k => Normal(k, typed) is { } value ? new PartnerIdentifier(k, value) : null).OfType<PartnerIdentifier>()];

    /// <summary>Where it is explained; null where there is no such page.</summary>
    public static string? AddressOf(PartnerIdentifier identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        return identifier.Kind switch
        {
            IdentifierKind.Ror => identifier.Value,
            IdentifierKind.Wikidata => $"https://www.wikidata.org/wiki/{identifier.Value}",
            IdentifierKind.Isni => $"https://isni.org/isni/{identifier.Value.Replace(" ", "", StringComparison.Ordinal)}",
            _ => null,
        };
    }

    /// <summary>The country's letters fill three places, then the town's and its number: <c>D  BERLIN13</c>, <c>CZ BRNO05</c>.</summary>
    private static string? ErasmusOf(string text)
    {
        var found = ErasmusCode().Match(text.ToUpperInvariant());
        return found.Success ? $"{found.Groups["country"].Value,-3}{found.Groups["town"].Value}{found.Groups["number"].Value}" : null;
    }

    /// <summary>Fifteen digits and one to check them (ISO 7064, MOD 11-2), written in fours.</summary>
    private static string? IsniOf(string text)
    {
        var signs = string.Concat(Last(text).Where(c => c is not (' ' or '-'))).ToUpperInvariant();
        if (signs.Length != IsniLength || !signs[..^1].All(char.IsAsciiDigit))
            return null;
        var sum = signs[..^1].Aggregate(0, (so, digit) => (so + digit - '0') * 2 % 11);
        var check = (12 - sum) % 11;
        return signs[^1] == (check == 10 ? 'X' : (char)('0' + check)) ? string.Join(' ', signs.Chunk(4).Select(c => new string(c))) : null;
    }

    /// <summary>Of an address its end.</summary>
    private static string Last(string text) => text.TrimEnd('/') is var path ? path[(path.LastIndexOf('/') + 1)..] : text;

    [GeneratedRegex(@"^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Domain();

    [GeneratedRegex(@"^(?<country>[A-Z]{1,3})\s*(?<town>\p{L}[\p{L}-]*)\s*(?<number>\d{2,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex ErasmusCode();

    [GeneratedRegex(@"^Q[1-9]\d{0,11}$", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"^grid\.\d{1,8}\.[0-9a-f]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Grid();

    [GeneratedRegex(@"^\d{6,15}$", RegexOptions.CultureInvariant)]
    private static partial Regex Funder();
}

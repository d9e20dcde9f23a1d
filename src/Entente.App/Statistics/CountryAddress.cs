using Entente.App.Agreements;
using Entente.App.Dates;

using Microsoft.AspNetCore.WebUtilities;

namespace Entente.App.Statistics;

/// <summary>Where the page of a country is.</summary>
internal static class CountryAddress
{
    public const string Path = "/countries";

    private const string Only = "in-force";

    /// <summary>The countries in which something is in force.</summary>
    public static string InForce(ChosenDay day, string path = Path) => QueryHelpers.AddQueryString(day.Of(path), Only, "yes");

    public static bool IsInForce(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.ContainsKey(Only);
    }

    /// <param name="code">Alpha-2; empty: no country.</param>
    public static string Of(string code, ChosenDay day) => day.Of($"{Path}/{(code.Length == 0 ? RegisterQuestion.None : code)}");
}

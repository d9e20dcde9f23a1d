using Entente.App.Agreements;
using Entente.App.Dates;

namespace Entente.App.Statistics;

/// <summary>Where the page of a country is.</summary>
internal static class CountryAddress
{
    public const string Path = "/countries";

    /// <param name="code">Alpha-2; empty: no country.</param>
    public static string Of(string code, ChosenDay day) => day.Of($"{Path}/{(code.Length == 0 ? RegisterQuestion.None : code)}");
}

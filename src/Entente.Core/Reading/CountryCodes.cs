namespace Entente.Core.Reading;

/// <summary>Codes in a column of countries that are no names: in small letters, or the signs of cars that exchange programmes use (Vienna Convention
/// on Road Traffic, 1968, annex 3).</summary>
public static class CountryCodes
{
    private const int Longest = 3;

    private static readonly Dictionary<string, string> cars = new()
    {
        ["A"] = "AT", ["B"] = "BE", ["D"] = "DE", ["E"] = "ES", ["F"] = "FR", ["H"] = "HU", ["I"] = "IT", ["J"] = "JP", ["L"] = "LU", ["M"] = "MT", ["N"] = "NO", ["P"] = "PT", ["S"] = "SE",
        ["FIN"] = "FI", ["EST"] = "EE", ["IRL"] = "IE", ["SLO"] = "SI", ["SRB"] = "RS", ["SCG"] = "RS", ["MNE"] = "ME", ["BIH"] = "BA", ["NMK"] = "MK", ["RUS"] = "RU", ["UK"] = "GB",
        ["ROK"] = "KR", ["CDN"] = "CA", ["AUS"] = "AU", ["RA"] = "AR", ["RCH"] = "CL", ["CHN"] = "CN", ["IND"] = "IN", ["MEX"] = "MX", ["BR"] = "BR",
    };

    private static CountryName Named(string code) => new(code, false, [], CountryNameMark.Code, []);

    public static CountryName? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var code = text.Trim().ToUpperInvariant();
        if (code.Length is 0 or > Longest || !code.All(char.IsAsciiLetterUpper))
            return null;
        return Countries.Find(code) ?? (Countries.IsCode(code) ? Named(code) : cars.TryGetValue(code, out var country) ? Named(country) : null);
    }
}

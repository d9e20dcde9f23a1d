namespace Entente.Core.Reading;

public enum CountryNameMark { Common, Official, Historical, Informal, Code }

/// <param name="Code">ISO 3166-1 alpha-2; XK is Kosovo.</param>
/// <param name="IsDoubtful">The wording may mean another country too, or is no name of one although one is clearly meant.</param>
/// <param name="Others">The other countries it may mean, the likelier first.</param>
/// <param name="Languages">BCP 47 tags of the languages that call the country so, English first; "und" where that is not recorded.</param>
public sealed record CountryName(
    string Code, bool IsDoubtful, IReadOnlyList<string> Others, CountryNameMark Mark, IReadOnlyList<string> Languages)
{
    /// <summary>Code of a country that fell apart (ISO 3166-3), by those that took its place.</summary>
    private static readonly Dictionary<string, string> former = new()
    {
        ["CZ SK"] = "CSHH", ["RS ME"] = "CSXX", ["RS HR SI BA MK ME XK"] = "YUCS", ["SX CW BQ"] = "ANHH",
        ["RU UA BY KZ UZ GE AM AZ EE LV LT MD KG TJ TM"] = "SUHH",
    };

    /// <summary>Its code in ISO 3166-3, when it is none any more and several took its place.</summary>
    public string? Former => Mark == CountryNameMark.Historical ? former.GetValueOrDefault(string.Join(' ', Others.Prepend(Code))) : null;
}

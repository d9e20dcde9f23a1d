namespace Entente.Core.Reading;

/// <summary>Countries that stand behind a name in its own cell: "University of Parma, Italy", "Hosei University (Japan)".</summary>
public static class NameCountries
{
    private const int LongestBefore = 10, FewestBehind = 3;

    private static readonly string[] Dashes = [" - ", " – ", " — "];

    /// <returns>The name alone, and the country as printed; no country when none stands there by itself.</returns>
    public static (string Name, string? Printed, CountryName? Country) Split(string text)
    {
        if (text.IndexOfAny([':', '：']) is > 0 and var colon && Countries.Find(text[..colon]) is { IsDoubtful: false } before && text[(colon + 1)..].Any(char.IsLetter))
            return (text[(colon + 1)..].Trim(), text[..colon].Trim(), before);
        var cut = Cut(text);
        if (cut.At <= 0)
            return (text, null, null);
        var (name, printed) = (text[..cut.At].TrimEnd(' ', ',', '，', '、'), text[cut.From..].Trim(' ', ')', '）', '.'));
        return name.Any(char.IsLetter) && Countries.Find(printed) is { IsDoubtful: false } country ? (name, printed, country) : (text, null, null);
    }

    /// <summary>A country that a name begins with in a script without blanks: 德国易北河谷大学. Whether it is a part of the name, only its neighbours tell.</summary>
    public static (CountryName Country, string Printed, string Name)? Before(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var length = Math.Min(LongestBefore, text.Length - FewestBehind); length > 1; length--)
        {
            if (Scripts.IsUnspaced(text[length - 1]) && Countries.Find(text[..length]) is { IsDoubtful: false } country)
                return (country, text[..length], text[length..].TrimStart(' ', '・', '·'));
        }

        return null;
    }

    /// <summary>A state of that name is as likely: only a column of countries can tell.</summary>
    public static bool IsAlsoState(string printed) => Folding.Fold(printed) == "georgia";

    private static (int At, int From) Cut(string text)
    {
        if (text.Length > 0 && text[^1] is ')' or '）')
        {
            var open = text.LastIndexOfAny(['(', '（']);
            return (open, open + 1);
        }

        var comma = text.LastIndexOfAny([',', '，', '、']);
        if (comma > 0)
            return (comma, comma + 1);
        var dash = Dashes.Select(d => text.LastIndexOf(d, StringComparison.Ordinal)).Max();
        return (dash, dash + 3);
    }
}

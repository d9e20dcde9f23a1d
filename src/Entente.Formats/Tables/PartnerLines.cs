using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>What stands in the lines of a partner's cell: below the name may stand a part of the institution, the country, or the city and the country.</summary>
internal sealed record PartnerLines(Cell? Name, Cell? Unit = null, Cell? City = null, CountryCell? Country = null)
{
    /// <summary>Names of institutions are broken into fewer lines.</summary>
    private const int MostLinesOfName = 12;

    private const string Commas = ",，、،";

    /// <param name="name">All lines as one.</param>
    /// <param name="countries">That the row names elsewhere.</param>
    /// <param name="isParted">A comma parts names and countries in the column.</param>
    public static PartnerLines Of(GridCell cell, Cell name, List<CountryCell> countries, Kinds kinds, bool isParted)
    {
        var lines = cell.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // Where a page of a PDF breaks its lines behind a comma, that tells no more than the comma.
        if (Names.AreSeveral(lines))
            return new PartnerLines(cell.Place.Page is not null && lines[..^1].Any(l => Commas.Contains(l[^1])) ? name : name with { Text = string.Join("; ", lines.Select(l => l.TrimEnd([.. Commas, ' ', ';', '；', '/']))) });
        var read = new PartnerLines(name);
        // "Ministry of Education of the Republic of / Kazakhstan": where a page breaks a name, the country that has a column of its own is the name's end.
        // "Hanoi University of Science / and Technology, Vietnam": so it is where the comma parts.
        var isBroken = cell.Place.Page is not null && (countries.Exists(c => c.Basis == CountryBasis.Stated) || (isParted && lines[1..].Any(l => l.Contains(',', StringComparison.Ordinal))));
        if (!isBroken && CountryIn(lines, countries, kinds) is var (city, printed, country))
        {
            lines = lines[..^1];
            read = new PartnerLines(name with { Text = string.Join(' ', lines) }, null, city is null ? null : name with { Text = city }, new CountryCell(name with { Text = printed }, country));
        }

        // A page of a PDF breaks names where its columns are narrow: there a line tells nothing.
        return cell.Place.Page is null && UnitIn(lines) is > 0 and var unit
            ? read with { Name = name with { Text = string.Join(' ', lines[..unit]) }, Unit = name with { Text = WithoutBrackets(string.Join(' ', lines[unit..])) } }
            : read;
    }

    private static (string? City, string Printed, CountryName Country)? CountryIn(string[] lines, List<CountryCell> countries, Kinds kinds)
    {
        var last = new CellContent(lines[^1].Trim('(', ')', ' '), kinds);
        if (lines.Length < 2 || IsOpen(lines[^2]) || last.Countries is [{ IsDoubtful: true }] or { Count: > 1 } || (last.Countries.Count > 0 ? last.Countries[0] : last.CountryBehind) is not { } country)
            return null;
        // "The University of New South / Wales", in Australia.
        if (countries.Exists(c => c.Basis == CountryBasis.Stated && c.Country?.Code != country.Code))
            return null;
        var comma = last.Countries.Count > 0 ? -1 : last.Text.LastIndexOf(',');
        return (comma > 0 ? last.Text[..comma] : null, last.Text, country);
    }

    /// <summary>Whether a line ends with a short word that needs another behind it: "Universidad Nacional Autónoma de / México".</summary>
    private static bool IsOpen(string line) => line[(line.LastIndexOf(' ') + 1)..] is { Length: > 1 and < 4 } word && word.All(char.IsLower);

    /// <summary>The line in which a part of the institution begins that the lines above name; 0: in none.</summary>
    private static int UnitIn(string[] lines)
    {
        for (var i = 1; i < Math.Min(lines.Length, MostLinesOfName); i++)
        {
            if (Names.IsUnitOf(lines[i..], lines[..i]))
                return i;
        }

        return 0;
    }

    private static string WithoutBrackets(string text) => text[0] is '(' or '（' && text[^1] is ')' or '）' ? text[1..^1].Trim() : text;
}

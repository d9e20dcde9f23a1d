namespace Entente.Core.Reading;

/// <summary>The parties of a row: what its partner's cell names, in the countries that the row or the name gives.</summary>
internal static class PartyNames
{
    public static IReadOnlyList<Party> Of(Row row, NameReading name, OtherSide side) =>
        name.Several.Count > 0 ? Several(row, name.Several, side) : One(row, name, side);

    /// <summary>A country behind the name is taken off it; where the row names none, it is the row's.</summary>
    public static (Row Row, string Name) WithCountryOfName(Row row, string name)
    {
        if (NameCountries.Split(name) is not ({ } alone, { } printed, { } country))
            return (row, name);
        if (row.Countries.Count > 0)
            return (row, row.Countries is [{ Country: { } own }] && own.Code == country.Code ? alone : name);
        return NameCountries.IsAlsoState(printed) ? (row, name)
            : (row with { Countries = [new CountryCell(new Cell(printed, row.Partner!.Places), country)] }, alone);
    }

    /// <summary>One partner; of several countries the first is its own, the others carry no name.</summary>
    private static IReadOnlyList<Party> One(Row row, NameReading name, OtherSide side)
    {
        var isNamed = name.Trouble != NameTrouble.NoPartner;
        var first = new Party(isNamed ? name.Name : "")
        {
            Text = side.Own is null || side.IsOnlyOwn ? null : row.Partner!.Text,
            Names = isNamed ? name.Forms : [],
            Unit = row.Unit?.Text ?? name.Unit,
            City = row.City?.Text ?? name.City,
            Places = row.Partner?.Places ?? [],
        };
        return row.Countries.Count == 0
            ? [first]
            : [.. row.Countries.Select((c, i) => In(c, i == 0 ? first : new Party("")))];
    }

    /// <summary>A country that stands with its name is that name's; those of the row are of all names when it has one, and in their order when it
    /// has one for each.</summary>
    private static IReadOnlyList<Party> Several(Row row, IReadOnlyList<NameReading> names, OtherSide side)
    {
        var rest = row.Countries.Count == 1 || row.Countries.Count == names.Count ? [] : row.Countries;
        return
        [
            .. names.Select((name, i) => InItsCountry(name, i == 0 ? side : null, rest.Count > 0 ? null : row.Countries.Count == 1 ? row.Countries[0] : row.Countries.ElementAtOrDefault(i), row)),
            .. rest.Select(c => In(c, new Party(""))),
        ];
    }

    private static Party InItsCountry(NameReading name, OtherSide? side, CountryCell? country, Row row)
    {
        var (alone, printed, behind) = NameCountries.Split(name.Name);
        var party = new Party(behind is null ? name.Name : alone)
        {
            Text = side?.Own is null || side.IsOnlyOwn ? null : row.Partner!.Text,
            Names = behind is null ? name.Forms : NameForms.Of(alone).Forms,
            Unit = name.Unit,
            City = name.City,
            Places = row.Partner!.Places,
        };
        return behind is not null && !NameCountries.IsAlsoState(printed!) ? party with { Country = behind.Code, CountryText = printed, CountryBasis = CountryBasis.Stated }
            : country is null ? party : In(country, party);
    }

    private static Party In(CountryCell country, Party party) => party with
    {
        Country = country.Country?.Code,
        CountryText = country.Cell.Text,
        CountryBasis = country.Basis,
        Places = [.. party.Places, .. country.Cell.Places],
    };
}

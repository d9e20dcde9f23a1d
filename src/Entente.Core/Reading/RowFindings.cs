namespace Entente.Core.Reading;

/// <summary>What a person should look at in one row's name, country and kinds.</summary>
internal static class RowFindings
{
    public static IEnumerable<Finding> Of(Row row, NameReading name, ListShape shape, Memo<(string Name, string? Country), Finding?> spellings)
    {
        IReadOnlyList<Place> places = row.Partner?.Places ?? row.Places;
        if (name.Trouble is { } trouble)
            yield return new Finding(trouble == NameTrouble.NoPartner ? "partner.none" : "partner.not-single", Severity.Doubt, [], "partner", [name.Name]) { Places = places };
        else if (name.Name.Length == 0 && !HasError(row, "partner"))
            yield return new Finding("partner.none", Severity.Doubt, [], "partner", [row.Text]) { Places = places };
        if (name.Several.Count > 0)
            yield return new Finding("partner.several", Severity.Note, [], "partner", [$"{name.Several.Count}", string.Join("; ", name.Several.Select(n => n.Name))]) { Places = places };
        if (name.Unit is { } unit)
            yield return new Finding("partner.unit", Severity.Note, [], "partner", [unit, name.Name]) { Places = places };
        foreach (var country in row.Countries)
        {
            if (Country(country) is { } finding)
                yield return finding;
        }

        if (row.Countries.Count == 0 && shape.HasCountries && !HasError(row, "country") && !name.Several.Any(n => NameCountries.Split(n.Name).Country is not null))
            yield return new Finding("country.none", Severity.Doubt, [], "country", [name.Name.Length > 0 ? name.Name : row.Text]) { Places = row.Places };
        foreach (var one in name.Several.Count > 0 ? name.Several : [name])
        {
            if (TwiceEncoded.Mended(one.Name) is { } meant)
                yield return new Finding("partner.encoded-twice", Severity.Doubt, [], "partner", [one.Name, meant]) { Proposal = meant, Places = places };
            else if (spellings.Of((one.Name, row.Countries.Count > 0 ? row.Countries[0].Country?.Code : null)) is { } spelling)
                yield return spelling with { Places = places };
        }

        if (row.Note is { } note)
            yield return new Finding("row.not-read", Severity.Error, [], "note", [note.Text]) { Places = note.Places };
    }

    /// <summary>What stands in its place is shown already.</summary>
    private static bool HasError(Row row, string field) => row.Findings.Any(f => f.Code == SheetErrors.Code && f.Field == field);

    private static Finding? Country(CountryCell cell)
    {
        if (cell.Country is not { } country)
            return new Finding("country.not-read", Severity.Error, [], "country", [cell.Cell.Text]) { Places = cell.Cell.Places };
        if (country.Former is { } former)
            return new Finding("country.former", Severity.Doubt, [], "country", [cell.Cell.Text, country.Code, former]) { Proposal = country.Code, Places = cell.Cell.Places };
        if (country.Others.Count > 0)
            return new Finding("country.ambiguous", Severity.Doubt, [], "country", [cell.Cell.Text, country.Code, country.Others[0]]) { Proposal = country.Code, Places = cell.Cell.Places };
        return country.IsDoubtful
            ? new Finding("country.look-alike", country.Mark == CountryNameMark.Informal ? Severity.Note : Severity.Doubt, [], "country", [cell.Cell.Text, country.Code]) { Proposal = country.Code, Places = cell.Cell.Places }
            : null;
    }

    /// <summary>Common words of a name that are spelt wrong, without its places.</summary>
    public static Finding? Spelling(string name, string? country, IReadOnlySet<string> frequent)
    {
        var slips = name.Split([' ', ',', '-', '(', ')', '"', '/'], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => NameWords.Check(w, country, frequent)).Where(m => m is not null).Select(m => m!).ToList();
        if (slips.Count == 0)
            return null;
        var proposal = slips.Aggregate(name, (n, m) => n.Replace(m.Printed, NameWords.InTheCaseOf(m), StringComparison.Ordinal));
        var words = string.Join(", ", slips.Select(m => m.Printed));
        return new Finding("partner.misspelt", Severity.Note, [], "partner", [words, proposal]) { Proposal = proposal };
    }
}

using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>What stands over rows, or items, and counts for them.</summary>
internal sealed record Above(CountryCell? Country = null, Kind? Kind = null, Cell? State = null, PrintedState? StateRead = null)
{
    public static readonly Above Nothing = new();

    private const int FewWords = 4, MostWordsOfKind = 8;

    /// <summary>Of several agreements that are printed below it.</summary>
    public Cell? Partner { get; init; }

    /// <summary>The year in which what is below it was signed, where only days and months stand there.</summary>
    public int? Year { get; init; }

    /// <summary>The running number of an item.</summary>
    public Cell? Number { get; init; }

    /// <summary>What a text told that came over this; null: nothing that is a field of records.</summary>
    public string? FieldAfter(Above before) =>
        !ReferenceEquals(Country, before.Country) && Country is not null ? "country" : !ReferenceEquals(Kind, before.Kind) ? "kind" : !ReferenceEquals(State, before.State) ? "state" : null;

    /// <summary>A text over what is below it takes the place of the one before, in its own kind.</summary>
    /// <param name="mayBeCountry">It stands where countries stand: where it is none that is known, what is below is not in the country above.</param>
    /// <param name="isOfRows">It is a heading among rows: all that it says is what they are.</param>
    public Above Under(CellContent content, Place place, Kinds kinds, bool mayBeCountry = true, bool isOfRows = false)
    {
        Cell text = new(content.Text, [place]);
        if (content.CountryOver is { } country)
            return this with { Country = new CountryCell(text, country) { Basis = CountryBasis.Inherited } };
        if (content.Kinds is [var kind, ..])
            return SaysOnlyThat(kind, content) && Kind is null ? this : Of(kind, place);
        if (content.State is { } state)
            return this with { State = text, StateRead = state };
        if (content.YearOver is { } year)
            return this with { Year = year };
        if (TableRows.IsRegion(content))
            return this with { Country = null };
        if (!content.IsLong && kinds.FindWithin(content.Text) is { } within)
            return Of(isOfRows && IsName(content) ? within with { Text = content.Text } : within, place);
        return mayBeCountry && IsInPlaceOfCountry(content) ? this with { Country = new CountryCell(text, null) { Basis = CountryBasis.Inherited } } : this;
    }

    /// <summary>"Agreements" over a list of agreements tells nothing of them, unless others than those are above it.</summary>
    private static bool SaysOnlyThat(Kind kind, CellContent content) => kind.Code == "agreement" && content.Words == 1;

    private static bool IsName(CellContent content) =>
        content is { IsName: true, HasInstitution: false, Countries.Count: 0, Run.Count: <= MostWordsOfKind } && !content.Text.Any(char.IsDigit);

    private Above Of(Kind kind, Place place) => this with { Kind = kind with { IsInherited = true, Places = [place] } };

    private bool IsInPlaceOfCountry(CellContent content) =>
        Country is { Basis: CountryBasis.Inherited } && content.Run.Count is > 0 and <= FewWords && content.IsName && (!content.HasInstitution || content.Run.Count < 3);
}

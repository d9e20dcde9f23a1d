using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>A piece of a source with its places.</summary>
public sealed record Cell(string Text, IReadOnlyList<Place> Places);

public sealed record CountryCell(Cell Cell, CountryName? Country);

/// <summary>One row of a list of agreements, taken apart but not yet judged.</summary>
/// <param name="Text">The whole row as it stood in the source.</param>
public sealed record Row(string Table, string Text, IReadOnlyList<Place> Places)
{
    public Cell? Number { get; init; }

    public Cell? Partner { get; init; }

    public IReadOnlyList<CountryCell> Countries { get; init; } = [];

    public IReadOnlyList<Kind> Kinds { get; init; } = [];

    public IReadOnlyList<WhenItem> Whens { get; init; } = [];

    public Cell? Subject { get; init; }

    /// <summary>What stands in the row and was not understood.</summary>
    public Cell? Note { get; init; }
}

/// <summary>What the list as a whole has.</summary>
/// <param name="StatedOn">The date that the list itself says it speaks of.</param>
/// <param name="GivenOn">The date that the person who brings it says it speaks of.</param>
public sealed record ListShape(WhenColumns Columns, bool HasCountries, EdtfDate? StatedOn, EdtfDate? GivenOn, ReadingRules Rules);

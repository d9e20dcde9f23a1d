using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>A piece of a source with its places.</summary>
public sealed record Cell(string Text, IReadOnlyList<Place> Places);

/// <param name="Country">Null: the text is no country that is known.</param>
public sealed record CountryCell(Cell Cell, CountryName? Country)
{
    public CountryBasis Basis { get; init; } = CountryBasis.Stated;
}

/// <summary>One row of a list of agreements, taken apart but not yet judged.</summary>
/// <param name="Text">The whole row as it stood in the source.</param>
public sealed record Row(string Table, string Text, IReadOnlyList<Place> Places)
{
    public Cell? Number { get; init; }

    public Cell? Partner { get; init; }

    public IReadOnlyList<CountryCell> Countries { get; init; } = [];

    public IReadOnlyList<Kind> Kinds { get; init; } = [];

    public IReadOnlyList<WhenItem> Whens { get; init; } = [];

    /// <summary>What its own columns hold of dates and terms; null: what the list has.</summary>
    public WhenColumns? Columns { get; init; }

    public Cell? Subject { get; init; }

    public Cell? Title { get; init; }

    public Cell? Reference { get; init; }

    /// <summary>The city or place of the partner.</summary>
    public Cell? City { get; init; }

    /// <summary>The part of the partner that has a column of its own.</summary>
    public Cell? Unit { get; init; }

    public Cell? State { get; init; }

    public PrintedState? StateRead { get; init; }

    /// <summary>Remarks that have a column of their own.</summary>
    public Cell? Remark { get; init; }

    public IReadOnlyList<OtherCell> Other { get; init; } = [];

    /// <summary>Findings of the format or of the table about this row, without its order.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What each of its places is of, where columns tell.</summary>
    public IReadOnlyList<string?> Fields { get; init; } = [];

    /// <summary>What stands in the row and was not understood.</summary>
    public Cell? Note { get; init; }
}

/// <summary>What the list as a whole has.</summary>
/// <param name="StatedOn">The date that the list itself says it speaks of.</param>
/// <param name="GivenOn">The date that the person who brings it says it speaks of.</param>
public sealed record ListShape(WhenColumns Columns, bool HasCountries, EdtfDate? StatedOn, EdtfDate? GivenOn, ReadingRules Rules)
{
    /// <summary>Words that several names of the list share: nobody misspells a word in the same way twice.</summary>
    public IReadOnlySet<string> FrequentWords { get; init; } = new HashSet<string>();
}

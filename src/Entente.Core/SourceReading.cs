using Entente.Edtf;

namespace Entente.Core;

/// <summary>The stored document: what it is called, what it is, and the proof that it is that one.</summary>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="Encoding">IANA name, for texts.</param>
public sealed record Source(string Name, string Sha256, string MediaType, long Bytes, string? Encoding)
{
    /// <summary>The last part of what it was called, and nothing that is not seen.</summary>
    public string Name { get; init; } = TextSigns.FileName(Name);
}

public enum ListedOnBasis
{
    Stated,
    Given,

    /// <summary>The latest signing in the edition: a lower bound.</summary>
    LatestSigning,
}

public enum TableRole
{
    Agreements,
    Summary,
    Other,
}

/// <param name="Field">number, partner, unit, country, place, kind, start, end, term, state, subject, note, reference, count; null: kept but not used.</param>
public sealed record TableColumn(string? Header, string? Field)
{
    internal bool IsOfDates => IsDates(Field);

    public static bool IsDates(string? field) => field is "start" or "end" or "period" or "renewed";
}

public sealed record Table(string Id, TableRole Role, IReadOnlyList<TableColumn> Columns, int Rows)
{
    public string? Heading { get; init; }

    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>Its columns are kept apart: what one is taken for can be chosen.</summary>
    public bool HasCells { get; init; }

    /// <summary>Of each column what stands in it first, for who says what the column is. Editions do not keep it.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Samples { get; init; } = [];

    /// <summary>Tables of the same heads are meant together.</summary>
    public string Heads => HeadsOf(Columns.Select(c => c.Header ?? ""));

    public static string HeadsOf(IEnumerable<string> heads) => string.Join('\t', heads);
}

/// <summary>White-space separated tokens, or non-empty cells; each belongs to one record cell, header, summary table, other table or furniture.</summary>
public sealed record Placed(int Atoms, int Count, IReadOnlyList<string> Unplaced)
{
    public bool IsComplete => Atoms == Count;
}

/// <summary>What was understood of one source, with proof. Nothing of it is in the register yet.</summary>
public sealed record SourceReading(Source Source)
{
    public string? Title { get; init; }

    public EdtfDate? ListedOn { get; init; }

    public ListedOnBasis? ListedOnBasis { get; init; }

    public IReadOnlyList<Table> Tables { get; init; } = [];

    public IReadOnlyList<Draft> Drafts { get; init; } = [];

    public IReadOnlyList<Check> Checks { get; init; } = [];

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public required Placed Placed { get; init; }

    /// <summary>With other records and findings, each record with those about it.</summary>
    public SourceReading With(IReadOnlyList<Draft> drafts, IEnumerable<Finding> findings)
    {
        var all = findings.ToList();
        return this with { Drafts = Draft.WithFindings(drafts, all), Findings = all };
    }

    /// <summary>What each token became, in the order of the document. Made when asked for: who only reads does not need them.</summary>
    public IEnumerable<Piece> Pieces { get; init; } = [];
}

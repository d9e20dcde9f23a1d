namespace Entente.Core.Reading;

public enum TermPieceKind
{
    Length,
    Open,
    Renews,
    Times,
    Act,

    /// <summary>The date behind it is an end.</summary>
    Until,

    /// <summary>The date before it is an end.</summary>
    UntilBehind,

    /// <summary>The list says that the end is not known.</summary>
    Unspecified,

    /// <summary>It does not renew.</summary>
    NoRenewal,

    /// <summary>A state that the list prints.</summary>
    State,
}

/// <summary>What a length that is printed is the length of.</summary>
public enum LengthUse
{
    Term,

    /// <summary>"for further 2 years", "each 5 years".</summary>
    Renewal,

    /// <summary>"with an option of 2 years".</summary>
    Option,

    /// <summary>"6 months' notice": no term at all.</summary>
    Notice,
}

/// <summary>One piece of a term's wording.</summary>
/// <param name="End">Index of the token behind it.</param>
public readonly record struct TermPiece(TermPieceKind Kind, int End)
{
    public Length Length { get; init; }

    public Length? Option { get; init; }

    public LengthUse Use { get; init; }

    public OpenTerm Open { get; init; }

    /// <summary>"Open", "not fixed": where a length or an end should be it is without end, where a begin should be it is not decided.</summary>
    public bool IsUndecided { get; init; }

    public Renews Renews { get; init; }

    public int Times { get; init; }

    public Act Act { get; init; }

    public PrintedState State { get; init; }

    /// <summary>The end behind it is that of an extension.</summary>
    public bool Extends { get; init; }
}

namespace Entente.Core;

public enum Severity
{
    /// <summary>A value could not be read.</summary>
    Error,

    /// <summary>Read, but a person must look.</summary>
    Doubt,

    /// <summary>Worth knowing.</summary>
    Note,
}

/// <summary>Something a person should know. Its words are made where it is shown, from the code and the arguments.</summary>
/// <param name="Code">Stable and dotted: <c>date.impossible</c>, <c>ends.conflict</c>, <c>partner.same-event</c>.</param>
/// <param name="Records">Orders of the records it is about; two for a pair, none for the document.</param>
/// <param name="Arguments">Texts, EDTF dates and ISO lengths, in the order of the message's places.</param>
public sealed record Finding(
    string Code,
    Severity Severity,
    IReadOnlyList<int> Records,
    string? Field,
    IReadOnlyList<string> Arguments)
{
    /// <summary>The code of what a list and the register have both changed.</summary>
    public const string BothChanged = "import.both-changed";

    /// <summary>The code of what a list says no more.</summary>
    public const string Emptied = "import.emptied";

    /// <summary>The code of a first day under another head than before, on the same day of a later year.</summary>
    public const string YearCorrected = "import.year-corrected";

    /// <summary>The code of what an older list says otherwise than a newer one did.</summary>
    public const string Older = "import.older";

    /// <summary>The code of a list that is older than one that is stored, by its day.</summary>
    public const string OlderList = "list.older";

    /// <summary>The code of a document that was stored before, and others after it.</summary>
    public const string ListAgain = "list.again";

    /// <summary>The code of the question what became of an agreement that its list has no longer.</summary>
    public const string Gone = "import.gone";

    /// <summary>The same where the agreement is over: told, and no question.</summary>
    public const string GoneOver = "import.gone-over";

    /// <summary>Both of these.</summary>
    public static readonly IReadOnlyList<string> AllGone = [Gone, GoneOver];

    /// <summary>The code of a new one that is perhaps an agreement in the bin.</summary>
    public const string InBin = "import.in-bin";

    /// <summary>The code of a new one that is perhaps an agreement of the register.</summary>
    public const string PerhapsKnown = "import.perhaps-known";

    /// <summary>The same where it may as well be another one, and nothing tells which.</summary>
    public const string PerhapsEither = "import.perhaps-either";

    /// <summary>The same where another row may as well be that one.</summary>
    public const string PerhapsOneOf = "import.perhaps-one-of";

    /// <summary>The codes of those that are answered when an agreement that they are about is deleted.</summary>
    public static readonly IReadOnlyList<string> AnsweredByDeletion = [Gone, InBin, PerhapsKnown, PerhapsEither, PerhapsOneOf, "partner.same-event"];

    /// <summary>The code of a list that has so few of those agreements that were listed together that nobody is asked about the others.</summary>
    public const string PartOfList = "list.part";

    /// <summary>The code of an agreement that was over by the day of the list.</summary>
    public const string OverAtListDate = "ends.over-at-list-date";

    public const string EndsConflict = "ends.conflict";

    /// <summary>The code of a part that says all that its row says, as long as nobody corrects it.</summary>
    public const string Parted = "record.parted";

    /// <summary>Within its reading: f1, f2 …</summary>
    public string Id { get; init; } = "";

    /// <summary>What the value should be instead, when that can be said.</summary>
    public string? Proposal { get; init; }

    /// <summary>What the list says in the field, where the register says otherwise on purpose; null for all other findings.</summary>
    public Facts? Listed { get; init; }

    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>What a decision on it is about: all that it says but the day of the list, which moves on with every edition, and what is over since.</summary>
    public IReadOnlyList<string> Matter => [Code, Field ?? "", .. Code switch
    {
        OverAtListDate => Arguments.Take(1),
        Gone => [],
        "state.disagrees" => Arguments.Take(2),
        _ => Arguments,
    }];
}

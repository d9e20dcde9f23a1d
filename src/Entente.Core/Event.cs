using Entente.Edtf;

namespace Entente.Core;

public enum Act
{
    Signed,
    Effective,
    Renewed,
    Extended,
    Amended,
    Suspended,
    Resumed,
    Terminated,
    Superseded,
    Unclear,
}

/// <summary>An act on a day, with what is printed as its own end.</summary>
/// <param name="On">One date at the printed precision; null when the text is no date.</param>
/// <param name="Until">The end printed for the period that this act opens: a fact, not an assumption.</param>
/// <param name="Text">As printed.</param>
public sealed record Event(Act Act, EdtfDate? On, EdtfDate? Until, string Text)
{
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>The day from which its period counts, when that is not the day of the act: a renewal that was signed late.</summary>
    public EdtfDate? From { get; init; }

    /// <summary>What a person noted with it; who terminated, what superseded it.</summary>
    public string? Note { get; init; }

    /// <summary>The number of what took its place, where that is noted.</summary>
    public string? Successor => Act == Act.Superseded && Note is { Length: > 0 } by && !by.Any(char.IsWhiteSpace) ? by : null;

    /// <summary>The day from which its period counts.</summary>
    public EdtfDate? Begin => From ?? On;

    /// <summary>Whether the act opens a period of its own.</summary>
    public bool OpensPeriod => On is not null && Act is Act.Signed or Act.Effective or Act.Renewed or Act.Extended;
}

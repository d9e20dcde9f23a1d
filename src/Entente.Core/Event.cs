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

    /// <summary>Whether the act opens a period of its own.</summary>
    public bool OpensPeriod => On is not null && Act is Act.Signed or Act.Effective or Act.Renewed or Act.Extended;
}

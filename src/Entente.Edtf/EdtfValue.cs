using Entente.Edtf.English;
using Entente.Edtf.Parsing;

namespace Entente.Edtf;

/// <summary>
/// A date, an interval or a set of the Extended Date/Time Format (ISO 8601-2:2019; Library of Congress, 4 February 2019), levels 0 to 2.
/// Two values are equal when they mean the same: <c>?2004</c> equals <c>2004?</c>, and <c>Y17E7</c> equals <c>Y170000000</c>.
/// </summary>
public abstract class EdtfValue : IEquatable<EdtfValue>
{
    private string? text;
    private string? canonical;

    private protected EdtfValue(string? text) => this.text = text;

    /// <summary>As written when parsed, canonical when built.</summary>
    public string Text => text ??= ToString();

    /// <summary>0, 1 or 2: the lowest level of the specification that allows <see cref="Text"/>.</summary>
    public int Level => LevelAsWritten;

    /// <summary>The first day it can cover: null when the start is unknown, <see cref="Day.Past"/> when it is open (<c>..</c>).</summary>
    public Day? Earliest => EarliestOrUnknown;

    /// <summary>The last day it can cover: null when the end is unknown, <see cref="Day.Future"/> when it is open (<c>..</c>).</summary>
    public Day? Latest => LatestOrUnknown;

    private protected abstract int LevelAsWritten { get; }

    private protected abstract Day? EarliestOrUnknown { get; }

    private protected abstract Day? LatestOrUnknown { get; }

    /// <summary>Never throws on a text and never trims it. The time is linear in its length.</summary>
    public static EdtfParse Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ValueParser.Parse(text);
    }

    /// <summary>Whether all of it lies before all of the other. Two times of day, both with a zone or both without, are compared to the second.</summary>
    public Answer IsBefore(EdtfValue other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Comparison.IsBefore(this, other);
    }

    /// <summary>Whether all of it lies after all of the other.</summary>
    public Answer IsAfter(EdtfValue other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Comparison.IsBefore(other, this);
    }

    /// <summary>
    /// Whether the two have a day in common. A coarse date stands for one unknown day in it, so that <c>2004</c> and <c>2004</c> are
    /// <see cref="Answer.Maybe"/>. For two sets the time is the product of their sizes.
    /// </summary>
    public Answer Overlaps(EdtfValue other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Comparison.Overlaps(this, other);
    }

    /// <summary>In English and never ambiguous: <c>8 November 2022</c>, <c>about 2022</c>, <c>from 2004 until an unknown date</c>.</summary>
    public string Humanise() => EnglishText.Of(this);

    /// <summary>The canonical text: the same for equal values, and an equal value when parsed again.</summary>
    public sealed override string ToString() => canonical ??= Print();

    public abstract bool Equals(EdtfValue? other);

    public sealed override bool Equals(object? obj) => Equals(obj as EdtfValue);

    public abstract override int GetHashCode();

    private protected abstract string Print();
}

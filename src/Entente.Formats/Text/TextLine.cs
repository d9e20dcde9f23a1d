using Entente.Core;

namespace Entente.Formats.Text;

/// <summary>A line of a document, wherever it came from.</summary>
/// <param name="Level">Of a heading, from 1; 0 for text.</param>
internal readonly record struct TextLine(string Text, Place Place, int Level = 0)
{
    /// <summary>How deep it stands as an item of a list, from 1; 0: it is none.</summary>
    public int Item { get; init; }

    /// <summary>The running number that an item begins with.</summary>
    public string? Number { get; init; }

    /// <summary>A further line of the item above it.</summary>
    public bool GoesOn { get; init; }

    /// <summary>What is set off at its begin, in bold or as a link.</summary>
    public string? Name { get; init; }

    /// <summary>Both as one.</summary>
    public TextLine With(TextLine below) => this with { Text = BrokenText.Joined(Text, below.Text), Place = Around(Place, below.Place) };

    private static Place Around(Place one, Place other) =>
        one is { Page: { } page, Box: [var left, var bottom, var right, var top] } && other is { Box: [var otherLeft, var otherBottom, var otherRight, var otherTop] } && other.Page == page
            ? one with { Box = [Math.Min(left, otherLeft), Math.Min(bottom, otherBottom), Math.Max(right, otherRight), Math.Max(top, otherTop)] } : one;
}

using Entente.App.Agreements;
using Entente.App.Shell;

using Microsoft.AspNetCore.Components;

namespace Entente.App.Lists;

/// <summary>One thing that a list can say of an agreement: its head, its cell on the page and its cell in every file that the list is saved as.</summary>
/// <param name="Name">In addresses and in JSON.</param>
/// <param name="Value">A text, an EDTF value, a number, several texts, or nothing.</param>
public sealed record ListColumn(string Name, Func<ListRow, object?> Value)
{
    /// <summary>What the list can be sorted by.</summary>
    public AgreementOrder? Order { get; init; }

    /// <summary>On the page; left out, the value as people read it.</summary>
    public RenderFragment<ListRow>? Cell { get; init; }

    /// <summary>Its cells are digits, if possible: a spreadsheet may sort by them.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Where there is no head above it, as on a phone, what it says would not be understood without its name.</summary>
    public bool NeedsLabel { get; init; } = true;

    /// <summary>In a spreadsheet, in letters.</summary>
    public int Width { get; init; } = 16;

    /// <summary>For the style sheets.</summary>
    public string Class { get; } = $"c-{Name}";

    public string Head => PageWords.Say($"column.{Name}");
}

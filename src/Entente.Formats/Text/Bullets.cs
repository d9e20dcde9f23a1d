using System.Text.RegularExpressions;

using Entente.Core;
using Entente.Core.Reading;
using Entente.Formats.Tables;

namespace Entente.Formats.Text;

/// <summary>Agreements as items of a list, each in running text, under headings that say of a country or a kind.</summary>
/// <param name="Lines">One for each item, without its mark.</param>
/// <param name="Over">What the headings say of each.</param>
internal sealed partial record Bullets(IReadOnlyList<TextLine> Lines, IReadOnlyList<Above> Over)
{
    private const int FewestItems = 3;

    /// <summary>Null when too few lines are items.</summary>
    public static Bullets? Read(string text, Kinds kinds)
    {
        var items = new List<TextLine>();
        var over = new List<Above>();
        var above = Above.Nothing;
        var (filled, within, isOpen) = (0, 0, false);
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            filled++;
            if (Mark().Match(line) is { Success: true } mark)
            {
                items.Add(new TextLine(Markdown.Plain(line[mark.Length..].Trim()), new Place(Line: number, Column: mark.Length + 1, Length: line.Length - mark.Length)));
                over.Add(above);
                isOpen = true;
            }
            else if (isOpen && char.IsWhiteSpace(line[0]))
            {
                items[^1] = items[^1] with { Text = $"{items[^1].Text} {Markdown.Plain(line.Trim())}" };
            }
            else
            {
                above = Under(above, new CellContent(line.Trim(' ', '#', ':', '*', '\t'), kinds), new Place(Line: number, Column: 1, Length: line.Length), kinds);
                isOpen = false;
                continue;
            }

            within++;
        }

        return items.Count >= FewestItems && within * 2 >= filled ? new Bullets(items, over) : null;
    }

    private static Above Under(Above above, CellContent content, Place place, Kinds kinds)
    {
        if (content.IsLong)
            return above;
        if (content.CountryOver is { } country)
            return above with { Country = new CountryCell(new Cell(content.Text, [place]), country) { Basis = CountryBasis.Inherited } };
        if (kinds.FindWithin(content.Text) is { } kind)
            return above with { Kind = kind with { IsInherited = true, Places = [place] } };
        return content.Words <= 4 ? above with { Country = null } : above;
    }

    [GeneratedRegex(@"^\s*(?:[•·▪◦‣●○■*+]|-{1,2}|–|—)\s+(?=\S)")]
    private static partial Regex Mark();
}

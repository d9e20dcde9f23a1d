using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.Formats.Tables;

/// <summary>What stands around the tables of a document: titles, notes, sums, the day that the list speaks of.</summary>
internal sealed class Surroundings(Kinds kinds)
{
    private const int LettersOfTime = 4;

    private readonly List<string> texts = [], notes = [];

    /// <summary>Of the last heading that named a country.</summary>
    private int countryLevel;

    public List<Tally> Tallies { get; } = [];

    public List<Piece> Pieces { get; } = [];

    /// <summary>Lines in columns that name an institution and a day, as rows of the list do.</summary>
    public List<Place> LikeRows { get; } = [];

    public Above Above { get; private set; } = Above.Nothing;

    /// <summary>How many words and cells it has.</summary>
    public int Atoms { get; private set; }

    /// <summary>The first short text, which is taken for the title where the format tells none. When a page was printed is none.</summary>
    public string? FirstText => texts.FirstOrDefault(t => t.Length is > 0 and < 200 && !IsPrintTime(t));

    /// <summary>Day and time of day, as programs print them over their pages: hardly a letter.</summary>
    private static bool IsPrintTime(string text) => text.Count(char.IsLetter) <= LettersOfTime && Enumerable.Range(1, Math.Max(0, text.Length - 2)).Any(i => text[i] == ':' && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]));

    /// <summary>Rows over the first head: a title, the day of the list, a heading.</summary>
    public void TakeOver(Grid grid, int before)
    {
        foreach (var cell in grid.Between(0, before - 1).Where(c => !c.IsEmpty))
        {
            Atoms++;
            Take(new TextBlock(cell.Text, cell.Place), countAtoms: false);
        }
    }

    /// <summary>Text between tables may say what they are about.</summary>
    public void Take(TextBlock text, bool countAtoms = true)
    {
        var content = new CellContent(text.Text, kinds);
        texts.Add(content.Text);
        if (countAtoms)
            Atoms += content.Words;
        if (StatedTotals.In(content, text.Place, kinds) is { } total)
            Tallies.Add(total);
        if (text.IsOfColumns && content.HasInstitution && content.Whens.HasDate)
            LikeRows.Add(text.Place);
        var over = Above;
        Above = Above.Under(content, text.Place, kinds, mayBeCountry: text.Level > 0 && text.Level == countryLevel);
        if (text.Place.Line is not null || text.Place.Cell is not null || text.Place.Page is not null)
            Pieces.Add(new Piece(PieceRole.Furniture, text.Place, Field: Above.FieldAfter(over), Why: Piece.Title));
        if (content.CountryOver is not null)
            countryLevel = text.Level;
    }

    /// <summary>What belongs to pages and not to the list: heads, feet, numbers, watermarks.</summary>
    public void TakeOfPages(IReadOnlyList<Piece> pieces)
    {
        Pieces.AddRange(pieces);
        Atoms += pieces.Count;
    }

    /// <summary>A note within a table, whose cells and places are the table's.</summary>
    public void TakeNote(GridCell note)
    {
        notes.Add(note.Text);
        if (StatedTotals.In(new CellContent(note.Text, kinds), note.Place, kinds) is { } total)
            Tallies.Add(total);
    }

    /// <summary>The day that one of them says the list is of.</summary>
    /// <param name="title">As the format tells it.</param>
    public EdtfDate? StatedOn(string? title) => texts.Concat(notes).Append(title ?? "").Select(t => Text.AsOf.DayIn(TokenRun.Of(t))).FirstOrDefault(on => on is not null)
        ?? ((title ?? FirstText) is { } first ? Text.AsOf.DayClosing(first) : null);
}

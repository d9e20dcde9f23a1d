using Entente.Core;
using Entente.Core.Reading;
using Entente.Formats.Tables;

namespace Entente.Formats.Text;

/// <summary>What stands around the items of a list: headings and sentences, rows that are no items, and lines that an item may have lost.</summary>
internal static class AroundItems
{
    /// <param name="around">Lines, and whether each stands right below an item.</param>
    public static SourceReading With(SourceReading reading, IReadOnlyList<(TextLine Line, bool IsBelow)> around, Kinds kinds)
    {
        var (pieces, lost, likeRows, words) = (new List<Piece>(), new List<string>(), new List<Place>(), 0);
        foreach (var (line, isBelow) in around)
        {
            var content = new CellContent(line.Text, kinds);
            words += content.Run.Count;
            var isLost = isBelow && line.Level == 0 && IsOfItem(content);
            pieces.Add(isLost ? new Piece(PieceRole.Unplaced, line.Place) : new Piece(PieceRole.Furniture, line.Place, Why: Piece.Title));
            if (isLost)
                lost.AddRange(content.Run.Tokens);
            else if (content is { HasInstitution: true, Whens.HasDate: true } && AsOf.DayIn(content.Run) is null)
                likeRows.Add(line.Place);
        }

        var before = reading.Placed;
        var placed = new Placed(before.Atoms + words, before.Count + words - lost.Count, [.. before.Unplaced, .. lost]);
        IEnumerable<Finding> findings = reading.Findings;
        if (lost.Count > 0)
            findings = findings.Where(f => f.Code != "tokens.unplaced").Concat(BlocksReader.Unplaced(placed));
        if (likeRows.Count > 0)
            findings = findings.Append(new Finding("list.outside", Severity.Doubt, [], null, [$"{likeRows.Count}"]) { Places = likeRows });
        return reading with { Placed = placed, Pieces = [.. reading.Pieces, .. pieces], Findings = [.. findings.Select((f, i) => f with { Id = $"f{i + 1}" })] };
    }

    /// <summary>It begins within a sentence, or says a day that is not the one of the list.</summary>
    private static bool IsOfItem(CellContent content) =>
        content is { Text.Length: > 0, CountryOver: null, YearOver: null } && AsOf.DayIn(content.Run) is null
        && (char.IsLower(content.Text[0]) || (content.Whens.HasDate && !char.IsUpper(content.Text[0])));
}

using System.Globalization;

using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>What a row of a grid is in its table.</summary>
internal enum RowRole
{
    Record,

    /// <summary>One text over the rows below it: a country, a kind, a state, or only a division.</summary>
    Section,
    Total,
    Note,
    Blank,
}

/// <summary>Tells the rows below a head apart.</summary>
/// <param name="whole">What all rows of the table decide, where these are some of them.</param>
internal sealed class TableRows(Grid grid, Contents contents, int first, int last, string?[] fields, WholeTable? whole = null)
{
    private const int FewestNumbers = 3;

    private static readonly Lazy<PhraseBook> Words = new(() => PhraseBook.Of("header"));

    private static readonly Lazy<PhraseBook> ListWords = new(() => PhraseBook.Of("list"));

    private int Usual => field = field > 0 ? field : whole?.Usual ?? UsualCount();

    public RowRole RoleOf(int row)
    {
        var cells = grid.FilledIn(row);
        if (cells.Count == 0)
            return RowRole.Blank;
        if (IsTotal(cells))
            return RowRole.Total;
        if (AreColumnNumbers(cells))
            return RowRole.Note;
        if (cells.Count <= 2 && Usual > 3 && (IsMark(cells[0].Text) || cells[^1].Text[0] is '*' or '※'))
            return RowRole.Note;
        if (Usual > 3 && row > LastFull && !cells.Exists(SaysOfAgreement))
            return NamesPartner(row, cells) ? RowRole.Record : RowRole.Note;
        if (cells.Count > 1)
            return RowRole.Record;
        var cell = cells[0];
        var content = contents.Of(cell);
        var isPartner = cell.ColumnSpan == 1 && fields[cell.Column] == "partner" && content.HasInstitution;
        if (Usual < 2 || (isPartner && content.Countries.Count == 0 && !(row > LastFull && IsRemark(content))))
            return RowRole.Record;
        if (IsSection(cell, content))
            return RowRole.Section;
        return content.IsLong || cell.ColumnSpan > 1 || cell.Column == 0 || (row > LastFull && IsRemark(content)) ? RowRole.Note : RowRole.Record;
    }

    /// <summary>1, 2, 3 …: the numbers of the columns, as forms have them below their heads.</summary>
    public static bool AreColumnNumbers(IReadOnlyList<GridCell> cells) => cells.Count >= FewestNumbers && AreColumnNumbers([.. cells.Select(c => c.Text)]);

    public static bool AreColumnNumbers(IReadOnlyList<string> texts) =>
        texts.Count >= FewestNumbers && texts.Index().All(c => c.Item.Trim(' ', '(', ')', '.', '[', ']') == (c.Index + 1).ToString(CultureInfo.InvariantCulture));

    /// <summary>The last row that has most of its cells; what stands alone below it is said of the list.</summary>
    private int LastFull => lastFull ??= whole is null ? FindLastFull() : whole.LastFull - whole.Before;

    private int? lastFull;

    private int FindLastFull()
    {
        var row = last;
        while (row > first && grid.FilledIn(row).Count * 2 <= Usual)
            row--;
        return row;
    }

    /// <summary>A row of the list of which little is known yet: it goes on with the running numbers, or, right below the others, names an institution
    /// where no signature stands, that is, not at the very left.</summary>
    private bool NamesPartner(int row, List<GridCell> cells)
    {
        if (cells.Find(c => fields[c.Column] == "partner" && c.ColumnSpan == 1) is not { } partner || !partner.Text.Any(char.IsLetter))
            return false;
        if (Array.IndexOf(fields, "number") is >= 0 and var column && grid.At(row, column) is { IsEmpty: false } numbered)
            return contents.Of(numbered).Number is { } number && (LastNumber(row, column) is not { } last || number == last + 1);
        return partner.Column > 0 && contents.Of(partner) is { HasInstitution: true } content && !IsRemark(content) && (row == first || grid.FilledIn(row - 1).Count > 0);
    }

    private int? LastNumber(int before, int column)
    {
        for (var row = before - 1; row >= first; row--)
        {
            if (contents.Of(grid.At(row, column)).Number is { } number)
                return number;
        }

        return null;
    }

    private bool SaysOfAgreement(GridCell cell) => contents.Of(cell) is { } content && (content.Countries.Count > 0 || content.Kinds.Count > 0 || content.Whens is { IsWhole: true, Items.Count: > 0 } || content.YearOver is not null || IsRegion(content));

    /// <summary>A sentence, a legend, a source: no name of an institution.</summary>
    private static bool IsRemark(CellContent content) =>
        content.Run.Count > 6 || content.Text.AsSpan().ContainsAny(";:=：；") || content.Text[^1] is '.' or '。' || Words.Value.LongestAt(content.Run.Keys, 0).Code == "note";

    private static bool IsMark(string text) => !text.Any(char.IsLetterOrDigit);

    private int UsualCount()
    {
        var counts = Enumerable.Range(first, last - first + 1).Select(r => grid.FilledIn(r).Count).Where(n => n > 0).Order().ToList();
        return counts.Count == 0 ? 0 : counts[counts.Count / 2];
    }

    private static bool IsSection(GridCell cell, CellContent content) =>
        content.Countries.Count > 0 || content.Kinds.Count > 0 || content.State is not null || content.YearOver is not null || IsRegion(content)
        || (!content.IsLong && !content.HasInstitution && content.Words <= 8 && (cell.ColumnSpan > 1 || cell.IsHead || cell.Column == 0) && content.FirstDate is null);

    public static bool IsRegion(CellContent content) =>
        ListWords.Value.Find(content.Text.Split('(', '（')[0].Trim(' ', ':', '：')) == "region";

    /// <summary>Where the words end that say that a text is a sum; 0: it is none.</summary>
    private static int TotalIn(TokenRun run) => run.Count > 0 && Words.Value.LongestAt(run.Keys, 0) is (var end, "total") ? end : 0;

    public static bool BeginsTotal(string text) => TotalIn(TokenRun.Of(text)) > 0;

    private bool IsTotal(List<GridCell> cells)
    {
        // A running number is no word.
        if (!cells[0].Text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return false;
        var text = contents.Of(cells[0]);
        var end = TotalIn(text.Run);
        if (end == 0)
            return false;
        var hasNumber = cells.Skip(1).Any(c => c.Text.Any(char.IsAsciiDigit)) || text.Run.Tokens.Skip(end).Any(t => t.Any(char.IsAsciiDigit));
        var areCounts = cells.Skip(1).All(c => c.Text.Any(char.IsAsciiDigit) && !contents.Of(c).Whens.HasDate);
        return hasNumber && (areCounts || cells.Count <= Math.Max(2, Usual - 1));
    }
}

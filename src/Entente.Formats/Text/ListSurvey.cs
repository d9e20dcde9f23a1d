using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;
using Entente.Formats.Tables;

namespace Entente.Formats.Text;

/// <summary>What a long table decides as a whole, gathered row by row before any of them is read. Only what a row takes part in is looked at.</summary>
internal sealed class ListSurvey
{
    private const int MostAside = 2_000, MostCandidates = 60, MostDates = 200_000;

    private readonly Contents plain;
    private readonly string?[] fields;
    private readonly ListOpening opening;
    private readonly HashSet<DayOrder>[] decided;
    private readonly bool[] hasShortYears;
    private readonly Dictionary<int, (int Count, int Last)> byFilled = [];
    private readonly SharedWords words = new();
    private readonly int partner, number;
    private readonly bool[] isBegin;
    private readonly Dictionary<(int Column, string Text), (int Row, List<GridCell> Cells)> begins = [];
    private readonly List<(int Row, List<GridCell> Cells)> aside = [];
    private string name = "";

    public ListSurvey(ListOpening opening, Contents plain)
    {
        (this.opening, this.plain, fields) = (opening, plain, opening.Fields);
        decided = [.. fields.Select(_ => new HashSet<DayOrder>())];
        hasShortYears = new bool[fields.Length];
        (partner, number) = (Array.IndexOf(fields, "partner"), Array.IndexOf(fields, "number"));
        isBegin = [.. fields.Select(f => f is "start" or "renewed" or "period")];
        if (!isBegin.Contains(true))
            isBegin = [.. fields.Select(f => f is "term")];
    }

    public int Rows { get; private set; }

    /// <summary>Words that several names share.</summary>
    public IReadOnlySet<string> FrequentWords => words.Frequent;

    /// <summary>The greatest number that is printed.</summary>
    public long GreatestNumber { get; private set; }

    /// <returns>False where it is not plain that the row is of the one table.</returns>
    public bool Add(int row, List<GridCell> cells)
    {
        if (cells.Count == 0)
            return true;
        if (cells[^1].Column >= fields.Length || opening.IsHead(cells))
            return false;
        Rows++;
        byFilled[cells.Count] = (byFilled.GetValueOrDefault(cells.Count).Count + 1, row);
        if (cells.Count * 2 <= opening.Usual && aside.Count < MostAside)
            aside.Add((row, cells));
        var isNamed = false;
        foreach (var cell in cells)
        {
            if (cell.Column == partner)
                (isNamed, name) = (true, plain.Of(cell).Text);
            else if (cell.Column == number)
                GreatestNumber = Math.Max(GreatestNumber, NumberIn(cell.Text));
            if (isBegin[cell.Column] && begins.Count < MostDates && !begins.ContainsKey((cell.Column, cell.Text)))
                begins.Add((cell.Column, cell.Text), (row, cells));
            if (HasSeveralNumbers(cell.Text))
                Decide(cell);
        }

        // A name that stands for several rows is printed once.
        if (name.Length > 0 && (isNamed || cells.Count > 1))
            words.Add(name);
        return true;
    }

    public WholeTable Whole(ReadOptions options) => new()
    {
        Heads = opening.Heads,
        Fields = fields,
        Contents = options.Days is { } asked
            ? [.. fields.Select(_ => plain.In(asked))]
            : TableReader.InOrders([.. decided.Zip(hasShortYears, TableReader.OrderOf)], plain, () => opening.OrderOfWholeYears, DayOrder.Unknown),
        IsMostlyRead = opening.IsMostlyRead,
        Usual = Usual(),
        LastFull = byFilled.Where(f => f.Key * 2 > Usual()).Select(f => f.Value.Last).Append(opening.FirstRow).Max(),
        Above = opening.Around.Above,
    };

    /// <summary>The notes among its rows, for what they say of the list.</summary>
    public IEnumerable<GridCell> Notes(WholeTable whole, ReadOptions options)
    {
        foreach (var (row, cells) in aside)
        {
            whole.Before = row;
            foreach (var note in Read([.. cells.Select(c => c with { Row = 0 })], 1, whole, options).Notes)
                yield return note;
        }
    }

    /// <summary>The latest day on which something began: of the rows with the latest days, the first that an agreement begins on.</summary>
    public EdtfDate? LatestSigning(WholeTable whole, ReadOptions options)
    {
        var latest = begins.Select(b => (b.Value.Row, b.Value.Cells, On: whole.Contents[b.Key.Column].Of(b.Key.Text).Whens.Items.Select(i => i.On).OfType<EdtfDate>().MaxBy(on => on.Earliest)))
            .Where(b => b.On is not null && (options.Rules.Today is not { } today || b.On.Earliest <= today)).OrderByDescending(b => b.On!.Earliest).ThenBy(b => b.Row).Take(MostCandidates).OrderBy(b => b.Row).DistinctBy(b => b.Row).ToList();
        var cells = latest.SelectMany((b, at) => b.Cells.Select(c => c with { Row = at })).ToList();
        whole.Before = latest.Count == 0 ? 0 : latest[0].Row;
        return Drafts.From(Read(cells, latest.Count, whole, options).Rows, new ListShape(new WhenColumns(false, false), false, null, null, options.Rules)).ListedOn;
    }

    /// <summary>Some rows as if they were the first.</summary>
    private ReadTable Read(List<GridCell> cells, int rows, WholeTable whole, ReadOptions options)
    {
        whole.Carried.Clear();
        return new TableReader(TablePart.Further(new Grid(cells, rows, fields.Length), whole.Heads, plain), "t1", options, plain, fields, DayOrder.Unknown, whole).Read(opening.Around.Above);
    }

    private void Decide(GridCell cell)
    {
        var whens = plain.Of(cell).Whens;
        if (whens.Decided.Count > 0)
            decided[cell.Column].UnionWith(whens.Decided);
        hasShortYears[cell.Column] |= whens.HasShortYears;
    }

    /// <summary>How many cells half of the rows have at least.</summary>
    private int Usual()
    {
        var before = 0;
        foreach (var (filled, (count, _)) in byFilled.OrderBy(f => f.Key))
        {
            before += count;
            if (before > Rows / 2)
                return filled;
        }

        return 0;
    }

    /// <summary>A day and a month are two.</summary>
    private static bool HasSeveralNumbers(string text)
    {
        var (numbers, isInside) = (0, false);
        foreach (var c in text)
        {
            var isDigit = char.IsDigit(c) || c is '年' or '月' or '\'' or '’';
            numbers += isDigit && !isInside ? 1 : 0;
            isInside = isDigit;
        }

        return numbers > 1;
    }

    private static long NumberIn(string text)
    {
        var order = Agreement.OrderOf(text);
        return order == long.MaxValue ? 0 : order;
    }
}

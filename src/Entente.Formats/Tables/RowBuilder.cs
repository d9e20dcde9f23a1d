using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.Formats.Tables;

/// <summary>Makes rows of agreements from rows of a grid. What stands in a merged cell, or only in the first row of its group, is carried down.</summary>
internal sealed partial class RowBuilder(Grid grid, RowShifts shifts, string id, IReadOnlyList<string> heads, string?[] fields, Contents[] contents, Memo<(int Column, Contents Contents), bool> isGrouped, Kinds kinds, WholeTable? whole)
{
    private readonly HashSet<int> grouped = [.. Enumerable.Range(0, fields.Length).Where(c => fields[c] is "country" or "kind" or "region" && isGrouped.Of((c, contents[c])) && (fields[c] != "kind" || GroupedColumn.IsMostlyBlank(grid, c)))];
    private readonly Dictionary<int, GridCell> carried = whole?.Carried ?? [];
    private readonly PartnersAbove partnersAbove = new(grid, shifts, fields, isPart: whole is not null);
    private string?[] last = [];

    /// <summary>The row has a country of its own: who stands above is not its partner.</summary>
    private bool isElsewhere;
    private readonly TickedKinds ticked = new(grid, heads, fields, contents, kinds);

    private readonly Dictionary<string, int[]> columnsOf = fields.Index().Where(f => f.Item is not null).GroupBy(f => f.Item!, f => f.Index).ToDictionary(g => g.Key, g => g.ToArray());

    private readonly WhenColumns columns = new(fields.Contains("end") || fields.Contains("period"), fields.Contains("term"), fields.Any(f => f is "start" or "period" or "renewed"));

    /// <summary>What the dates and terms of each column are for.</summary>
    private readonly WhenRole?[] roles = WhenRoles.Of(fields, heads);

    /// <summary>Whether most cells of each column that say something are understood as dates and terms: then one that is not is worth a word.</summary>
    private readonly Lazy<bool>[] isForWhens = [.. fields.Select((_, column) => new Lazy<bool>(() => contents[column].HeadOf(heads[column]) is [{ Score: 1 }, ..] || (whole?.IsMostlyRead[column] ?? IsMostlyRead(grid, column, contents[column]))))];

    private readonly Lazy<bool>[] isPerhapsTurned = [.. fields.Select((_, column) => new Lazy<bool>(() => TurnedDates.AreLikely(grid, column, contents[column])))];

    private readonly bool hasBegins = fields.Any(f => f is "start" or "period" or "renewed");

    /// <summary>A new section begins: nothing is carried into it.</summary>
    public void Forget() => carried.Clear();

    /// <summary>Mostly one; what stands in the row is told of once.</summary>
    public IEnumerable<Row> Build(int row, Above above)
    {
        isElsewhere = columnsOf.TryGetValue("country", out var countries) && Array.Exists(countries, c => shifts.At(row, c) is { IsEmpty: false } own && !Ditto.Is(own.Text) && carried.TryGetValue(c, out var above) && above.Text != own.Text);
        var cells = new List<GridCell?>(grid.Columns);
        for (var column = 0; column < grid.Columns; column++)
            cells.Add(Carried(row, column));
        var count = grid.FilledIn(row).Exists(c => c.Text.Contains('\n', StringComparison.Ordinal)) ? ParallelLines.Count(cells, fields, kinds) : 1;
        yield return Build(row, above, count == 1 ? cells : [.. cells.Select((c, i) => ParallelLines.Of(c, fields[i], 0, count))]);
        for (var at = 1; at < count; at++)
            yield return Build(row, above, [.. cells.Select((c, i) => ParallelLines.Of(c, fields[i], at, count))]) with { Fields = [] };
    }

    private Row Build(int row, Above above, List<GridCell?> cells)
    {
        var own = grid.FilledIn(row);
        var countries = CountriesOf(row, cells, above);
        var partner = PartnerOf(cells, countries);
        var remarked = RemarkedState(cells);
        return new Row(id, string.Join(" | ", own.Select(c => contents[c.Column].Of(c).Text)), [.. own.Select(c => c.Place)])
        {
            Fields = FieldsOf(row, own),
            Number = First(cells, "number"),
            Partner = partner.Name,
            Countries = partner.Country is { } below && !countries.Exists(c => c.Basis == CountryBasis.Stated) ? [below] : countries,
            Kinds = KindsOf(cells, row, above),
            Whens = WhensOf(cells, above.Year),
            Columns = columns,
            Subject = First(cells, "subject"),
            Title = First(cells, "title"),
            Reference = First(cells, "reference"),
            City = First(cells, "place") ?? partner.City,
            Unit = partner.Unit,
            State = First(cells, "state") ?? above.State ?? remarked?.Cell,
            StateRead = First(cells, "state") is not null ? Remarks.StateOf(ContentsIn(cells, "state").First()) : above.State is not null ? above.StateRead : remarked?.State,
            Remark = Joined(cells, "note"),
            Other = [.. OtherOf(cells)],
            Findings = unlabelled is null ? FindingsOf(row, own, cells) : [.. FindingsOf(row, own, cells), .. Unlabelled(cells)],
        };
    }

    /// <summary>Most rows have cells in the same columns, and share what they are of.</summary>
    private string?[] FieldsOf(int row, List<GridCell> own)
    {
        var shift = shifts.Of(row);
        var of = own.ConvertAll(c => FieldAt(c.Column + shift));
        return of.SequenceEqual(last) ? last : last = [.. of];
    }

    private string? FieldAt(int column) => fields[Math.Min(column, fields.Length - 1)];

    private GridCell? Carried(int row, int column)
    {
        var cell = shifts.At(row, column);
        if (cell is not null && Ditto.Is(cell.Text) && carried.TryGetValue(column, out var above))
            return above;
        if (partnersAbove.IsOwn(cell) && !(cell is { Blank: BlankCell.Drawn } && grouped.Contains(column)))
            return cell;
        var isLost = column < shifts.Of(row) || (fields[column] is "partner" or "country" && cell is null or { IsEmpty: true } && GoesOn(row));
        if (cell is { IsEmpty: false })
            carried[column] = cell;
        return cell is { IsEmpty: false } || !(isLost || grouped.Contains(column)) ? cell : carried.GetValueOrDefault(column);
    }

    private IReadOnlyList<Finding> FindingsOf(int row, List<GridCell> own, List<GridCell?> cells)
    {
        var fromAbove = FromAbove(row, own, cells);
        // Nearly every row has none.
        return !own.Exists(c => c.Doubt is not null || IsError(c) || IsPerhapsTurned(c)) ? fromAbove :
        [
            .. fromAbove,
            .. own.Where(c => c.Doubt is not null).Select(c => new Finding(c.Doubt!, Severity.Doubt, [], fields[c.Column], [c.Text]) { Places = [c.Place] }),
            .. own.Where(IsError).Select(c => Error(c, FieldAt(c.Column + shifts.Of(row)))),
            .. own.Where(IsPerhapsTurned).Select(c => new Finding("date.perhaps-turned", Severity.Doubt, [], "start", [c.Text, $"{c.Date}", $"{TurnedDates.Turned(c.Date!)}"]) { Places = [c.Place] }),
        ];
    }

    private bool IsError(GridCell cell) => contents[cell.Column].Of(cell).IsError;

    /// <summary>Of a remark it is enough to know that it is lost.</summary>
    private static Finding Error(GridCell cell, string? field) =>
        new(SheetErrors.Code, field is "partner" or "country" or "kind" or "state" or "start" or "renewed" or "period" or "term" or "end" ? Severity.Doubt : Severity.Note, [], field, [cell.Text]) { Places = [cell.Place] };

    private IReadOnlyList<Finding> FromAbove(int row, List<GridCell> own, List<GridCell?> cells)
    {
        if (!GoesOn(row) || !partnersAbove.IsDoubtful(row, own) || !columnsOf.TryGetValue("partner", out var partners))
            return [];
        return partners.Select(c => cells[c]).FirstOrDefault(c => c is { IsEmpty: false } && c.Row < row) is { } above
            ? [new Finding("partner.from-above", Severity.Doubt, [], "partner", [contents[above.Column].Of(above).Text]) { Places = [above.Place] }] : [];
    }

    /// <summary>A further agreement with the partner above, who is printed once.</summary>
    private bool GoesOn(int row) => !isElsewhere && partnersAbove.GoesOn(row);

    private List<(GridCell Cell, CellContent Content)> In(List<GridCell?> cells, string field)
    {
        if (!columnsOf.TryGetValue(field, out var columns))
            return [];
        var filled = new List<(GridCell Cell, CellContent Content)>(columns.Length);
        foreach (var column in columns)
        {
            if (cells[column] is { IsEmpty: false } cell)
                filled.Add((cell, contents[column].Of(cell)));
        }

        return filled;
    }

    private IEnumerable<CellContent> ContentsIn(List<GridCell?> cells, string field) => In(cells, field).Select(c => c.Content);

    private Cell? First(List<GridCell?> cells, string field)
    {
        if (!columnsOf.TryGetValue(field, out var columns))
            return null;
        foreach (var column in columns)
        {
            if (cells[column] is { IsEmpty: false } cell && contents[column].Of(cell) is { IsBlank: false } content)
                return new Cell(content.Text, [cell.Place]);
        }

        return null;
    }

    private Cell? Joined(List<GridCell?> cells, string field)
    {
        var all = In(cells, field).Where(c => !c.Content.IsBlank).ToList();
        return all.Count == 0 ? null : new Cell(string.Join("; ", all.Select(c => c.Content.Text)), [.. all.Select(c => c.Cell.Place)]);
    }

    private List<Kind> KindsOf(List<GridCell?> cells, int row, Above above)
    {
        var found = new List<Kind>();
        foreach (var (cell, content) in In(cells, "kind").Where(c => !c.Content.IsBlank && !c.Content.IsTick))
            found.AddRange((content.Kinds.Count > 0 ? content.Kinds : kinds.Apart(content.Text)).Select(k => k with { Places = [cell.Place], IsInherited = cell.Row < row }));
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column] is { } cell && contents[column].Of(cell).Tick == true && ticked.Of(column) is { } kind)
                found.Add(kind with { Places = [cell.Place] });
        }

        if (found.Count == 0 && (above.Kind ?? ticked.OfAll) is { } inherited)
            found.Add(inherited with { IsInherited = true });
        return found;
    }

    /// <summary>Starts before terms before ends: in the order in which the rule of a row takes them.</summary>
    private List<WhenItem> WhensOf(List<GridCell?> cells, int? year = null)
    {
        var items = new List<WhenItem>();
        var hasBegin = hasBegins && HasBegin(cells);
        foreach (var role in WhenRoles.InOrder)
        {
            for (var column = 0; column < cells.Count; column++)
            {
                if (roles[column] == role && cells[column] is { IsEmpty: false } cell)
                    items.AddRange(WithYear(cell, column, role, year) is { } dated ? [dated] : ItemsOf(cell, column, role, hasBegin));
            }
        }

        foreach (var (cell, content) in In(cells, "note").Concat(In(cells, "state")))
        {
            if (content.Whens.Items.Count > 0)
                Remarks.AddTold(items, cell.Place, content);
        }

        return items;
    }

    private bool HasBegin(List<GridCell?> cells)
    {
        for (var column = 0; column < cells.Count; column++)
        {
            if (roles[column] is WhenRole.Start or WhenRole.Effective or WhenRole.Period or WhenRole.Renewed && cells[column] is { IsEmpty: false } cell && !contents[column].Of(cell).IsBlank)
                return true;
        }

        return false;
    }

    /// <summary>A date that the sheet holds as such beside others that it could not read, since their days are no months: day and month may have been turned.</summary>
    private bool IsPerhapsTurned(GridCell cell) => cell.Date is { Precision: EdtfPrecision.Day } date && date.DayOfMonth != date.Month && roles[cell.Column] is not null && isPerhapsTurned[cell.Column].Value;

    /// <summary>A remark that is a state and nothing else: "cancelled"; or, in a row without dates, one that says why: "signature planned for autumn 2024".</summary>
    private (Cell Cell, PrintedState State)? RemarkedState(List<GridCell?> cells)
    {
        foreach (var (cell, content) in In(cells, "note"))
        {
            var state = Remarks.StateOf(content) ?? (content.Whens.Items.Any(i => i.Piece is { Kind: TermPieceKind.State, State: PrintedState.Negotiation }) && !WhensOf(cells).Exists(i => i.IsDate) ? PrintedState.Negotiation : null);
            if (state is { } told and not PrintedState.Active)
                return (new Cell(content.Text, [cell.Place]), told);
        }

        return null;
    }

    /// <summary>"12.03.", "December", where the year stands above the rows.</summary>
    private WhenItem? WithYear(GridCell cell, int column, WhenRole role, int? year)
    {
        if (year is null || role is not (WhenRole.Start or WhenRole.Effective or WhenRole.Renewed) || cell.Date is not null || contents[column].Of(cell) is not { IsBlank: false, Whens.Items.Count: 0 } content)
            return null;
        var bare = content.Text.TrimEnd('.', '/', '-', ' ');
        var sign = bare.IndexOfAny(['.', '/', '-']) is >= 0 and var at ? bare[at] : ' ';
        var read = new[] { $"{bare}{sign}{year}", $"{year}年{bare}" }.Select(t => Dates.Parse(t, DayOrder.DayFirst).Value).FirstOrDefault(d => d is not null);
        return read is null ? null : new WhenItem(content.Text, [cell.Place]) { On = read, Role = role };
    }

    private IEnumerable<WhenItem> ItemsOf(GridCell cell, int column, WhenRole role, bool hasBegin)
    {
        var content = contents[column].Of(cell);
        if (role == WhenRole.Term && content.Whens.HasDate && (!hasBegins || (!hasBegin && content.Whens.Items.Any(i => i.RangeEnd is not null))))
            role = WhenRole.Period;
        if (cell.Date is { Year: > Dates.LastYear })
            return [new WhenItem(content.Text, [cell.Place]) { Role = role, Piece = new TermPiece(TermPieceKind.Open, 1) { Open = OpenTerm.NoExpiry } }];
        if (cell.Date is { } date)
            return [new WhenItem(content.Text, [cell.Place]) { On = date, Role = role }];
        // "– 2027": the begin of the period is left out.
        if (role == WhenRole.Period && content.Text[0] is '-' or '–' or '—' && content.Whens.Items is [{ On: not null, RangeEnd: null }])
            role = WhenRole.End;
        // A number alone in a column of terms counts what its head says.
        if (role == WhenRole.Term && content.Number is > 0 and < 100 and var amount && content.Whens.Items.Count == 0)
            return [new WhenItem(content.Text, [cell.Place]) { Role = role, Piece = new TermPiece(TermPieceKind.Length, 1) { Length = Terms.UnitIn(heads[column]) == "month" ? new Length(0, amount) : new Length(amount) } }];
        IReadOnlyList<Place> places = [cell.Place];
        var isHowLong = role is WhenRole.Term or WhenRole.End;
        if (content.Whens.Items.Count == 0)
            return !content.IsBlank && content is { State: null, IsTick: false } && isForWhens[column].Value ? [new WhenItem(content.Text, places) { Role = role, IsUnread = true }] : [];
        return content.Whens.Items.Select(i => i with
        {
            Places = places, Role = role, CellText = isHowLong && !content.Whens.HasDate ? content.Text : null, IsPart = isHowLong && content.Whens is { HasUnreadNumber: true, HasDate: false },
            // Of "13 mrt. 2019" only the year was understood.
            Text = IsPartOfDate(i, content) ? content.Text : i.Text, Doubt = i.Doubt ?? (IsPartOfDate(i, content) ? "date.partly-read" : null),
        });
    }

    private static bool IsPartOfDate(WhenItem item, CellContent content) =>
        item is { On.Precision: EdtfPrecision.Year, RangeEnd: null, YearBehind: null } && content.Whens is { HasUnreadNumber: true, Items.Count: 1 };

    public static bool IsMostlyRead(Grid grid, int column, Contents contents)
    {
        var said = grid.Cells.Where(c => c.Column == column && !contents.Of(c).IsBlank).ToList();
        return said.Count(c => c.Date is not null || contents.Of(c).Whens.Items.Count > 0) * 2 > said.Count;
    }

    private List<OtherCell> OtherOf(List<GridCell?> cells)
    {
        var others = new List<OtherCell>();
        for (var column = 0; column < cells.Count; column++)
        {
            var isUsed = fields[column] is "number" or "partner" or "country" or "kind" or "start" or "renewed" or "period" or "term" or "end" or "subject" or "title" or "reference" or "place" or "state" or "note";
            if (!isUsed && cells[column] is { IsEmpty: false } cell && !IsError(cell) && (cell.Column == column || cell.ColumnSpan == 1))
                others.Add(new OtherCell(heads[column].Length == 0 ? null : heads[column], contents[column].Of(cell).Text));
        }

        return others;
    }
}

using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.Formats.Tables;

/// <summary>One table that was read: its records as rows, or what it counts.</summary>
/// <param name="Cells">How many cells with a text it has; each is in a record, a head, a section, a sum or a note.</param>
internal sealed record ReadTable(Table Table, IReadOnlyList<Row> Rows, IReadOnlyList<Tally> Tallies, IReadOnlyList<GridCell> Notes, int Cells)
{
    /// <summary>What its cells became that are of no record.</summary>
    public IReadOnlyList<Piece> Around { get; init; } = [];

    /// <summary>Those that are in none of them.</summary>
    public IReadOnlyList<GridCell> Lost { get; init; } = [];

    /// <summary>Countries that stand once for the rows of their group, and how many rows have theirs from there.</summary>
    public (IReadOnlyCollection<Place> Places, int Rows) OfGroups { get; init; } = ([], 0);

    /// <summary>What rows that go on below the same head have from above, by columns.</summary>
    public IReadOnlyDictionary<int, GridCell> Carried { get; init; } = new Dictionary<int, GridCell>();

    /// <summary>What stands over the rows that come next, under a head of their own.</summary>
    public Above Above { get; init; } = Above.Nothing;

    /// <summary>How many of its last records no sum counts yet.</summary>
    public int Unsummed { get; init; }
}

/// <summary>A number that a table states of something.</summary>
/// <param name="Country">Null: of all.</param>
internal sealed record Tally(string Subject, CountryName? Country, int Count, IReadOnlyList<Place> Places)
{
    /// <summary>How many there are in the part of the table of which it is the sum; null: it is of all.</summary>
    public int? OfPart { get; init; }
}

/// <summary>A stretch of rows of a grid under one head, read as one table.</summary>
internal sealed class TableReader
{
    private const int FewestFields = 3;

    /// <summary>So many texts of a column are kept as samples, of so many first rows.</summary>
    private const int MostSamples = 3, MostSampled = 200;

    private readonly Grid grid;
    private readonly string id;
    private readonly TableHead? head;
    private readonly int first, last;
    private readonly Kinds kinds;
    private readonly IReadOnlyList<string> heads;
    private readonly string?[] fields;
    private readonly Contents[] contents;
    private readonly TableRows roles;
    private readonly RowShifts shifts;
    private readonly Memo<(int Column, Contents Contents), bool> isGrouped;
    private readonly DayOrder usual;
    private readonly DayOrder? asked;
    private readonly WholeTable? whole;

    /// <param name="columns">What its columns are, as all tables of the same head tell together; null: as it tells alone.</param>
    /// <param name="usual">The order of day and month that the tables of its document decide together.</param>
    /// <param name="whole">What the table decides of which the part is only some rows.</param>
    public TableReader(TablePart part, string id, ReadOptions options, Contents plain, string?[]? columns, DayOrder usual, WholeTable? whole = null)
    {
        this.whole = whole;
        (this.usual, asked) = (usual, options.Days);
        (grid, head, first, last, heads, shifts) = (part.Grid, part.Head, part.First, part.Last, part.Heads, part.Shifts);
        (this.id, kinds, isGrouped) = (id, options.Rules.Kinds, part.IsGrouped);
        fields = columns ?? ColumnFields.Of(heads, [.. part.Body()], plain, part.Chosen(options));
        contents = whole?.Contents ?? OrderedContents(plain);
        foreach (var (column, order) in whole is null ? DaysDecided(part, options, plain) : [])
            contents[column] = plain.In(order);
        foreach (var said in options.ColumnDays.Where(d => d.Column < contents.Length && d.Days != DayOrder.Unknown && d.Heads == Table.HeadsOf(heads)))
            contents[said.Column] = plain.In(said.Days);
        roles = new TableRows(grid, plain, first, last, fields, whole);
    }

    /// <summary>What each column was taken for.</summary>
    public string?[] Fields => fields;

    /// <summary>Another table of the document has a full head: without any, a date and a text are news and no agreement.</summary>
    public bool HasFullBeside { get; init; }

    /// <summary>What the rows of the same table before its head have, by columns: a page begins with its head, though a group goes on.</summary>
    public IReadOnlyDictionary<int, GridCell> Carried { get; init; } = new Dictionary<int, GridCell>();

    /// <summary>How many records before its own the next sum may count.</summary>
    public int Unsummed { get; init; }

    public ReadTable Read(Above above)
    {
        var rows = new List<Row>();
        var tallies = new List<Tally>();
        var (notes, sections, lost) = (new List<GridCell>(), new List<Piece>(), new List<GridCell>());
        var (sampled, summed) = (new List<int>(), -Unsummed);
        var builder = new RowBuilder(grid, shifts, id, heads, fields, contents, isGrouped, kinds, whole) { FromAboveRows = Carried };
        for (var row = first; row <= last; row++)
        {
            IReadOnlyList<Place> placed = [];
            switch (roles.RoleOf(row))
            {
                case RowRole.Record:
                    var before = rows.Count;
                    rows.AddRange(builder.Build(row, above));
                    if (whole is null && sampled.Count < MostSampled)
                        sampled.Add(row);
                    placed = rows.Count == before + 1 ? rows[before].Places : [.. rows.Skip(before).SelectMany(r => r.Places)];
                    break;
                case RowRole.Section:
                    var over = above;
                    above = above.Under(contents[grid.FilledIn(row)[0].Column].Of(grid.FilledIn(row)[0]), grid.FilledIn(row)[0].Place, kinds, isOfRows: true);
                    sections.AddRange(grid.FilledIn(row).Select((c, i) => new Piece(PieceRole.Furniture, c.Place, Field: i == 0 ? above.FieldAfter(over) : null, Why: Piece.Title)));
                    placed = [.. grid.FilledIn(row).Select(c => c.Place)];
                    builder.Forget();
                    break;
                case RowRole.Total when TotalOf(row).ToList() is { Count: > 0 } totals:
                    tallies.AddRange(totals.Select(t => t.Count == rows.Count - summed ? t with { OfPart = t.Count } : t));
                    summed = rows.Count;
                    placed = [.. totals.SelectMany(t => t.Places)];
                    break;
                case RowRole.Total or RowRole.Note:
                    notes.AddRange(grid.FilledIn(row));
                    placed = [.. grid.FilledIn(row).Select(c => c.Place)];
                    break;
            }

            lost.AddRange(grid.Between(row, row).Where(c => !c.IsEmpty && !Holds(placed, c.Place)));
        }

        if (whole is not null)
            whole.Above = above;
        var isList = whole is not null || IsOfAgreements(rows);
        var counts = isList ? [] : Counts();
        tallies.InsertRange(0, counts);
        var role = isList ? TableRole.Agreements : counts.Count > 0 ? TableRole.Summary : TableRole.Other;
        return new ReadTable(TableOf(role, rows.Count, sampled), rows, tallies, notes, grid.Between(head?.First ?? first, last).Count(c => !c.IsEmpty))
        {
            Around = [.. HeadCells(), .. sections, .. notes.Select(c => new Piece(PieceRole.Furniture, c.Place, Why: Piece.Title)), .. tallies.SelectMany(t => t.Places).Select(p => new Piece(PieceRole.Summary, p))],
            Lost = lost,
            OfGroups = (builder.OfGroups, builder.Grouped),
            Carried = builder.FromAboveRows,
            Above = above,
            Unsummed = rows.Count - summed,
        };
    }

    private Table TableOf(TableRole role, int records, List<int> sampled) => new(id, role, [.. heads.Zip(fields, (h, f) => new TableColumn(h.Length == 0 ? null : h, f))], records)
    {
        Heading = grid.Name.Length == 0 ? null : grid.Name,
        HasCells = true,
        Samples = [.. sampled.Count > 0 ? heads.Select((_, column) => SamplesOf(column, sampled)) : []],
    };

    private IEnumerable<Piece> HeadCells() => head is null ? [] : grid.Between(head.First, head.Last).Where(c => !c.IsEmpty).Select(c => new Piece(PieceRole.Header, c.Place));

    private IReadOnlyList<string> SamplesOf(int column, List<int> records) =>
        [.. records.Select(row => shifts.At(row, column)).Where(cell => cell is { IsEmpty: false }).Select(cell => contents[column].Of(cell!).Text).Distinct().Take(MostSamples)];

    private static bool Holds(IReadOnlyList<Place> places, Place place)
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (ReferenceEquals(places[i], place))
                return true;
        }

        return places.Contains(place);
    }

    /// <summary>How many there are of each country, where a table says nothing else.</summary>
    private List<Tally> Counts()
    {
        var (country, count) = (Array.IndexOf(fields, "country"), Array.IndexOf(fields, "count"));
        if (count < 0 && CountryCounts.Are(heads, Enumerable.Range(first, last - first + 1).Select(r => heads.Select((_, c) => grid.At(r, c)?.Text ?? "").ToList())))
            count = 1;
        var counts = new List<Tally>();
        for (var row = first; row <= last && country >= 0 && count >= 0; row++)
        {
            if (grid.At(row, country) is { } of && grid.At(row, count) is { } number && contents[country].Of(of).Countries is [var known] && contents[count].Of(number).Number is { } stated)
                counts.Add(new Tally(contents[country].Of(of).Text, known, stated, [of.Place, number.Place]));
        }

        return counts;
    }

    /// <summary>A partner, and one more thing that makes an agreement of it.</summary>
    private bool IsOfAgreements(List<Row> rows) =>
        rows.Count > 0 && fields.Contains("partner") && !(HasFullBeside && head is null && fields.Count(f => f is not null) < FewestFields) && fields.Any(f => f is "start" or "end" or "term" or "period" or "kind" or "country" or "state" or "renewed" or "reference")
        && !PeopleTables.Is(grid, first, last, fields, contents);

    private IEnumerable<Tally> TotalOf(int row)
    {
        var cells = grid.FilledIn(row);
        var subject = contents[cells[0].Column].Of(cells[0]).Text;
        var number = cells.Skip(1).Select(c => contents[c.Column].Of(c).Number).FirstOrDefault(n => n is not null) ?? NumberIn(subject);
        if (number is { } count)
            yield return new Tally(subject, null, count, [.. cells.Select(c => c.Place)]);
    }

    private static int? NumberIn(string text) => TokenRun.Of(text).Tokens.Select(t => t.Trim('(', ')', ':', '.', ',')).Where(t => t.Length > 0 && t.All(char.IsAsciiDigit) && t.Length < 7)
        .Select(t => (int?)int.Parse(t, System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();

    /// <summary>What was decided on columns with such heads, where nothing in them says otherwise, and nobody says anything of this list.</summary>
    private IEnumerable<(int Column, DayOrder Order)> DaysDecided(TablePart part, ReadOptions options, Contents plain) =>
        from decided in asked is null ? TablePart.Decided(options.Rules, heads, RuleField.Days) : []
        let order = Words.Parse<DayOrder>(decided.Meaning) ?? DayOrder.Unknown
        where order != DayOrder.Unknown && !options.ColumnDays.Any(d => d.Column == decided.Column && d.Heads == Table.HeadsOf(heads))
        where Enumerable.Range(first, last - first + 1).Select(row => shifts.At(row, decided.Column)).All(cell => cell is not { Date: null } || plain.Of(cell).Whens.Decided.All(d => d == order))
        select (decided.Column, order);

    /// <summary>The order of day and month is a column's matter; a column that does not decide it follows the others of its table, and a table the others of its document.</summary>
    private Contents[] OrderedContents(Contents plain)
    {
        if (asked is { } order)
            return [.. Enumerable.Repeat(plain.In(order), grid.Columns)];
        var orders = new DayOrder?[grid.Columns];
        for (var column = 0; column < grid.Columns; column++)
        {
            var (decided, hasShortYears) = (new HashSet<DayOrder>(), false);
            for (var row = first; row <= last; row++)
            {
                if (shifts.At(row, column) is not { Date: null } cell)
                    continue;
                decided.UnionWith(plain.Of(cell).Whens.Decided);
                hasShortYears |= plain.Of(cell).Whens.HasShortYears;
            }

            orders[column] = OrderOf(decided, hasShortYears);
        }

        return InOrders(orders, plain, () => OrderOfWholeYears(plain), usual);
    }

    /// <summary>What the dates of a column decide; null where they are written in both orders, so that those which may be read both ways stay a question.</summary>
    public static DayOrder? OrderOf(HashSet<DayOrder> decided, bool hasShortYears) =>
        decided.Contains(DayOrder.DayFirst) && decided.Contains(DayOrder.MonthFirst) ? null : Dates.Decided(decided, hasShortYears);

    /// <summary>A column that does not decide it follows the others.</summary>
    /// <param name="ofWholeYears">What ends behind begins tell, where no column decides it.</param>
    public static Contents[] InOrders(IReadOnlyList<DayOrder?> orders, Contents plain, Func<DayOrder?> ofWholeYears, DayOrder usual)
    {
        var shared = Dates.Decided(orders.OfType<DayOrder>(), hasShortYears: true) is var told && told is DayOrder.DayFirst or DayOrder.MonthFirst ? told : ofWholeYears() ?? (told == DayOrder.Unknown ? usual : told);
        return [.. orders.Select(o => o is { } own ? plain.In(own == DayOrder.Unknown ? shared : own) : plain)];
    }

    /// <summary>Where no date decides it: the order in which ends are whole years behind begins, if it is one only.</summary>
    public DayOrder? OrderOfWholeYears(Contents plain)
    {
        var (start, end) = (Array.IndexOf(fields, "start"), Array.IndexOf(fields, "end"));
        List<int> periods = [.. Enumerable.Range(0, fields.Length).Where(c => fields[c] is "period" or "term")];
        var (dayFirst, monthFirst) = (0, 0);
        for (var row = first; row <= last; row++)
        {
            if (start >= 0 && end >= 0 && shifts.At(row, start) is { Date: null } begins && shifts.At(row, end) is { Date: null } over && IsOpen(begins))
                Count(contents => IsWholeYears(contents.Of(begins).FirstDate, contents.Of(over).FirstDate));
            foreach (var column in periods)
            {
                if (shifts.At(row, column) is { Date: null } cell && IsOpen(cell))
                    Count(contents => contents.Of(cell).Whens.Items.Any(i => IsWholeYears(i.On, i.RangeEnd)));
            }
        }

        return dayFirst > monthFirst ? DayOrder.DayFirst : monthFirst > dayFirst ? DayOrder.MonthFirst : null;

        bool IsOpen(GridCell cell) => plain.Of(cell).Whens.Items.Any(i => i.Doubt == "date.day-month");

        void Count(Func<Contents, bool> isWhole)
        {
            dayFirst += isWhole(plain.In(DayOrder.DayFirst)) ? 1 : 0;
            monthFirst += isWhole(plain.In(DayOrder.MonthFirst)) ? 1 : 0;
        }
    }

    private static bool IsWholeYears(EdtfDate? begin, EdtfDate? end) => begin is not null && end is not null && Length.WholeYears(begin, end) is not null;
}

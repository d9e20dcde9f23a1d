using Entente.Core;
using Entente.Core.Reading;
using Entente.Formats.Tables;

namespace Entente.Formats.Text;

/// <summary>A list whose rows stand in order and whose columns are lost: text copied out of a printed table.</summary>
internal static class RowsInOrder
{
    private const string ListId = "t1";
    private const string SideId = "t2";

    /// <summary>Each reading teaches the next one what this list's rows look like.</summary>
    private const int Rereadings = 2;

    /// <summary>Names of partners have fewer words than this on average; sentences have more.</summary>
    private const int LongestName = 12;

    private const int FewestLines = 3;

    /// <param name="places">Of its lines, when they are those of a document that is no text.</param>
    /// <param name="over">What headings say of each of its lines.</param>
    public static SourceReading? Read(Source source, string content, ReadOptions options, IReadOnlyList<Place>? places = null, IReadOnlyList<Above>? over = null)
    {
        var text = new TextTokens(content, places);
        var headers = over is null ? ListHeader.FindAll(text) : [];
        var evidence = new Evidence(text, options.Rules.Kinds, options.Days);
        var layout = Layout.From(headers.Count > 0 ? headers[0] : null, evidence);
        var isOfLines = over is not null || IsOfLines(text, evidence, headers);
        var cut = new Segmentation(text, evidence, headers, layout, isOfLines, over is not null).Best();
        for (var reading = 0; reading < Rereadings; reading++)
        {
            layout = layout.LearntFrom(cut.Rows, text);
            cut = new Segmentation(text, evidence, headers, layout, isOfLines, over is not null).Best();
        }

        var header = headers.Count > 0 ? headers[0] : null;
        var rows = cut.Rows;
        if (over is null ? !IsList(rows, header) : rows.Count == 0)
            return null;
        var dates = new DatesInOrder(header);
        List<Row> list = [.. Carried([.. rows.Select(r => dates.Told(Under(text, evidence, r, over?[text.Tokens[r.Tokens()[0]].Line - 1])))], layout)];
        var shape = new ListShape(
            ColumnsOf(header, rows),
            rows.Count(r => r.Has(Slot.Country)) * 2 >= rows.Count,
            StatedOn(text, evidence, header?.Start ?? rows[0].Tokens()[0]),
            options.ListedOn,
            options.Rules) { FrequentWords = Drafts.FrequentWords(list) };
        return Whole(source, text, header, Drafts.From(list, shape), cut);
    }

    /// <param name="end">Where the list begins.</param>
    private static Edtf.EdtfDate? StatedOn(TextTokens text, Evidence evidence, int end) => evidence.AsOf(0, end)
        ?? Enumerable.Range(0, end).GroupBy(i => text.Tokens[i].Line).Select(line => AsOf.DayClosing(text.Joined([.. line]))).FirstOrDefault(on => on is not null);

    /// <summary>Whether nearly every line holds a name and a date: then none is wrapped.</summary>
    private static bool IsOfLines(TextTokens text, Evidence evidence, IReadOnlyList<ListHeader> headers)
    {
        var heads = headers.SelectMany(h => Enumerable.Range(h.Start, h.End - h.Start)).ToHashSet();
        var lines = Enumerable.Range(0, text.Run.Count).Where(i => !heads.Contains(i)).GroupBy(i => text.Tokens[i].Line).ToList();
        var whole = lines.Count(line => line.Any(i => i > line.First() + 1 && evidence.At(i).Any(s => s.Clue is Clue.Date or Clue.Term)));
        return lines.Count >= FewestLines && whole * 10 >= lines.Count * 9;
    }

    /// <summary>A country before the names that stands only in the first row of each group counts for the rows below it.</summary>
    private static IEnumerable<Row> Carried(List<Row> rows, Layout layout)
    {
        var slots = layout.Slots.ToList();
        var isOfGroups = slots.IndexOf(Slot.Country) is >= 0 and var at && at < slots.IndexOf(Slot.Partner) && rows.Count(r => r.Countries.Count > 0) * 10 <= rows.Count * 7;
        IReadOnlyList<CountryCell> last = [];
        foreach (var row in rows)
        {
            if (row.Countries.Count > 0)
                last = row.Countries;
            yield return isOfGroups && row.Countries.Count == 0 ? row with { Countries = [.. last.Select(c => c with { Basis = CountryBasis.Inherited })] } : row;
        }
    }

    /// <summary>What the header promises; without one, what the rows hold.</summary>
    private static WhenColumns ColumnsOf(ListHeader? header, List<Segment> rows)
    {
        if (header is not null)
            return new WhenColumns(header.Has("end") || header.Has("term") || header.Has("period"), header.Has("term") && header.Has("end"));
        return new WhenColumns(rows.Any(r => r.Signs.Exists(s => s.Clue == Clue.Term) || r.Signs.Count(s => s.Clue == Clue.Date) > 1), false);
    }

    /// <summary>Under a header one row is enough; without one most of what was cut must look like rows and not like sentences.</summary>
    private static bool IsList(List<Segment> rows, ListHeader? header)
    {
        var good = rows.Count(IsRow);
        if (header is not null)
            return good > 0;
        return good >= 2 && good * 10 >= rows.Count * 6 && rows.Average(r => r.Words.GetValueOrDefault(Slot.Partner, []).Count) <= LongestName;
    }

    /// <summary>A partner and at least two other parts: less is no row of a list of agreements.</summary>
    private static bool IsRow(Segment row) =>
        new[] { Slot.Partner, Slot.Country, Slot.Kind, Slot.When }.Count(row.Has) >= 3;

    private static Row Under(TextTokens text, Evidence evidence, Segment segment, Above? above)
    {
        var row = RowOf(text, segment);
        if (above is null)
            return row;
        if (above.Partner is not null)
            return ItemRow.Of(text, evidence, segment.Tokens(), row, above);
        return row with
        {
            Number = above.Number ?? row.Number,
            Countries = row.Countries.Count == 0 && above.Country is { } country ? [country] : row.Countries,
            Kinds = row.Kinds.Count == 0 && above.Kind is { } kind ? [kind] : row.Kinds,
            // In running text there are words between the values.
            Remark = row.Note,
            Note = null,
        };
    }

    private static Row RowOf(TextTokens text, Segment segment)
    {
        var tokens = segment.Tokens();
        return new Row(ListId, text.AsPrinted(tokens), text.Places(tokens))
        {
            Number = segment.Number is { } number ? CellOf(text, [number]) : null,
            Partner = CellOf(text, segment.Words.GetValueOrDefault(Slot.Partner)),
            Subject = CellOf(text, segment.Words.GetValueOrDefault(Slot.Subject)),
            Note = CellOf(text, [.. segment.Words.GetValueOrDefault(Slot.Note, []), .. segment.Unread.Where(i => text.Tokens[i].Text.Any(char.IsLetterOrDigit))]),
            Countries = [.. segment.Signs.Where(s => s.Clue == Clue.Country).Select(s => new CountryCell(CellOf(text, Tokens(s))!, s.Country))],
            Kinds = [.. segment.Signs.Where(s => s.Clue == Clue.Kind).Select(s => KindOf(text, s))],
            Whens = [.. WhensOf(segment.Signs)],
        };
    }

    /// <summary>A label decides what the dates behind it are, as the head of a column does.</summary>
    public static IEnumerable<WhenItem> WhensOf(IEnumerable<Sign> signs)
    {
        var role = WhenRole.Lost;
        var hasDate = false;
        foreach (var sign in signs.OrderBy(s => s.Start))
        {
            if (sign.Clue == Clue.Label)
                role = sign.Field switch { "start" => WhenRole.Start, Evidence.Effective => WhenRole.Effective, "renewed" => WhenRole.Renewed, "end" => WhenRole.End, "term" => WhenRole.Term, "period" => WhenRole.Period, _ => WhenRole.Lost };
            if (sign.When is { } when)
            {
                yield return when with { Role = role is WhenRole.Term or WhenRole.Period && when.IsDate ? when.RangeEnd is null && hasDate ? WhenRole.End : WhenRole.Period : role };
                hasDate |= when.IsDate;
            }
        }
    }

    public static Cell CellOf(TextTokens text, Sign sign) => CellOf(text, Tokens(sign))!;

    public static Kind KindOf(TextTokens text, Sign sign)
    {
        var cell = CellOf(text, Tokens(sign))!;
        return new Kind(cell.Text.Trim(',', ';', '/', '.', '(', ')'), sign.Kind) { Places = cell.Places };
    }

    private static int[] Tokens(Sign sign) => [.. Enumerable.Range(sign.Start, sign.Length)];

    private static Cell? CellOf(TextTokens text, IReadOnlyList<int>? tokens) =>
        tokens is { Count: > 0 } ? new Cell(text.Joined(tokens), text.Places(tokens)) : null;

    private static SourceReading Whole(Source source, TextTokens text, ListHeader? header, ListReading list, Cut cut)
    {
        var sideRows = cut.Aside.Where(s => s.Clue is Clue.SideRow or Clue.Total).ToList();
        var title = cut.Furniture.Where(i => header is null || i < header.Start).ToList();
        var placing = Placing.Of(text, cut, list.Drafts, title);
        var unplaced = placing.Unplaced.Select(i => text.Tokens[i].Text).ToList();
        var checks = SideTable.Checks(text, sideRows, list.Drafts);
        var findings = list.Findings.Concat(Findings(text, header, list, checks, unplaced));
        return new SourceReading(source)
        {
            Title = title.Count > 0 ? text.Joined(title) : null,
            ListedOn = list.ListedOn,
            ListedOnBasis = list.ListedOnBasis,
            Tables = [ListTable(text, header, list.Drafts.Count), .. SideTable.Table(SideId, text, header, sideRows)],
            Drafts = list.Drafts,
            Checks = checks,
            Findings = [.. findings.Select((f, i) => f with { Id = $"f{i + 1}" })],
            Placed = new Placed(text.Run.Count, text.Run.Count - unplaced.Count, unplaced),
            Pieces = placing.Pieces,
        };
    }

    private static Table ListTable(TextTokens text, ListHeader? header, int rows)
    {
        var columns = header?.Columns.Select(c => c.Field == "state" ? c with { Field = "kind" } : c).ToList() ?? [];
        return new Table(ListId, TableRole.Agreements, columns, rows)
        {
            Places = header is null ? [] : text.Places([.. Enumerable.Range(header.Start, header.Columns.Sum(c => TokenRun.Of(c.Header!).Count))]),
        };
    }

    private static IEnumerable<Finding> Findings(TextTokens text, ListHeader? header, ListReading list, IReadOnlyList<Check> checks, List<string> unplaced)
    {
        if (header?.Columns.FirstOrDefault(c => c.Field == "state") is { } state && list.Drafts.Any(d => d.Facts.Kinds.Count > 0))
        {
            yield return new Finding("column.content-over-header", Severity.Note, [], "kind", [state.Header!])
            {
                Places = text.Places([.. Enumerable.Range(header.Start, header.End - header.Start)]),
            };
        }

        foreach (var check in checks.Where(c => !c.Holds))
            yield return new Finding($"check.{Core.Words.Kebab(check.Kind)}", Severity.Doubt, [], null, [check.Text ?? check.Subject ?? "", $"{check.Stated}", $"{check.Counted}"]) { Places = check.Places };
        if (unplaced.Count > 0)
            yield return new Finding("tokens.unplaced", Severity.Error, [], null, [$"{unplaced.Count}", string.Join(' ', unplaced.Take(20))]);
    }
}

using Entente.Core;
using Entente.Formats.Tables;

namespace Entente.App.Sources;

/// <summary>A part of a long text.</summary>
/// <param name="Before">How many lines are before it.</param>
/// <param name="Next">The first line behind it; null where there is none.</param>
public sealed record Slice(int Before, int? Next);

/// <summary>The text of an edition, line by line, with what each of its words became.</summary>
public sealed class StoredText
{
    private const int Around = 2, MostLines = 400, MostLetters = 40_000;

    private readonly string[] lines;
    private readonly int before;
    private readonly Dictionary<int, EditionRow> rows;
    private readonly ILookup<int, Piece> byLine, byRecord, byPage;
    private readonly Lazy<IReadOnlyDictionary<string, int>> counts;

    /// <param name="text">Its lines are counted as its reader counts them; null when the source is no text.</param>
    /// <param name="rows">Of the edition; where it was not kept what each word became, they tell at least what is of a record.</param>
    /// <param name="slice">Where it is not all of the text.</param>
    public StoredText(string? text, EditionRows rows, Slice? slice = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        (Slice, before) = (slice, slice?.Before ?? 0);
        IsText = text is not null;
        lines = text?.ReplaceLineEndings("\n").Split('\n') ?? [];
        IsWhole = rows.Pieces is not null;
        Pieces = rows.Pieces ?? [.. rows.Rows.SelectMany(r => r.Places.Select(p => new Piece(PieceRole.Record, p, r.Order)))];
        this.rows = rows.Rows.ToDictionary(r => r.Order);
        if (IsText)
            Pieces = OnLines(Pieces);
        byLine = Pieces.ToLookup(p => p.Place.Line ?? 0);
        byRecord = Pieces.ToLookup(p => p.Record ?? 0);
        byPage = Pieces.Where(p => p.Place.Box is not null).ToLookup(p => p.Place.Page ?? 0);
        Pages = byPage.Select(p => p.Key).DefaultIfEmpty(0).Max();
        counts = new(() => Pieces.GroupBy(SourcePiece.FieldOf).ToDictionary(g => g.Key, g => g.Sum(WordsIn)));
    }

    /// <summary>Values with separators have a line and a cell; where they are not found on it, as cells of a page are not, the line is shown as one piece.</summary>
    private IReadOnlyList<Piece> OnLines(IReadOnlyList<Piece> pieces)
    {
        if (pieces.All(p => Fits(p.Place)))
            return pieces;
        var ofLines = pieces.Where(p => p.Place.Line is { } line && IsLine(line)).GroupBy(p => p.Place.Line!.Value).Select(g => (LineAt(g.Key), (IReadOnlyList<Place>)[.. g.Select(p => p.Place)]));
        if (ValuesOnLines.Of(ofLines) is { } values)
            pieces = [.. pieces.Select(p => p.Place.Line is { } line && IsLine(line) && values.Find(LineAt(line), p.Place) is { } place ? p with { Place = place } : p)];
        return [.. pieces.GroupBy(p => p.Place.Line ?? 0).Where(g => IsLine(g.Key) && !string.IsNullOrWhiteSpace(LineAt(g.Key)))
            .SelectMany(g => g.All(p => Fits(p.Place)) ? g.AsEnumerable() : [Whole(g.OrderBy(p => p.Role).First(), LineAt(g.Key))])];
    }

    private bool Fits(Place place) =>
        place is { Line: int line, Column: int column and > 0, Length: int length and > 0 } && IsLine(line) && column - 1 + length <= LineAt(line).Length;

    private static Piece Whole(Piece piece, string line) =>
        piece with { Field = null, Place = new Place(Line: piece.Place.Line, Column: line.Length - line.TrimStart().Length + 1, Length: line.Trim().Length) };

    public bool IsText { get; }

    /// <summary>Null where all of the text is there.</summary>
    public Slice? Slice { get; }

    /// <summary>Whether it is told of each word what it became, and not only which are of a record.</summary>
    public bool IsWhole { get; }

    public IReadOnlyList<Piece> Pieces { get; }

    /// <summary>How many pages it has, where its words stand in boxes on pages; else 0.</summary>
    public int Pages { get; }

    /// <summary>The first page with anything on it.</summary>
    public int FirstPage => byPage.Select(p => p.Key).DefaultIfEmpty(1).Min();

    public IEnumerable<Piece> OnPage(int page) => byPage[page];

    public IEnumerable<Piece> OfRecord(int record) => byRecord[record];

    /// <summary>Whether its words stand in cells, and not on lines or pages.</summary>
    public bool HasCells => !IsText && Pages == 0;

    /// <summary>What stands in cells, with whichever record it is told.</summary>
    public IEnumerable<Piece> AtSpots(IReadOnlySet<string> spots) => Pieces.Where(p => DocumentCells.SpotOf(p.Place) is { } spot && spots.Contains(spot));

    /// <summary>Where something became this.</summary>
    public IEnumerable<string> SpotsOf(string field) => Pieces.Where(p => SourcePiece.FieldOf(p) == field).Select(p => DocumentCells.SpotOf(p.Place)).OfType<string>();

    /// <summary>Where heads of columns stand.</summary>
    public IReadOnlySet<string> Heads() => Pieces.Where(p => p.Role == PieceRole.Header).Select(p => DocumentCells.SpotOf(p.Place)).OfType<string>().ToHashSet();

    /// <summary>What stands in the boxes or cells that facts were read from, with whichever record they are told.</summary>
    public IReadOnlyList<Piece> InBoxes(IReadOnlyList<Place> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        if (HasCells || places.Any(p => p.Cell is not null))
            return [.. AtSpots(places.Select(DocumentCells.SpotOf).OfType<string>().ToHashSet())];
        var sought = places.Select(SourcesApi.BoxOf).OfType<string>().ToHashSet();
        return sought.Count == 0 ? [] : [.. places.Select(p => p.Page ?? 0).Distinct().SelectMany(OnPage).Where(p => sought.Contains(SourcesApi.BoxOf(p.Place)!))];
    }

    public IReadOnlyCollection<EditionRow> Rows => rows.Values;

    public EditionRow? FindRow(int? order) => order is { } record ? rows.GetValueOrDefault(record) : null;

    /// <summary>How many words became what.</summary>
    public IReadOnlyDictionary<string, int> Counts => counts.Value;

    /// <summary>The records whose first word stands on a line.</summary>
    public IEnumerable<int> BeginningOn(int line) =>
        byLine[line].Select(p => p.Record).OfType<int>().Distinct().Where(record => byRecord[record].Min(p => p.Place.Line) == line);

    /// <summary>Where words are in boxes or cells, each of these counts as one.</summary>
    public int WordsIn(Piece piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        return piece.Place.Box is not null || piece.Place.Cell is not null || HasCells ? 1 : TextAt(piece.Place).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
    }

    /// <summary>The lines on which something became this; all when nothing is named. In pages of what a person looks through.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Paged(string? field)
    {
        var numbers = field is null ? Enumerable.Range(before + 1, lines.Length)
            : Pieces.Where(p => p.Place.Line is not null && SourcePiece.FieldOf(p) == field).Select(p => p.Place.Line!.Value).Distinct().Order();
        var pages = new List<IReadOnlyList<int>>();
        var (page, letters) = (new List<int>(), 0);
        foreach (var number in numbers)
        {
            letters += LineAt(number).Length;
            if (page.Count == MostLines || (letters > MostLetters && page.Count > 0))
            {
                pages.Add(page);
                (page, letters) = ([], LineAt(number).Length);
            }

            page.Add(number);
        }

        return page.Count > 0 || pages.Count == 0 ? [.. pages, page] : pages;
    }

    /// <summary>Lines, with all that they became.</summary>
    public IReadOnlyList<SourceLine> Of(IReadOnlyList<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return [.. numbers.Select((n, i) => new SourceLine(n, false, Cut(n, byLine[n], []), i > 0 && numbers[i - 1] < n - 1))];
    }

    /// <summary>The lines of some records and of some places, and those around them; where there are records, only what is of them is told.</summary>
    public IReadOnlyList<SourceLine> About(IReadOnlyList<int> records, IReadOnlyList<Place>? pointed = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        var told = records.Count == 0 ? byLine : records.SelectMany(r => byRecord[r]).ToLookup(p => p.Place.Line ?? 0);
        var points = (pointed ?? []).ToLookup(p => p.Line ?? 0);
        var own = (records.Count == 0 ? [] : told.Select(l => l.Key)).Concat(points.Select(p => p.Key)).Where(IsLine).ToHashSet();
        var shown = new List<SourceLine>();
        foreach (var number in own.SelectMany(n => Enumerable.Range(n - Around, (2 * Around) + 1)).Where(IsLine).Distinct().Order())
            shown.Add(new SourceLine(number, own.Contains(number), Cut(number, told[number], points[number]), shown.Count > 0 && shown[^1].Number < number - 1));
        return shown;
    }

    private bool IsLine(int number) => number > before && number <= before + lines.Length;

    private string LineAt(int number) => lines[number - before - 1];

    private string TextAt(Place place) => place is { Line: { } line, Column: { } column, Length: { } length } && IsLine(line)
        && column >= 1 && column <= LineAt(line).Length
        ? LineAt(line).Substring(column - 1, Math.Min(length, LineAt(line).Length - column + 1))
        : "";

    private List<SourcePiece> Cut(int number, IEnumerable<Piece> pieces, IEnumerable<Place> points)
    {
        var line = LineAt(number);
        var at = 0;
        var cut = new List<SourcePiece>();
        foreach (var piece in pieces.OrderBy(p => p.Place.Column))
        {
            var start = piece.Place.Column!.Value - 1;
            var text = TextAt(piece.Place);
            if (start < at || text.Length == 0)
                continue;
            if (start > at)
                cut.Add(new SourcePiece(line[at..start], null));
            cut.Add(new SourcePiece(text, SourcePiece.FieldOf(piece), piece.Why, points.Any(p => Meet(p, piece.Place))));
            at = start + text.Length;
        }

        if (at < line.Length)
            cut.Add(new SourcePiece(line[at..], null));
        return cut;
    }

    private static bool Meet(Place one, Place other) => one.Column < other.Column + other.Length && other.Column < one.Column + one.Length;
}

using System.Globalization;
using System.Security.Cryptography;

using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;
using Entente.Formats.Docx;
using Entente.Formats.Html;
using Entente.Formats.Json;
using Entente.Formats.Pdf;
using Entente.Formats.Registers;
using Entente.Formats.Sheets;
using Entente.Formats.Tables;
using Entente.Formats.Text;

namespace Entente.Formats;

/// <param name="ListedOn">The date that the list speaks of, when the person who brings it knows it.</param>
public sealed record ReadOptions(EdtfDate? ListedOn = null)
{
    public ReadingRules Rules { get; init; } = ReadingRules.Usual;

    /// <summary>Columns that a person says to be something else than they are taken for.</summary>
    public IReadOnlyList<ColumnChoice> Columns { get; init; } = [];

    /// <summary>Which of two small numbers of a date is the day; null: what each column tells.</summary>
    public DayOrder? Days { get; init; }

    /// <summary>The same of single columns, whatever the list as a whole has.</summary>
    public IReadOnlyList<ColumnDays> ColumnDays { get; init; } = [];

    /// <summary>Told of each page that is read, where reading takes its time.</summary>
    public IProgress<PagesRead>? Progress { get; init; }

    /// <summary>Told of each table that is looked through, first for what it is and then for its rows.</summary>
    public IProgress<TablesRead>? Tables { get; init; }

    /// <summary>Told of each row that becomes a record. A document whose tables can be found in several ways is gone through several times.</summary>
    public IProgress<RowsRead>? Rows { get; init; }

    /// <summary>Ends the reading where it is, within a moment.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>For a list that goes into a register.</summary>
    /// <param name="today">The day on which it is read.</param>
    public static ReadOptions For(Register register, EdtfDate? listedOn, Day today)
    {
        ArgumentNullException.ThrowIfNull(register);
        return new ReadOptions(listedOn ?? register.ListedOn) { Rules = ReadingRules.Of(register) with { Today = today } };
    }
}

/// <summary>How far the reading of a document has come.</summary>
public readonly record struct PagesRead(int Pages, int Of);

/// <summary>How many tables of a document were looked through.</summary>
public readonly record struct TablesRead(int Tables, int Of);

/// <summary>How many rows of the tables of a document are records by now.</summary>
public readonly record struct RowsRead(int Rows, int Of);

/// <summary>The one door for documents: bytes in, a reading out.</summary>
public static class SourceReader
{
    /// <summary>Larger documents are refused before they are read.</summary>
    public const long MostBytes = 64L << 20;

    /// <summary>No list has a line of so many UTF-16 units.</summary>
    private const int LongestLine = 1 << 20;

    /// <summary>Some fifteen thousand agreements. Where columns are lost each word is weighed in many ways at once: twice as many take 4 GB and minutes.</summary>
    public const int MostWords = 200_000;

    private const int MostParagraphs = 1_000;

    /// <summary>What labels or strokes set apart was meant so.</summary>
    private const double MeantSo = 0.1;

    /// <summary>Less is known of a piece of a record.</summary>
    private const double HardlyKnown = 0.25;

    /// <exception cref="RefusedException">The bytes are no document that can be read: source.empty, source.binary, source.picture, source.encoding,
    /// source.too-large, source.too-packed, source.archive, source.damaged, source.type-definition, source.too-deep, source.too-many-cells, source.too-many-columns, source.too-many-lines, source.long-line,
    /// source.too-many-words, source.no-table.</exception>
    public static SourceReading Read(string name, ReadOnlyMemory<byte> bytes, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (bytes.Length > MostBytes)
            throw new RefusedException("source.too-large", name, $"{MostBytes >> 20}");
        return ReadingStop.Within(() =>
        {
            var reading = Read(name, bytes, options, Detect.TypeOf(bytes)) ?? throw new RefusedException("source.no-table", name);
            return new RuledReading(options.Rules).Of(reading);
        }, options.Stop);
    }

    private static SourceReading? Read(string name, ReadOnlyMemory<byte> bytes, ReadOptions options, string mediaType)
    {
        Source Source(string? encoding, string type) => new(name, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), type, bytes.Length, encoding);
        SourceReading? OfBlocks(SourceBlocks blocks) => RegisterForm.Read(Source(null, mediaType), blocks, options) ?? Of(Source(null, mediaType), blocks, options);
        switch (mediaType)
        {
            case MediaTypes.Xlsx or MediaTypes.Xls or MediaTypes.Ods or MediaTypes.Docx:
                return OfBlocks(BlocksOf(name, bytes, mediaType));
            case MediaTypes.Pdf:
                var (tables, lines) = PdfBlocks.Read(name, bytes, options);
                var asLines = OfBlocks(lines);
                var best = new[] { OfBlocks(tables), asLines }.OfType<SourceReading>().MaxBy(r => Worth(r, options) + (r == asLines ? 0 : MeantSo * r.Drafts.Count));
                return best is null && tables.Findings.Any(f => f.Code == "document.cut") ? throw new RefusedException("source.broken", name) : best;
        }

        var detected = Detect.Text(name, bytes);
        var controls = new StrayControls();
        return With(OfText(name, detected with { Text = controls.Out(detected.Text) }, Source, options), null, controls.Findings);
    }

    /// <param name="of">The document in an encoding and of a media type.</param>
    private static SourceReading? OfText(string name, DetectedText text, Func<string?, string, Source> of, ReadOptions options)
    {
        if (Detect.IsHtml(text.Text))
            return Of(of(text.Encoding, MediaTypes.Html), HtmlBlocks.Read(name, text.Text), options);
        if (JsonBlocks.Read(name, text.Text) is { } json)
            return RegisterJson.Read(of(text.Encoding, MediaTypes.Json), text.Text, options) ?? new BlocksReader(of(text.Encoding, MediaTypes.Json), options).Read(json);
        if (HasLongLine(text.Text))
            throw new RefusedException("source.long-line", name);
        var source = of(text.Encoding, MediaTypes.Text);
        return (RegisterTable.HeadIn(text.Text) is { } head ? RegisterForm.Read(source, Delimited.ReadAs(text.Text, head), options) : null) ?? LikeAgreements.Told(Best(source, text.Text, options), options.Rules.Kinds);
    }

    /// <summary>A document that is no plain text and has no pages, taken apart.</summary>
    internal static SourceBlocks BlocksOf(string name, ReadOnlyMemory<byte> bytes, string mediaType) => mediaType switch
    {
        MediaTypes.Xlsx or MediaTypes.Xls => Opened(name, bytes, Workbook.Read),
        MediaTypes.Ods => Opened(name, bytes, OpenSheets.Read),
        MediaTypes.Docx => Opened(name, bytes, WordBlocks.Read),
        MediaTypes.Html => HtmlBlocks.Read(name, new StrayControls().Out(Detect.Text(name, bytes).Text)),
        MediaTypes.Json => JsonBlocks.Read(name, new StrayControls().Out(Detect.Text(name, bytes).Text)) ?? throw new RefusedException("source.no-table", name),
        _ => throw new ArgumentOutOfRangeException(nameof(mediaType), mediaType, null),
    };

    private static SourceBlocks Opened(string name, ReadOnlyMemory<byte> bytes, Func<string, ReadOnlyMemory<byte>, SourceBlocks> read)
    {
        try
        {
            Packed.Check(name, bytes);
            return read(name, bytes);
        }
        catch (Exception e) when (e is not (RefusedException or OutOfMemoryException or OperationCanceledException))
        {
            // The libraries say what is wrong with a file in many kinds of exceptions.
            throw TypeDefinition.IsIn(bytes) ? new RefusedException("source.type-definition", e, name) : new RefusedException("source.damaged", e, name);
        }
    }

    /// <summary>Tables where there are some; else cards; else whatever rows its lines hold.</summary>
    private static SourceReading? Of(Source source, SourceBlocks blocks, ReadOptions options) => LikeAgreements.Told(Made(source, blocks, options), options.Rules.Kinds);

    private static SourceReading? Made(Source source, SourceBlocks blocks, ReadOptions options)
    {
        var texts = blocks.Blocks.OfType<TextBlock>().ToList();
        if (new BlocksReader(source, options).Read(blocks) is { } tables)
            return tables;
        var lines = texts.SelectMany(b => b.Text.Split('\n').Select((line, i) => new TextLine(line, b.Place, b.Level) { Item = b.Item, GoesOn = b.GoesOn || i > 0, Name = i == 0 ? b.Name : null })).ToList();
        var ofCells = OfTables([Cards.Read(lines, options.Rules.Kinds, areBroken: lines.Exists(l => l.Place.Box is not null)), CellLines.Read(lines, options.Rules.Kinds), ColumnLines.Read(lines, options.Rules.Kinds)], source, options);
        var readings = ofCells.ToList();
        var text = string.Join('\n', lines.Select(l => l.Text));
        if (HasTooManyWords(text))
            return With(readings.FirstOrDefault(), blocks.Title, blocks.Findings);
        var ofItems = OfItems(source, lines.Exists(l => l.Item > 0) ? lines : ItemLines.Marked(lines, mayBeNumbered: true), options);
        if (ofItems is not null)
            readings.Add(ofItems);
        if (readings.Count == 0 && RowsInOrder.Read(source, text, options, [.. lines.Select(l => l.Place)]) is { } inOrder)
            readings.Add(inOrder);
        if (ofItems is null && OfSentences(source, lines, readings, options) is { } told)
            return told;
        return With(readings.MaxBy(r => Worth(r, options) + (ofCells.Contains(r) ? MeantSo * r.Drafts.Count : 0)), blocks.Title, blocks.Findings);
    }

    /// <summary>What the format says of the whole document is said however its lines are read.</summary>
    private static SourceReading? With(SourceReading? reading, string? title, IReadOnlyList<Finding> further) => reading is null ? null : reading with
    {
        Title = reading.Title ?? title,
        Findings = [.. reading.Findings, .. further.Select((f, i) => f with { Id = $"f{reading.Findings.Count + i + 1}" })],
    };

    /// <summary>The readings of those ways to make tables of a document that make any.</summary>
    private static List<SourceReading> OfTables(IEnumerable<SourceBlocks?> ways, Source source, ReadOptions options) =>
        [.. ways.OfType<SourceBlocks>().Select(b => new BlocksReader(source, options).Read(b)).OfType<SourceReading>()];

    private static SourceReading? OfItems(Source source, IReadOnlyList<TextLine> lines, ReadOptions options) =>
        Items.Read(lines, options.Rules.Kinds) is { } items && RowsInOrder.Read(source, string.Join('\n', items.Lines.Select(l => l.Text)), options, [.. items.Lines.Select(l => l.Place)], items.Over) is { } reading
            ? AroundItems.With(reading, items.Around, options.Rules.Kinds) : null;

    /// <summary>Paragraphs that each tell of an agreement, where nothing else was found or they are plainly sentences.</summary>
    private static SourceReading? OfSentences(Source source, List<TextLine> paragraphs, List<SourceReading> readings, ReadOptions options)
    {
        if (readings.Count > 0 && (readings.Exists(HasHeads) || paragraphs.Count > MostParagraphs))
            return null;
        var told = Items.Told(paragraphs, options.Rules.Kinds);
        return readings.Count == 0 || Items.AreSentences(told, options.Rules.Kinds) ? OfItems(source, told, options) : null;
    }

    /// <summary>A text may be read in several ways; the one that makes most of it is taken.</summary>
    private static SourceReading? Best(Source source, string text, ReadOptions options)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select((line, i) => new TextLine(line.Trim(), new Place(Line: i + 1))).Where(l => l.Text.Length > 0).ToList();
        var isMarkdown = lines.Exists(l => l.Text[0] == '|' && StrokeTables.IsRule(l.Text));
        var delimited = isMarkdown ? null : Delimited.Read(text);
        new BlocksReader(source, options).Refuse(delimited?.Blocks ?? []);
        var drawn = delimited is { HasAllColumns: true } ? OfTables([StrokeTables.Read(text), delimited], source, options) : [];
        if (drawn.Exists(HasHeads))
            return drawn.MaxBy(r => Worth(r, options));
        // The one that takes longest goes on beside the others.
        var inOrder = Task.Run(() => HasTooManyWords(text) ? null : RowsInOrder.Read(source, text, options));
        drawn = delimited is { HasAllColumns: true } ? drawn : OfTables([StrokeTables.Read(text), delimited], source, options);
        var readings = drawn.Concat(OfTables([BlankColumns.Read(text), Cards.Read(lines, options.Rules.Kinds, areBroken: true), CellLines.Read(lines, options.Rules.Kinds), ColumnLines.Read(lines, options.Rules.Kinds)], source, options)).ToList();
        if (inOrder.GetAwaiter().GetResult() is { } rows)
            readings.Add(rows);
        else if (readings.Count == 0 && HasTooManyWords(text))
            throw new RefusedException("source.too-many-words", source.Name, MostWords.ToString("N0", CultureInfo.InvariantCulture));
        var ofItems = HasTooManyWords(text) ? null : OfItems(source, ItemLines.Of(text, mayBeNumbered: readings.Count == 0 || !readings.Exists(HasHeads)), options);
        if (ofItems is not null)
            readings.Add(ofItems);
        if (ofItems is null && !HasTooManyWords(text) && OfSentences(source, [.. ItemLines.Paragraphs(text)], readings, options) is { } told)
            return told;
        return readings.MaxBy(r => Worth(r, options) + (drawn.Contains(r) ? MeantSo * r.Drafts.Count : 0));
    }

    private static bool HasHeads(SourceReading reading) => reading.Tables.Any(t => t.Role == TableRole.Agreements && t.Columns.Count(c => c.Header is not null) > 2);

    /// <summary>Records of which much is known count, and those of which nearly nothing is known count against it, as trouble does: pieces of
    /// a table that is taken for another kind of text are many records. Trouble with one record takes no more than what it counts: who left it out would have none.</summary>
    private static double Worth(SourceReading reading, ReadOptions options)
    {
        var ofOne = reading.Findings.Where(f => f.Records.Count == 1).ToLookup(f => f.Records[0], Trouble);
        var worth = (Follows(reading, options.Columns) ? reading.Placed.Atoms : 0) - reading.Findings.Where(f => f.Records.Count != 1).Sum(Trouble) - (0.1 * reading.Placed.Unplaced.Count);
        foreach (var draft in reading.Drafts)
        {
            var known = Known(draft.Facts) - HardlyKnown;
            worth += known - Math.Min(ofOne[draft.Order].Sum(), Math.Max(known, 0));
        }

        return worth;

        static double Trouble(Finding finding) => finding.Severity switch { Severity.Error => 0.5, Severity.Doubt => 0.3, _ => 0 };
    }

    /// <summary>Whose columns a person has spoken of: that is the way in which the document is meant.</summary>
    private static bool Follows(SourceReading reading, IReadOnlyList<ColumnChoice> columns) =>
        columns.Count > 0 && reading.Tables.Any(t => t.HasCells && columns.Any(c => c.Heads == t.Heads));

    /// <summary>From 0 to 1.</summary>
    private static double Known(Facts facts) =>
        (facts.Parties[0].Name.Length == 0 ? 0 : PhraseBook.Keys(facts.Parties[0].Name).Any(Names.IsInstitutionWord) ? 0.3 : 0.15)
        + (facts.Parties.Any(p => p.Country is not null) ? 0.15 : 0) + (facts.Begin is not null ? 0.2 : 0)
        + (facts.Ends.Basis == EndsBasis.Unstated ? 0 : 0.2) + (facts.Kinds.Any(k => k.Code is not null) ? 0.15 : 0);

    private static bool HasTooManyWords(string text)
    {
        // A word and the blank after it are two characters at least.
        if (text.Length < 2 * MostWords)
            return false;
        var words = 0;
        var isInside = false;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !isInside && ++words > MostWords)
                return true;
            isInside = !char.IsWhiteSpace(c);
        }

        return false;
    }

    private static bool HasLongLine(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Length > LongestLine)
                return true;
        }

        return false;
    }
}

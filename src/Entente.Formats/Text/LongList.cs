using System.Security.Cryptography;
using System.Text;

using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;
using Entente.Formats.Registers;
using Entente.Formats.Tables;

namespace Entente.Formats.Text;

/// <summary>A long text of values with a separator, read in parts so that a list of any length takes the same memory. What is read is what
/// <see cref="SourceReader"/> would read of it as a whole; where that is not plain from its beginning, it is none.</summary>
public sealed class LongList
{
    /// <summary>One value of the database holds no more.</summary>
    public const long MostBytes = 900L << 20;

    private const int MostKept = 50_000, Head = 1 << 16;

    private const double Evenness = 0.75;

    private readonly Func<Stream> open;
    private readonly ReadOptions options;
    private readonly char separator;
    private readonly LongListSizes sizes;
    private readonly ListOpening opening;
    private readonly ListSurvey survey;
    private readonly Contents plain;
    private readonly ListShape shape;

    private LongList(Source source, Func<Stream> open, ReadOptions options, char separator, LongListSizes sizes, ListOpening opening, ListSurvey survey, Contents plain)
    {
        (this.open, this.options, this.separator, this.sizes, this.opening, this.survey, this.plain) = (open, options, separator, sizes, opening, survey, plain);
        var whole = survey.Whole(options);
        foreach (var note in survey.Notes(whole, options))
            opening.Around.TakeNote(note);
        shape = new ListShape(new WhenColumns(false, false), opening.HasCountries, opening.Around.StatedOn(null), options.ListedOn, options.Rules) { FrequentWords = survey.FrequentWords };
        var (listedOn, basis) = shape.StatedOn is { } stated ? (stated, ListedOnBasis.Stated)
            : shape.GivenOn is { } given ? (given, ListedOnBasis.Given)
            : survey.LatestSigning(whole, options) is { } latest ? (latest, ListedOnBasis.LatestSigning)
            : ((EdtfDate?)null, (ListedOnBasis?)null);
        Known = new SourceReading(source) { Title = opening.Around.FirstText, ListedOn = listedOn, ListedOnBasis = basis, Placed = new Placed(0, 0, []) };
    }

    /// <summary>What is known before the records are read: the document, its title and its day.</summary>
    public SourceReading Known { get; }

    /// <summary>About how many records it has: rows below the head with anything in them.</summary>
    public int Rows => survey.Rows;

    /// <summary>The greatest number that it prints.</summary>
    public long GreatestNumber => survey.GreatestNumber;

    /// <param name="name">Of the document.</param>
    /// <param name="open">The document from its beginning, as often as asked.</param>
    /// <param name="looked">Told what share of it was looked through.</param>
    /// <returns>Null where it is to be read as a whole.</returns>
    public static LongList? Find(string name, Func<Stream> open, ReadOptions options, IProgress<double>? looked = null) =>
        Find(name, open, options, LongListSizes.Usual, looked);

    internal static LongList? Find(string name, Func<Stream> open, ReadOptions options, LongListSizes sizes, IProgress<double>? looked = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(options);
        return ReadingStop.Within(() => Looked(name, open, options, sizes, looked), options.Stop);
    }

    private static LongList? Looked(string name, Func<Stream> open, ReadOptions options, LongListSizes sizes, IProgress<double>? looked)
    {
        try
        {
            if (SeparatorOf(open) is not { } separator || SourceOf(name, open, sizes.FewestLines, options.Stop) is not { } source)
                return null;
            using var lines = new StreamedLines(open(), separator, sizes.Ahead);
            var plain = new Contents(options.Rules.Kinds, most: MostKept);
            var cells = new List<GridCell>();
            while (lines.Row + 1 < sizes.RowsOfOpening && lines.Next())
                Delimited.Take(lines.Values, lines.Row, lines.Row, lines.Line, cells);
            if (ListOpening.Of(cells, plain, options) is not { } opening)
                return null;
            var survey = new ListSurvey(opening, plain);
            foreach (var row in cells.Where(c => c.Row >= opening.FirstRow).GroupBy(c => c.Row))
            {
                if (!survey.Add(row.Key, [.. row]))
                    return null;
            }

            while (lines.Next())
            {
                var row = new List<GridCell>(lines.Values.Count);
                Delimited.Take(lines.Values, lines.Row, lines.Row, lines.Line, row);
                if (!survey.Add(lines.Row, row))
                    return null;
                if (lines.Row % sizes.RowsOfPart == 0)
                {
                    options.Stop.ThrowIfCancellationRequested();
                    looked?.Report((double)lines.Position / source.Bytes);
                }
            }

            return new LongList(source, open, options, separator, sizes, opening, survey, plain);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Its records in parts, in order. The last part has no records: it is what all of them together are.</summary>
    public IEnumerable<SourceReading> Parts()
    {
        var whole = survey.Whole(options);
        var reader = new LongListReader(opening, whole, plain, options, new DraftsInParts(shape, Known.ListedOn, survey.Rows));
        using var lines = new StreamedLines(open(), separator, sizes.Ahead);
        var isLeft = true;
        while (isLeft && lines.Row + 1 < opening.FirstRow)
            isLeft = lines.Next();
        while (isLeft)
        {
            options.Stop.ThrowIfCancellationRequested();
            whole.GoTo(lines.Row + 1);
            var cells = new List<GridCell>();
            var rows = 0;
            while (rows < sizes.RowsOfPart && (isLeft = lines.Next()))
                Delimited.Take(lines.Values, lines.Row, rows++, lines.Line, cells);
            if (rows > 0)
                yield return ReadingStop.Within(() => reader.Part(Known, new Grid(cells, rows, opening.Fields.Length)), options.Stop);
        }

        yield return reader.Rest(Known, lines.Findings);
    }

    /// <summary>Null where it is no text that plainly has one.</summary>
    private static char? SeparatorOf(Func<Stream> open)
    {
        var head = new byte[Head];
        using var bytes = open();
        var length = bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (!Detect.MayBePlainText(head.AsMemory(0, length)))
            return null;
        var text = Encoding.UTF8.GetString(head, 0, length);
        text = text[..(text.LastIndexOf('\n') + 1)];
        // A line of strokes may be drawn, and the table of a register is not to be found out.
        return ItemLines.AreMost(text) || RegisterTable.HeadIn(text) is not null ? null : Delimited.Separator(text, Evenness) is { } separator and not '|' ? separator : null;
    }

    /// <summary>Null where it has fewer lines.</summary>
    private static Source? SourceOf(string name, Func<Stream> open, int fewestLines, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var bytes = open();
        var block = new byte[1 << 20];
        long length = 0, lines = 0;
        int read;
        while ((read = bytes.Read(block)) > 0)
        {
            stop.ThrowIfCancellationRequested();
            hash.AppendData(block, 0, read);
            length += read;
            lines += block.AsSpan(0, read).Count((byte)'\n');
        }

        if (length > MostBytes)
            throw new RefusedException("source.too-large", name, $"{MostBytes >> 20}");
        return lines < fewestLines ? null : new Source(name, Convert.ToHexStringLower(hash.GetHashAndReset()), MediaTypes.Text, length, "utf-8");
    }
}

/// <param name="FewestLines">A shorter text is read as a whole.</param>
/// <param name="RowsOfOpening">So many tell what the columns are.</param>
/// <param name="Ahead">So many letters of the text are looked ahead for the end of a value.</param>
internal sealed record LongListSizes(int FewestLines, int RowsOfPart, int RowsOfOpening, int Ahead)
{
    public static LongListSizes Usual { get; } = new(50_000, 200, 4_000, 1 << 19);
}

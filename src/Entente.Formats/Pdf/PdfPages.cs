using System.Diagnostics;
using System.Globalization;

using Entente.Core;

using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace Entente.Formats.Pdf;

/// <summary>The pages of a document, each by itself: what cannot be read of one is said, and the others are read.</summary>
public static class PdfPages
{
    public const int MostPages = 2_000;

    private static readonly TimeSpan longestPage = TimeSpan.FromSeconds(20), longestDocument = TimeSpan.FromMinutes(2);

    /// <summary>Of all pages: a list of a hundred thousand agreements.</summary>
    private const int MostWords = 1_000_000;

    /// <summary>What programs for sheets call themselves.</summary>
    private static readonly string[] sheetPrograms = ["Calc", "Excel", "Spreadsheet", "Numbers", "Sheets"];

    private const int MostWordsOfPage = 30_000;

    /// <summary>Of a page: a smaller picture is an emblem.</summary>
    private const double LeastPicture = 0.1;

    /// <summary>Letters that were made into shapes are many; lines and frames are few. A stream of a few bytes is that of an empty page.</summary>
    internal const int MostShapes = 300;

    private const int FewWords = 8, MostPictures = 1_000, LeastContent = 24;

    private const int FewestTorn = 6;

    /// <exception cref="RefusedException">source.encrypted, source.broken, source.too-many-pages, source.too-many-words.</exception>
    internal static (List<PdfPage> Pages, List<Finding> Findings, string? Title, bool IsSheet) Read(string name, ReadOnlyMemory<byte> bytes, ReadOptions options)
    {
        try
        {
            using var document = Opened(bytes, out var isCut);
            if (document.NumberOfPages > MostPages)
                throw new RefusedException("source.too-many-pages", name, $"{MostPages}");
            var (pages, findings, endless, alphabets) = (new List<PdfPage>(), new List<Finding>(), new PdfForms(document).Endless(), new PdfAlphabets());
            var (taken, words) = (Stopwatch.StartNew(), 0);
            for (var number = 1; number <= document.NumberOfPages; number++)
            {
                options.Stop.ThrowIfCancellationRequested();
                if (endless.Contains(number))
                    findings.Add(Said("page.not-read", number));
                else if (taken.Elapsed > longestDocument)
                    findings.Add(Said("page.too-slow", number));
                else if (Page(document, alphabets, number, findings, options.Stop) is { } page)
                    pages.Add(page);
                if (pages.Count > 0 && pages[^1].Number == number && (words += pages[^1].Words.Count) > MostWords)
                    throw new RefusedException("source.too-many-words", name, MostWords.ToString("N0", CultureInfo.InvariantCulture));
                options.Progress?.Report(new PagesRead(number, document.NumberOfPages));
            }

            if (RepeatedTexts.Stamped(pages) is { Count: > 0 } stamped)
                pages = pages.ConvertAll(p => p.Drawn.Any(d => stamped.Contains(d.Key)) ? Page(document, alphabets, p.Number, [], options.Stop, stamped) ?? p : p);
            if (isCut)
                findings.Add(Said("document.cut", document.NumberOfPages));
            return (PaleMarks.Taken(pages), findings, Titled(document), IsSheet(document));
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw new RefusedException("source.encrypted", e, name);
        }
        catch (Exception e) when (e is not (RefusedException or OutOfMemoryException or OperationCanceledException))
        {
            // The library says what is wrong with a file in many kinds of exceptions.
            throw new RefusedException("source.broken", e, name);
        }
    }

    /// <summary>One page, to be looked at; null where there is no such page or it cannot be read.</summary>
    /// <param name="number">1-based.</param>
    public static PdfPage? Read(ReadOnlyMemory<byte> bytes, int number)
    {
        try
        {
            using var document = Opened(bytes, out _);
            var findings = new List<Finding>();
            return number >= 1 && number <= document.NumberOfPages && !new PdfForms(document).Endless().Contains(number) && Page(document, new PdfAlphabets(), number, findings, default) is { } page ? page with { Findings = findings } : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <param name="isCut">Its end is missing; the pages are those that are there.</param>
    private static PdfDocument Opened(ReadOnlyMemory<byte> bytes, out bool isCut)
    {
        var own = bytes[Math.Max(Detect.BeginOfPdf(bytes.Span), 0)..];
        isCut = false;
        try
        {
            return Opened(own.ToArray());
        }
        catch (Exception e) when (e is not (PdfDocumentEncryptedException or OutOfMemoryException) && CutPdf.Is(own.Span))
        {
            isCut = true;
            if (CutPdf.Mended(own.Span) is not { } mended)
                throw;
            return Opened(mended);
        }
    }

    private static PdfDocument Opened(byte[] bytes) =>
        PdfDocument.Open(bytes, new ParsingOptions { ClipPaths = true, SkipMissingFonts = true, UseActualText = true, FilterProvider = new PdfFilters() });

    private static string? Titled(PdfDocument document) =>
        document.Information.Title is { Length: > 0 } title && title.Any(char.IsWhiteSpace) && !title.Contains('\uFFFD', StringComparison.Ordinal) && !title.StartsWith("Microsoft", StringComparison.Ordinal) ? title : null;

    /// <summary>Whether the program that made it says that it was a sheet.</summary>
    private static bool IsSheet(PdfDocument document) => document.Information.Creator is { } creator && Array.Exists(sheetPrograms, p => creator.Contains(p, StringComparison.OrdinalIgnoreCase));

    /// <param name="stamped">Texts that are none of its words.</param>
    private static PdfPage? Page(PdfDocument document, PdfAlphabets alphabets, int number, List<Finding> findings, CancellationToken stop, HashSet<(int, double, double)>? stamped = null)
    {
        var (bounds, isSheet) = (new PdfFilters.Page(), IsSheet(document));
        var reading = bounds.ReadAsync(() => PageOf(document.GetPage(number), alphabets, isSheet, stamped ?? [], bounds.Look));
        try
        {
            if (!reading.Wait((int)longestPage.TotalMilliseconds, stop))
            {
                bounds.Stop();
                findings.Add(Said("page.too-slow", number));
                return null;
            }
        }
        catch (AggregateException e) when (e.InnerException is not OutOfMemoryException)
        {
            bounds.Stop();
        }
        catch (OperationCanceledException)
        {
            bounds.Stop();
            throw;
        }

        if (bounds.IsOver)
        {
            findings.Add(Said("page.not-read", number));
            return null;
        }

        var (page, isUnmapped, operations) = reading.Result;
        if (page.Words.Count > MostWordsOfPage)
        {
            findings.Add(Said("page.too-slow", number));
            return null;
        }

        if (isUnmapped)
            findings.Add(Said("page.no-letters", number));
        else if (operations == 0 && HasContent(document, number))
            findings.Add(Said("page.not-read", number));
        else if (bounds.IsDamaged)
            findings.Add(Said("page.in-part", number));
        else if (PdfLine.Of(page.Words).Sum(l => l.Unknown) is > 0 and var unknown)
            findings.Add(Said("page.some-letters", number, $"{unknown}"));
        return page;
    }

    /// <summary>Pages that hold pictures instead of text, whatever heads and feet are printed on them; and parts of pages that are pictures.</summary>
    internal static IEnumerable<Finding> Pictures(IReadOnlyList<PdfPage> pages, HashSet<PdfWord> furniture)
    {
        foreach (var page in pages)
        {
            var words = page.Words.Where(w => !furniture.Contains(w)).ToList();
            var pictures = page.Pictures.Where(p => (p.Right - p.Left) * (p.Bottom - p.Top) > LeastPicture * page.Width * page.Height && !words.Exists(w => p.Holds(w.Box.Middle, w.Box.Centre))).ToList();
            if ((words.Count == 0 && page.Shapes > MostShapes) || (words.Count <= FewWords && pictures.Count > 0))
                yield return Said("page.no-text", page.Number);
            else if (pictures.Count > 0)
                yield return Said("page.picture", page.Number) with { Severity = Severity.Doubt };
        }
    }

    /// <summary>Whether something stands in its content, of which nothing could be made.</summary>
    private static bool HasContent(PdfDocument document, int number)
    {
        var contents = document.GetPage(number).Dictionary.Data.GetValueOrDefault("Contents");
        return contents switch
        {
            IndirectReferenceToken one => IsLong(one),
            ArrayToken all => all.Data.OfType<IndirectReferenceToken>().Any(IsLong),
            _ => false,
        };

        bool IsLong(IndirectReferenceToken reference) => document.Structure.GetObject(reference.Data)?.Data is StreamToken { Data.Length: > LeastContent };
    }

    private static Finding Said(string code, int page, params string[] more) => new(code, Severity.Error, [], null, [$"{page}", .. more]) { Places = [new Place(Page: page)] };

    /// <summary>A font that draws parts of letters does not say which letter they are of: words of joined letters fall to pieces, which no page holds many of.</summary>
    private static bool AreTorn(List<PdfWord> words)
    {
        var joined = words.FindAll(w => w.IsRightToLeft);
        return joined.Count(w => w.Text.Count(char.IsLetter) == 1) is >= FewestTorn and var torn && torn * 4 > joined.Count;
    }

    private static (PdfPage Page, bool IsUnmapped, int Operations) PageOf(Page page, PdfAlphabets alphabets, bool isSheet, HashSet<(int, double, double)> stamped, Action look)
    {
        var (letters, watermarks) = Watermarks.Of(page.Letters, own => Turn.Of(page, own), look);
        var turn = Turn.Of(page, letters);
        var drawn = RepeatedTexts.Of(letters, turn);
        if (drawn.FindAll(d => stamped.Contains(d.Drawn.Key)) is { Count: > 0 } stamps)
        {
            letters = Watermarks.Without(letters, stamps.SelectMany(s => s.Stretch.Letters));
            watermarks.AddRange(stamps.Select(s => Watermarks.MarkOf(s.Stretch, turn)));
        }

        var unknown = alphabets.Unknown(letters);
        // Letters that are only numbers of glyphs are no text.
        var isUnmapped = letters.Count > 0 && letters.Count(l => unknown.Contains(l) || l.Value.Length == 0 || l.Value[0] is '\uFFFD' or (>= '\0' and < '\t') or (>= '\uE000' and <= '\uF8FF')) * 3 > letters.Count;
        var pale = PaleMarks.Of(letters, turn, look);
        if (pale.Count > 0)
            letters = Watermarks.Without(letters, pale.SelectMany(p => p.Letters));
        IReadOnlyList<PdfWord> Words(List<Letter> of) => isUnmapped ? [] : PdfLetters.Words(of, unknown, turn, isSheet, look);
        var marks = pale.ConvertAll(p => new PaleMark(p.Mark, Words(p.Letters), p.IsOver));
        var words = Words(letters).Concat(marks.SelectMany(m => m.Words)).ToList();
        if (AreTorn(words))
            (isUnmapped, words, marks) = (true, [], []);
        var pictures = page.NumberOfImages is > 0 and <= MostPictures ? page.GetImages().Select(i => turn.Box(i.BoundingBox)).ToList() : [];
        return (new PdfPage(page.Number, turn.Width, turn.Height, isSheet ? LeadingNumbers.Marked(words) : words, Rulings.Of(page, turn, watermarks, look)) { Pictures = pictures, Watermarks = watermarks, PaleMarks = marks, Drawn = drawn.ConvertAll(d => d.Drawn), IsSheet = isSheet, Shapes = page.Paths.Count, PlaceOf = box => new Place(Page: page.Number, Box: turn.Back(box)), Upright = turn.Upright }, isUnmapped, page.Operations.Count);
    }
}

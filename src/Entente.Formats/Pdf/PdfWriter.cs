using System.Security.Cryptography;
using System.Text;

using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Entente.Formats.Pdf;

/// <param name="Width">In points.</param>
public sealed record PdfColumn(string Head, double Width)
{
    public bool IsNumber { get; init; }
}

/// <summary>Headings, paragraphs and tables one below the other on A4. A row stays on one page, heads stand on every page; the same calls give the same bytes.</summary>
public sealed class PdfWriter : IDisposable
{
    /// <summary>What the columns of a table may take together, in points.</summary>
    public const double Width = PageWidth - (2 * Side);

    private const double PageWidth = 595, PageHeight = 842, Side = 36, Top = 40, Bottom = 46, FootAt = 26;
    private const double Size = 8.5, SmallSize = 7.5, SmallestSize = 4.2, HeadingSize = 15, SubheadingSize = 11, Leading = 1.3, Across = 3, Above = 2.6;
    private const double Stroke = 0.4, Spare = 0.5;
    private const int IdLength = 32;

    private readonly PdfDocumentBuilder document = new();
    private readonly PdfFonts fonts;
    private readonly List<PdfPageBuilder> pages = [];
    private readonly List<(PdfPageBuilder Page, string Text, PdfPoint At, double Size, PdfFace Face, int Part)> texts = [];
    private IReadOnlyList<PdfColumn> columns = [];
    private double y, tableTop;

    /// <param name="fonts">Files of fonts for what the font that comes with the program does not have, the better ones first.</param>
    public PdfWriter(string title, IEnumerable<string> fonts)
    {
        document.DocumentInformation.Title = title;
        this.fonts = new PdfFonts(fonts);
        NewPage();
    }

    /// <returns>Characters that cannot be set; a mark stands in the place of each.</returns>
    public IReadOnlyCollection<PdfMissing> Heading(string text) => Paragraph(text, HeadingSize, isBold: true);

    /// <summary>As <see cref="Heading"/>; starts a page where less than some rows of what follows have room.</summary>
    public IReadOnlyCollection<PdfMissing> Subheading(string text, int rows)
    {
        if (y - (2 * Size) - (2 * SubheadingSize) - (rows * RowHeight(1)) < Bottom)
            NewPage();
        else
            y -= 2 * Size;
        return Paragraph(text, SubheadingSize, isBold: true);
    }

    /// <inheritdoc cref="Heading"/>
    public IReadOnlyCollection<PdfMissing> Paragraph(string text) => Paragraph(text, Size, isBold: false);

    /// <summary>The columns, those with a word that finds no room made wider by what the others can spare.</summary>
    public IReadOnlyList<PdfColumn> Fitted(IReadOnlyList<PdfColumn> of, IEnumerable<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(of);
        var needed = of.Select(c => Longest(c.Head, isBold: true)).ToArray();
        foreach (var cells in rows)
        {
            for (var i = 0; i < needed.Length; i++)
                needed[i] = Math.Max(needed[i], Longest(cells[i], isBold: false));
        }

        var room = of.Select((c, i) => c.Width - needed[i] - (2 * Across) - Spare).ToList();
        var (lacking, spare) = (room.Sum(r => Math.Max(-r, 0)), room.Sum(r => Math.Max(r, 0)));
        var moved = Math.Min(lacking, spare);
        return moved <= 0 ? of : [.. of.Select((c, i) => c with { Width = c.Width - (room[i] > 0 ? room[i] * moved / spare : room[i] * moved / lacking) })];
    }

    public void BeginTable(IReadOnlyList<PdfColumn> of)
    {
        columns = of;
        y -= Size;
        Heads();
    }

    /// <param name="cells">An end of a line in one is one.</param>
    /// <returns>As <see cref="Heading"/> does.</returns>
    public IReadOnlyCollection<PdfMissing> Row(IReadOnlyList<string> cells, bool isBold = false)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var missing = new List<PdfMissing>();
        var lines = cells.Select((c, i) => Lines(c, columns[i].Width - (2 * Across), Fitting(c, columns[i].Width - (2 * Across), isBold), isBold, missing)).ToList();
        var most = (int)((PageHeight - Top - Bottom - RowHeight(2)) / (Size * Leading));
        // What no page could hold goes on over the next ones.
        for (var from = 0; from == 0 || lines.Exists(l => l.Count > from); from += most)
            Lay(lines.ConvertAll(l => l.Skip(from).Take(most).ToList()), isBold);
        return missing;
    }

    public void EndTable()
    {
        Uprights();
        columns = [];
    }

    /// <param name="foot">Of a page: what is said of its number and of their count.</param>
    public void Build(Stream file, Func<int, int, string> foot)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(foot);
        for (var i = 0; i < pages.Count; i++)
        {
            var text = fonts.Settable(foot(i + 1, pages.Count), []);
            Set(pages[i], text, PageWidth - Side - WidthOf(text, SmallSize, false), FootAt, SmallSize, isBold: false);
        }

        // Which characters a part of a font has to have is known only now.
        var parts = fonts.Faces.ToDictionary(f => f, f => f.AddTo(document));
        foreach (var text in texts)
            text.Page.AddText(text.Text, text.Size, text.At, parts[text.Face][text.Part]);
        var bytes = document.Build();
        Identify(bytes);
        file.Write(bytes);
    }

    public void Dispose() => document.Dispose();

    /// <summary>The library gives each file an id at random; here it is told by what stands in the file.</summary>
    private static void Identify(byte[] bytes)
    {
        var trailer = bytes.AsSpan().LastIndexOf("trailer"u8);
        var id = Encoding.ASCII.GetBytes(Convert.ToHexString(SHA256.HashData(bytes.AsSpan(0, trailer)))).AsSpan(0, IdLength);
        for (var i = bytes.AsSpan(trailer).IndexOf("/ID"u8) + trailer; i < bytes.Length - IdLength; i++)
        {
            if (bytes[i] == '<' && bytes[i + IdLength + 1] == '>')
                id.CopyTo(bytes.AsSpan(i + 1));
        }
    }

    private List<PdfMissing> Paragraph(string text, double size, bool isBold)
    {
        var missing = new List<PdfMissing>();
        foreach (var line in Lines(text, Width, size, isBold, missing))
        {
            if (y - (size * Leading) < Bottom)
                NewPage();
            y -= size * Leading;
            Set(pages[^1], line, Side, y, size, isBold);
        }

        y -= size * 0.3;
        return missing;
    }

    private void Lay(List<List<string>> cells, bool isBold)
    {
        var height = RowHeight(cells.Max(c => c.Count));
        if (y - height < Bottom)
        {
            Uprights();
            NewPage();
            Heads();
        }

        Cells(cells, isBold);
    }

    private void Heads()
    {
        tableTop = y;
        var cells = columns.Select(c => Lines(c.Head, c.Width - (2 * Across), Size, true, [])).ToList();
        var height = RowHeight(cells.Max(c => c.Count));
        pages[^1].SetTextAndFillColor(234, 238, 242).SetStrokeColor(234, 238, 242);
        pages[^1].DrawRectangle(new PdfPoint(Side, y - height), TableWidth, height, 0.1, fill: true);
        pages[^1].ResetColor().ResetColor();
        Level(y);
        Cells(cells, isBold: true);
    }

    private void Cells(List<List<string>> cells, bool isBold)
    {
        var left = Side;
        foreach (var (lines, column) in cells.Zip(columns))
        {
            for (var i = 0; i < lines.Count; i++)
            {
                // A word that is longer than its cell is set smaller, so that it stays one.
                var size = Size * Math.Min(1, (column.Width - (2 * Across)) / WidthOf(lines[i], Size, isBold));
                var at = column.IsNumber ? left + column.Width - Across - WidthOf(lines[i], size, isBold) : left + Across;
                Set(pages[^1], lines[i], at, y - Above - Size - (i * Size * Leading), size, isBold);
            }

            left += column.Width;
        }

        y -= RowHeight(cells.Max(c => c.Count));
        Level(y);
    }

    private void Level(double at) => Line(Side, at, Side + TableWidth, at);

    private void Uprights()
    {
        var left = Side;
        foreach (var width in columns.Select(c => c.Width).Prepend(0))
            Line(left += width, tableTop, left, y);
    }

    private void Line(double x0, double y0, double x1, double y1)
    {
        pages[^1].SetStrokeColor(150, 158, 166);
        pages[^1].DrawLine(new PdfPoint(x0, y0), new PdfPoint(x1, y1), Stroke);
        pages[^1].ResetColor();
    }

    /// <summary>The size at which no word is longer than a line; words of scripts without blanks are broken anywhere.</summary>
    private double Fitting(string text, double width, bool isBold)
    {
        var longest = Longest(text, isBold);
        return longest <= width ? Size : Math.Max(SmallestSize, 0.98 * Size * width / longest);
    }

    /// <summary>The width of its longest word.</summary>
    private double Longest(string text, bool isBold) =>
        fonts.Settable(text, []).Split(' ', '\n').Where(w => w.Length > 0 && w.All(c => c < '\u2E80' || PdfWrap.IsHangul(c))).Select(w => WidthOf(w, Size, isBold) + (w.Any(PdfWrap.IsHangul) ? PdfWrap.HangulRest * Size : 0)).DefaultIfEmpty(0).Max();

    private List<string> Lines(string text, double width, double size, bool isBold, List<PdfMissing> missing) =>
        [.. text.Split('\n').Select(l => fonts.Settable(l, missing)).SelectMany(l => PdfWrap.Lines(l, width, size, c => fonts.WidthOf(c, size, isBold))).Select(l => l.Any(VisualOrder.IsHebrew) ? VisualOrder.Of(l) : l)];

    private void Set(PdfPageBuilder page, string text, double x, double at, double size, bool isBold)
    {
        foreach (var (stretch, face, part) in fonts.Stretches(text, isBold))
        {
            texts.Add((page, stretch, new PdfPoint(x, at), size, face, part));
            x += WidthOf(stretch, size, isBold);
        }
    }

    private double WidthOf(string text, double size, bool isBold) => text.Sum(c => fonts.WidthOf(c, size, isBold));

    private double TableWidth => columns.Sum(c => c.Width);

    private static double RowHeight(int lines) => (2 * Above) + (Size * (1 + ((lines - 1) * Leading))) + (0.2 * Size);

    private void NewPage()
    {
        pages.Add(document.AddPage(PageSize.A4));
        y = PageHeight - Top;
    }
}

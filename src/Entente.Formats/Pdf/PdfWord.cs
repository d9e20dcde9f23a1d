using Entente.Core;

namespace Entente.Formats.Pdf;

/// <summary>A box on a page as it is read: points from its upper left corner, the text upright.</summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double Middle => (Left + Right) / 2;

    public double Centre => (Top + Bottom) / 2;

    public Box With(Box other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    public bool Holds(double x, double y) => x >= Left && x <= Right && y >= Top && y <= Bottom;

    public static Box Around(IEnumerable<Box> boxes) => boxes.Aggregate((one, other) => one.With(other));
}

/// <summary>A word and where it stands.</summary>
/// <param name="Size">Of its font, in points.</param>
public sealed record PdfWord(string Text, Box Box, double Size)
{
    /// <summary>A letter of which its font does not say which it is.</summary>
    public const string Unknown = "\uFFFD";

    /// <summary>Some of its letters cannot be told: what it says is not known, and neither is the text that it stands in. A mark that stands alone may be a bullet.</summary>
    public bool IsUnknown { get; } = Text.Length > 1 && Text.Contains(Unknown, StringComparison.Ordinal);

    /// <summary>Letters of a script that is written from right to left.</summary>
    public bool IsRightToLeft { get; init; }

    public bool IsBold { get; init; }

    /// <summary>Quarters of a circle by which it runs against the clock; 0 when it is upright.</summary>
    public int Quarter { get; init; }

    /// <summary>It was drawn by itself, though the page draws the blanks between words of a text: it begins a text.</summary>
    public bool IsDrawnApart { get; init; }

    /// <summary>A number on the left of words that run to the left, and the first of them all the same.</summary>
    public bool LeadsLine { get; init; }
}

/// <summary>A straight line that is drawn: along x when it lies, along y when it stands.</summary>
public readonly record struct Ruling(bool Lies, double At, double From, double To)
{
    public double Length => To - From;
}

/// <summary>What stands on a page.</summary>
public sealed record PdfPage(int Number, double Width, double Height, IReadOnlyList<PdfWord> Words, IReadOnlyList<Ruling> Rulings)
{
    /// <summary>The words of the page without the signs around them.</summary>
    private HashSet<string> Texts => field ??= [.. Words.Select(w => w.Text.Trim(',', ';', '.', '(', ')'))];

    /// <summary>Whether a word stands on it.</summary>
    public bool Says(string word) => Texts.Contains(word);

    /// <summary>Whether most of what stands on it runs from right to left.</summary>
    public bool RunsToTheLeft => (bool)(runsToTheLeft ??= PdfLine.RunsToTheLeft(Words));

    private bool? runsToTheLeft;

    public IReadOnlyList<Box> Pictures { get; init; } = [];

    /// <summary>Texts that are none of its words.</summary>
    public IReadOnlyList<PdfWatermark> Watermarks { get; init; } = [];

    /// <summary>Pale texts that may be none of its words; they are among them.</summary>
    internal IReadOnlyList<PaleMark> PaleMarks { get; init; } = [];

    /// <summary>Its texts as they were drawn.</summary>
    internal IReadOnlyList<DrawnText> Drawn { get; init; } = [];

    /// <summary>A program for sheets made it.</summary>
    public bool IsSheet { get; init; }

    /// <summary>How many shapes are drawn on it.</summary>
    public int Shapes { get; init; }

    /// <summary>What of it could not be read.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>From boxes as they are read to those of the page as it is stored, whose origin is below.</summary>
    public required Func<Box, Place> PlaceOf { get; init; }

    /// <summary>The way back: from x0, y0, x1, y1 of the page as it is stored.</summary>
    public required Func<IReadOnlyList<double>, Box> Upright { get; init; }
}

/// <summary>Words on one line.</summary>
internal sealed class PdfLine(IReadOnlyList<PdfWord> words)
{
    /// <summary>How many lines stand so near each other that one word could be of any.</summary>
    public const int MostBack = 64;

    public IReadOnlyList<PdfWord> Words => words;

    public Box Box { get; } = Box.Around(words.Select(w => w.Box));

    public double Size { get; } = words.Max(w => w.Size);

    public string Text => TextOf(Words);

    public bool IsUnknown => Unknown > 0;

    /// <summary>How many of its words cannot be told; one letter that cannot may be a bullet where it begins a text.</summary>
    public int Unknown => Words.Count(w => w.IsUnknown) + (Words.Any(w => w.Text == PdfWord.Unknown) ? Pieces.Sum(p => p.Skip(1).Count(w => w.Text == PdfWord.Unknown)) : 0);

    /// <summary>What parts two pieces of a line, as a share of the size of the font: more than words of prose that is set to one width stand apart.</summary>
    private const double PieceGap = 0.85;

    /// <summary>Its words, as far as they stand no further apart than words do.</summary>
    public IReadOnlyList<List<PdfWord>> Pieces => field ??= PiecesOf(Words);

    private static List<List<PdfWord>> PiecesOf(IReadOnlyList<PdfWord> words)
    {
        var pieces = new List<List<PdfWord>>();
        foreach (var word in words)
        {
            if (pieces.Count > 0 && !word.IsDrawnApart && word.Box.Left - pieces[^1][^1].Box.Right <= PieceGap * Math.Min(word.Size, pieces[^1][^1].Size))
                pieces[^1].Add(word);
            else
                pieces.Add([word]);
        }

        return pieces;
    }

    /// <summary>Words in the order in which they are read.</summary>
    /// <param name="isWithinRightToLeft">It is a line of a text that runs from right to left.</param>
    public static string TextOf(IReadOnlyList<PdfWord> words, bool isWithinRightToLeft = false)
    {
        var hasRightToLeft = words.Any(w => w.IsRightToLeft);
        if (!hasRightToLeft)
            return string.Join(' ', words.OrderBy(w => w.Box.Left).Select(w => w.Text)) is var text && isWithinRightToLeft ? InBrackets(text) : text;
        if (words.MinBy(w => w.Box.Left) is { LeadsLine: true } first)
            return $"{first.Text} {Opened(TextOf([.. words.Where(w => w != first)], isWithinRightToLeft: true))}";
        // Numbers run with the words around them.
        var isRightToLeft = isWithinRightToLeft || RunsToTheLeft(words) || words.Any(w => RunsThatWay(w, false) && (w.Text[0] == ')' || w.Text[^1] == '('));
        List<PdfWord> inOrder = isRightToLeft ? [.. words.OrderByDescending(w => w.Box.Right)] : [.. words.OrderBy(w => w.Box.Left)];
        var parts = new List<string>();
        for (var at = 0; at < inOrder.Count; at++)
        {
            // Words of another direction run their own way among themselves, with the numbers and signs between them.
            var end = EndOfOther(inOrder, at, isRightToLeft);
            if (end > at)
                parts.Add(InBrackets(string.Join(' ', inOrder[at..end].AsEnumerable().Reverse().Select(w => w.Text))));
            else
                parts.Add(isRightToLeft && !inOrder[at].IsRightToLeft ? Turned(inOrder[at].Text) : inOrder[at].Text);
            at = Math.Max(at, end - 1);
        }

        return string.Join(' ', parts).Replace("( ", "(", StringComparison.Ordinal).Replace(" )", ")", StringComparison.Ordinal);
    }

    /// <summary>Behind the last of the words from there on that run the other way than their line; there, when it does not.</summary>
    private static int EndOfOther(List<PdfWord> words, int from, bool isRightToLeft)
    {
        var end = from;
        for (var at = from; at < words.Count && (at == from ? RunsThatWay(words[at], !isRightToLeft) : !RunsThatWay(words[at], isRightToLeft)); at++)
        {
            if (RunsThatWay(words[at], !isRightToLeft))
                end = at + 1;
        }

        return end;
    }

    /// <summary>Whether it has letters that run that way.</summary>
    private static bool RunsThatWay(PdfWord word, bool isRightToLeft) => word.IsRightToLeft == isRightToLeft && (isRightToLeft || word.Text.Any(char.IsLetter));

    /// <summary>Whether most of its words do.</summary>
    public static bool RunsToTheLeft(IReadOnlyList<PdfWord> words) => words.Count(w => w.IsRightToLeft) > words.Count(w => !w.IsRightToLeft && w.Text.Any(char.IsLetter));

    /// <summary>Brackets of a text that runs against its line are opened at the end of what stands in them.</summary>
    private static string InBrackets(string text)
    {
        if (text.Length < 2)
            return text;
        var (isOpened, isClosed) = (text.EndsWith('('), text.StartsWith(')'));
        var inner = isOpened || isClosed ? text[(isClosed ? 1 : 0)..(isOpened ? ^1 : ^0)].Trim() : text;
        return $"{(isOpened ? "(" : "")}{inner}{(isClosed ? ")" : "")}";
    }

    /// <summary>Brackets around all of a text stand as those of a line that runs to the right.</summary>
    private static string Opened(string text) =>
        text.LastIndexOf(' ') is > 0 and var last && text[0] == ')' && text[last + 1] == '(' && text.Count(c => c is '(' or ')') == 2 ? $"({text[1..last]} {text[(last + 2)..]})" : text;

    /// <summary>A number of a line that runs to the left has the signs behind it on its left.</summary>
    private static string Turned(string text)
    {
        var signs = text.Length - text.AsSpan().TrimStart(".,;:").Length;
        return signs > 0 && signs < text.Length && char.IsDigit(text[signs]) ? text[signs..] + text[..signs] : text;
    }

    /// <summary>Words that share a line, from top to bottom.</summary>
    public static List<PdfLine> Of(IEnumerable<PdfWord> words)
    {
        ReadingStop.Look();
        var lines = new List<List<PdfWord>>();
        foreach (var word in words.OrderBy(w => w.Box.Centre))
        {
            var line = lines.FindLastIndex(lines.Count - 1, Math.Min(MostBack, lines.Count), l => ShareLine(l[0], word));
            if (line >= 0)
                lines[line].Add(word);
            else
                lines.Add([word]);
        }

        return [.. lines.Select(l => new PdfLine([.. l.OrderBy(w => w.Box.Left)])).OrderBy(l => l.Box.Centre)];
    }

    public static bool ShareLine(PdfWord one, PdfWord other) =>
        Math.Abs(one.Box.Centre - other.Box.Centre) < 0.4 * Math.Max(one.Box.Height, other.Box.Height);
}

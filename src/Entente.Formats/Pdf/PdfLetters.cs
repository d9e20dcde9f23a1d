using System.Globalization;
using System.Text;

using UglyToad.PdfPig.Content;

namespace Entente.Formats.Pdf;

/// <summary>Words out of letters: those on one line with no more between them than letters have.</summary>
internal static class PdfLetters
{
    /// <summary>Shares of the size of a font: less than a word's gap, less than the gap between texts that were drawn one by one, and what letters that are drawn apart have.</summary>
    private const double WordGap = 0.22, CellGap = 0.14, LargestBlank = 0.6, DrawnApart = 0.15;

    /// <summary>Shares of the size of a font: how far a letter of another cell lies over one, and how far apart the two are taken to be.</summary>
    private const double DrawnOver = 0.2, CutApart = 0.4;

    /// <summary>Shares of the size of the letter before it: how small a raised number is, and how far up it stands.</summary>
    private const double Smaller = 0.9, LeastRaised = 0.12, MostRaised = 0.65;

    /// <summary>Share of the size of a font by which a letter is moved that is drawn again to look bold.</summary>
    private const double DrawnTwice = 0.08;

    /// <summary>Points: less is the width of no letter.</summary>
    private const double NoWidth = 0.05;

    private const int FewestGaps = 5;

    private sealed record Glyph(string Text, Box Box, double Size, bool IsBold, bool IsBlank, int Order, int Sequence);

    /// <param name="unknown">Letters of which nothing says which they are.</param>
    /// <param name="isSheet">A program for sheets made it: each cell is drawn by itself.</param>
    /// <param name="look">Asked again and again; ends the reading of a page that takes too long.</param>
    public static List<PdfWord> Words(IReadOnlyList<Letter> letters, IReadOnlySet<Letter> unknown, Turn turn, bool isSheet, Action look)
    {
        var words = Upright([.. letters.Where(turn.Stands)], unknown, turn, isSheet, look);
        foreach (var turned in letters.Where(l => !turn.Stands(l)).GroupBy(turn.OtherOf))
            words.AddRange(PdfLine.Of(Upright([.. turned], unknown, turned.Key, isSheet, look)).SelectMany(l => l.Pieces).Select(p => Whole(p, turned.Key, turn)));
        return words;
    }

    /// <summary>What runs up or down the page, such as a narrow head: as one word, since its lines stand beside each other.</summary>
    private static PdfWord Whole(List<PdfWord> piece, Turn own, Turn turn) =>
        new(PdfLine.TextOf(piece), turn.Upright(own.Back(Box.Around(piece.Select(w => w.Box)))), piece.Max(w => w.Size)) { IsBold = piece.TrueForAll(w => w.IsBold), IsDrawnApart = true, Quarter = own.From(turn) };

    private static List<PdfWord> Upright(IReadOnlyList<Letter> letters, IReadOnlySet<Letter> unknown, Turn turn, bool isSheet, Action look)
    {
        var glyphs = Distinct(WithMarks(WithoutBreaks([.. letters.Select((l, i) => GlyphOf(l, unknown.Contains(l) || IsControl(l.Value) ? PdfWord.Unknown : l.Value, turn, i))]))).ToList();
        var lines = new List<List<Glyph>>();
        foreach (var glyph in glyphs.OrderBy(g => g.Box.Bottom))
        {
            look();
            // From top to bottom: the line of a letter is among the last ones.
            var line = lines.Count - 1;
            while (line >= 0 && line >= lines.Count - PdfLine.MostBack && Math.Abs(lines[line][0].Box.Bottom - glyph.Box.Bottom) >= 0.3 * Math.Max(lines[line][0].Size, glyph.Size))
                line--;
            if (line >= 0 && line >= lines.Count - PdfLine.MostBack)
                lines[line].Add(glyph);
            else
                lines.Add([glyph]);
        }

        var usual = glyphs.Count == 0 ? 0 : glyphs.Select(g => g.Size).Order().ElementAt(glyphs.Count / 2);
        lines.ForEach(l => l.Sort((one, other) => (one.Box.Left, one.Box.Right).CompareTo((other.Box.Left, other.Box.Right))));
        var words = new List<PdfWord>();
        var faces = lines.SelectMany(Gaps).GroupBy(g => (g.Glyph.Size, g.Glyph.IsBold)).ToDictionary(g => g.Key, g => GapOf([.. g]));
        foreach (var line in lines)
        {
            look();
            // A short line is drawn as the others of its kind are.
            var gaps = Gaps(line).ToList();
            words.AddRange(OfLine(line, usual, gaps.Count is > 0 and <= FewestGaps ? faces[(gaps[0].Glyph.Size, gaps[0].Glyph.IsBold)] : GapOf(gaps)));
        }

        return isSheet || AreDrawnWithBlanks(words) ? words : words.ConvertAll(w => w with { IsDrawnApart = false });
    }

    /// <summary>Whether words that stand side by side mostly have a blank between them: then those without are not of one text.</summary>
    private static bool AreDrawnWithBlanks(List<PdfWord> words)
    {
        var (near, apart) = (0, 0);
        for (var i = 1; i < words.Count; i++)
        {
            var between = words[i].Box.Left - words[i - 1].Box.Right;
            if (words[i].Box.Bottom != words[i - 1].Box.Bottom || between > LargestBlank * words[i].Size)
                continue;
            near++;
            apart += words[i].IsDrawnApart ? 1 : 0;
        }

        return apart * 2 < near;
    }

    private static Glyph GlyphOf(Letter letter, string text, Turn turn, int order)
    {
        var (x0, y0) = turn.Point(letter.StartBaseLine.X, letter.StartBaseLine.Y);
        var (x1, _) = turn.Point(letter.EndBaseLine.X, letter.EndBaseLine.Y);
        var size = letter.PointSize > 0 ? letter.PointSize : 1;
        return new Glyph(
            text.Replace("\0", "", StringComparison.Ordinal), new Box(Math.Min(x0, x1), y0 - (0.75 * size), Math.Max(x0, x1), y0), size,
            letter.FontName?.Contains("bold", StringComparison.OrdinalIgnoreCase) == true, string.IsNullOrWhiteSpace(text), order, letter.TextSequence);
    }

    /// <summary>The number of a glyph, which is no letter; without any it is a part of the one before.</summary>
    private static bool IsControl(string text) => text is [> '\0' and < '\t', ..];

    /// <summary>A blank that the next letter is drawn over parts nothing: a place where the word could have been broken.</summary>
    private static IEnumerable<Glyph> WithoutBreaks(List<Glyph> drawn)
    {
        bool IsDrawnOver(Glyph blank, Glyph next) => blank.IsBlank && !next.IsBlank && Math.Abs(blank.Box.Left - next.Box.Left) < NoWidth && Math.Abs(blank.Box.Bottom - next.Box.Bottom) < NoWidth;
        return drawn.Where((glyph, i) => i + 1 == drawn.Count || !IsDrawnOver(glyph, drawn[i + 1]));
    }

    /// <summary>Vowels and tones that are drawn over or under the letter before them belong to it, wherever their own place is.</summary>
    private static List<Glyph> WithMarks(IEnumerable<Glyph> drawn)
    {
        var glyphs = new List<Glyph>();
        foreach (var glyph in drawn)
        {
            if (glyph.Text.Length == 0)
            {
                // A letter before it says what both are.
                if (glyphs.Count > 0 && IsBeside(glyph, glyphs[^1]))
                    glyphs[^1] = glyphs[^1] with { Box = glyphs[^1].Box.With(glyph.Box) };
            }
            else if (glyphs.Count > 0 && IsRaised(glyph, glyphs[^1]))
            {
                glyphs.Add(glyphs[^1] with { Text = $"{"⁰¹²³⁴⁵⁶⁷⁸⁹"[glyph.Text[0] - '0']}", Box = glyph.Box with { Top = glyphs[^1].Box.Top, Bottom = glyphs[^1].Box.Bottom }, Order = glyph.Order });
            }
            else if (glyphs.Count > 0 && glyph.Text.All(IsMark) && glyphs[^1] is { IsBlank: false } letter && IsBeside(glyph, letter))
            {
                glyphs[^1] = letter with { Text = letter.Text + glyph.Text };
            }
            else
            {
                glyphs.Add(glyph);
            }
        }

        return glyphs;
    }

    private static bool IsBeside(Glyph one, Glyph other) => Math.Abs(one.Box.Bottom - other.Box.Bottom) < one.Size && Math.Abs(one.Box.Left - other.Box.Right) < one.Size;

    /// <summary>The number of a footnote hangs on the word before it.</summary>
    private static bool IsRaised(Glyph glyph, Glyph before) =>
        glyph.Text is [>= '0' and <= '9'] && !before.IsBlank && glyph.Size < Smaller * before.Size && Math.Abs(glyph.Box.Left - before.Box.Right) < WordGap * before.Size
        && before.Box.Bottom - glyph.Box.Bottom is var up && up > LeastRaised * before.Size && up < MostRaised * before.Size;

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    /// <summary>What is drawn twice to look bold is there once.</summary>
    private static IEnumerable<Glyph> Distinct(List<Glyph> glyphs)
    {
        var seen = new Dictionary<(string, int, int), Glyph>();
        foreach (var glyph in glyphs)
        {
            var (x, y) = ((int)Math.Floor(glyph.Box.Left), (int)Math.Floor(glyph.Box.Bottom));
            if (!glyph.IsBlank && IsThere(glyph, x, y))
                continue;
            seen[(glyph.Text, x, y)] = glyph;
            yield return glyph;
        }

        bool IsThere(Glyph glyph, int x, int y)
        {
            for (var i = 0; i < 9; i++)
            {
                if (seen.TryGetValue((glyph.Text, x + (i % 3) - 1, y + (i / 3) - 1), out var other)
                    && Math.Abs(other.Box.Left - glyph.Box.Left) < DrawnTwice * glyph.Size && Math.Abs(other.Box.Bottom - glyph.Box.Bottom) < DrawnTwice * glyph.Size)
                    return true;
            }

            return false;
        }
    }

    private static IEnumerable<PdfWord> OfLine(List<Glyph> line, double usual, double gap)
    {
        var between = gap > WordGap ? gap : CellGap;
        var hasBlanks = line.Exists(g => g.IsBlank);
        var word = new List<Glyph>();
        var (before, isDrawnApart) = ((Glyph?)null, false);
        // Letters of a ligature have the widths of its parts, and where blanks are drawn none of the others is one.
        foreach (var glyph in line)
        {
            var most = hasBlanks && word.Count > 0 && IsRightToLeft(glyph.Text[0]) && IsRightToLeft(word[^1].Text[0]) ? LargestBlank
                : word.Count > 0 && glyph.Sequence == word[^1].Sequence ? gap : between;
            var isApart = word.Count > 0 && (glyph.Box.Left - word[^1].Box.Right > most * Math.Max(word[^1].Size, glyph.Size) || glyph.Box.Left < word[^1].Box.Left - 0.01);
            var isCut = word.Count > 0 && !glyph.IsBlank && glyph.Sequence != word[^1].Sequence && IsDrawnOver(word[^1], glyph);
            if (word.Count > 0 && (glyph.IsBlank || isApart || isCut))
            {
                yield return WordOf(word) with { IsDrawnApart = isDrawnApart } is var whole && isCut ? CutAt(glyph.Box.Left - (CutApart * glyph.Size), whole) : whole;
                word = [];
            }

            if (word.Count == 0)
                isDrawnApart = before is null ? !glyph.IsBlank && glyph.Size > 0.9 * usual : before is { IsBlank: false } && before.Sequence != glyph.Sequence;
            if (!glyph.IsBlank)
                word.Add(glyph);
            before = glyph;
        }

        if (word.Count > 0)
            yield return WordOf(word) with { IsDrawnApart = isDrawnApart };
    }

    /// <summary>The text of a cell that is too narrow for it ends under the first letter of the next cell.</summary>
    private static bool IsDrawnOver(Glyph one, Glyph other) =>
        one.Box.Right - other.Box.Left > DrawnOver * other.Size && one.Box.Width < 2 * one.Size && other.Box.Left - one.Box.Left > 0.01 && !IsRightToLeft(other.Text[0]) && !IsRightToLeft(one.Text[0]);

    private static PdfWord CutAt(double right, PdfWord word) => word with { Box = word.Box with { Right = Math.Max(right, word.Box.Left + 1) } };

    /// <summary>What lies between letters of a line that follow each other, as a share of their size, and whether they were drawn together.</summary>
    private static IEnumerable<(Glyph Glyph, double Width, bool IsOne)> Gaps(List<Glyph> line)
    {
        for (var i = 1; i < line.Count; i++)
        {
            if (!line[i].IsBlank && !line[i - 1].IsBlank)
                yield return (line[i], (line[i].Box.Left - line[i - 1].Box.Right) / line[i].Size, line[i].Sequence == line[i - 1].Sequence);
        }
    }

    /// <summary>Where nearly all letters are drawn apart, words are further apart still.</summary>
    private static double GapOf(List<(Glyph Glyph, double Width, bool IsOne)> gaps)
    {
        var widths = gaps.ConvertAll(g => g.Width);
        widths.Sort();
        // Letters that are each drawn by itself need not be as far apart to be told.
        var least = gaps.Count(g => !g.IsOne) * 10 > gaps.Count * 8 ? DrawnApart / 2 : DrawnApart;
        return gaps.Count > FewestGaps && widths[gaps.Count / 4] > least && widths[gaps.Count / 2] < 1 ? Math.Max(WordGap + 0.01, 2.2 * widths[gaps.Count / 2]) : WordGap;
    }

    private static PdfWord WordOf(List<Glyph> glyphs)
    {
        var isRightToLeft = glyphs.Exists(g => IsRightToLeft(g.Text[0]));
        // What shares a place was drawn one after the other: the parts of a ligature, marks on their letters.
        var inOrder = isRightToLeft ? WithNumbers([.. glyphs.OrderByDescending(RightOf).ThenBy(g => g.Order)]) : glyphs.AsEnumerable();
        var text = string.Concat(inOrder.Select(g => g.Text)).Normalize(NormalizationForm.FormC);
        return new PdfWord(Plain(text), Box.Around(glyphs.Select(g => g.Box)), glyphs.Max(g => g.Size)) { IsRightToLeft = isRightToLeft, IsBold = glyphs.TrueForAll(g => g.IsBold) };
    }

    /// <summary>A letter that takes no room is the end of the ligature on its right, and stands over the letter on its left; or it begins one there.</summary>
    private static double RightOf(Glyph glyph) => glyph.Box.Width < NoWidth && IsRightToLeft(glyph.Text[0]) ? glyph.Box.Right + NoWidth : glyph.Box.Right;

    private static bool IsRightToLeft(char c) => char.IsLetter(c) && c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFF');

    /// <summary>Numbers run from left to right in scripts that run the other way.</summary>
    private static IEnumerable<Glyph> WithNumbers(List<Glyph> glyphs)
    {
        for (var at = 0; at < glyphs.Count;)
        {
            var end = at;
            while (end < glyphs.Count && (char.IsDigit(glyphs[end].Text[0]) || (end > at && end + 1 < glyphs.Count && glyphs[end].Text[0] is '.' or '/' or '-' && char.IsDigit(glyphs[end + 1].Text[0]))))
                end++;
            for (var i = end - 1; i >= at; i--)
                yield return glyphs[i];
            if (end == at)
                yield return glyphs[at++];
            else
                at = end;
        }
    }

    /// <summary>Radicals of Han characters that fonts give for the characters that look like them, and that Unicode does not take apart.</summary>
    private const string Radicals = "⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻯竜⻰龙⻲龜⻳龟";

    /// <summary>Ligatures, the shapes of Arabic letters and radicals as the letters that they stand for.</summary>
    private static string Plain(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\uFB00', '\uFB06') || text.AsSpan().ContainsAnyInRange('\uFB50', '\uFEFC') || text.AsSpan().ContainsAnyInRange('\u2F00', '\u2FDF'))
            text = text.Normalize(NormalizationForm.FormKC);
        return text.AsSpan().ContainsAnyInRange('\u2E80', '\u2EFF')
            ? string.Concat(text.Select(c => Radicals.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at && at % 2 == 0 ? Radicals[at + 1] : c)) : text;
    }
}

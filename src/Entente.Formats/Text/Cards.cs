using Entente.Core;
using Entente.Core.Reading;
using Entente.Formats.Tables;

namespace Entente.Formats.Text;

/// <summary>Records as cards: a name, then lines of "label: value". Each card becomes a row, its labels the heads of the columns.</summary>
internal sealed class Cards
{
    private const int FewestCards = 2, LongestLabel = 6, MostOwnLines = 3, MostRemarks = 6;

    private readonly List<Block> blocks = [];
    private readonly List<TextLine> loose = [];
    private readonly List<Card> cards = [];
    private Card current = new();

    /// <summary>How many lines each card has before its labels.</summary>
    private int own = 1;

    /// <summary>Each card begins with a heading: what stands behind its labels is still of it.</summary>
    private bool isHeaded;

    /// <summary>Lines that come in most cards, such as links to more.</summary>
    private HashSet<string> usual = [];

    private sealed class Card
    {
        /// <summary>The name, and further lines before the first label.</summary>
        public List<TextLine> Own { get; init; } = [];

        public List<(string Label, TextLine Head, TextLine Value)> Values { get; } = [];

        /// <summary>What stands behind the labels.</summary>
        public List<TextLine> Remarks { get; } = [];
    }

    /// <summary>Null when too few lines have labels.</summary>
    /// <param name="areBroken">Each is a line as it is printed, and not a text that its format tells from the next one.</param>
    public static SourceBlocks? Read(IReadOnlyList<TextLine> lines, Kinds kinds, bool areBroken)
    {
        ReadingStop.Look();
        var contents = new Contents(kinds);
        lines = [.. lines.Select(l => ItemLines.WithoutNumber(l) is { Number: not null } numbered && LabelOf(numbered, contents) is not null ? numbered : l)];
        if (areBroken)
        {
            var labelOf = new Memo<TextLine, string?>(l => LabelOf(l, contents) ?? (l.Text.IndexOfAny([':', '：']) is > 0 and var colon ? l.Text[..colon] : null));
            lines = BrokenLines.Joined(lines, labelOf.Of);
        }

        var labels = lines.Select(l => LabelOf(l, contents)).ToList();
        var often = labels.OfType<string>().CountBy(l => l).Where(l => l.Value >= FewestCards).ToDictionary(l => l.Key, l => l.Value);
        if (often.Count > 1)
        {
            // Beside labels that are known, another one that comes as often is one too.
            for (var i = 0; i < lines.Count; i++)
                labels[i] ??= BeforeColon(lines[i]);
            foreach (var (label, count) in labels.OfType<string>().CountBy(l => l).Where(l => l.Value * 2 >= often.Values.Max()))
                often.TryAdd(label, count);
        }

        if (often.Count == 0)
            return null;
        bool[] isLabel = [.. labels.Select(l => l is not null && often.ContainsKey(l))];
        var cards = often.Values.Max();
        HashSet<string> usual = [.. lines.Where((l, i) => !isLabel[i] && l.Level == 0).CountBy(l => l.Text).Where(l => l.Value > FewestCards && l.Value * 10 >= cards * 9).Select(l => l.Key)];
        if (isLabel.Count(l => l) * 3 < Between(lines, isLabel).Count(l => !usual.Contains(l.Text)))
            return null;
        var (own, isHeaded) = OwnLines(lines, isLabel);
        WithRare(lines, labels, isLabel, isHeaded);
        var reader = new Cards { own = own, isHeaded = isHeaded, usual = usual };
        for (var i = 0; i < lines.Count; i++)
            reader.Take(lines[i], isLabel[i] ? labels[i] : null);
        reader.EndLast();
        reader.EndCards();
        reader.blocks.AddRange(reader.loose.Select(l => new TextBlock(l.Text, l.Place, l.Level)));
        return reader.blocks.OfType<TableBlock>().Any() ? new SourceBlocks(reader.blocks) : null;
    }

    /// <summary>The lines of all cards: pages have menus before them, and more behind.</summary>
    private static IEnumerable<TextLine> Between(IReadOnlyList<TextLine> lines, bool[] isLabel)
    {
        var first = Math.Max(Array.IndexOf(isLabel, true) - MostOwnLines, 0);
        return lines.Skip(first).Take(Math.Min(Array.LastIndexOf(isLabel, true) + MostOwnLines, lines.Count) - first);
    }

    /// <summary>What is set off beside labels is one too, though it comes only once: "Extended on".</summary>
    private static void WithRare(IReadOnlyList<TextLine> lines, List<string?> labels, bool[] isLabel, bool isHeaded)
    {
        for (var i = 1; i < lines.Count && isHeaded; i++)
        {
            if (!isLabel[i] && isLabel[i - 1] && lines[i].Name is { Length: > 0 } name && lines[i].Text.StartsWith($"{name}:", StringComparison.Ordinal))
                (labels[i], isLabel[i]) = (PhraseBook.Key(string.Concat(TokenRun.Of(name).Keys)), true);
        }
    }

    /// <summary>As many as most cards have; or those from the last heading on.</summary>
    private static (int Count, bool IsHeaded) OwnLines(IReadOnlyList<TextLine> lines, bool[] isLabel)
    {
        var counts = new List<int>();
        var headings = new List<int>();
        for (var i = 1; i < lines.Count; i++)
        {
            if (!isLabel[i] || isLabel[i - 1])
                continue;
            var from = i - 1;
            while (from > 0 && !isLabel[from - 1] && lines[from].Level == 0 && lines[from - 1].Item == lines[from].Item && (lines[from].Item == 0 || lines[from].GoesOn))
                from--;
            counts.Add(i - from);
            if (lines[from].Level > 0)
                headings.Add(counts.Count - 1);
        }

        // A heading over each card is its name; one over several is none of theirs.
        var isHeaded = counts.Count > 0 && headings.Count * 10 >= counts.Count * 9;
        if (!isHeaded)
            headings.ForEach(h => counts[h]--);
        return (counts.Count == 0 ? 1 : counts.CountBy(c => c).MaxBy(c => c.Value) is { Key: <= MostOwnLines } usual && usual.Value * 10 >= counts.Count * 6 ? usual.Key : 1, isHeaded);
    }

    private static string? BeforeColon(TextLine line) =>
        line.Text.IndexOfAny([':', '：']) is > 0 and var colon && TokenRun.Of(line.Text[..colon]) is { Count: > 0 and <= 3 } run ? PhraseBook.Key(string.Concat(run.Keys)) : null;

    /// <summary>What stands before a colon, or a known head at the begin of a line with something behind it: set off, or before dates.</summary>
    private static string? LabelOf(TextLine line, Contents contents)
    {
        var colon = line.Text.IndexOfAny([':', '：']);
        if (colon > 0 && TokenRun.Of(line.Text[..colon]).Count <= LongestLabel && contents.HeadOf(line.Text[..colon]) is [{ Score: >= 0.4 }, ..])
            return PhraseBook.Key(string.Concat(TokenRun.Of(line.Text[..colon]).Keys));
        if (SetOff(line) is > 0 and var cut && contents.HeadOf(line.Text[..cut]) is [{ Score: >= 0.4 }, ..])
            return PhraseBook.Key(string.Concat(TokenRun.Of(line.Text[..cut]).Keys));
        var run = TokenRun.Of(line.Text);
        var words = Heads.WordsAt(run);
        return words > 0 && words < run.Count && contents.Of(run.Text(words, run.Count)).Whens is { IsWhole: true, Items.Count: > 0 }
            ? PhraseBook.Key(string.Concat(run.Keys.Take(words))) : null;
    }

    /// <summary>How long a beginning is that is set off, with something behind it; else 0.</summary>
    private static int SetOff(TextLine line) =>
        line.Name is { Length: > 0 } name && name.Length < line.Text.Length && line.Text.StartsWith(name, StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal) ? name.Length : 0;

    private void Take(TextLine line, string? label)
    {
        if (label is null)
        {
            TakeLoose(line);
            return;
        }

        if (line.Number is not null || current.Values.Exists(v => v.Label == label))
            EndCard();
        Begin();
        if (line.Number is { } number)
            current.Values.Add(("#", line with { Text = "№" }, line with { Text = number }));
        var colon = line.Text.IndexOfAny([':', '：']);
        var cut = colon > 0 ? colon : SetOff(line) is > 0 and var setOff && PhraseBook.Key(string.Concat(TokenRun.Of(line.Text[..setOff]).Keys)) == label ? setOff : CutBehindLabel(line.Text, label);
        current.Values.Add((label, line with { Text = line.Text[..cut].Trim() }, line with { Text = line.Text[(colon > 0 ? cut + 1 : cut)..].Trim() }));
    }

    private void TakeLoose(TextLine line)
    {
        if (usual.Contains(line.Text) && isHeaded)
        {
            EndCard();
            blocks.Add(new TextBlock(line.Text, line.Place));
            return;
        }

        if (current.Values.Count > 0 && isHeaded && line.Level == 0 && current.Remarks.Count < MostRemarks && AsOf.DayIn(TokenRun.Of(line.Text)) is null)
        {
            current.Remarks.Add(line);
            return;
        }

        if (current.Values.Count > 0)
            EndCard();
        loose.Add(line);
    }

    private static int CutBehindLabel(string text, string label)
    {
        for (var end = text.IndexOf(' ', StringComparison.Ordinal); end > 0; end = text.IndexOf(' ', end + 1))
        {
            if (PhraseBook.Key(string.Concat(TokenRun.Of(text[..end]).Keys)) == label)
                return end;
        }

        return text.Length;
    }

    /// <summary>The last lines before the labels are the card's own, its name first; what stands above it heads all that follow.</summary>
    private void Begin()
    {
        if (current.Values.Count > 0 || loose.Count == 0)
            return;
        var count = Math.Min(own, loose.Count);
        current.Own.AddRange(loose.TakeLast(count));
        loose.RemoveRange(loose.Count - count, count);
        if (loose.Count == 0)
            return;
        EndCards();
        blocks.AddRange(loose.Select(l => new TextBlock(l.Text, l.Place, l.Level)));
        loose.Clear();
    }

    /// <summary>Behind the last card stands what closes the page: it has no more remarks than another one.</summary>
    private void EndLast()
    {
        var most = cards.Select(c => c.Remarks.Count).DefaultIfEmpty(0).Max();
        if (current.Remarks.Count > most)
        {
            loose.AddRange(current.Remarks.Skip(most));
            current.Remarks.RemoveRange(most, current.Remarks.Count - most);
        }

        EndCard();
    }

    private void EndCard()
    {
        if (current.Values.Count > 0)
            cards.Add(current);
        current = new Card();
    }

    private void EndCards()
    {
        if (cards.Count > 0)
            blocks.Add(new TableBlock(GridOf(cards)));
        cards.Clear();
    }

    private Grid GridOf(List<Card> cards)
    {
        var labels = cards.SelectMany(c => c.Values).GroupBy(v => v.Label).Select(g => (g.Key, g.First().Head)).ToList();
        var cells = new List<GridCell>();
        for (var i = 0; i < labels.Count; i++)
            cells.Add(new GridCell(0, own + i, labels[i].Head.Text, labels[i].Head.Place) { IsHead = true });
        for (var row = 0; row < cards.Count; row++)
        {
            cells.AddRange(cards[row].Own.Select((line, i) => new GridCell(row + 1, i, line.Text, line.Place)));
            foreach (var value in cards[row].Values.Where(v => v.Value.Text.Length > 0))
                cells.Add(new GridCell(row + 1, labels.FindIndex(l => l.Key == value.Label) + own, value.Value.Text, value.Value.Place));
            if (cards[row].Remarks is [var first, ..] remarks)
                cells.Add(new GridCell(row + 1, own + labels.Count, string.Join('\n', remarks.Select(r => r.Text)), first.Place));
        }

        return new Grid("", cells) { Said = cards.Exists(c => c.Remarks.Count > 0) ? new Dictionary<int, string> { [own + labels.Count] = "note" } : [] };
    }
}

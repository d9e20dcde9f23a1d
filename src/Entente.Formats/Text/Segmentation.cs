namespace Entente.Formats.Text;

/// <summary>The best way to cut a run of tokens into rows. Numbers, countries, kinds, dates and words are evidence that adds up in a score;
/// no single one is required, and only the best whole wins.</summary>
/// <param name="isOfLines">No row has more than a line.</param>
/// <param name="isOfItems">Each line is a row.</param>
internal sealed partial class Segmentation(TextTokens text, Evidence evidence, IReadOnlyList<ListHeader> headers, Layout layout, bool isOfLines, bool isOfItems)
{
    /// <summary>So many ways are kept at each token.</summary>
    private const int Beam = 24;

    private const int Outside = -1, LongestTitle = 60;

    /// <summary>Bit of <see cref="Way.Filled"/> beyond the slots: the name has a word that institutions have.</summary>
    private const int Institution = 1 << 20;

    private readonly Slot[] slots = [.. layout.Slots];
    private readonly double[] missing = [.. layout.Slots.Select(s => layout.Missing[s])];
    private readonly Way[]?[] ways = new Way[]?[text.Run.Count + 1];
    private readonly int[] counts = new int[text.Run.Count + 1];

    /// <summary>What stands over the first header belongs to no row, unless it is as long as rows are.</summary>
    private readonly int titleEnd = headers.Count > 0 && headers[0].Start <= LongestTitle ? headers[0].Start : 0;

    private readonly Dictionary<int, ListHeader> headersAt = headers.ToDictionary(h => h.Start);

    /// <summary>How a way reached its token.</summary>
    private enum Move
    {
        Begin,
        Number,
        Word,
        Sign,
        Unread,
        End,
        Header,
        Furniture,
    }

    public Cut Best()
    {
        Add(0, new Step { At = Outside, Last = -1, LastSide = -1 });
        for (var i = 0; i < text.Run.Count; i++)
        {
            ReadingStop.Look();
            for (var at = 0; at < counts[i]; at++)
                Continue(ways[i]![at], i);
            // What leads on is reached from there.
            ways[i] = null;
        }

        var best = (ways[^1] ?? []).Take(counts[^1]).MaxBy(w => w.Score + Completed(w));
        return best is null ? new Cut() : Told(best);
    }

    private void Continue(Way way, int i)
    {
        if (headersAt.TryGetValue(i, out var header))
        {
            Add(header.End, way.To(Move.Header, i, way.Score + Completed(way), Outside, 0) with { HasNumber = false });
            return;
        }

        if (isOfLines && way.At != Outside && text.Tokens[i].StartsLine)
            way = new Way(way.To(Move.End, i, way.Score + Completed(way), Outside, 0) with { HasNumber = false });
        Begin(way, i);
        foreach (var sign in evidence.At(i))
            Take(way, sign, i);
        TakeWord(way, i);
    }

    /// <summary>Of ways that only their score tells apart the best is kept, and of all ways the best few.</summary>
    private void Add(int token, in Step way)
    {
        var here = ways[token] ??= new Way[Beam];
        var count = counts[token];
        var worst = 0;
        for (var i = 0; i < count; i++)
        {
            if (here[i].IsLike(way))
            {
                if (way.Score > here[i].Score)
                    here[i] = new Way(way);
                return;
            }

            if (here[i].Score < here[worst].Score)
                worst = i;
        }

        if (count < Beam)
            here[counts[token]++] = new Way(way);
        else if (way.Score > here[worst].Score)
            here[worst] = new Way(way);
    }

    /// <summary>A row may begin with a number, or without one at a line's start.</summary>
    private void Begin(Way way, int i)
    {
        var token = text.Tokens[i];
        if ((evidence.IsTitle(i) && !isOfItems) || i < titleEnd || (isOfLines && !token.StartsLine))
            return;
        if (way.At != Outside && (way.Filled == 0 || (!token.StartsLine && IsHardlyBegun(way))))
            return;
        var begun = way.To(Move.Begin, i, way.Score + Completed(way) - Scores.Row, 0, 0) with { HasNumber = false };
        if (evidence.NumberAt(i) is { } number && i + 1 < text.Run.Count)
        {
            var atStart = token.StartsLine ? layout.NumberAtLineStart : -layout.NumberAtLineStart;
            var odd = layout.OddNumbers.Contains(number) ? Scores.OddNumber : 0;
            var score = begun.Score + layout.NumberPresent + Following(way, number) + atStart - odd;
            Add(i + 1, begun with { Score = score, HasNumber = true, Last = number, Move = Move.Number });
        }

        var plain = new Way(begun with { Score = begun.Score - (token.StartsLine ? 0 : layout.WithinLine) });
        foreach (var sign in evidence.At(i))
            Take(plain, sign, i);
        TakeWord(plain, i);
    }

    private static bool IsHardlyBegun(Way way) => int.PopCount(way.Filled & ~Institution) < 2;

    private double Following(Way way, int number)
    {
        if (way.Last < 0)
            return 0;
        if (number == way.Last + 1)
            return layout.NumberNext;
        return number > way.Last && number < way.Last + 5 ? 0 : -layout.NumberAstray;
    }

    /// <summary>A sign may fill the slot it belongs to, from that slot or an earlier one; what stands aside leaves the row where it is.</summary>
    private void Take(Way way, Sign sign, int i)
    {
        if (isOfLines && CrossesLine(sign))
            return;
        switch (sign.Clue)
        {
            case Clue.SideRow or Clue.Total:
                TakeAside(way, sign, i);
                return;
            case Clue.PageMark:
                Add(sign.End, way.To(Move.Sign, i, way.Score - Scores.PageMark, way.At, way.Filled, sign));
                return;
            case Clue.Label when way.At != Outside:
                Add(sign.End, way.To(Move.Sign, i, way.Score, way.At, way.Filled, sign));
                return;
            case Clue.Label:
                return;
            case Clue.Filler when way.At == Outside || slots[way.At] != Slot.When:
                return;
        }

        var index = Array.IndexOf(slots, sign.Clue switch { Clue.Country => Slot.Country, Clue.Kind => Slot.Kind, _ => Slot.When });
        if (index < 0 || way.At == Outside || index < way.At)
            return;
        var again = (way.Filled & (1 << index)) != 0;
        if (again && index != way.At)
            return;
        var score = way.Score + Scores.Of(sign, again, layout) + Leaving(way, index, i);
        if (sign.Clue == Clue.Kind && way.Sign is { Clue: Clue.Country } country && country.End == i)
            score += Scores.CountryBeforeKind;
        Add(sign.End, way.To(Move.Sign, i, score, index, way.Filled | (1 << index), sign));
    }

    private bool CrossesLine(Sign sign)
    {
        for (var i = sign.Start + 1; i < sign.End; i++)
        {
            if (text.Tokens[i].StartsLine)
                return true;
        }

        return false;
    }

    private void TakeAside(Way way, Sign sign, int i)
    {
        var isWithinRow = way.At != Outside && slots[way.At] is not (Slot.When or Slot.Kind);
        var score = way.Score + (layout.HasSideTable ? Scores.Aside : -Scores.Aside) - (isWithinRow ? Scores.AsideWithinRow : 0);
        if (sign.Number is { } number)
            score += number == Math.Max(way.LastSide, 0) + 1 ? Scores.AsideNext : -Scores.AsideNext;
        Add(sign.End, way.To(Move.Sign, i, score, way.At, way.Filled, sign) with { LastSide = sign.Number ?? way.LastSide });
    }

    private void TakeWord(Way way, int i)
    {
        if (way.At == Outside)
        {
            if (!isOfItems)
                Add(i + 1, way.To(Move.Furniture, i, way.Score - Scores.Furniture, way.At, way.Filled));
            return;
        }

        for (var index = way.At; index < slots.Length; index++)
        {
            if (slots[index] is not (Slot.Partner or Slot.Subject or Slot.Note))
                continue;
            var first = (way.Filled & (1 << index)) == 0;
            var score = way.Score - evidence.Confusion[i] + Leaving(way, index, i) - (first ? Scores.OddFirst(text.Run.Keys[i], text.Tokens[i].Text) : 0);
            var institution = slots[index] == Slot.Partner && evidence.IsInstitutionWord(i) ? Institution : 0;
            Add(i + 1, way.To(Move.Word, i, score, index, way.Filled | (1 << index) | institution));
        }

        if (way.Filled != 0 && slots[way.At] is Slot.When or Slot.Kind or Slot.Country)
            Add(i + 1, way.To(Move.Unread, i, way.Score - Scores.Unread - evidence.Confusion[i], way.At, way.Filled));
    }

    /// <summary>A name does not end on "of"; cells like to begin a line or to stand apart.</summary>
    private double Leaving(Way way, int to, int i)
    {
        if (to == way.At)
            return 0;
        var token = text.Tokens[i];
        var score = token.StartsLine || token.BlanksBefore > 1 ? Scores.CellBorder : 0;
        return way.Move == Move.Word && Scores.IsJoint(text.Run.Keys[i - 1], text.Run.Tokens[i - 1]) ? score - Scores.EndsOnJoint : score;
    }

    /// <summary>What a row that is left here gains and loses.</summary>
    private double Completed(Way way)
    {
        if (way.At == Outside)
            return 0;
        var score = (way.HasNumber ? 0 : -layout.NumberMissing) - ((way.Filled & Institution) == 0 ? layout.NoInstitution : 0);
        for (var index = 0; index < slots.Length; index++)
        {
            if ((way.Filled & (1 << index)) == 0)
                score -= missing[index];
        }

        return score;
    }

    /// <summary>One way of cutting the tokens up to here.</summary>
    private sealed class Way(Step step)
    {
        public double Score => step.Score;

        /// <summary>Slot of the row that is being read, by its index in the layout; <see cref="Outside"/> between rows.</summary>
        public int At => step.At;

        /// <summary>Bit by slot.</summary>
        public int Filled => step.Filled;

        public bool HasNumber => step.HasNumber;

        /// <summary>The last number that a row began with; below 0 when there was none.</summary>
        public int Last => step.Last;

        public int LastSide => step.LastSide;

        public Move Move => step.Move;

        /// <summary>Index of the token that the last move took first.</summary>
        public int From => step.From;

        public Way? Before => step.Before;

        public Sign? Sign => step.Sign;

        /// <summary>Ways that agree in this can only be told apart by their score.</summary>
        public bool IsLike(in Step other) =>
            At == other.At && Filled == other.Filled && HasNumber == other.HasNumber && Last == other.Last && LastSide == other.LastSide;

        public Step To(Move move, int from, double score, int at, int filled, Sign? sign = null) => new()
        {
            Score = score, At = at, Filled = filled, HasNumber = HasNumber, Last = Last, LastSide = LastSide,
            Move = move, From = from, Before = this, Sign = sign,
        };
    }

    /// <summary>What would make a way: most are worse than what is there, and no way is made of them.</summary>
    private readonly struct Step
    {
        public double Score { get; init; }

        public int At { get; init; }

        public int Filled { get; init; }

        public bool HasNumber { get; init; }

        public int Last { get; init; }

        public int LastSide { get; init; }

        public Move Move { get; init; }

        public int From { get; init; }

        public Way? Before { get; init; }

        public Sign? Sign { get; init; }
    }
}

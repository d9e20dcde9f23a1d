using Entente.Core.Reading;

namespace Entente.Formats.Text;

/// <summary>The best way to cut a run of tokens into rows. Numbers, countries, kinds, dates and words are evidence that adds up in a score;
/// no single one is required, and only the best whole wins.</summary>
internal sealed partial class Segmentation(TextTokens text, Evidence evidence, IReadOnlyList<ListHeader> headers, Layout layout)
{
    /// <summary>So many ways are kept at each token.</summary>
    private const int Beam = 24;

    private const int Outside = -1;

    /// <summary>Bit of <see cref="Way.Filled"/> beyond the slots: the name has a word that institutions have.</summary>
    private const int Institution = 1 << 20;

    private readonly List<Way>[] ways = new List<Way>[text.Run.Count + 1];

    /// <summary>How a way reached its token.</summary>
    private enum Move
    {
        Begin,
        Number,
        Word,
        Sign,
        Unread,
        Header,
        Furniture,
    }

    /// <param name="At">Slot of the row that is being read, by its index in the layout; <see cref="Outside"/> between rows.</param>
    /// <param name="Filled">Bit by slot.</param>
    private sealed record Way(double Score, int At, int Filled, int? Number, int? Last, int? LastSide, Move Move, int From, Way? Before, Sign? Sign = null)
    {
        /// <summary>Ways that agree in this can only be told apart by their score.</summary>
        public (int, int, int?, int?, int?) State => (At, Filled, Number, Last, LastSide);
    }

    public (IReadOnlyList<Segment> Rows, IReadOnlyList<Sign> Aside, IReadOnlyList<int> Furniture) Best()
    {
        for (var i = 0; i < ways.Length; i++)
            ways[i] = [];
        ways[0].Add(new Way(0, Outside, 0, null, null, null, Move.Begin, 0, null));
        for (var i = 0; i < text.Run.Count; i++)
        {
            Prune(i);
            foreach (var way in ways[i])
                Continue(way, i);
        }

        Prune(text.Run.Count);
        var best = ways[^1].MaxBy(w => w.Score + Completed(w));
        return best is null ? ([], [], []) : Told(best);
    }

    private void Prune(int token)
    {
        if (ways[token].Count > 1)
            ways[token] = [.. ways[token].GroupBy(w => w.State).Select(g => g.MaxBy(w => w.Score)!).OrderByDescending(w => w.Score).Take(Beam)];
    }

    private void Continue(Way way, int i)
    {
        if (headers.FirstOrDefault(h => h.Start == i) is { } header)
        {
            Add(header.End, way with { Score = way.Score + Completed(way), At = Outside, Filled = 0, Number = null, Move = Move.Header, From = i, Before = way });
            return;
        }

        Begin(way, i);
        foreach (var sign in evidence.At(i))
            Take(way, sign, i);
        TakeWord(way, i);
    }

    private void Add(int token, Way way) => ways[token].Add(way);

    /// <summary>A row may begin with a number, or without one at a line's start.</summary>
    private void Begin(Way way, int i)
    {
        if (way.At != Outside && way.Filled == 0)
            return;
        var token = text.Tokens[i];
        var begun = way with { Score = way.Score + Completed(way) - Scores.Row, At = 0, Filled = 0, Number = null, From = i, Before = way };
        if (evidence.NumberAt(i) is { } number && i + 1 < text.Run.Count)
        {
            var next = way.Last is not { } last ? 0 : number == last + 1 ? layout.NumberNext : number > last && number < last + 5 ? 0 : -layout.NumberAstray;
            Add(i + 1, begun with
            {
                Score = begun.Score + layout.NumberPresent + next + (token.StartsLine ? layout.NumberAtLineStart : -layout.NumberAtLineStart) - (layout.OddNumbers.Contains(number) ? Scores.OddNumber : 0),
                Number = number, Last = number, Move = Move.Number,
            });
        }

        var plain = begun with { Score = begun.Score - (token.StartsLine ? 0 : layout.WithinLine), Move = Move.Begin };
        foreach (var sign in evidence.At(i))
            Take(plain, sign, i);
        TakeWord(plain, i);
    }

    /// <summary>A sign may fill the slot it belongs to, from that slot or an earlier one; what stands aside leaves the row where it is.</summary>
    private void Take(Way way, Sign sign, int i)
    {
        switch (sign.Clue)
        {
            case Clue.SideRow or Clue.Total:
                TakeAside(way, sign, i);
                return;
            case Clue.PageMark:
                Add(sign.End, way with { Score = way.Score - Scores.PageMark, Move = Move.Sign, Sign = sign, From = i, Before = way });
                return;
            case Clue.Filler when way.At == Outside || layout.Slots[way.At] != Slot.When:
                return;
        }

        var slot = sign.Clue switch { Clue.Country => Slot.Country, Clue.Kind => Slot.Kind, _ => Slot.When };
        var index = IndexOf(slot);
        if (index < 0 || way.At == Outside || index < way.At)
            return;
        var again = (way.Filled & (1 << index)) != 0;
        if (again && index != way.At)
            return;
        var score = way.Score + Scores.Of(sign, again, layout) + Leaving(way, index, i);
        if (sign.Clue == Clue.Kind && way.Sign is { Clue: Clue.Country } country && country.End == i)
            score += Scores.CountryBeforeKind;
        Add(sign.End, way with { Score = score, At = index, Filled = way.Filled | (1 << index), Move = Move.Sign, Sign = sign, From = i, Before = way });
    }

    private void TakeAside(Way way, Sign sign, int i)
    {
        var isWithinRow = way.At != Outside && layout.Slots[way.At] is not (Slot.When or Slot.Kind);
        var score = way.Score + (layout.HasSideTable ? Scores.Aside : -Scores.Aside) - (isWithinRow ? Scores.AsideWithinRow : 0);
        var next = way with { Move = Move.Sign, Sign = sign, From = i, Before = way };
        if (sign.Clue == Clue.Total)
            Add(sign.End, next with { Score = score });
        else if (sign.Number is { } number)
            Add(sign.End, next with { Score = score + (number == (way.LastSide ?? 0) + 1 ? Scores.AsideNext : -Scores.AsideNext), LastSide = number });
        else
            Add(sign.End, next with { Score = score });
    }

    private void TakeWord(Way way, int i)
    {
        if (way.At == Outside)
        {
            Add(i + 1, way with { Score = way.Score - Scores.Furniture, Move = Move.Furniture, Sign = null, From = i, Before = way });
            return;
        }

        for (var index = way.At; index < layout.Slots.Count; index++)
        {
            if (layout.Slots[index] is not (Slot.Partner or Slot.Subject or Slot.Note))
                continue;
            var first = (way.Filled & (1 << index)) == 0;
            var score = way.Score - evidence.Confusion[i] + (index == way.At ? 0 : Leaving(way, index, i)) - (first ? Scores.OddFirst(text.Run.Keys[i], text.Tokens[i].Text) : 0);
            var institution = layout.Slots[index] == Slot.Partner && Names.IsInstitutionWord(text.Run.Keys[i]) ? Institution : 0;
            Add(i + 1, way with { Score = score, At = index, Filled = way.Filled | (1 << index) | institution, Move = Move.Word, Sign = null, From = i, Before = way });
        }

        if (way.Filled != 0 && layout.Slots[way.At] is Slot.When or Slot.Kind)
            Add(i + 1, way with { Score = way.Score - Scores.Unread - evidence.Confusion[i], Move = Move.Unread, Sign = null, From = i, Before = way });
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
        var score = (way.Number is null ? -layout.NumberMissing : 0) - ((way.Filled & Institution) == 0 ? layout.NoInstitution : 0);
        for (var index = 0; index < layout.Slots.Count; index++)
        {
            if ((way.Filled & (1 << index)) == 0)
                score -= layout.Missing[layout.Slots[index]];
        }

        return score;
    }

    private int IndexOf(Slot slot)
    {
        for (var i = 0; i < layout.Slots.Count; i++)
        {
            if (layout.Slots[i] == slot)
                return i;
        }

        return -1;
    }
}

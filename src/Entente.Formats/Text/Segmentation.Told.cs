namespace Entente.Formats.Text;

/// <summary>A run of tokens, cut.</summary>
internal sealed class Cut
{
    public List<Segment> Rows { get; } = [];

    /// <summary>What stands between the rows and belongs to none: summary rows, marks of pages.</summary>
    public List<Sign> Aside { get; } = [];

    public List<ListHeader> Headers { get; } = [];

    /// <summary>Tokens outside of all rows.</summary>
    public List<int> Furniture { get; } = [];
}

internal sealed partial class Segmentation
{
    /// <summary>Follows the best way back and says what each token became.</summary>
    private Cut Told(Way best)
    {
        var path = new List<(Way Way, int End)>();
        var end = text.Run.Count;
        for (var way = best; way.Before is not null; way = way.Before)
        {
            path.Add((way, end));
            end = way.From;
        }

        path.Reverse();
        var cut = new Cut();
        foreach (var (way, _) in path)
            Tell(way, cut);
        return cut;
    }

    private void Tell(Way way, Cut cut)
    {
        var rows = cut.Rows;
        switch (way.Move)
        {
            case Move.Begin:
                rows.Add(new Segment());
                break;
            case Move.Number:
                rows.Add(new Segment { Number = way.From, NumberValue = way.Last });
                break;
            case Move.Word:
                var slot = slots[way.At];
                if (!rows[^1].Words.TryGetValue(slot, out var words))
                    rows[^1].Words[slot] = words = [];
                words.Add(way.From);
                rows[^1].HasInstitution |= (way.Filled & Institution) != 0;
                break;
            case Move.Unread:
                rows[^1].Unread.Add(way.From);
                break;
            case Move.Furniture:
                cut.Furniture.Add(way.From);
                break;
            case Move.Header:
                cut.Headers.Add(headersAt[way.From]);
                break;
            case Move.Sign when way.Sign!.Clue is Clue.SideRow or Clue.Total or Clue.PageMark:
                cut.Aside.Add(way.Sign);
                break;
            case Move.Sign:
                rows[^1].Signs.Add(way.Sign!);
                break;
        }
    }
}

namespace Entente.Formats.Text;

internal sealed partial class Segmentation
{
    /// <summary>Follows the best way back and says what each token became.</summary>
    private (IReadOnlyList<Segment>, IReadOnlyList<Sign>, IReadOnlyList<int>) Told(Way best)
    {
        var path = new List<(Way Way, int End)>();
        var end = text.Run.Count;
        for (var way = best; way.Before is not null; way = way.Before)
        {
            path.Add((way, end));
            end = way.From;
        }

        path.Reverse();
        var rows = new List<Segment>();
        var aside = new List<Sign>();
        var furniture = new List<int>();
        foreach (var (way, _) in path)
            Tell(way, rows, aside, furniture);
        return (rows, aside, furniture);
    }

    private void Tell(Way way, List<Segment> rows, List<Sign> aside, List<int> furniture)
    {
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
                furniture.Add(way.From);
                break;
            case Move.Sign when way.Sign!.Clue is Clue.SideRow or Clue.Total or Clue.PageMark:
                aside.Add(way.Sign);
                break;
            case Move.Sign:
                rows[^1].Signs.Add(way.Sign!);
                break;
        }
    }
}

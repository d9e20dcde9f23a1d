using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>Contents of cells, each text judged once.</summary>
internal sealed class Contents(Kinds kinds, DayOrder order = DayOrder.Unknown)
{
    private readonly Dictionary<DayOrder, Contents> others = [];
    private readonly Dictionary<string, CellContent> known = [];
    private readonly Dictionary<string, IReadOnlyList<HeadField>> heads = [];

    /// <summary>The same where the order of day and month is known.</summary>
    public Contents In(DayOrder asked)
    {
        if (asked == order)
            return this;
        return others.TryGetValue(asked, out var other) ? other : others[asked] = new Contents(kinds, asked);
    }

    public CellContent Of(GridCell? cell) => Of(cell?.Text ?? "");

    public CellContent Of(string text) => known.TryGetValue(text, out var content) ? content : known[text] = new CellContent(text, kinds, order);

    public bool KindWithin(string text) => kinds.FindWithin(text) is not null;

    public IReadOnlyList<HeadField> HeadOf(string text) => heads.TryGetValue(text, out var fields) ? fields : heads[text] = Heads.FieldsOf(text);
}

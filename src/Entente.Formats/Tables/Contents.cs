using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>Contents of cells, each text judged once.</summary>
/// <param name="most">So many are kept at least.</param>
internal sealed class Contents(Kinds kinds, DayOrder order = DayOrder.Unknown, int most = int.MaxValue)
{
    private readonly Dictionary<DayOrder, Contents> others = [];
    private readonly Memo<string, CellContent> known = new(text => new CellContent(text, kinds, order), most);
    private CellContent? lastNumber;
    private readonly Memo<string, IReadOnlyList<HeadField>> heads = new(Heads.FieldsOf, most);

    /// <summary>The same where the order of day and month is known.</summary>
    public Contents In(DayOrder asked)
    {
        if (asked == order)
            return this;
        return others.TryGetValue(asked, out var other) ? other : others[asked] = new Contents(kinds, asked, most);
    }

    public CellContent Of(GridCell? cell) => Of(cell?.Text ?? "");

    /// <summary>A running number comes once in its list, and there is little to judge about it.</summary>
    public CellContent Of(string text)
    {
        ReadingStop.Look();
        return text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('0', '9') ? OfNumber(text) : known.Of(text);
    }

    private CellContent OfNumber(string text)
    {
        if (lastNumber is { } last && last.Text == text)
            return last;
        return lastNumber = new CellContent(text, kinds, order);
    }

    public bool KindWithin(string text) => kinds.FindWithin(text) is not null;

    public IReadOnlyList<HeadField> HeadOf(string text) => heads.Of(text);
}

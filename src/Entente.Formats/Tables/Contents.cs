using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>Contents of cells, each text judged once.</summary>
/// <param name="most">So many are kept at least.</param>
internal sealed class Contents
{
    private const int Columns = 64;

    private readonly Dictionary<DayOrder, Contents> others = [];

    /// <summary>The last cell of each column, for it is asked for again and again while its row is read.</summary>
    private readonly (GridCell? Cell, CellContent Content)[] lastOf = new (GridCell?, CellContent)[Columns];
    private readonly Memo<(string Field, string Text), double> fits;

    private readonly Kinds kinds;
    private readonly DayOrder order;
    private readonly int most;
    private readonly Memo<string, CellContent> known;
    private CellContent? lastNumber;
    private readonly Memo<string, IReadOnlyList<HeadField>> heads;

    public Contents(Kinds kinds, DayOrder order = DayOrder.Unknown, int most = int.MaxValue)
    {
        (this.kinds, this.order, this.most) = (kinds, order, most);
        known = new(text => new CellContent(text, kinds, order), most);
        heads = new(Heads.FieldsOf, most);
        fits = new(f => FieldFit.Of(f.Field, Of(f.Text)), most);
    }

    /// <summary>The same where the order of day and month is known.</summary>
    public Contents In(DayOrder asked)
    {
        if (asked == order)
            return this;
        return others.TryGetValue(asked, out var other) ? other : others[asked] = new Contents(kinds, asked, most);
    }

    public CellContent Of(GridCell? cell)
    {
        if (cell is null)
            return Of("");
        ref var last = ref lastOf[cell.Column % Columns];
        if (!ReferenceEquals(last.Cell, cell))
            last = (cell, Of(cell.Text));
        return last.Content;
    }

    /// <summary>A running number comes once in its list, and there is little to judge about it.</summary>
    public CellContent Of(string text)
    {
        ReadingStop.Look();
        return IsNumber(text) ? OfNumber(text) : known.Of(text);
    }

    private CellContent OfNumber(string text)
    {
        if (lastNumber is { } last && last.Text == text)
            return last;
        return lastNumber = new CellContent(text, kinds, order);
    }

    /// <summary>How well a text goes with a field.</summary>
    public double FitOf(string field, string text) => fits.Of((field, text));

    /// <summary>The code of a kind that is worded so.</summary>
    public string? KindOf(string wording) => kinds.Find(wording);

    public bool KindWithin(string text) => kinds.FindWithin(text) is not null;

    public IReadOnlyList<HeadField> HeadOf(string text) => IsNumber(text) ? [] : heads.Of(text);

    private static bool IsNumber(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
}

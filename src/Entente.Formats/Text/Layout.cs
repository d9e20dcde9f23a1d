namespace Entente.Formats.Text;

/// <summary>A place in the order in which a row names its parts.</summary>
internal enum Slot
{
    Partner,
    Country,
    Kind,

    /// <summary>Dates and terms; columns of both side by side are one slot, since their border is lost.</summary>
    When,
    Subject,
    Note,
}

/// <summary>The order of a row's parts, and how much each of them is to be expected.</summary>
internal sealed record Layout(IReadOnlyList<Slot> Slots, bool HasSideTable)
{
    private static readonly Slot[] Usual = [Slot.Partner, Slot.Country, Slot.Kind, Slot.When];

    /// <summary>What a row loses that lacks a slot, by slot.</summary>
    public IReadOnlyDictionary<Slot, double> Missing { get; init; } =
        new Dictionary<Slot, double> { [Slot.Partner] = 8, [Slot.Country] = 5, [Slot.Kind] = 4, [Slot.When] = 3, [Slot.Subject] = 0, [Slot.Note] = 0 };

    public double NumberPresent { get; init; } = 2;

    public double NumberMissing { get; init; }

    public double NumberNext { get; init; } = 3;

    public static Layout From(ListHeader? header)
    {
        if (header is null)
            return new Layout(Usual, false);
        var slots = header.Columns.Select(c => SlotOf(c.Field)).Where(s => s is not null).Select(s => s!.Value).Distinct().ToList();
        var known = slots.Contains(Slot.Partner) && slots.Count > 1;
        return new Layout(known ? slots : Usual, header.SideColumns.Count > 0);
    }

    private static Slot? SlotOf(string? field) => field switch
    {
        "partner" => Slot.Partner,
        "country" => Slot.Country,
        "kind" or "state" => Slot.Kind,
        "start" or "end" or "term" => Slot.When,
        "subject" => Slot.Subject,
        "note" or "unit" or "reference" or "place" => Slot.Note,
        _ => null,
    };

    /// <summary>The same order with expectations taken from rows read once: what most rows have, each row is expected to have.</summary>
    public Layout LearntFrom(IReadOnlyList<Segment> rows, int sideRows)
    {
        if (rows.Count == 0)
            return this;
        var numbered = rows.Count(r => r.Number is not null) * 2 >= rows.Count;
        var following = rows.Zip(rows.Skip(1)).Count(p => p.Second.NumberValue == p.First.NumberValue + 1);
        var inOrder = following * 2 >= rows.Count;
        return this with
        {
            HasSideTable = HasSideTable || sideRows >= 3,
            Missing = Slots.ToDictionary(s => s, s => Missing[s] * Expected(s, rows)),
            NumberPresent = numbered ? 3 : -6,
            NumberMissing = numbered ? 7 : 0,
            NumberNext = inOrder ? 6 : 0,
        };
    }

    private static double Expected(Slot slot, IReadOnlyList<Segment> rows)
    {
        var share = (double)rows.Count(r => r.Has(slot)) / rows.Count;
        return share < 0.2 ? 0 : 0.5 + share;
    }
}

/// <summary>One row as a segmentation gives it: which tokens are which part.</summary>
internal sealed class Segment
{
    public int? Number { get; init; }

    public int? NumberValue { get; init; }

    /// <summary>Tokens of free text, by slot.</summary>
    public Dictionary<Slot, List<int>> Words { get; } = [];

    public List<Sign> Signs { get; } = [];

    /// <summary>Tokens of the row that nothing explains.</summary>
    public List<int> Unread { get; } = [];

    public bool Has(Slot slot) => slot switch
    {
        Slot.Country => Signs.Exists(s => s.Clue == Clue.Country),
        Slot.Kind => Signs.Exists(s => s.Clue == Clue.Kind),
        Slot.When => Signs.Exists(s => s.Clue is Clue.Date or Clue.Term),
        _ => Words.ContainsKey(slot),
    };

    public IReadOnlyList<int> Tokens()
    {
        var tokens = new List<int>(Words.Values.SelectMany(w => w));
        if (Number is { } number)
            tokens.Add(number);
        tokens.AddRange(Signs.SelectMany(s => Enumerable.Range(s.Start, s.Length)));
        tokens.AddRange(Unread);
        tokens.Sort();
        return tokens;
    }
}

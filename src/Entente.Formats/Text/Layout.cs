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
    private const int FewestToLearnFrom = 5;

    private static readonly Slot[] Usual = [Slot.Partner, Slot.Country, Slot.Kind, Slot.When];

    /// <summary>What a row loses that lacks a slot, by slot.</summary>
    public IReadOnlyDictionary<Slot, double> Missing { get; init; } =
        new Dictionary<Slot, double> { [Slot.Partner] = 8, [Slot.Country] = 5, [Slot.Kind] = 4, [Slot.When] = 3, [Slot.Subject] = 0, [Slot.Note] = 0 };

    public double NumberPresent { get; init; } = 2;

    public double NumberMissing { get; init; }

    public double NumberNext { get; init; } = 3;

    /// <summary>What a row loses whose number does not follow, in a list that counts on.</summary>
    public double NumberAstray { get; init; }

    /// <summary>What a row loses that begins without a number within a line.</summary>
    public double WithinLine { get; init; } = 8;

    /// <summary>What a row loses whose name has no word that institutions have.</summary>
    public double NoInstitution { get; init; } = 1;

    /// <summary>Wordings of kinds that the list uses again and again; others are more likely words of a name. Null: not known yet.</summary>
    public IReadOnlySet<string>? UsualKinds { get; init; }

    /// <summary>Numbers that more than one row would have, or that lie far beyond the number of rows.</summary>
    public IReadOnlySet<int> OddNumbers { get; init; } = new HashSet<int>();

    /// <summary>What a row gains by a number at a line's start, and loses by one within a line.</summary>
    public double NumberAtLineStart { get; init; } = 1.5;

    /// <summary>Whether dates of the list are mostly finer than a year.</summary>
    public bool YearsAreRare { get; init; }

    public static Layout From(ListHeader? header, Evidence evidence)
    {
        if (header is null)
            return new Layout(Usual, evidence.HoldsSideTable);
        // A head that is not known, where no other is of kinds, may well be.
        var hasKind = header.Columns.Any(c => SlotOf(c.Field) == Slot.Kind);
        var slots = header.Columns.Select(c => c.Field is null && !hasKind ? Slot.Kind : SlotOf(c.Field)).Where(s => s is not null).Select(s => s!.Value).Distinct().ToList();
        var known = slots.Contains(Slot.Partner) && slots.Count > 1;
        return new Layout(known ? slots : Usual, header.SideColumns.Count > 0 || evidence.HoldsSideTable);
    }

    private static Slot? SlotOf(string? field) => field switch
    {
        "partner" => Slot.Partner,
        "country" => Slot.Country,
        "kind" or "state" => Slot.Kind,
        "start" or "end" or "term" or "period" or "renewed" => Slot.When,
        "subject" or "title" => Slot.Subject,
        "note" or "unit" or "reference" or "place" => Slot.Note,
        _ => null,
    };

    /// <summary>The same order with expectations taken from rows read once: what most rows have, each row is expected to have.</summary>
    public Layout LearntFrom(IReadOnlyList<Segment> rows, TextTokens text)
    {
        if (rows.Count < FewestToLearnFrom)
            return this;
        var numbered = Share(rows, r => r.Number is not null);
        var following = rows.Zip(rows.Skip(1)).Count(p => p.Second.NumberValue == p.First.NumberValue + 1);
        var dates = rows.SelectMany(r => r.Signs).Where(s => s.When?.On is not null).ToList();
        return this with
        {
            Missing = Slots.ToDictionary(s => s, s => Missing[s] * Expected(s, rows)),
            NumberPresent = numbered >= 0.5 ? 3 : -6,
            NumberMissing = numbered >= 0.9 ? 18 : numbered >= 0.5 ? 7 : 0,
            NumberNext = following * 2 >= rows.Count ? 6 : 0,
            NumberAstray = following * 10 >= rows.Count * 8 ? 6 : 0,
            WithinLine = Share(rows, r => text.Tokens[r.Tokens()[0]].StartsLine) > 0.9 ? 14 : 8,
            NoInstitution = Share(rows, r => r.HasInstitution) > 0.6 ? 2.5 : 1,
            UsualKinds = Usuals(rows),
            OddNumbers = Odd(rows),
            NumberAtLineStart = Share(rows, r => r.Number is not { } n || text.Tokens[n].StartsLine) > 0.9 ? 5 : 1.5,
            YearsAreRare = dates.Count(d => d.When!.On!.Precision == Edtf.EdtfPrecision.Year) * 5 < dates.Count,
        };
    }

    private static HashSet<string> Usuals(IReadOnlyList<Segment> rows) =>
        [.. rows.SelectMany(r => r.Signs).Where(s => s.Kind is not null).GroupBy(s => s.Wording).Where(g => g.Count() * 20 >= rows.Count).Select(g => g.Key)];

    private static HashSet<int> Odd(IReadOnlyList<Segment> rows)
    {
        var numbers = rows.Where(r => r.NumberValue is not null).GroupBy(r => r.NumberValue!.Value).ToList();
        return numbers.Count(n => n.Key <= rows.Count) * 10 < numbers.Count * 9
            ? []
            : [.. numbers.Where(n => n.Count() > 1 || n.Key > rows.Count + (rows.Count / 2)).Select(n => n.Key)];
    }

    private static double Share(IReadOnlyList<Segment> rows, Func<Segment, bool> has) => (double)rows.Count(has) / rows.Count;

    private static double Expected(Slot slot, IReadOnlyList<Segment> rows)
    {
        var share = Share(rows, r => r.Has(slot));
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

    public bool HasInstitution { get; set; }

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

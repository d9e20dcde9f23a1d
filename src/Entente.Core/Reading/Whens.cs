using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>What the column of a date or of a piece of a term is for.</summary>
public enum WhenRole
{
    /// <summary>Columns are lost, or one holds all.</summary>
    Lost,
    Start,
    Effective,
    Renewed,
    End,
    Term,
    Period,
}

/// <summary>A date or a piece of a term, as a row gives them one after the other.</summary>
/// <param name="Text">As printed.</param>
public sealed record WhenItem(string Text, IReadOnlyList<Place> Places)
{
    /// <summary>Null when the item is no date, or a date that does not exist.</summary>
    public EdtfDate? On { get; init; }

    /// <summary>The end of a printed range.</summary>
    public EdtfDate? RangeEnd { get; init; }

    /// <summary>The second of two years that are printed as one: an end lies in it (2021/22).</summary>
    public EdtfDate? YearBehind { get; init; }

    /// <summary>Why a date's shape was no date.</summary>
    public string? Reason { get; init; }

    public string? Doubt { get; init; }

    public TermPiece? Piece { get; init; }

    /// <summary>Where its cell is known, the cell decides what a date is.</summary>
    public WhenRole Role { get; init; }

    /// <summary>A word before it says that it is a begin.</summary>
    public bool IsFrom { get; init; }

    /// <summary>All that its cell says, where that says how long or until when.</summary>
    public string? CellText { get; init; }

    /// <summary>Something stands in a cell of terms or ends, and none of it was understood.</summary>
    public bool IsUnread { get; init; }

    /// <summary>More stands in its cell than was understood.</summary>
    public bool IsPart { get; init; }

    public bool IsDate => On is not null || Reason is not null;
}

/// <summary>What a row's dates and term wordings say: acts, term, end and printed state, with what a person should look at.</summary>
public sealed record WhenReading(IReadOnlyList<Event> Events, Term Term, Ends Ends, PrintedState? State, string? StateText, IReadOnlyList<Finding> Findings);

/// <summary>The rule that gives each date of a row its act, where the columns are lost. Where a cell is known, the cell decides.</summary>
public static class Whens
{
    /// <param name="kinds">How many kinds the row names.</param>
    public static WhenReading Read(IReadOnlyList<WhenItem> items, int kinds, WhenColumns columns, CountingRule counting)
    {
        ArgumentNullException.ThrowIfNull(items);
        var unread = items.Where(i => i.IsUnread).ToList();
        if (unread.Count > 0)
            items = [.. items.Where(i => !i.IsUnread)];
        var undecided = Undecided.In(items);
        if (undecided.Count > 0)
            items = [.. items.Except(undecided)];
        items = WithStops(items);
        var term = TermOf(items, out var isCrowded);
        if (term.Text is null && unread.Find(i => i.Role == WhenRole.Term) is { } words)
            term = term with { Text = words.Text, Places = words.Places };
        var row = new WhenRow(items, kinds, columns, term, counting);
        var ends = Ending.Of(row.Events, term, row.Ends, counting, unread.Exists(i => i.Role is WhenRole.Term or WhenRole.End) ? NoEnd.NotRead : Why(items, row, columns));
        if (row.IsConflict)
            ends = Conflict(row, term, ends, counting);
        if (ends is { Why: NoEnd.NotRead } && unread.Find(i => i.Role == WhenRole.End) is { } printed)
            ends = ends with { Text = printed.Text, Places = printed.Places };
        var findings = WhenFindings.Of([.. items, .. unread], row, term, ends, isCrowded);
        var state = items.Where((item, i) => item.Piece?.Kind == TermPieceKind.State && !IsOfTerm(items, i)).FirstOrDefault();
        return new WhenReading([.. row.Events, .. unread.Where(i => i.Role is not (WhenRole.Term or WhenRole.End)).Concat(undecided).Select(NotRead)], term, ends, state?.Piece?.State, state?.Text, findings);
    }

    /// <summary>What stands where a date should, kept as it is printed.</summary>
    private static Event NotRead(WhenItem item) =>
        new(item.Role switch { WhenRole.Effective => Act.Effective, WhenRole.Renewed => Act.Renewed, _ => Act.Signed }, null, null, item.Text) { Places = item.Places };

    /// <summary>"Terminated by mutual consent with effect from 1 July 2019" in running text: with a day behind it, a state is an act.</summary>
    private static IReadOnlyList<WhenItem> WithStops(IReadOnlyList<WhenItem> items)
    {
        if (!items.Any(i => i is { Role: WhenRole.Lost, Piece: { Kind: TermPieceKind.State, State: PrintedState.Cancelled } }))
            return items;
        var told = new List<WhenItem>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            told.Add(items[i]);
            if (items[i] is not { Role: WhenRole.Lost, Piece: { Kind: TermPieceKind.State, State: PrintedState.Cancelled } })
                continue;
            var behind = i + 1 < items.Count && items[i + 1].Piece is { Kind: TermPieceKind.Until, Extends: false } or { Kind: TermPieceKind.Act, Act: Act.Effective or Act.Signed } ? i + 2 : i + 1;
            if (behind >= items.Count || items[behind] is not { On: not null, RangeEnd: null })
                continue;
            told.Add(items[i] with { Piece = new TermPiece(TermPieceKind.Act, 1) { Act = Act.Terminated } });
            i = behind - 1;
        }

        return told;
    }

    /// <summary>"Valid for 5 years" and "on expiry renewed for 5 years" say no state.</summary>
    private static bool IsOfTerm(IReadOnlyList<WhenItem> items, int state)
    {
        bool IsBeside(WhenItem item) => item.Role == items[state].Role && ReferenceEquals(item.Places, items[state].Places);
        return items[state].Piece?.State == PrintedState.Active ? state + 1 < items.Count && IsBeside(items[state + 1]) && items[state + 1] is { Piece.Kind: TermPieceKind.Length } or { On: not null }
            : items[state] is { Role: WhenRole.Term, Piece.State: PrintedState.Ended } && items.Any(i => i.Piece?.Kind is TermPieceKind.Renews && IsBeside(i));
    }

    private static NoEnd Why(IReadOnlyList<WhenItem> items, WhenRow row, WhenColumns columns)
    {
        if (items.Any(i => i.Piece?.Kind == TermPieceKind.Unspecified))
            return NoEnd.Unspecified;
        if (row.Undated.Count > 0 || items.Any(i => i.Reason is not null || i.Piece?.Kind == TermPieceKind.Length))
            return NoEnd.NotRead;
        return columns.HasEnd || columns.HasTerm ? NoEnd.EmptyCell : NoEnd.NoColumn;
    }

    /// <param name="isCrowded">The row has more lengths than its dates explain.</param>
    private static Term TermOf(IReadOnlyList<WhenItem> items, out bool isCrowded)
    {
        isCrowded = false;
        if (!items.Any(i => i.Piece is { } piece && IsWording(piece.Kind)))
            return Term.Unstated;
        var last = items.Count - 1;
        while (last >= 0 && items[last].On is null)
            last--;
        var wording = items.Where((item, i) => item.Piece is not null && IsWording(item.Piece.Value.Kind) && !ExtendedEnds.IsLength(items, i)).ToList();
        if (wording.Count == 0)
            return Term.Unstated;
        var own = wording.Where(w => w.Piece!.Value.Kind == TermPieceKind.Length && items.Skip(last + 1).Contains(w)).ToList();
        var counted = own.Count > 0 ? wording.Where(w => w.Piece!.Value.Kind != TermPieceKind.Length || own.Contains(w)).ToList() : wording;
        var term = Terms.Combine([.. counted.Select(w => w.Piece!.Value)], out isCrowded);
        return term with
        {
            Text = wording is [var only] ? only.CellText ?? only.Text : string.Join(' ', wording.Select(p => p.CellText ?? p.Text).Distinct()),
            Places = wording is [{ Places.Count: 1 } alone] ? alone.Places : [.. wording.SelectMany(p => p.Places).Distinct()],
        };
    }

    private static bool IsWording(TermPieceKind kind) =>
        kind is TermPieceKind.Length or TermPieceKind.Open or TermPieceKind.Renews or TermPieceKind.NoRenewal or TermPieceKind.Times or TermPieceKind.Unspecified;

    /// <summary>A date out of order: the end that each order of the dates gives, and a date that has no act, all kept.</summary>
    private static Ends Conflict(WhenRow row, Term term, Ends ends, CountingRule counting)
    {
        var stray = row.Events.Where(e => e is { Act: Act.Unclear, On: not null }).Select(e => (EdtfValue)e.On!);
        var asPrinted = row.Events.LastOrDefault(e => e.OpensPeriod) is { } last && term.UsableLength is { } length ? counting.LastDay(last.Begin!, length) : null;
        IEnumerable<EdtfValue?> candidates = [.. ends.Candidates, ends.On, asPrinted, .. stray];
        var all = candidates.OfType<EdtfValue>().Distinct().ToList();
        return all.Count > 0 && ends.On is not null
            ? ends with { Basis = EndsBasis.Conflict, Candidates = all, Latest = null, Why = null }
            : ends;
    }
}

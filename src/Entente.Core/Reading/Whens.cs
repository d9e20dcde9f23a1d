using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>A date or a piece of a term, as a row gives them one after the other.</summary>
/// <param name="Text">As printed.</param>
public sealed record WhenItem(string Text, IReadOnlyList<Place> Places)
{
    /// <summary>Null when the item is no date, or a date that does not exist.</summary>
    public EdtfDate? On { get; init; }

    /// <summary>The end of a printed range.</summary>
    public EdtfDate? RangeEnd { get; init; }

    /// <summary>Why a date's shape was no date.</summary>
    public string? Reason { get; init; }

    public string? Doubt { get; init; }

    public TermPiece? Piece { get; init; }

    public bool IsDate => On is not null || Reason is not null;
}

/// <summary>What a row's dates and term wordings say: acts, term and end, with what a person should look at.</summary>
public sealed record WhenReading(IReadOnlyList<Event> Events, Term Term, Ends Ends, IReadOnlyList<Finding> Findings);

/// <summary>The rule that gives each date of a row its act, where the columns are lost. Where a cell is known, the cell decides.</summary>
public static class Whens
{
    /// <param name="kinds">How many kinds the row names.</param>
    /// <param name="hasEndColumn">Whether the list has a column for ends or terms.</param>
    public static WhenReading Read(IReadOnlyList<WhenItem> items, int kinds, bool hasEndColumn, CountingRule counting)
    {
        ArgumentNullException.ThrowIfNull(items);
        var row = new WhenRow(items);
        row.GiveActs();
        var pieces = items.Where(i => i.Piece is not null).ToList();
        var term = TermOf(pieces);
        var findings = new List<Finding>();
        row.GiveEnd(kinds, hasEndColumn, term, findings);
        var why = pieces.Exists(p => p.Piece!.Value.Kind == TermPieceKind.Unspecified) ? NoEnd.Unspecified
            : items.Any(i => i.Reason is not null) && row.Ends.Count == 0 && row.Events.Any(e => e.OpensPeriod) ? NoEnd.NotRead
            : hasEndColumn ? NoEnd.EmptyCell : NoEnd.NoColumn;
        var ends = row.IsConflict
            ? Conflict(row, term, counting)
            : Ending.Of(row.Events, term, row.Ends, counting, why);
        WhenFindings.Add(items, row, term, ends, findings);
        return new WhenReading(row.Events, term, ends, findings);
    }

    private static Term TermOf(List<WhenItem> pieces)
    {
        var wording = pieces.Where(p => p.Piece!.Value.Kind is TermPieceKind.Length or TermPieceKind.Open or TermPieceKind.Renews or TermPieceKind.Times or TermPieceKind.Unspecified).ToList();
        if (wording.Count == 0)
            return Term.Unstated;
        return Terms.Combine([.. wording.Select(p => p.Piece!.Value)]) with
        {
            Text = string.Join(' ', wording.Select(p => p.Text)),
            Places = [.. wording.SelectMany(p => p.Places)],
        };
    }

    /// <summary>A date out of order: the end that the dates before it give, and the date itself, both kept.</summary>
    private static Ends Conflict(WhenRow row, Term term, CountingRule counting)
    {
        var ends = Ending.Of(row.Events, term, row.Ends, counting, NoEnd.EmptyCell);
        var stray = row.Events.Where(e => e is { Act: Act.Unclear, On: not null }).Select(e => (EdtfValue)e.On!);
        EdtfValue[] candidates = [.. ends.Candidates.Count > 0 ? ends.Candidates : ends.On is null ? [] : [ends.On], .. stray];
        return candidates.Length > 1
            ? ends with { Basis = EndsBasis.Conflict, Candidates = [.. candidates.Distinct()], Why = null }
            : ends;
    }
}

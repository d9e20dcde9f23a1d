using Entente.App.Agreements;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>What no row of an edition says anything of, its list does not have: a list without notes says nothing of those that an earlier one printed.</summary>
internal sealed class SilentFields(IReadOnlyList<Draft> edition, CountingRule counting)
{
    private readonly FactPart[] silent = [.. FactPart.All.Where(p => edition.All(d => !p.Says(d.Facts)))];

    private readonly bool hasNoEnds = edition.All(d => Ending.Stated(d.Facts.Ends).Count == 0);

    private readonly bool hasNoRemarks = edition.All(d => d.Facts.Note is null);

    /// <summary>What an earlier list told in its remarks: that a term renews itself, that it was extended.</summary>
    private static Facts Remarked(Facts row, Facts read)
    {
        if (row.Term.Length == read.Term.Length && row.Term is { Renews: null, Option: null, Open: null })
            row = row with { Term = read.Term with { Places = [] } };
        var told = read.Events.Select(FactTexts.Act).ToList();
        return row.Events.Count < read.Events.Count && row.Events.All(e => told.Contains(FactTexts.Act(e))) ? row with { Events = [.. read.Events.Select(EventLists.Unplaced)] } : row;
    }

    /// <summary>The row as it is read now, with what it was read as before where its list is silent.</summary>
    public Facts Filled(Facts row, Facts read)
    {
        var parts = silent.Where(p => p.Says(read) && !p.Says(row) && (!p.IsOfParties || row.Parties.Count == read.Parties.Count)).ToList();
        var filled = parts.Aggregate(row, (so, part) => part.Put(so, read));
        if (hasNoRemarks && read.Note is not null)
            filled = Remarked(filled, read);
        var stated = Ending.Stated(row.Ends);
        var before = hasNoEnds && stated.Count == 0 ? Ending.Stated(read.Ends) : [];
        if (before.Count == 0 && ReferenceEquals(filled.Term, row.Term) && ReferenceEquals(filled.Events, row.Events))
            return filled;
        var ends = Ending.Of(filled.Events, filled.Term, before.Count > 0 ? [.. before.Select(e => e with { Places = [] })] : stated, counting, row.Ends.Why ?? NoEnd.EmptyCell);
        // An end that only an earlier list printed gives way to what this one says now.
        return filled with { Ends = before.Count > 0 && ends.Basis == EndsBasis.Conflict && row.Ends.Basis == EndsBasis.Computed ? row.Ends : ends };
    }
}

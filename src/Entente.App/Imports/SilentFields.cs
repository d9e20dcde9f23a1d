using Entente.Core;

namespace Entente.App.Imports;

/// <summary>What no row of an edition says anything of, its list does not have: a list without notes says nothing of those that an earlier one printed.</summary>
internal sealed class SilentFields(IReadOnlyList<Draft> edition, CountingRule counting)
{
    private readonly FactPart[] silent = [.. FactPart.All.Where(p => edition.All(d => !p.Says(d.Facts)))];

    private readonly bool hasNoEnds = edition.All(d => Ending.Stated(d.Facts.Ends).Count == 0);

    /// <summary>The row as it is read now, with what it was read as before where its list is silent.</summary>
    public Facts Filled(Facts row, Facts read)
    {
        var parts = silent.Where(p => p.Says(read) && !p.Says(row) && (!p.IsOfParties || row.Parties.Count == read.Parties.Count)).ToList();
        var filled = parts.Aggregate(row, (so, part) => part.Put(so, read));
        var stated = Ending.Stated(row.Ends);
        var before = hasNoEnds && stated.Count == 0 ? Ending.Stated(read.Ends) : [];
        if (before.Count == 0 && ReferenceEquals(filled.Term, row.Term))
            return filled;
        return filled with { Ends = Ending.Of(filled.Events, filled.Term, before.Count > 0 ? [.. before.Select(e => e with { Places = [] })] : stated, counting, row.Ends.Why ?? NoEnd.EmptyCell) };
    }
}

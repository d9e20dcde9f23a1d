using Entente.App.Agreements;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>What an edition has no column for, and what no row of it says anything of, its list does not have: a list without notes says nothing of those
/// that an earlier one printed.</summary>
internal sealed class SilentFields
{
    private readonly CountingRule counting;
    private readonly IReadOnlyList<Draft> edition;
    /// <summary>What the list says nothing of; and what a row of it says nothing of that has a day as its end.</summary>
    private readonly FactPart[] silent, besideAnEnd;

    private readonly HashSet<Act> told;
    private readonly bool hasNoActs, hasNoEnds, hasNoRemarks;

    /// <summary>What its columns are for; null where they are not told apart.</summary>
    private readonly HashSet<string?>? fields;

    /// <summary>The heads of its columns; where these are not told apart, of the cells that have no field.</summary>
    private readonly HashSet<string> heads;

    public SilentFields(IReadOnlyList<Table> tables, IReadOnlyList<Draft> edition, CountingRule counting)
    {
        (this.edition, this.counting) = (edition, counting);
        var lists = tables.Where(t => t.Role == TableRole.Agreements).ToList();
        var columns = lists.Count > 0 && lists.TrueForAll(t => t.HasCells && t.Columns.Count > 1) ? lists.SelectMany(t => t.Columns).ToList() : null;
        fields = columns?.Select(c => c.Field).ToHashSet();
        heads = [.. columns is null ? edition.SelectMany(d => d.Facts.Other).Select(o => o.Header ?? "") : columns.Select(c => c.Header ?? "")];
        silent = [.. FactPart.All.Where(IsSilent)];
        // Where one column is for ends and lengths, a day in it says nothing of how long.
        besideAnEnd = HasColumnsBut("term") ? [.. FactPart.All.Where(p => silent.Contains(p) || p.Field == "term")] : silent;
        told = [.. edition.SelectMany(d => d.Facts.Events).Select(e => e.Act)];
        hasNoActs = edition.All(d => d.Facts.Events.Count == 0) || HasColumnsBut("start", "end", "period", "renewed", "term");
        hasNoEnds = edition.All(d => Ending.Stated(d.Facts.Ends).Count == 0) || HasColumnsBut("end", "period", "renewed", "term");
        hasNoRemarks = edition.All(d => d.Facts.Note is null);
        Fields = silent.Select(p => p.Field).ToHashSet();
    }

    /// <summary>Fields that the list says nothing of; not acts and ends, which follow from others.</summary>
    public IReadOnlySet<string> Fields { get; }

    private bool IsSilent(FactPart part) => part.Field switch
    {
        // Cell by cell.
        "other" => false,
        _ when edition.All(d => !part.Says(d.Facts)) => true,
        // Kinds may be columns of their own, each under the name of a kind.
        "kind" => false,
        // How long stands in columns of ends as well. A remark tells of its own row; that others have none says nothing of how long they last.
        "term" => fields?.Contains("term") != true && edition.All(d => !part.Says(d.Facts) || IsInRemark(d.Facts)),
        _ => HasColumnsBut(part.Field),
    };

    private bool HasColumnsBut(params ReadOnlySpan<string> others)
    {
        if (fields is null)
            return false;
        foreach (var field in others)
        {
            if (fields.Contains(field))
                return false;
        }

        return true;
    }

    private static bool IsInRemark(Facts facts) => facts is { Note: { } note, Term.Text: { } text } && note.Contains(text, StringComparison.Ordinal);

    /// <summary>The row as it is read now, with what it was read as before where its list is silent.</summary>
    /// <param name="ours">As the register has it: a length that the office has changed is not the list's to take back.</param>
    public Facts Filled(Facts row, Facts read, Facts? ours = null)
    {
        var parts = (Ending.Stated(row.Ends).Count > 0 ? besideAnEnd : silent).Where(p => p.Says(read) && !p.Says(row) && (!p.IsOfParties || row.Parties.Count == read.Parties.Count)).ToList();
        var filled = parts.Aggregate(row, (so, part) => part.Put(so, read)) with { Other = OtherOf(row, read) };
        if (ActsOf(row, read) is { } acts)
            filled = filled with { Events = acts };
        if (hasNoRemarks && read.Note is not null)
            filled = Remarked(filled, read);
        else if (Array.Exists(silent, p => p.Field == "term") && row.Term is { Length: null, Open: null, SaysHowLong: true } && read.Term.Length is not null)
            filled = filled with { Term = row.Term with { Length = read.Term.Length, Text = Both(read.Term.Text, row.Term.Text) } };
        return WithEnds(filled, row, read, ours ?? read);
    }

    /// <summary>Days of signing that a list of days of effect does not have, and the other way round; the same day under another head is the same act.</summary>
    /// <returns>Null where the row tells what there is to tell.</returns>
    private List<Event>? ActsOf(Facts row, Facts read)
    {
        if (row.Events.Count == 0)
            return hasNoActs && read.Events.Count > 0 ? [.. read.Events.Select(EventLists.Unplaced)] : null;
        var unheard = read.Events.Where(e => e is { Act: Act.Signed or Act.Effective, On: not null } && !told.Contains(e.Act)).ToList();
        if (unheard.Count == 0)
            return null;
        var own = row.Events.Select(e => unheard.Find(u => e.Act is Act.Signed or Act.Effective && Equals(u.On, e.On) && !read.Events.Any(r => r.Act == e.Act && Equals(r.On, e.On))) is { } same ? e with { Act = same.Act } : e).ToList();
        return [.. unheard.Where(u => !own.Exists(e => e.Act == u.Act && Equals(e.On, u.On))).Select(u => EventLists.Unplaced(u) with { Until = null }), .. own];
    }

    /// <summary>What an earlier list told in its remarks: that a term renews itself, that it was extended.</summary>
    private static Facts Remarked(Facts row, Facts read)
    {
        if (row.Term.Length == read.Term.Length && row.Term is { Renews: null, Option: null, Open: null })
            row = row with { Term = read.Term with { Places = [] } };
        var told = read.Events.Select(FactTexts.Act).ToList();
        return row.Events.Count < read.Events.Count && row.Events.All(e => told.Contains(FactTexts.Act(e))) ? row with { Events = [.. read.Events.Select(EventLists.Unplaced)] } : row;
    }

    private Facts WithEnds(Facts filled, Facts row, Facts read, Facts ours)
    {
        var stated = Ending.Stated(row.Ends);
        var before = hasNoEnds && stated.Count == 0 ? Ending.Stated(read.Ends) : [];
        var hasItsOwn = ReferenceEquals(filled.Term, row.Term);
        if (before.Count == 0 && hasItsOwn && ReferenceEquals(filled.Events, row.Events))
            return filled;
        var ends = Ending.Of(filled.Events, filled.Term, before.Count > 0 ? [.. before.Select(e => e with { Places = [] })] : stated, counting, row.Ends.Why ?? NoEnd.EmptyCell);
        if (ends.Basis != EndsBasis.Conflict || row.Ends.Basis is not (EndsBasis.Computed or EndsBasis.Stated))
            return filled with { Ends = ends };
        // What only an earlier list printed gives way to what this one says now: an end, and a length that leads to another one.
        if (!hasItsOwn && FactTexts.Of("term", ours) == FactTexts.Of("term", read))
            filled = filled with { Term = filled.Term.RenewsByItself ? filled.Term with { Length = null, Text = null } : row.Term };
        return filled with { Ends = row.Ends };
    }

    /// <summary>Cells of columns that the list does not have stay.</summary>
    private IReadOnlyList<OtherCell> OtherOf(Facts row, Facts read)
    {
        var kept = read.Other.Where(o => !heads.Contains(o.Header ?? "")).ToList();
        return kept.Count == 0 ? row.Other : [.. kept, .. row.Other];
    }

    private static string? Both(string? before, string? now) => before is null || now is null ? before ?? now : before.Contains(now, StringComparison.Ordinal) ? before : $"{before}; {now}";
}

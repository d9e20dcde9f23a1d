using Entente.App.Agreements;
using Entente.App.Keeping;
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
        besideAnEnd = HasColumnsBut("term") || HasColumnsBut("end", "period") ? [.. FactPart.All.Where(p => silent.Contains(p) || p.Field == "term")] : silent;
        told = [.. edition.SelectMany(d => d.Facts.Events).Select(e => e.Act)];
        hasNoActs = edition.All(d => d.Facts.Events.Count == 0) || HasColumnsBut("start", "end", "period", "renewed", "term");
        hasNoEnds = edition.All(d => Ending.Stated(d.Facts.Ends).Count == 0) || HasColumnsBut("end", "period", "renewed", "term");
        hasNoRemarks = edition.All(d => d.Facts.Note is null);
        Fields = silent.Select(p => p.Field).ToHashSet();
    }

    /// <summary>Its heads of first days are only called otherwise than in the list before.</summary>
    public Func<bool> HasOtherHeads { private get; init; } = () => false;

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

    /// <summary>The row as it is read now, with what it was read as before where its list is silent, and the number that it had: another one tells it from no other row.</summary>
    /// <param name="ours">As the register has it: a length that the office has changed is not the list's to take back.</param>
    public Facts Filled(Facts row, Facts read, Facts? ours = null)
    {
        var parts = (Ending.Stated(row.Ends).Count > 0 ? besideAnEnd : silent).Where(p => p.Says(read) && !p.Says(row) && (!p.IsOfParties || row.Parties.Count == read.Parties.Count)).ToList();
        var filled = parts.Aggregate(row, (so, part) => part.Put(so, read)) with { Other = OtherOf(row, read), Number = ReferenceEquals(read, AgreementEdit.Blank) ? row.Number : read.Number };
        if (HasEndOfExtension(row, read))
            filled = filled with { Events = [.. read.Events.Select(EventLists.Unplaced)] };
        else if (ActsOf(row, read) is { } acts)
            filled = filled with { Events = acts };
        if (hasNoRemarks && (read.Note is not null || (read.StateText is not null && Fields.Contains("state"))))
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
        var own = row.Events.Select(e => NamedBefore(e, read)).ToList();
        var misnamed = row.Events.Zip(own).Where(e => e.First.Act != e.Second.Act).Select(e => e.First.Act).ToHashSet();
        var unheard = read.Events.Where(e => IsBeginning(e) && (!told.Contains(e.Act) || misnamed.Contains(e.Act)) && !own.Exists(o => IsSame(o, e) || IsOfCorrectedYear(o, e))).ToList();
        return unheard.Count == 0 && misnamed.Count == 0 ? null : InOrder(own, read, e => unheard.Contains(e) ? EventLists.Unplaced(e) with { Until = null } : null);
    }

    /// <summary>The end that the row prints is the one to which a remark had extended or renewed it before: that the remark is gone takes nothing back.</summary>
    private static bool HasEndOfExtension(Facts row, Facts read) =>
        read.Events is [.., { Act: Act.Extended or Act.Renewed, Until: { } until } last] && Ending.Stated(row.Ends) is [var end] && end.On.Equals(until)
        && row.Events.Count > 0 && row.Events.All(e => IsBeginning(e) && read.Events.Any(r => IsSame(r, e))) && read.Events.All(r => ReferenceEquals(r, last) || row.Events.Any(e => IsSame(e, r)));

    /// <summary>The same day of an earlier year, under another head: whoever enters into force a year before signing has corrected the year. That of a later year may be when it took effect.</summary>
    private bool IsOfCorrectedYear(Event now, Event before) => RenamedHead.IsOfOtherYear(now, before) && (now.On!.Year < before.On!.Year || HasOtherHeads());

    /// <summary>As the day was called that the list has under another head.</summary>
    private Event NamedBefore(Event happened, Facts read) =>
        IsBeginning(happened) && !read.Events.Any(r => IsSame(r, happened)) && read.Events.FirstOrDefault(r => IsBeginning(r) && !told.Contains(r.Act) && Equals(r.On, happened.On)) is { } same
            ? happened with { Act = same.Act }
            : happened;

    /// <summary>What an earlier list told in its remarks, or as a state: that a term renews itself, that it was extended, that it was terminated.</summary>
    private static Facts Remarked(Facts row, Facts read)
    {
        if (row.Term.Length == read.Term.Length && row.Term is { Renews: null, Option: null, Open: null })
            row = row with { Term = read.Term with { Places = [] } };
        return row.Events.Count < read.Events.Count && row.Events.All(e => read.Events.Any(r => IsSame(r, e))) ? row with { Events = InOrder(row.Events, read, EventLists.Unplaced) } : row;
    }

    /// <summary>The acts of the row as they were in order before, with those of before that it lacks; then those that were not known.</summary>
    private static List<Event> InOrder(IReadOnlyList<Event> row, Facts read, Func<Event, Event?> lacking) =>
    [
        .. read.Events.Select(r => row.FirstOrDefault(e => IsSame(e, r)) ?? lacking(r)).OfType<Event>(),
        .. row.Where(e => !read.Events.Any(r => IsSame(r, e))),
    ];

    private static bool IsBeginning(Event happened) => happened is { Act: Act.Signed or Act.Effective, On: not null };

    /// <summary>Whatever is said of its end.</summary>
    private static bool IsSame(Event one, Event other) => one.Act == other.Act && Equals(one.On, other.On) && Equals(one.From, other.From);

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

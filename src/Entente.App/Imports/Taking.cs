using Entente.App.Agreements;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>A field that the list says otherwise than before, and that the register says otherwise too: a person decides.</summary>
/// <param name="Of">From what the register says to what the list says.</param>
/// <param name="Listed">What the list says.</param>
public sealed record Kept(FieldDifference Of, Facts Listed)
{
    public string Field => Of.Field;

    /// <summary>What else the register would say otherwise if the list were right in this field alone: an end that follows from acts and length.</summary>
    public IReadOnlyList<FieldDifference> Follows { get; init; } = [];
}

/// <summary>What an agreement says after its row was read again.</summary>
/// <param name="Read">What the row counts as read as at the next import: for what was kept, what it was read as before.</param>
public sealed record Taken(Facts Facts, Facts Read, IReadOnlyList<Kept> Kept)
{
    /// <summary>What else the register would say otherwise if the list were right in all of what was kept.</summary>
    public IReadOnlyList<FieldDifference> Follows { get; init; } = [];
}

/// <summary>The rule by which the next edition of a list changes an agreement. Three records are compared, field by field: the row as it was
/// read before, as it is read now, and the register. What the row says otherwise than before is taken where the office has not touched it.
/// All else stays.</summary>
internal sealed class Taking
{
    private readonly Facts read;
    private readonly Facts row;
    private readonly Facts ours;
    private readonly IReadOnlySet<string> takes;
    private readonly bool isTakenBack;
    private readonly IReadOnlySet<string> own;
    private readonly List<Kept> kept = [];
    private Facts after;
    private Facts basis;

    private Taking(Facts read, Facts row, Facts ours, IReadOnlySet<string> takes, bool isTakenBack, IReadOnlySet<string>? own)
    {
        (this.isTakenBack, this.own) = (isTakenBack, own ?? new HashSet<string>());
        (this.read, this.row, this.ours, this.takes) = (read, row with { Events = EventLists.Fuller(row.Events, ours.Events) }, ours, takes);
        // From the row, so that what it still says has its places in the new edition.
        after = basis = this.row;
    }

    /// <param name="read">The row as it was read before.</param>
    /// <param name="row">As it is read now.</param>
    /// <param name="ours">As the register has it.</param>
    /// <param name="takes">Fields in which a person has decided for the list; null: none.</param>
    /// <param name="isTakenBack">The row is the one before, again: its list is taken back.</param>
    /// <param name="own">Fields that the office said before the list did; null: none.</param>
    public static Taken Of(Facts read, Facts row, Facts ours, CountingRule counting, IReadOnlySet<string>? takes = null, bool isTakenBack = false, IReadOnlySet<string>? own = null)
    {
        var taken = With(takes ?? new HashSet<string>());
        return taken.Kept.Count == 0 ? taken : taken with { Kept = [.. taken.Kept.Select(k => k with { Follows = Following([k.Field]) })], Follows = Following([.. taken.Kept.Select(k => k.Field)]) };

        Taken With(IReadOnlySet<string> fields)
        {
            var taking = new Taking(read, row, ours, fields, isTakenBack, own);
            foreach (var part in FactPart.For(read, row, ours))
                taking.Take(part);
            taking.TakeActs();
            taking.TakeEnds(counting);
            return new Taken(taking.after, taking.basis, taking.kept);
        }

        IReadOnlyList<FieldDifference> Following(IReadOnlyList<string> all) =>
            [.. FactTexts.Differences(taken.Facts, With((takes ?? new HashSet<string>()).Concat(all).ToHashSet()).Facts).Where(f => !all.Contains(f.Field))];
    }

    /// <summary>The same where the row is of an older list: what it says otherwise than the newer one is taken only where a person has decided for it.</summary>
    public static Taken OfOlder(Facts read, Facts row, Facts ours, CountingRule counting, IReadOnlySet<string>? takes = null)
    {
        // What the newer list says as well is taken likewise, where the register says otherwise.
        var otherwise = FactTexts.Differences(read, row).Select(f => f.Field).Concat(takes ?? new HashSet<string>()).ToHashSet();
        var fields = FactTexts.Differences(ours, row).Where(f => otherwise.Contains(f.Field) && f.New.Length > 0).ToList();
        if (Ending.Stated(row.Ends).Count == 0)
            fields.RemoveAll(f => f.Field == "end");
        var facts = fields.Where(f => takes?.Contains(f.Field) == true).Aggregate(ours, (into, f) => FactFields.Put(f.Field, into, row, counting));
        return new Taken(facts, read, [.. fields.Where(f => takes?.Contains(f.Field) != true).Select(f => new Kept(f, row))]);
    }

    private void Take(FactPart part)
    {
        var (before, now, register) = (part.Text(read), part.Text(row), part.Text(ours));
        // A length that came with an act of the office is the list's as well only where that has the act.
        if (register == now && part.IsOwn(ours) && !part.IsOwn(row) && ours.LastOpener is { } last && row.LastOpener is { } listed && FactTexts.Act(last) != FactTexts.Act(listed))
            after = part.Put(after, ours);
        var stays = now.Length == 0 && own.Contains(part.Field);
        // How long it lasts was said of an earlier period than the one that follows from it now.
        var isEarlier = part.Field == "term" && !isTakenBack && row.Term.SaysHowLong && now != before && Prolonging.IsByOffice(read, row, ours);
        var isInQuestion = isEarlier && (Printed(ours).Length == 0 || row.Ends.Basis != EndsBasis.Computed);
        if (register == now || !(stays || isInQuestion || part.IsTouched(read, ours)) || takes.Contains(part.Field))
            return;
        after = part.Put(after, ours);
        if (now == before || stays || (isEarlier && Prolonging.IsSameEnd(row.Ends, ours.Ends)))
            return;
        basis = part.Put(basis, read);
        Keep(part.Field);
    }

    private void TakeActs()
    {
        if (EventLists.IsSame(ours.Events, row.Events) || takes.Contains("start"))
            return;
        if (row.Events.Count == 0 && own.Contains("start"))
        {
            after = after with { Events = [.. ours.Events.Select(EventLists.Unplaced)] };
            return;
        }

        if (EventLists.IsSame(ours.Events, read.Events))
            return;
        if (EventLists.Joined(EventLists.Closed(read, read, ours, isTakenBack), EventLists.Closed(row, read, ours, isTakenBack), ours.Events) is { } joined)
        {
            after = after with { Events = joined };
            return;
        }

        after = after with { Events = [.. ours.Events.Select(EventLists.Unplaced)] };
        basis = basis with { Events = [.. read.Events.Select(EventLists.Unplaced)] };
        Keep("start");
    }

    /// <summary>The end follows from the acts, the term and what is printed as the end. One that somebody has to decide on is that of the register or of the list.</summary>
    private void TakeEnds(CountingRule counting)
    {
        var (before, now, register) = (Printed(read), Printed(row), Printed(ours));
        // A printed end that is the one that followed from what the office did is recorded already.
        var isRecorded = !isTakenBack && now != before && now.Length > 0 && before.Length > 0 && register.Length == 0 && Prolonging.IsSameEnd(row.Ends, ours.Ends);
        var isOtherwise = register != now && register != before && !isRecorded;
        var stays = now.Length == 0 && register.Length > 0 && own.Contains("end");
        // The end that follows from another length is another end, though none is printed.
        var isFollowing = isOtherwise && !isTakenBack && now == before && Prolonging.IsOtherEnd(read, row, ours);
        var (isOurs, isInQuestion) = ((isOtherwise || stays || isRecorded) && !takes.Contains("end"), isOtherwise && !stays && (now != before || isFollowing || takes.Contains("end")));
        if (isOurs && isInQuestion)
            Keep("end", isFollowing ? row with { Ends = Prolonging.AsStated(row.Ends) } : row);
        if (kept.Any(k => k.Field == "end" || (now == before && k.Field is "start" or "term")))
            basis = basis with { Ends = Unplaced(read.Ends) };
        if (!isOurs && FollowsFrom(row))
            return;
        var isStatedByAct = after.LastOpener?.Until is { } until && until.Equals(ours.Ends.On);
        if ((isOurs && isStatedByAct) || ((isOurs || register == now) && FollowsFrom(ours)))
            after = after with { Ends = Unplaced(ours.Ends) };
        else if ((isInQuestion || isRecorded) && (isFollowing || isRecorded || Ending.Stated((isOurs ? ours : row).Ends).Count > 0))
            after = FactFields.EndingOn(after, isOurs ? Unplaced(ours.Ends) : row.Ends);
        else
            after = after with { Ends = Ending.Of(after.Events, after.Term, Ending.Stated(isOurs && !WentWithItsAct() ? Unplaced(ours.Ends) : row.Ends), counting, row.Ends.Why ?? NoEnd.EmptyCell) };
    }

    /// <summary>The end that an act of the register states is none of an act of the list in its place.</summary>
    private bool WentWithItsAct() =>
        ours.LastOpener is { Until: { } until } own && until.Equals(ours.Ends.On) && after.LastOpener is { } last && (last.Act != own.Act || !Equals(last.On, own.On));

    private bool FollowsFrom(Facts facts) =>
        EventLists.IsSame(after.Events, facts.Events) && FactTexts.Of("term", after) == FactTexts.Of("term", facts);

    private void Keep(string field) => Keep(field, row);

    private void Keep(string field, Facts listed) => kept.Add(new Kept(FactTexts.Difference(field, ours, listed), listed));

    private static string Printed(Facts facts) => string.Join("; ", Ending.Stated(facts.Ends).Select(p => p.On));

    private static Ends Unplaced(Ends ends) => ends with { Places = [] };
}

using Entente.App.Agreements;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>A field that the list says otherwise than before, and that the register says otherwise too: a person decides.</summary>
/// <param name="Of">From what the register says to what the list says.</param>
/// <param name="Listed">What the list says.</param>
public sealed record Kept(FieldDifference Of, Facts Listed)
{
    public string Field => Of.Field;
}

/// <summary>What an agreement says after its row was read again.</summary>
/// <param name="Read">What the row counts as read as at the next import: for what was kept, what it was read as before.</param>
public sealed record Taken(Facts Facts, Facts Read, IReadOnlyList<Kept> Kept);

/// <summary>The rule by which the next edition of a list changes an agreement. Three records are compared, field by field: the row as it was
/// read before, as it is read now, and the register. What the row says otherwise than before is taken where the office has not touched it.
/// All else stays.</summary>
internal sealed class Taking
{
    private readonly Facts read;
    private readonly Facts row;
    private readonly Facts ours;
    private readonly IReadOnlySet<string> takes;
    private readonly List<Kept> kept = [];
    private Facts after;
    private Facts basis;

    private Taking(Facts read, Facts row, Facts ours, IReadOnlySet<string>? takes)
    {
        (this.read, this.row, this.ours, this.takes) = (read, row with { Events = EventLists.Fuller(row.Events, ours.Events) }, ours, takes ?? new HashSet<string>());
        // From the row, so that what it still says has its places in the new edition.
        after = basis = this.row;
    }

    /// <param name="read">The row as it was read before.</param>
    /// <param name="row">As it is read now.</param>
    /// <param name="ours">As the register has it.</param>
    /// <param name="takes">Fields in which a person has decided for the list; null: none.</param>
    public static Taken Of(Facts read, Facts row, Facts ours, CountingRule counting, IReadOnlySet<string>? takes = null)
    {
        var taking = new Taking(read, row, ours, takes);
        foreach (var part in FactPart.For(read, row, ours))
            taking.Take(part);
        taking.TakeActs();
        taking.TakeEnds(counting);
        return new Taken(taking.after, taking.basis, taking.kept);
    }

    private void Take(FactPart part)
    {
        var (before, now, register) = (part.Text(read), part.Text(row), part.Text(ours));
        if (register == now || !part.IsTouched(read, ours) || takes.Contains(part.Field))
            return;
        after = part.Put(after, ours);
        if (now == before)
            return;
        basis = part.Put(basis, read);
        Keep(part.Field);
    }

    private void TakeActs()
    {
        if (EventLists.IsSame(ours.Events, row.Events) || EventLists.IsSame(ours.Events, read.Events) || takes.Contains("start"))
            return;
        if (EventLists.Joined(read.Events, row.Events, ours.Events) is { } joined)
        {
            after = after with { Events = joined };
            return;
        }

        after = after with { Events = [.. ours.Events.Select(EventLists.Unplaced)] };
        basis = basis with { Events = [.. read.Events.Select(EventLists.Unplaced)] };
        Keep("start");
    }

    /// <summary>The end follows from the acts, the term and what is printed as the end.</summary>
    private void TakeEnds(CountingRule counting)
    {
        var (before, now, register) = (Printed(read), Printed(row), Printed(ours));
        var isOurs = register != now && register != before && !takes.Contains("end");
        if (isOurs && now != before)
            Keep("end");
        if (kept.Any(k => k.Field == "end" || (now == before && k.Field is "start" or "term")))
            basis = basis with { Ends = Unplaced(read.Ends) };
        if (!isOurs && FollowsFrom(row))
            return;
        var isStatedByAct = after.Events.LastOrDefault(e => e.OpensPeriod)?.Until is { } until && until.Equals(ours.Ends.On);
        after = after with
        {
            Ends = (isOurs && isStatedByAct) || ((isOurs || register == now) && FollowsFrom(ours))
                ? Unplaced(ours.Ends)
                : Ending.Of(after.Events, after.Term, Ending.Stated(isOurs ? Unplaced(ours.Ends) : row.Ends), counting, row.Ends.Why ?? NoEnd.EmptyCell),
        };
    }

    private bool FollowsFrom(Facts facts) =>
        EventLists.IsSame(after.Events, facts.Events) && FactTexts.Of("term", after) == FactTexts.Of("term", facts);

    private void Keep(string field) => kept.Add(new Kept(FactTexts.Difference(field, ours, row), row));

    private static string Printed(Facts facts) => string.Join("; ", Ending.Stated(facts.Ends).Select(p => p.On));

    private static Ends Unplaced(Ends ends) => ends with { Places = [] };
}

using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Imports;

/// <summary>Lists that print the period that runs, and no longer the ones before it: what they call the start is a renewal.</summary>
internal static class CurrentPeriod
{
    /// <summary>The row with the acts before the period that it prints.</summary>
    /// <param name="read">The row as it was read before.</param>
    /// <param name="now">As the register has it.</param>
    public static Facts Told(Facts row, Facts read, Facts now)
    {
        if (row.Events is not [{ Act: Act.Signed or Act.Effective, On: { } on, From: null } begin])
            return row;
        if (RenewalOf(now) is { } renewal && Equals(renewal.Begin, on))
            return row with { Events = [.. now.Events.Select(e => ReferenceEquals(e, renewal) ? e with { Places = begin.Places } : EventLists.Unplaced(e))] };
        // A period that begins once the one that was read is over is another one of the same agreement.
        return read.LastOpener is { } last && read.Ends.On is EdtfDate end && on.Earliest > end.Latest && on.Earliest > last.Begin!.Latest
            ? row with { Events = [.. read.Events.Select(e => EventLists.Unplaced(ReferenceEquals(e, last) ? e with { Until = e.Until ?? end } : e)), begin with { Act = Act.Renewed }] } : row;
    }

    /// <summary>The act that opened the period that runs, where another one ran before it.</summary>
    public static Event? RenewalOf(Facts facts) => facts.LastOpener is { Act: Act.Renewed or Act.Extended } last && facts.Events.Count(e => e.OpensPeriod) > 1 ? last : null;
}

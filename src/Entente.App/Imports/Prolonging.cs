using Entente.App.Agreements;
using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Imports;

/// <summary>What a list says of how long an agreement lasts that the office has renewed or extended since.</summary>
internal static class Prolonging
{
    /// <summary>Whether the last period of the register was opened by a renewal or an extension that no row has.</summary>
    public static bool IsByOffice(Facts read, Facts row, Facts ours) =>
        ours.LastOpener is { Act: Act.Renewed or Act.Extended } last && !read.Events.Concat(row.Events).Any(e => e.OpensPeriod && Equals(e.On, last.On));

    /// <summary>Whether two ends are the same day, as finely as both say it, or days that count alike.</summary>
    public static bool IsSameEnd(Ends one, Ends other) => one.On is { } on && other.On is { } end && Ending.Agree(on, end);

    /// <summary>Whether a row of another length than before leads to another end than before, which is none that the office has stated.</summary>
    public static bool IsOtherEnd(Facts read, Facts row, Facts ours) =>
        row.Term.SaysHowLong && FactTexts.Of("term", read) != FactTexts.Of("term", row) && row.Ends.Basis == EndsBasis.Computed && row.Ends.Latest is null
        && !IsSameEnd(row.Ends, ours.Ends) && !IsSameEnd(row.Ends, read.Ends);

    /// <summary>An end that only follows, as one that is said: whoever takes it takes that day.</summary>
    public static Ends AsStated(Ends ends) => ends.On is EdtfDate on ? new Ends(EndsBasis.Stated) { On = on, Text = on.ToString() } : ends;
}

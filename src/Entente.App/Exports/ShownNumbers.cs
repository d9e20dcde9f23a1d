using Entente.Core;

namespace Entente.App.Exports;

/// <summary>The numbers that a file of the register shows: those that are printed, as long as each names one agreement. Several lists may each have a number 1;
/// where the number that is printed is that of another agreement, too, the register's own is shown.</summary>
internal sealed class ShownNumbers
{
    private readonly HashSet<string> shared;

    /// <param name="all">Of each agreement the number in the register, and the printed one.</param>
    public ShownNumbers(IEnumerable<(string Number, string? Printed)> all)
    {
        // Most are printed as they are numbered: those cannot be told from others by nothing but others.
        var others = new List<string>();
        var own = new List<string>();
        foreach (var (number, printed) in all)
        {
            own.Add(number);
            if (printed is not null && printed != number)
                others.Add(printed);
        }

        shared = [.. others.CountBy(p => p).Where(p => p.Value > 1).Select(p => p.Key)];
        if (others.Count > 0)
            shared.UnionWith(others.Intersect(own));
    }

    public string? Of(string number, string? printed) => printed is not null && printed != number && shared.Contains(printed) ? number : printed;

    public Facts On(Agreement agreement) =>
        Of(agreement.Number, agreement.Facts.Number) is var shown && shown == agreement.Facts.Number ? agreement.Facts : agreement.Facts with { Number = shown };
}

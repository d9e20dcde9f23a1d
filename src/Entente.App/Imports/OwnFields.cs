using Entente.App.Agreements;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>Fields of an agreement that the office said first and its list says likewise since: where a later list says nothing of them, what the office said stays.</summary>
internal static class OwnFields
{
    /// <param name="read">The row as it was read before.</param>
    /// <param name="row">As it is read now.</param>
    /// <param name="known">Those that were so before.</param>
    public static IReadOnlyList<string> Of(Facts read, Facts row, Facts ours, IReadOnlySet<string> known)
    {
        var said = FactTexts.Differences(read, row).Select(f => f.Field).Concat(known).ToHashSet();
        said.ExceptWith(FactTexts.Differences(ours, row).Select(f => f.Field));
        return [.. said.Where(f => FactTexts.Says(f, FactTexts.Of(f, row))).Order(StringComparer.Ordinal)];
    }
}

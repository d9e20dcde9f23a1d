using Entente.App.Design;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>What a page tells once a list is stored, with what that has no longer.</summary>
internal static class StoredTold
{
    private const int MostNamed = 20;

    public static Told Of(Imported imported, string name)
    {
        if (!imported.IsStored)
            return new Told("told.review-known", [name]);
        var comparison = imported.Comparison;
        var (asked, over) = (Numbers([.. comparison.Gone.Except(comparison.Over)]), Numbers(comparison.Over));
        return (asked, over) switch
        {
            ("", "") => new Told("told.review-stored", [name]),
            (_, "") => new Told("told.review-stored-gone", [name, asked]),
            ("", _) => new Told("told.review-stored-over", [name, over]),
            _ => new Told("told.review-stored-gone-over", [name, asked, over]),
        };
    }

    private static string Numbers(IReadOnlyList<Agreement> agreements) =>
        string.Join(", ", agreements.Take(MostNamed).Select(a => a.Number)) + (agreements.Count > MostNamed ? ", …" : "");
}

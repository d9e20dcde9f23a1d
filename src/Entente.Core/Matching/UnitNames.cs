namespace Entente.Core.Matching;

/// <summary>Names of units: the whole name of an institution, and the rest of the words before or behind it.</summary>
internal static class UnitNames
{
    private const string College = "college";

    /// <summary>The whole name of an institution stands together in a longer one, and the rest says what it is: "… Library".</summary>
    public static bool IsUnit(Registry registry, NameComparison near) =>
        near is { Missing.Count: 0, More.Count: > 0, IsTogether: true, IsInOrder: true, Slips.Count: 0 }
        && HasClass(registry, near, WordClass.Own) && HasClass(registry, near, WordClass.Head)
        && near.More.Any(w => w.Word.Class is WordClass.Head or WordClass.Part);

    /// <summary>A unit that by its nature is no institution of its own, a school or a faculty, and is named by general words only.</summary>
    public static bool IsPart(NameQuery query, NameComparison near)
    {
        if (!near.More.All(w => w.Word.Class is WordClass.General or WordClass.Part || w.Word.Text == College))
            return false;
        var isBehind = query.Words[0] != near.More[0];
        var first = near.More[0].Word;
        return IsPart(first) || (isBehind && near.More.Count == 2 && IsPart(near.More[1].Word));
    }

    public static string Rest(NameComparison near) => string.Join(' ', near.More.Select(w => w.Typed ?? w.Word.Text));

    private static bool IsPart(NameWord word) => word.Class == WordClass.Part || word.Text == College;

    private static bool HasClass(Registry registry, NameComparison near, WordClass sought)
    {
        foreach (var word in registry.WordsOf(near.Name))
        {
            if (registry.ClassOf(word) == sought)
                return true;
        }

        return false;
    }
}

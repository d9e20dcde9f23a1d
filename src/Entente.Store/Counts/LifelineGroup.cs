using Entente.Core;

namespace Entente.Store.Counts;

public enum Facet
{
    Year,
    Country,
    Kind,
}

/// <summary>The lifelines that are counted together: the same key, and the same standings in the same order.</summary>
/// <param name="GroupId">Given by the application; groups of one facet with as many turns lie together.</param>
/// <param name="Turns">How often the standing changes; <see cref="LifelineShape.TooMany"/> when a row has too few columns for it.</param>
/// <param name="Position">0 for the first key of an agreement, 1 for the second, 2 for all further ones.</param>
/// <param name="Key">Year, country or kind; empty for none.</param>
/// <param name="Shape">See <see cref="LifelineShape"/>.</param>
public sealed record LifelineGroup(int RegisterId, int GroupId, Facet Facet, int Turns, int Position, string Key, int Shape)
{
    private const int MostGroups = 1 << 20;

    /// <summary>A life with more turns than a row has columns is asked day by day.</summary>
    public bool HasTurns => Turns != LifelineShape.TooMany;

    /// <summary>The standing that a shape says after so many turns.</summary>
    public static StandingKind StandingAfter(int shape, int turns) => LifelineShape.KindAfter(shape, turns);

    public static int FirstId(Facet facet, int turns) => (((int)facet * (LifelineShape.TooMany + 1)) + turns) * MostGroups;
}

namespace Entente.Core.Matching;

public enum RegistryDifferenceKind
{
    /// <summary>It shows another name.</summary>
    Renamed,

    /// <summary>It is no more, and its successor is named.</summary>
    Merged,

    /// <summary>It is no more, and no successor is named.</summary>
    Withdrawn,

    /// <summary>A successor is named that was not before.</summary>
    NewSuccessor,

    MovedCountry,

    /// <summary>Its id is no longer in the registry.</summary>
    Gone,
}

/// <param name="Id">In full.</param>
/// <param name="Name">That it shows now, or showed last.</param>
/// <param name="Before">A name, a status, a country or ids, as the kind says; null where there was none.</param>
public sealed record RegistryDifference(RegistryDifferenceKind Kind, string Id, string Name, string? Before, string? After);

/// <summary>What has happened in the world between two editions of the registry. Institutions that are new are counted by <see cref="New"/> only.</summary>
public sealed record RegistryDifferences(IReadOnlyList<RegistryDifference> All, int New)
{
    /// <summary>In the order of ids.</summary>
    public static RegistryDifferences Between(Registry before, Registry after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (all, known) = (new List<RegistryDifference>(), 0);
        for (var old = 0; old < before.Count; old++)
        {
            var id = before.IdOf(old);
            if (after.Find(id) is not { } now)
            {
                all.Add(new RegistryDifference(RegistryDifferenceKind.Gone, id, before.DisplayOf(old), before.DisplayOf(old), null));
                continue;
            }

            known++;
            all.AddRange(Of(id, before, old, after, now));
        }

        return new RegistryDifferences(all, after.Count - known);
    }

    private static IEnumerable<RegistryDifference> Of(string id, Registry before, int old, Registry after, int now)
    {
        var name = after.DisplayOf(now);
        if (before.DisplayOf(old) != name)
            yield return new RegistryDifference(RegistryDifferenceKind.Renamed, id, name, before.DisplayOf(old), name);
        if (before.CountryOf(old) != after.CountryOf(now))
            yield return new RegistryDifference(RegistryDifferenceKind.MovedCountry, id, name, before.CountryOf(old), after.CountryOf(now));
        var (then, successors) = (Successors(before, old), Successors(after, now));
        var isOver = before.StatusOf(old) == InstitutionStatus.Active && after.StatusOf(now) != InstitutionStatus.Active;
        if (isOver && successors.Count == 0)
            yield return new RegistryDifference(RegistryDifferenceKind.Withdrawn, id, name, Words.Kebab(before.StatusOf(old)), Words.Kebab(after.StatusOf(now)));
        else if (isOver || successors.Except(then).Any())
            yield return new RegistryDifference(isOver ? RegistryDifferenceKind.Merged : RegistryDifferenceKind.NewSuccessor, id, name, Joined(then), Joined(successors));
    }

    private static List<string> Successors(Registry registry, int institution) =>
        [.. registry.RelatedTo(institution, InstitutionRelationKind.Successor).Select(registry.IdOf).Order(StringComparer.Ordinal)];

    private static string? Joined(List<string> ids) => ids.Count > 0 ? string.Join(' ', ids) : null;
}

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

    /// <summary>Of a linked partner: agreements print another country, and nobody has said which is right.</summary>
    CountryDoubtful,

    /// <summary>Its id is no longer in the registry.</summary>
    Gone,

    /// <summary>Of a partner that was said not to be in the registry: there is a record now that its name certainly means.</summary>
    Listed,
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
            all.AddRange(Of(id, RegistrySeen.Of(before, old), RegistrySeen.Of(after, now)));
        }

        return new RegistryDifferences(all, after.Count - known);
    }

    /// <summary>What has happened to one institution that is still in the registry.</summary>
    internal static IEnumerable<RegistryDifference> Of(string id, RegistrySeen before, RegistrySeen now)
    {
        var name = now.Name;
        if (before.Name != name)
            yield return new RegistryDifference(RegistryDifferenceKind.Renamed, id, name, before.Name, name);
        if (before.Country != now.Country)
            yield return new RegistryDifference(RegistryDifferenceKind.MovedCountry, id, name, before.Country, now.Country);
        var (then, successors) = (before.Successors, now.Successors);
        var isOver = before.Status == InstitutionStatus.Active && now.Status != InstitutionStatus.Active;
        if (isOver && successors.Count == 0)
            yield return new RegistryDifference(RegistryDifferenceKind.Withdrawn, id, name, Words.Kebab(before.Status), Words.Kebab(now.Status));
        else if (isOver || successors.Except(then).Any())
            yield return new RegistryDifference(isOver ? RegistryDifferenceKind.Merged : RegistryDifferenceKind.NewSuccessor, id, name, Joined(then), Joined(successors));
    }

    private static string? Joined(IReadOnlyList<string> ids) => ids.Count > 0 ? string.Join(' ', ids) : null;
}

using Entente.App.Shell;
using Entente.Core.Matching;

namespace Entente.App.Partners;

/// <summary>A partner that waits for its record, as <c>partner match --json</c> prints it.</summary>
public sealed record WaitingView(string Id, string? Country, MatchView Found)
{
    public static WaitingView Of(Registry registry, WaitingPartner waiting)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        return new WaitingView($"{waiting.Partner.Id:N}", waiting.Partner.ShownCountry, MatchView.Of(registry, waiting.Partner.Name, waiting.Match));
    }

    internal static void Tell(Terminal terminal, IReadOnlyList<WaitingView> waiting)
    {
        if (waiting.Count == 0)
            terminal.Answer(Wording.Of("partner.none-waits"));
        foreach (var one in waiting)
        {
            terminal.Answer(one.Found.Name);
            terminal.Answer("  " + string.Join(' ', one.Found.Reasons));
            foreach (var candidate in one.Found.Candidates)
                terminal.Answer($"  {(candidate.Id == one.Found.Match ? "=" : "?")} {candidate.Name}, {candidate.Country ?? "-"}, {candidate.Id}: {string.Join(' ', candidate.Reasons)}");
        }
    }
}

/// <summary>A linked partner to which something has happened, as <c>partner world --json</c> prints it.</summary>
public sealed record WorldView(string Id, string Name, IReadOnlyList<RegistryDifference> Differences)
{
    public static WorldView Of(ChangedInWorld changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return new WorldView($"{changed.Partner.Id:N}", changed.Partner.ShownName, changed.Differences);
    }

    /// <summary>What was before or is now, as people read it; ids of records with their names, where the registry has them.</summary>
    internal static string Told(RegistryDifferenceKind kind, string value, Registry? registry) => kind switch
    {
        RegistryDifferenceKind.MovedCountry or RegistryDifferenceKind.CountryDoubtful => Shown.Country(value),
        RegistryDifferenceKind.Withdrawn => Wording.Of($"institution-status.{value}"),
        RegistryDifferenceKind.Merged or RegistryDifferenceKind.NewSuccessor =>
            string.Join(", ", value.Split(' ').Select(id => registry?.Find(id) is { } at && registry.LastSuccessorOf(at) is var last && last != at ? $"{Called(id, registry)} → {Called(registry.IdOf(last), registry)}" : Called(id, registry))),
        RegistryDifferenceKind.Listed => Called(value, registry),
        _ => value,
    };

    private static string Called(string id, Registry? registry) => registry?.Find(id) is { } at ? $"{registry.DisplayOf(at)} ({id})" : id;

    internal static void Tell(Terminal terminal, Registry registry, IReadOnlyList<WorldView> changed)
    {
        if (changed.Count == 0)
            terminal.Answer(Wording.Of("partner.world-same"));
        foreach (var one in changed)
        {
            foreach (var difference in one.Differences)
                terminal.Answer(Line(registry, one.Name, difference));
        }
    }

    internal static string Line(Registry registry, string name, RegistryDifference difference)
    {
        return Wording.Of("ror.difference", name, Wording.Of("registry-difference", difference.Kind), Value(difference.Before), Value(difference.After), difference.Id);

        string Value(string? value) => value is null ? "-" : Told(difference.Kind, value, registry);
    }
}

/// <summary>Two partners that may be one, as <c>partner pairs --json</c> prints them.</summary>
public sealed record PairView(PartnerView First, PartnerView Second, PartnerRelation Relation, IReadOnlyList<string> Reasons)
{
    public static PairView Of(LikePartners pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return new PairView(PartnerView.Of(pair.First), PartnerView.Of(pair.Second), pair.Relation, [.. pair.Reasons.Select(Wording.Of)]);
    }

    internal static void Tell(Terminal terminal, IReadOnlyList<PairView> pairs)
    {
        if (pairs.Count == 0)
            terminal.Answer(Wording.Of("partner.no-pairs"));
        foreach (var pair in pairs)
            terminal.Answer(Wording.Of("partner.pair", pair.First.Name, pair.Second.Name, Wording.Of("partner-relation", pair.Relation), string.Join(' ', pair.Reasons)));
    }
}

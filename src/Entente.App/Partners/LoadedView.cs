using System.Globalization;

using Entente.App.Shell;
using Entente.Core.Matching;
using Entente.Formats.Ror;

namespace Entente.App.Partners;

/// <summary>What loading the registry has brought, as <c>ror load</c> prints it.</summary>
/// <param name="Before">The registry that was there; null when there was none, or none that this program reads.</param>
/// <param name="New">Institutions that were not there before; null when there is nothing to compare with.</param>
/// <param name="Differences">At most 1,000.</param>
/// <param name="LeftOut">How many values of the dump can be none, by what is wrong with them.</param>
public sealed record LoadedView(
    RegistrySource Source, RegistrySource? Before, int Institutions, int Names, int? New, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<RegistryDifference> Differences,
    IReadOnlyDictionary<string, int> LeftOut)
{
    private const int MostDifferences = 1_000, MostTold = 20;

    public static LoadedView Of(RegistrySource source, RegistrySource? before, Registry registry, RegistryDifferences? differences, IReadOnlyDictionary<RorFlaw, int> leftOut)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var all = differences?.All ?? [];
        return new LoadedView(
            source, before, registry.Count, registry.NameCount, differences?.New,
            Enum.GetValues<RegistryDifferenceKind>().Where(k => k is not (RegistryDifferenceKind.CountryDoubtful or RegistryDifferenceKind.Listed)).ToDictionary(k => Core.Words.Kebab(k), k => all.Count(d => d.Kind == k)),
            [.. all.Take(MostDifferences)],
            Enum.GetValues<RorFlaw>().ToDictionary(f => Core.Words.Kebab(f), f => leftOut.GetValueOrDefault(f)));
    }

    internal void Tell(Terminal terminal)
    {
        terminal.Answer(Wording.Of("ror.loaded", Number(Institutions), Number(Names)));
        foreach (var (flaw, count) in LeftOut.Where(l => l.Value > 0))
            terminal.Answer(Wording.Of($"ror-flaw.{flaw}", Number(count)));
        if (New is not { } added)
            return;
        terminal.Answer(Wording.Of("ror.new", Number(added)));
        foreach (var (kind, count) in Counts.Where(c => c.Value > 0))
            terminal.Answer(Wording.Of("ror.changed", Number(count), Wording.Of($"registry-difference.{kind}")));
        foreach (var difference in Differences.Take(MostTold))
            terminal.Answer(Wording.Of("ror.difference", difference.Name, Wording.Of("registry-difference", difference.Kind), difference.Before ?? "-", difference.After ?? "-", difference.Id));
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

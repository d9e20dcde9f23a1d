using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

using Entente.Core.Matching;
using Entente.Formats;
using Entente.Formats.Ror;

namespace Entente.Bench;

/// <summary>How right names are matched against a registry: names with known ids, the same names with their own record taken away, and the partners of a list.</summary>
internal static class NameScore
{
    private sealed record KnownName(string Name, string Ror, bool InExtract);

    private sealed record Scored(KnownName Name, InstitutionMatch Match, int? True);

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <param name="folder">Holds ROR's dump as a zip and names-dev.json.</param>
    /// <param name="half">Whose names are told one by one: 1 or 2; 0 for none.</param>
    public static async Task RunAsync(string folder, string list, int half, TextWriter output)
    {
        using var file = await RegistryFiles.OfAsync(folder);
        var registry = file.Registry;
        var names = JsonSerializer.Deserialize<List<KnownName>>(await File.ReadAllBytesAsync(Path.Combine(folder, "names-dev.json")), Web)!;
        var scored = names.ConvertAll(n => new Scored(n, InstitutionMatching.Match(registry, n.Name), registry.Find(n.Ror)));
        await output.WriteLineAsync($"Coverage: {scored.Count(s => s.True is not null)} of {scored.Count} names have their record in the registry.");
        await output.WriteLineAsync("| names | linked | right | precision | of the covered | recall | in the first three |\n|---|---|---|---|---|---|---|");
        foreach (var (title, part) in ((string, List<Scored>)[])
        [
            ("all", scored), ("first half", [.. scored.Where(s => HalfOf(s.Name.Name) == 1)]), ("second half", [.. scored.Where(s => HalfOf(s.Name.Name) == 2)]),
            ("covered only", [.. scored.Where(s => s.True is not null)]),
            ("covered, with their countries", [.. scored.Where(s => s.True is not null).Select(s => s with { Match = InstitutionMatching.Match(registry, s.Name.Name, registry.CountryOf(s.True!.Value)) })]),
        ])
            await output.WriteLineAsync(Line(title, part));
        foreach (var why in scored.Where(s => s.Match.Institution is not null).GroupBy(s => (s.Match.Reasons[0].Code, s.Match.Tier)).OrderBy(g => g.Key))
            await output.WriteLineAsync($"{why.Key.Code}, {why.Key.Tier}: {why.Count()} linked, {why.Count(s => s.Match.Institution == s.True)} right");
        foreach (var why in scored.Where(s => s.Match.Institution is null && s.True is not null).GroupBy(s => s.Match.Reasons[0].Code).OrderBy(g => g.Key))
            await output.WriteLineAsync($"not linked, {why.Key}: {why.Count()}");
        foreach (var one in scored.Where(s => HalfOf(s.Name.Name) == half))
            await TellAsync(registry, one, output);
        await AbsentAsync(file, scored, half, isWithCountry: false, output);
        await AbsentAsync(file, scored, half, isWithCountry: true, output);
        await ListAsync(registry, list, output);
    }

    /// <summary>A half that does not depend on the order of the names.</summary>
    private static int HalfOf(string name) => (name.Aggregate(17, (hash, c) => unchecked((hash * 31) + c)) & 1) + 1;

    private static string Line(string title, List<Scored> part)
    {
        var linked = part.Where(s => s.Match.Institution is not null).ToList();
        var right = linked.Count(s => s.Match.Institution == s.True);
        var covered = part.Where(s => s.True is not null).ToList();
        var inThree = covered.Count(s => s.Match.Candidates.Take(3).Any(c => c.Institution == s.True));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {title} ({part.Count}) | {linked.Count} | {right} | {(double)right / linked.Count:P1} | {covered.Count} | {(double)right / covered.Count:P1} | {(double)inThree / covered.Count:P1} |");
    }

    private static async Task TellAsync(Registry registry, Scored one, TextWriter output)
    {
        var rank = one.Match.Candidates.Select((c, i) => (c, i)).FirstOrDefault(c => c.c.Institution == one.True, (null!, -1)).i + 1;
        if (one.Match.Institution is not null && one.Match.Institution == one.True)
            return;
        var what = one.Match.Institution is not null ? "WRONG" : one.True is null ? "absent" : rank is 0 or > 3 ? "MISSED" : "asked";
        await output.WriteLineAsync($"{what} {one.Name.Name} | {(one.True is { } meant ? registry.DisplayOf(meant) : "-")} | {rank} | {string.Join(' ', one.Match.Reasons.Select(r => r.Code))} | "
            + string.Join("; ", one.Match.Candidates.Take(3).Select(c => $"{registry.DisplayOf(c.Institution)} {registry.CountryOf(c.Institution)} {c.Tier} {c.Score} [{string.Join(", ", c.Reasons.Select(r => $"{r.Code} {string.Join('/', r.Arguments)}"))}]")));
    }

    /// <summary>Each covered name without its record: whatever is linked then is wrong. A unit whose parent is linked is told apart.</summary>
    private static async Task AbsentAsync(RegistryFile file, List<Scored> scored, int half, bool isWithCountry, TextWriter output)
    {
        var all = Enumerable.Range(0, file.Registry.Count).Select(file.InstitutionAt).ToList();
        var covered = scored.Where(s => s.True is not null).ToList();
        var (wrong, parents) = (0, 0);
        const int groups = 8;
        for (var group = 0; group < groups; group++)
        {
            // Records of other names stay, so that what is left is as it would be: a group's names share no record with another's.
            var part = covered.Where(s => s.True!.Value % groups == group).ToList();
            var gone = part.Select(s => s.True!.Value).ToHashSet();
            var without = RegistryFile.Build(all.Where((_, i) => !gone.Contains(i)));
            foreach (var one in part)
            {
                var match = InstitutionMatching.Match(without, one.Name.Name, isWithCountry ? file.Registry.CountryOf(one.True!.Value) : null);
                if (match.Institution is not { } linked)
                    continue;
                var isParent = all[one.True!.Value].Relations.Any(r => r.Kind is InstitutionRelationKind.Parent or InstitutionRelationKind.Successor && r.Id == without.IdOf(linked));
                _ = isParent ? parents++ : wrong++;
                if (half > 0)
                    await output.WriteLineAsync($"without its record: {one.Name.Name} -> {without.DisplayOf(linked)} {match.Tier}{(isParent ? " (its parent or successor)" : "")}");
            }
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Without their records, {(isWithCountry ? "with" : "without")} their countries: of {covered.Count} names {wrong} were linked wrongly ({1 - ((double)wrong / covered.Count):P1} were not), {parents} more to the parent or successor of the one meant."));
    }

    private static async Task ListAsync(Registry registry, string list, TextWriter output)
    {
        var reading = SourceReader.Read(Path.GetFileName(list), await File.ReadAllBytesAsync(list), new ReadOptions(null));
        var partners = reading.Drafts.SelectMany(d => d.Facts.Parties.Select(p => (d.Facts.Number, p))).ToList();
        foreach (var pair in PartnerPairs.Of([.. partners.Select(p => new NamedPartner(p.p.Name, p.p.Country))]))
            await output.WriteLineAsync($"pair {partners[pair.First].Number} {partners[pair.Second].Number} {pair.Relation} {string.Join("; ", pair.Reasons.Select(r => $"{r.Code} {string.Join(' ', r.Arguments)}"))}");
        foreach (var draft in reading.Drafts)
        {
            foreach (var party in draft.Facts.Parties)
            {
                var match = InstitutionMatching.Match(registry, party.Name, party.Country);
                await output.WriteLineAsync($"{draft.Facts.Number ?? ""}\t{party.Name} ({party.Country}) | {(match.Institution is { } linked ? "LINKED " + registry.DisplayOf(linked) + " " + match.Tier : "-")} | {string.Join(' ', match.Reasons.Select(r => r.Code))} | "
                    + string.Join("; ", match.Candidates.Take(match.Institution is null ? 3 : 1).Select(c => $"{registry.DisplayOf(c.Institution)} {registry.CountryOf(c.Institution)} {c.Tier} {c.Score}")));
            }
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

using Entente.Core.Matching;
using Entente.Formats.Ror;

namespace Entente.Bench;

/// <summary>How fast names are matched on one core, what the index costs to make, to open and to hold, and the same names beside FuzzySharp's best match.</summary>
internal static class NameSpeed
{
    private const int Rounds = 5, FuzzyNames = 10;

    /// <param name="records">Of a registry that is made up besides, to see whether the time grows with it.</param>
    public static async Task RunAsync(string folder, int records, TextWriter output)
    {
        var names = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "names-dev.json"))).RootElement.EnumerateArray().Select(n => n.GetProperty("name").GetString()!).ToList();
        var since = Stopwatch.StartNew();
        await using (var dump = File.OpenRead(RegistryFiles.DumpIn(folder)))
        {
            var institutions = (await RorDump.ReadAsync(dump)).Institutions;
            await MeasureAsync("the extract", institutions, names, since, output);
            await MeasureAsync("made up", [.. MadeUp(institutions, records)], names, Stopwatch.StartNew(), output);
        }

        await BesideAsync(folder, names, output);
    }

    private static async Task MeasureAsync(string title, IReadOnlyList<Institution> institutions, List<string> names, Stopwatch since, TextWriter output)
    {
        var path = Path.Combine(Path.GetTempPath(), $"entente-bench-speed-{institutions.Count}.index");
        RegistryFile.Write(path, RegistryFile.Build(institutions), new RegistrySource("bench", "", DateTimeOffset.UnixEpoch));
        var built = since.Elapsed;
        since.Restart();
        using var file = RegistryFile.Open(path);
        var first = InstitutionMatching.Match(file.Registry, names[0]);
        var opened = since.Elapsed;
        _ = names.ConvertAll(n => InstitutionMatching.Match(file.Registry, n));
        var speeds = Enumerable.Range(0, Rounds).Select(_ => Speed(file.Registry, names)).Order().ToList();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{title}: {institutions.Count:N0} institutions, {file.Registry.NameCount:N0} forms of names, {new FileInfo(path).Length >> 20} MiB; read and built in {built.TotalSeconds:0.0} s; opened and first name in {opened.TotalMilliseconds:0} ms ({first.Tier}); {speeds[Rounds / 2]:N0} names/s, at worst {speeds[0]:N0}"));
    }

    /// <summary>Names a second of processor time: others may have the machine meanwhile.</summary>
    private static double Speed(Registry registry, List<string> names)
    {
        const int times = 10;
        var since = Environment.CpuUsage.TotalTime;
        for (var time = 0; time < times; time++)
        {
            foreach (var name in names)
                InstitutionMatching.Match(registry, name);
        }

        return names.Count * times / (Environment.CpuUsage.TotalTime - since).TotalSeconds;
    }

    /// <summary>The institutions of the extract and their like: the same names with one word changed, in other places.</summary>
    private static IEnumerable<Institution> MadeUp(IReadOnlyList<Institution> institutions, int records)
    {
        const string signs = "0123456789abcdefghjkmnpqrstvwxyz";
        for (var i = 0; i < records; i++)
        {
            var like = institutions[i % institutions.Count];
            var round = i / institutions.Count;
            var id = string.Concat(Enumerable.Range(0, 6).Select(place => signs[(i >> (5 * (5 - place))) & 31]));
            yield return round == 0 ? like : like with
            {
                Id = $"{RorId.Address}1{id}00",
                Relations = [],
                Names = [.. like.Names.Select(n => n with { Text = $"{n.Text} {signs[10 + round]}{like.Id[^5..^2]}" })],
            };
        }
    }

    private static async Task BesideAsync(string folder, List<string> names, TextWriter output)
    {
        using var file = await RegistryFiles.OfAsync(folder);
        var registry = file.Registry;
        var all = Enumerable.Range(0, registry.NameCount).Select(registry.NameTextOf).ToArray();
        var some = names.Take(FuzzyNames).ToList();
        var since = Environment.CpuUsage.TotalTime;
        foreach (var name in some)
            FuzzySharp.Process.ExtractOne(name, all);
        var fuzzy = (Environment.CpuUsage.TotalTime - since).TotalSeconds / some.Count;
        var ours = 1 / Speed(registry, some);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"beside it, over the same {all.Length:N0} names: FuzzySharp {fuzzy * 1000:0.0} ms a name, ours {ours * 1e6:0} µs: 1 : {fuzzy / ours:N0}"));
    }
}

using System.Diagnostics;
using System.Globalization;

namespace Entente.Bench;

/// <summary>Whole processes of the built program, from start to end, with the empty run of the same program beside them.</summary>
internal static class ProcessBench
{
    public static async Task<int> RunAsync(int runs, TextWriter output)
    {
        var root = Root();
        var sample = Path.Combine(root, "samples", "agreements.txt");
        var data = Directory.CreateTempSubdirectory("entente-bench-").FullName;
        (string Name, string[] Args)[] commands =
        [
            ("--version (the empty run)", ["--version"]),
            ("read samples/agreements.txt --json", ["read", sample, "--json"]),
            ("import samples/agreements.txt --yes", ["import", sample, "--yes"]),
            ("count --by country", ["count", "--by", "country"]),
        ];
        await output.WriteLineAsync("| command | wall, median | processor, median | peak memory |\n|---|---|---|---|");
        foreach (var (name, args) in commands)
        {
            var measured = new List<(double Wall, double Cpu, long Peak)>();
            for (var run = 0; run <= runs; run++)
            {
                var folder = Path.Combine(data, args[0] == "import" ? $"import{run}" : "import0");
                measured.Add(await OnceAsync(Path.Combine(root, "entente"), [.. args, .. args[0] is "--version" or "read" ? Array.Empty<string>() : ["--data", folder]]));
            }

            var counted = measured.Skip(1).ToList();
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {Median(counted.Select(m => m.Wall)):0.00} s | {Median(counted.Select(m => m.Cpu)):0.00} s | {counted.Max(m => m.Peak) >> 20} MiB |"));
        }

        Directory.Delete(data, recursive: true);
        return 0;
    }

    public static async Task<(double Wall, double Cpu, long Peak)> OnceAsync(string program, string[] args)
    {
        var since = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var peak = 0L;
        var reading = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var cpu = TimeSpan.Zero;
        while (!process.HasExited)
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
                cpu = process.TotalProcessorTime;
            }
            catch (InvalidOperationException)
            {
                break;
            }

            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(5));
        }

        await reading;
        return (since.Elapsed.TotalSeconds, cpu.TotalSeconds, peak);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Entente.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The bench runs inside a checkout.");
    }
}

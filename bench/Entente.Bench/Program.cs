using System.Globalization;

using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

using Entente.App.Exports;
using Entente.Bench;

// In this process and short: the ratios within one run are what counts.
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));

// grammar · segmentation · process · standing-count FOLDER [RECORDS] · register-page FOLDER [RECORDS] · million FOLDER [ROWS] · edition FOLDER [ROWS] · lists FOLDER… [--wrong] · tables FOLDER… [--wrong] · printed PATH… [--wrong] · exported FORMAT PATH… [--wrong] · fuzz FOLDER PATTERN MINUTES KEPT [SEED] · names FOLDER [LIST] [--wrong] · names-speed FOLDER [RECORDS]
switch (args)
{
    case ["grammar"]:
        BenchmarkRunner.Run<GrammarBench>(config);
        return 0;
    case ["segmentation"]:
        BenchmarkRunner.Run<SegmentationBench>(config);
        return 0;
    case ["process", .. var runs]:
        return await ProcessBench.RunAsync(runs.Length > 0 ? int.Parse(runs[0], CultureInfo.InvariantCulture) : 5, Console.Out);
    case ["standing-count", var folder, .. var records]:
        return await StandingCountBench.RunAsync(folder, records.Length > 0 ? int.Parse(records[0], CultureInfo.InvariantCulture) : 1_000_000, Console.Out);
    case ["register-page", var folder, .. var records]:
        return await RegisterPageBench.RunAsync(folder, records.Length > 0 ? int.Parse(records[0], CultureInfo.InvariantCulture) : 100_000, Console.Out);
    case ["million", var folder, .. var rows]:
        return await MillionBench.RunAsync(folder, rows.Length > 0 ? int.Parse(rows[0], CultureInfo.InvariantCulture) : 1_000_000, Console.Out);
    case ["edition", var folder, .. var rows]:
        return await MillionBench.RunEditionAsync(folder, rows.Length > 0 ? int.Parse(rows[0], CultureInfo.InvariantCulture) : 100_000, Console.Out);
    case ["lists", .. var folders] when folders.Length > 0:
        ListScore.Run([.. folders.Where(f => f != "--wrong")], folders.Contains("--wrong"));
        return 0;
    case ["printed", .. var folders] when folders.Length > 0:
        await PrintedScore.RunAsync([.. folders.Where(f => f != "--wrong")], ExportFormat.Pdf, folders.Contains("--wrong"));
        return 0;
    case ["exported", var format, .. var folders] when folders.Length > 0:
        await PrintedScore.RunAsync([.. folders.Where(f => f != "--wrong")], Enum.Parse<ExportFormat>(format, ignoreCase: true), folders.Contains("--wrong"));
        return 0;
    case ["fuzz", var folder, var pattern, var minutes, var kept, .. var seed]:
        Fuzz.Run(folder, pattern, double.Parse(minutes, CultureInfo.InvariantCulture), kept, seed.Length > 0 ? int.Parse(seed[0], CultureInfo.InvariantCulture) : 1);
        return 0;
    case ["tables", .. var folders] when folders.Length > 0:
        TableScore.Run([.. folders.Where(f => f != "--wrong")], folders.Contains("--wrong"));
        return 0;
    case ["names", var folder, .. var more]:
        await NameScore.RunAsync(folder, more.FirstOrDefault(m => m.EndsWith(".txt", StringComparison.Ordinal)) ?? "samples/agreements.txt", more.Contains("--wrong") ? 1 : 0, Console.Out);
        return 0;
    case ["names-speed", var folder, .. var records]:
        await NameSpeed.RunAsync(folder, records.Length > 0 ? int.Parse(records[0], CultureInfo.InvariantCulture) : 120_000, Console.Out);
        return 0;
    default:
        await Console.Error.WriteLineAsync("grammar | segmentation | process [RUNS] | standing-count FOLDER [RECORDS] | register-page FOLDER [RECORDS] | million FOLDER [ROWS] | edition FOLDER [ROWS] | lists FOLDER... [--wrong] | tables FOLDER... [--wrong] | printed PATH... [--wrong] | exported FORMAT PATH... [--wrong] | fuzz FOLDER PATTERN MINUTES KEPT [SEED] | names FOLDER [LIST] [--wrong] | names-speed FOLDER [RECORDS]");
        return 2;
}

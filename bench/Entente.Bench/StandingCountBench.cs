using System.Diagnostics;
using System.Globalization;
using System.Text;

using Entente.Core;
using Entente.Edtf;
using Entente.Store;
using Entente.Store.Counts;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.Bench;

/// <summary>How long a count by country takes on any day, side by side with a count over the wide table, in one run.
/// <c>standing-count FOLDER [RECORDS]</c>: the folder is filled on the first run and kept.</summary>
public static class StandingCountBench
{
    private const int Edition = 10_000, Rounds = 7;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Days = ["1990-01-01", "2010-06-15", "2021-12-31", "2024-02-29", "2026-10-01", "2040-01-01"];

    /// <summary>What one would write without lifelines: it reads every body for the country, and knows begin and end only.</summary>
    private const string Naive = """
        SELECT json_extract("Facts", '$.parties[0].country') AS "Country",
            sum("BeginDay" > {0}), sum("BeginDay" <= {0} AND "EndDay" >= {0}), sum("EndDay" < {0}), count(*) AS "Value"
        FROM "Agreements" WHERE "RegisterId" = 1 GROUP BY 1
        """;

    public static async Task<int> RunAsync(string folder, int records, TextWriter output)
    {
        var data = DataFolder.Open(folder, create: true, TimeSpan.FromMinutes(1));
        await FillAsync(data, records, output);
        foreach (var text in Days)
        {
            var day = EdtfDate.TryParse(text, out var date) ? date.Earliest : default;
            var counts = await TimeAsync(() => CountAsync(data, day, CountBy.Country));
            var kinds = await TimeAsync(() => CountAsync(data, day, CountBy.Kind));
            var total = await TimeAsync(() => CountAsync(data, day, null));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{text}  by country: median {counts.Median,5:0} ms, worst {counts.Worst,5:0} ms, {counts.Cpu,5:0} ms of processor   by kind: {kinds.Median,5:0} ms   total: {total.Median,5:0} ms"));
        }

        var naive = await TimeAsync(() => NaiveAsync(data, 739_000), rounds: 3);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"wide table, by country: median {naive.Median:0} ms, worst {naive.Worst:0} ms, {naive.Cpu:0} ms of processor"));
        return 0;
    }

    private static async Task<long> CountAsync(DataFolder data, Day day, CountBy? by)
    {
        await using var db = data.For(1);
        return (await db.TallyAsync(day, by)).Total.All;
    }

    private static async Task<long> NaiveAsync(DataFolder data, int day)
    {
        await using var db = data.For(1);
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Naive.Replace("{0}", day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        await using var reader = await command.ExecuteReaderAsync();
        var all = 0L;
        while (await reader.ReadAsync())
            all += reader.GetInt64(4);
        return all;
    }

    /// <summary>Processor time beside the clock: the machine may be shared.</summary>
    private static async Task<(double Median, double Worst, double Cpu)> TimeAsync(Func<Task<long>> work, int rounds = Rounds)
    {
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var times = new List<double>();
        for (var i = 0; i < rounds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await work();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        process.Refresh();
        times.Sort();
        return (times[times.Count / 2], times[^1], (process.TotalProcessorTime - cpu).TotalMilliseconds / rounds);
    }

    public static async Task FillAsync(DataFolder data, int records, TextWriter output)
    {
        await using (var db = data.For(1))
        {
            if (!await db.Registers.AnyAsync())
            {
                db.Registers.Add(new Register(1, "Bench", "UTC"));
                await db.SaveChangesAsync();
            }
        }

        for (var from = await CountedAsync(data); from < records; from += Edition)
        {
            var started = Stopwatch.GetTimestamp();
            await using var db = data.For(1);
            var size = Math.Min(Edition, records - from);
            await db.WriteEditionAsync(SyntheticList.Reading(from, size), Encoding.UTF8.GetBytes($"edition {from}"), new Authorship("bench", Start.AddMinutes(from)));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{from + size} records, {Stopwatch.GetElapsedTime(started).TotalMicroseconds / size:0} µs each"));
        }
    }

    private static async Task<int> CountedAsync(DataFolder data)
    {
        await using var db = data.For(1);
        return await db.Agreements.CountAsync();
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Store;

namespace Entente.Bench;

/// <summary>The register page of the real server on loopback, asked by twenty people at a time: server time and bytes.
/// <c>register-page FOLDER [RECORDS]</c>: the folder is filled on the first run and kept.</summary>
public static class RegisterPageBench
{
    private const int Users = 20, WarmUp = 400, Rounds = 100;

    private static readonly TimeSpan Hurried = TimeSpan.FromSeconds(15), Thinking = TimeSpan.FromSeconds(60), Think = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(string folder, int records, TextWriter output)
    {
        var data = DataFolder.Open(folder, create: true, TimeSpan.FromMinutes(1));
        await StandingCountBench.FillAsync(data, records, output);
        await using var app = Web.Build(data, new FixedClock(), "http://127.0.0.1:0");
        await app.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Users }) { BaseAddress = new Uri(app.Urls.First()) };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var started = Stopwatch.GetTimestamp();
        await client.GetByteArrayAsync(new Uri("/agreements", UriKind.Relative));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"the very first page, which reads the register once: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms"));
        for (var i = 0; i < WarmUp; i++)
            await client.GetByteArrayAsync(new Uri(RegisterQuestions.At(i).Address, UriKind.Relative));
        await EachAsync(client, output);
        await AfterActsAsync(client, data, output);
        await TogetherAsync(client, data, output, "one second between a page and the next question", Thinking, Think);
        await TogetherAsync(client, data, output, "no time between them", Hurried, TimeSpan.Zero);
        return 0;
    }

    /// <summary>One person alone: what each kind of question costs.</summary>
    private static async Task EachAsync(HttpClient client, TextWriter output)
    {
        await output.WriteLineAsync("| one user asks | server, median | worst of 100 | processor, mean | bytes, compressed |\n|---|---|---|---|---|");
        using var process = Process.GetCurrentProcess();
        foreach (var kind in RegisterQuestions.All.Select(q => q.Name).Append(RegisterQuestions.Empty).Concat(RegisterQuestions.Rooms.Select(r => r.Name)))
        {
            process.Refresh();
            using var server = new ServerTimes();
            var (cpu, bytes) = (process.TotalProcessorTime, 0L);
            for (var i = 0; i < Rounds; i++)
                bytes = (await client.GetByteArrayAsync(new Uri(RegisterQuestions.Of(kind, i), UriKind.Relative))).LongLength;
            process.Refresh();
            var times = server.Taken();
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"| {kind} | {At(times, 0.5):0.0} ms | {times[^1]:0.0} ms | {(process.TotalProcessorTime - cpu).TotalMilliseconds / Rounds:0.0} ms | {bytes:N0} |"));
        }
    }

    /// <summary>Each act leaves another state, of which all that is remembered is found out anew.</summary>
    private static async Task AfterActsAsync(HttpClient client, DataFolder data, TextWriter output)
    {
        using var server = new ServerTimes();
        for (var i = 1; i <= 10; i++)
        {
            await using (var open = await OpenRegister.OpenAsync(data, null, new FixedClock()))
                await Keeping.CorrectAsync(open, $"{i * 41}", new AgreementEdit { Note = $"{Stopwatch.GetTimestamp()}" }, new Hand("bench"));
            await client.GetByteArrayAsync(new Uri("/", UriKind.Relative));
        }

        var times = server.Taken();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"home after an act: median {At(times, 0.5):0.0} ms, worst {times[^1]:0.0} ms"));
    }

    private static async Task TogetherAsync(HttpClient client, DataFolder data, TextWriter output, string name, TimeSpan time, TimeSpan think)
    {
        using var process = Process.GetCurrentProcess();
        var (cpu, since, acts) = (process.TotalProcessorTime, Stopwatch.GetTimestamp(), new ConcurrentQueue<double>());
        using var server = new ServerTimes();
        using var stop = new CancellationTokenSource(time);
        var keeper = ActAsync(data, acts, stop.Token);
        await Task.WhenAll(Enumerable.Range(0, Users).Select(user => AskAsync(client, user, think, stop.Token)).Append(keeper));
        process.Refresh();
        var (times, wall) = (server.Taken(), Stopwatch.GetElapsedTime(since).TotalSeconds);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            {Users} users, {name}: {times.Count} pages in {wall:0} s, {times.Count / wall:0} a second, {(process.TotalProcessorTime - cpu).TotalSeconds / wall:0.00} processors busy
            server time: median {At(times, 0.5):0.0} ms, p90 {At(times, 0.9):0.0} ms, p99 {At(times, 0.99):0.0} ms, worst {times[^1]:0.0} ms; {acts.Count} acts meanwhile, median {At([.. acts.Order()], 0.5):0.0} ms, worst {acts.DefaultIfEmpty().Max():0.0} ms
            """));
    }

    private static async Task AskAsync(HttpClient client, int user, TimeSpan think, CancellationToken stop)
    {
        try
        {
            if (think > TimeSpan.Zero)
                await Task.Delay(think * user / Users, stop);
            for (var i = user * 1009; !stop.IsCancellationRequested; i++)
            {
                await client.GetByteArrayAsync(new Uri(RegisterQuestions.At(i).Address, UriKind.Relative), stop);
                await Task.Delay(think * (0.5 + ((i * 7919 % 1000) / 1000.0)), stop);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>Someone corrects a record every other second, so that the register is never in the same state for long.</summary>
    private static async Task ActAsync(DataFolder data, ConcurrentQueue<double> times, CancellationToken stop)
    {
        try
        {
            for (var i = 1; ; i++)
            {
                await Task.Delay(TimeSpan.FromSeconds(2), stop);
                var since = Stopwatch.GetTimestamp();
                await using (var open = await OpenRegister.OpenAsync(data, null, new FixedClock(), stop))
                    await Keeping.CorrectAsync(open, $"{i * 37}", new AgreementEdit { Note = $"{since}" }, new Hand("bench"), CancellationToken.None);
                times.Enqueue(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? double.NaN : sorted[(int)Math.Ceiling(sorted.Count * share) - 1];

    /// <summary>What the server itself says each request took, from its first byte to the last of the answer.</summary>
    private sealed class ServerTimes : IDisposable
    {
        private readonly ConcurrentQueue<double> times = new();
        private readonly MeterListener listener = new();

        public ServerTimes()
        {
            listener.InstrumentPublished = (instrument, to) =>
            {
                if (instrument.Name == "http.server.request.duration")
                    to.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => times.Enqueue(seconds * 1000));
            listener.Start();
        }

        public List<double> Taken() => [.. times.Order()];

        public void Dispose() => listener.Dispose();
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 10, 1, 12, 0, 0, TimeSpan.Zero);
    }
}

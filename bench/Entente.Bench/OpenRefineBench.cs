using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Entente.Bench;

/// <summary>The same list held by OpenRefine, where that is installed: its rows in memory, counted by country, its names clustered.
/// It reads no dates, stores and indexes nothing meanwhile.</summary>
internal sealed class OpenRefineBench : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly HttpClient client = new() { Timeout = Patience };
    private readonly Process refine;
    private readonly string folder = Directory.CreateTempSubdirectory("entente-bench-").FullName;

    private OpenRefineBench(string program)
    {
        var port = FreePort();
        client.BaseAddress = new Uri($"http://127.0.0.1:{port}");
        // setsid: the program is a script that starts another, and both are to be stopped.
        refine = Process.Start(new ProcessStartInfo("setsid", [program, "-p", $"{port}", "-i", "127.0.0.1", "-d", folder, "-m", "4096M", "-x", "refine.headless=true"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        refine.OutputDataReceived += (_, _) => { };
        refine.ErrorDataReceived += (_, _) => { };
        refine.BeginOutputReadLine();
        refine.BeginErrorReadLine();
    }

    /// <summary>Nothing, where it is not installed.</summary>
    public static async Task RunAsync(string list, TextWriter output)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(p => Path.Combine(p, "openrefine")).FirstOrDefault(File.Exists);
        if (program is null)
        {
            await output.WriteLineAsync("OpenRefine is not installed; nothing was measured beside it.");
            return;
        }

        using var bench = new OpenRefineBench(program);
        var version = await bench.WaitAsync();
        var watch = Stopwatch.StartNew();
        var project = await bench.CreateAsync(list);
        await Told("the same file held in memory");
        await bench.DoAsync("compute-facets", project, ("engine", """{"facets":[{"type":"list","name":"Country","columnName":"Country","expression":"value","omitBlank":false,"omitError":false,"selection":[],"selectBlank":false,"selectError":false,"invert":false}],"mode":"row-based"}"""));
        await Told("counts by country");
        await bench.DoAsync("compute-clusters", project, ("engine", """{"facets":[],"mode":"row-based"}"""), ("clusterer", """{"type":"binning","function":"fingerprint","column":"Partner","params":{}}"""));
        await Told("names clustered by their fingerprint");

        async Task Told(string what)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| OpenRefine {version}: {what} | {watch.Elapsed.TotalSeconds:0.0} s | | {bench.Peak() >> 20} MiB |"));
            watch.Restart();
        }
    }

    public void Dispose()
    {
        using (var stop = Process.Start("kill", ["--", $"-{refine.Id}"]))
            stop.WaitForExit();
        refine.WaitForExit();
        refine.Dispose();
        client.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<string> WaitAsync()
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromMilliseconds(200)))
        {
            try
            {
                return JsonDocument.Parse(await client.GetStringAsync("/command/core/get-version")).RootElement.GetProperty("version").GetString()!;
            }
            catch (HttpRequestException) when (watch.Elapsed < Patience)
            {
            }
        }
    }

    private async Task<string> CreateAsync(string list)
    {
        await using var file = File.OpenRead(list);
        using var rows = new StreamContent(file);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("million"), "project-name" },
            { new StringContent("text/line-based/*sv"), "format" },
            { new StringContent("""{"separator":";","headerLines":1,"encoding":"UTF-8"}"""), "options" },
            { rows, "project-file", "list.csv" },
        };
        using var answer = await client.PostAsync($"/command/core/create-project-from-upload?csrf_token={await TokenAsync()}", form);
        return System.Web.HttpUtility.ParseQueryString(answer.EnsureSuccessStatusCode().RequestMessage!.RequestUri!.Query)["project"]!;
    }

    private async Task DoAsync(string command, string project, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("csrf_token", await TokenAsync())]);
        using var answer = await client.PostAsync($"/command/core/{command}?project={project}", form);
        var text = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        if (text.Contains("\"code\":\"error\"", StringComparison.Ordinal))
            throw new InvalidOperationException(text);
    }

    private async Task<string> TokenAsync() =>
        JsonDocument.Parse(await client.GetStringAsync("/command/core/get-csrf-token")).RootElement.GetProperty("token").GetString()!;

    /// <summary>Bytes, of the largest process of the group.</summary>
    private long Peak() => Directory.GetDirectories("/proc").Where(p => int.TryParse(Path.GetFileName(p), out _)).Max(PeakOf);

    private long PeakOf(string process)
    {
        try
        {
            // The group is the fifth word, behind the name in brackets.
            var stat = File.ReadAllText(Path.Combine(process, "stat"));
            if (stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[2] != refine.Id.ToString(CultureInfo.InvariantCulture))
                return 0;
            var line = File.ReadLines(Path.Combine(process, "status")).First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return long.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

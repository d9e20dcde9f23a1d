using System.Text.Json;

using Entente.App.Shell;

using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App;

/// <summary>One command, run in this process as the executable runs it.</summary>
public sealed record Asked(int Code, string Out, string Error)
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What an import did, as it answers with --json.</summary>
    public (int New, int Changed, int Same, int Gone, int Doubtful) Counts
    {
        get
        {
            var edition = Json.GetProperty("edition");
            return (Get("new"), Get("changed"), Get("same"), Get("gone"), Get("doubtful"));

            int Get(string name) => edition.GetProperty(name).GetInt32();
        }
    }

    public static Task<Asked> Of(params string[] args) => With("", args);

    public static Task<Asked> With(string input, params string[] args) => At(Now, input, args);

    public static async Task<Asked> At(DateTimeOffset now, string input, params string[] args)
    {
        using var stdin = new StringReader(input);
        using var stdout = new StringWriter { NewLine = "\n" };
        using var stderr = new StringWriter { NewLine = "\n" };
        var code = await Cli.RunAsync(args, stdin, stdout, stderr, new FakeTimeProvider(now), TestContext.Current.CancellationToken);
        return new Asked(code, stdout.ToString(), stderr.ToString());
    }
}

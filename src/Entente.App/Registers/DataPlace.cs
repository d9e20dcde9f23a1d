using System.CommandLine;

using Entente.App.Shell;
using Entente.Edtf;
using Entente.Store;

namespace Entente.App.Registers;

/// <summary>The options by which a command finds its register and its day.</summary>
internal sealed class DataPlace
{
    public Option<string?> Data { get; } = Commands.Text("--data", "FOLDER");

    public Option<string?> Register { get; } = Commands.Text("--register", "NAME");

    public Option<EdtfDate?> On { get; } = Commands.Date("--on");

    public Option<bool> Json { get; } = Commands.Json();

    /// <summary>The folder that was named, else the one of the environment, else the user's own.</summary>
    private static string PathOf(string? named, string? otherwise) =>
        named
        ?? (Environment.GetEnvironmentVariable("ENTENTE_DATA") is { Length: > 0 } given ? given : null)
        ?? otherwise
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "entente");

    public DataFolder Folder(ParseResult asked, Terminal terminal, bool create = false, string? otherwise = null)
    {
        var path = PathOf(asked.GetValue(Data), otherwise);
        terminal.Say(Wording.Of("message.data", Path.GetFullPath(path)));
        return DataFolder.Open(path, create);
    }

    public Task<OpenRegister> OpenAsync(ParseResult asked, Terminal terminal, CancellationToken stop) =>
        OpenRegister.OpenAsync(Folder(asked, terminal), asked.GetValue(Register), terminal.Clock, stop);

    /// <summary>Of a date with many days the last one counts, as in yearly reports, and it is said so.</summary>
    public Day DayOf(ParseResult asked, Terminal terminal, OpenRegister open)
    {
        if (asked.GetValue(On) is not { } date)
            return open.Today;
        if (!date.IsOneDay)
            terminal.Say(Wording.Of("message.day-understood", date.ToString(), date.Latest.ToString()));
        return date.Latest;
    }
}

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

    /// <summary>The folder that was named, else the one of the environment, else the user's own, and then it is said which.</summary>
    /// <param name="otherwise">In place of the user's own.</param>
    public DataFolder Folder(ParseResult asked, Terminal terminal, bool create = false, string? otherwise = null)
    {
        var named = asked.GetValue(Data) ?? Environment.GetEnvironmentVariable("ENTENTE_DATA");
        var folder = DataFolder.Open(string.IsNullOrEmpty(named) ? otherwise ?? UsersOwn() : named, create);
        if (string.IsNullOrEmpty(named))
            terminal.Say(Wording.Of("message.data", folder.Path));
        return folder;
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

    private static string UsersOwn() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "entente");
}

using System.CommandLine;
using System.CommandLine.Parsing;

using Entente.App.Imports;
using Entente.App.Running;
using Entente.App.Shell;
using Entente.Edtf;
using Entente.Store;

namespace Entente.App.Registers;

/// <summary>The options by which a command finds its register and its day.</summary>
/// <param name="otherwise">The folder in place of the user's own.</param>
internal sealed class DataPlace(string? otherwise = null)
{
    public Option<string?> Data { get; } = Commands.Text("--data", "FOLDER");

    public Option<string?> Register { get; } = Commands.Text("--register", "NAME");

    public Option<EdtfDate?> On { get; } = Commands.Date("--on");

    public Option<bool> Json { get; } = Commands.Json();

    /// <summary>The folder that was named, else the one of the environment, else the user's own, and then it is said which.</summary>
    public DataFolder Folder(ParseResult asked, Terminal terminal, bool create) =>
        Told(DataFolder.Open(PathOf(asked), create, derived: Derived(terminal)), asked, terminal);

    /// <summary>To read: also where nothing may be written.</summary>
    public Task<OpenRegister> OpenAsync(ParseResult asked, Terminal terminal, CancellationToken stop) =>
        OpenRegister.OpenAsync(Told(DataFolder.OpenToRead(PathOf(asked), derived: Derived(terminal)), asked, terminal), NameOf(asked), terminal.Clock, stop);

    public bool IsJson(ParseResult asked) => Said(asked, Json);

    /// <summary>The register that was named.</summary>
    public string? NameOf(ParseResult asked) => Said(asked, Register);

    /// <summary>Whether there are data already; looking makes none.</summary>
    public bool Holds(ParseResult asked) => DataFolder.Holds(PathOf(asked));

    public string PathOf(ParseResult asked) => Named(asked) ?? otherwise ?? UsersOwn();

    /// <summary>The folder, for what needs no database; and it is said which, as above.</summary>
    public string PathTold(ParseResult asked, Terminal terminal)
    {
        var path = Path.GetFullPath(PathOf(asked));
        if (Named(asked) is null)
            terminal.Say(Wording.Of("message.data", path));
        return path;
    }

    /// <summary>Of a date with many days the last one counts, as in yearly reports, and it is said so.</summary>
    public Day DayOf(ParseResult asked, Terminal terminal, OpenRegister open)
    {
        if (asked.GetValue(On) is not { } date)
            return open.Today;
        if (!date.IsOneDay)
            terminal.Say(Wording.Of("message.day-understood", date.ToString(), date.Latest.ToString()));
        return date.Latest;
    }

    /// <summary>The folder of any command, for a refusal that does not know its own.</summary>
    public static string PathNamed(ParseResult asked)
    {
        var data = asked.CommandResult.Command.Options.OfType<Option<string?>>().FirstOrDefault(o => o.Name == "--data");
        return (data is null ? null : asked.GetValue(data)) ?? Environment.GetEnvironmentVariable("ENTENTE_DATA") ?? UsersOwn();
    }

    /// <summary>After another build a large register is not open at once.</summary>
    private static Telling<RowsWritten> Derived(Terminal terminal)
    {
        var said = new ProgressSaid(terminal);
        return new Telling<RowsWritten>(w => said.Report(new ActProgress(RunningPart.Deriving, w.Rows, w.Of)));
    }

    private DataFolder Told(DataFolder folder, ParseResult asked, Terminal terminal)
    {
        if (Named(asked) is null)
            terminal.Say(Wording.Of("message.data", folder.Path));
        return folder;
    }

    private string? Named(ParseResult asked) =>
        (Said(asked, Data) ?? Environment.GetEnvironmentVariable("ENTENTE_DATA")) is { Length: > 0 } named ? named : null;

    /// <summary>What is said before a command of a command is said to it: <c>partner --json show</c>.</summary>
    private static T? Said<T>(ParseResult asked, Option<T> own)
    {
        for (var at = asked.CommandResult; at is not null; at = at.Parent as CommandResult)
        {
            if (at.Command.Options.OfType<Option<T>>().FirstOrDefault(o => o.Name == own.Name) is { } option && at.GetResult(option) is { Implicit: false })
                return at.GetValue(option);
        }

        return default;
    }

    private static string UsersOwn() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "entente");
}

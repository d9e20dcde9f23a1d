using System.CommandLine;
using System.Text;

using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Exports;

internal static class ExportCommand
{
    public static Command Make(Terminal terminal)
    {
        var place = new DataPlace();
        var format = Commands.OneOf<ExportFormat>("--format");
        var output = Commands.Text("--output", "FILE");
        var command = Commands.New("export", format, output, place.Register, place.Data, place.Json);
        command.Validators.Add(asked =>
        {
            if (asked.GetValue(place.Json) && asked.GetValue(format) is { } other and not ExportFormat.Json)
                asked.AddError(Wording.Of("usage.json-or-format", Words.Kebab(other)));
        });
        command.SetAction((asked, stop) => ExportAsync(terminal, place, asked, asked.GetValue(format), asked.GetValue(output), stop));
        return command;
    }

    private static async Task<int> ExportAsync(
        Terminal terminal, DataPlace place, ParseResult asked, ExportFormat? format, string? output, CancellationToken stop)
    {
        await using var open = await place.OpenAsync(asked, terminal, stop);
        var text = await ExportQueries.ExportAsync(open, format ?? (asked.GetValue(place.Json) ? ExportFormat.Json : ExportFormat.Csv), stop);
        if (output is null)
        {
            terminal.AnswerText(text);
            return 0;
        }

        await WriteAsync(output, text, stop);
        terminal.Say(Wording.Of("export.written", Path.GetFullPath(output)));
        return 0;
    }

    private static async Task WriteAsync(string path, string text, CancellationToken stop)
    {
        try
        {
            // Not asked for its whole length at once: that it has no room would not be told from other reasons.
            await using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
            await file.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw DiskRoom.IsMissing(e) ? new RefusedException("file.no-room", e, path) : new RefusedException("file.not-written", e, path);
        }
    }
}

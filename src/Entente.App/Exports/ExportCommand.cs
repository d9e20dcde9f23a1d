using System.CommandLine;

using Entente.App.Imports;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;

using Microsoft.AspNetCore.WebUtilities;

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
            if (asked.GetValue(place.Json) && asked.GetResult(format) is { Tokens.Count: > 0 } && asked.GetValue(format) is { } other and not ExportFormat.Json)
                asked.AddError(Wording.Of("usage.json-or-format", Words.Kebab(other)));
        });
        command.SetAction((asked, stop) => ExportAsync(terminal, place, asked, asked.GetValue(format), asked.GetValue(output), stop));
        return command;
    }

    private static async Task<int> ExportAsync(
        Terminal terminal, DataPlace place, ParseResult asked, ExportFormat? asFormat, string? output, CancellationToken stop)
    {
        var format = asFormat ?? (asked.GetValue(place.Json) ? ExportFormat.Json : ExportFormat.Csv);
        // A workbook on a screen is of no use to anyone.
        if (output is null && (format is ExportFormat.Xlsx or ExportFormat.Pdf) && terminal.Bytes is null)
            throw new RefusedException("export.to-screen");
        await using var open = await place.OpenAsync(asked, terminal, stop);
        open.Progress = new ProgressSaid(terminal);
        IReadOnlyList<string> notHeld = [];
        if (output is null)
        {
            await terminal.AnswerFileAsync(FillAsync);
        }
        else
        {
            await WriteAsync(output, FillAsync);
            terminal.Say(Wording.Of("export.written", Path.GetFullPath(output)));
        }

        foreach (var words in notHeld)
            terminal.Say(words);
        return 0;

        async Task FillAsync(Stream file) => notHeld = await ExportQueries.ExportAsync(open, format, file, stop);
    }

    private static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        try
        {
            // What was there before goes only once all of what takes its place is known.
            await using var whole = new FileBufferingWriteStream();
            await write(whole);
            // Not asked for its whole length at once: that it has no room would not be told from other reasons.
            await using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
            await whole.DrainBufferAsync(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw DiskRoom.IsMissing(e) ? new RefusedException("file.no-room", e, path) : new RefusedException("file.not-written", e, path);
        }
    }
}

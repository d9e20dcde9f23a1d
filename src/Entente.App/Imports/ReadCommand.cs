using System.CommandLine;
using System.Text;

using Entente.App.Shell;
using Entente.Edtf;
using Entente.Formats;
using Entente.Formats.Json;

namespace Entente.App.Imports;

internal static class ReadCommand
{
    public static Command Make(Terminal terminal)
    {
        var file = Commands.Argument("FILE");
        var listedOn = Commands.Date("--listed-on");
        var json = Commands.Json();
        var command = Commands.New("read", file, listedOn, json);
        command.SetAction(asked => Read(terminal, asked.GetRequiredValue(file), asked.GetValue(listedOn), asked.GetValue(json)));
        return command;
    }

    private static int Read(Terminal terminal, string path, EdtfDate? listedOn, bool asJson)
    {
        var reading = SourceReader.Read(Path.GetFileName(path), SourceFile.Read(path), new ReadOptions(listedOn));
        if (!asJson)
        {
            ReadReport.Write(terminal, reading);
            return 0;
        }

        using var bytes = new MemoryStream();
        ReadingWriter.Write(bytes, reading, Wording.Of);
        terminal.Answer(Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        return 0;
    }
}

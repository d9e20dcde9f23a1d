using System.CommandLine;

using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Edtf;
using Entente.Formats;
using Entente.Formats.Json;

namespace Entente.App.Imports;

internal static class ReadCommand
{
    public static Command Make(Terminal terminal)
    {
        var place = new DataPlace { Register = { Description = Wording.Of("option.register-read") }, Data = { Description = Wording.Of("option.data-read") } };
        var file = Commands.Argument("FILE");
        var listedOn = Commands.Date("--listed-on");
        var command = Commands.New("read", file, listedOn, place.Register, place.Data, place.Json);
        command.SetAction(async (asked, stop) =>
        {
            var (options, progress) = (await OptionsAsync(terminal, place, asked, asked.GetValue(listedOn), stop), new ProgressSaid(terminal));
            return Read(terminal, asked.GetRequiredValue(file), options with { Progress = progress, Tables = progress, Rows = progress, Stop = stop }, asked.GetValue(place.Json));
        });
        return command;
    }

    /// <summary>A list is read for a register only when one is named: the same list is otherwise read alike everywhere.</summary>
    private static async Task<ReadOptions> OptionsAsync(Terminal terminal, DataPlace place, ParseResult asked, EdtfDate? listedOn, CancellationToken stop)
    {
        if (asked.GetValue(place.Register) is null && asked.GetValue(place.Data) is null)
            return new ReadOptions(listedOn) { Rules = Core.Reading.ReadingRules.Usual with { Today = OpenRegister.TodayOf(terminal.Clock) } };
        await using var open = await place.OpenAsync(asked, terminal, stop);
        return ReadOptions.For(open.Register, listedOn, open.Today);
    }

    private static int Read(Terminal terminal, string path, ReadOptions options, bool asJson)
    {
        var reading = SourceReader.Read(SourceFile.NameOf(path), SourceFile.Read(path), options);
        if (!asJson)
        {
            ReadReport.Write(terminal, reading);
            return 0;
        }

        terminal.AnswerBytes(into => ReadingWriter.Write(into, reading, Wording.Of));
        return 0;
    }
}

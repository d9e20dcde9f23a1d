using System.CommandLine;

using Entente.App.Registers;
using Entente.App.Shell;
using Entente.App.Statistics;
using Entente.Core;
using Entente.Formats;

namespace Entente.App.Imports;

/// <summary>The sample list, from the document to the answer: read, proved, stored, counted, served.</summary>
internal static class DemoCommand
{
    private const string Sample = "agreements.txt";

    public static Command Make(Terminal terminal)
    {
        var place = new DataPlace(otherwise: "entente-data") { Data = { Description = Wording.Of("option.data-demo") } };
        var urls = ServeCommand.Urls();
        var command = Commands.New("demo", urls, place.Data);
        command.SetAction((asked, stop) => DemoAsync(terminal, place, asked, asked.GetValue(urls), stop));
        return command;
    }

    private static async Task<int> DemoAsync(Terminal terminal, DataPlace place, ParseResult asked, string? url, CancellationToken stop)
    {
        var bytes = SourceFile.Read(Path.Combine(AppContext.BaseDirectory, "samples", Sample));
        var folder = place.Folder(asked, terminal, create: true);
        // The sample never gets into a register that someone keeps.
        var register = Wording.Of("demo.register");
        await using (var open = await OpenRegister.OpenOrMakeAsync(folder, register, register, terminal.Clock, stop))
        {
            var reading = SourceReader.Read(Sample, bytes, ReadOptions.For(open.Register, null, open.Today));
            ImportReport.Write(terminal, open, await Imports.ImportAsync(open, reading, bytes, Environment.UserName, stop));
            CountCommand.Write(terminal, open.Register, await CountQueries.CountAsync(open, open.Today, CountBy.Country, stop), CountBy.Country);
        }

        await ServeCommand.RunAsync(terminal, folder, register, url, stop);
        return 0;
    }
}

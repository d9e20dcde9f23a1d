using System.CommandLine;

using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;
using Entente.Edtf;
using Entente.Formats;

namespace Entente.App.Imports;

internal static class ImportCommand
{
    public static Command Make(Terminal terminal)
    {
        var place = new DataPlace { Register = { Description = Wording.Of("option.register-import") } };
        var file = Commands.Argument("FILE");
        var yes = Commands.Flag("--yes");
        var listedOn = Commands.Date("--listed-on");
        var command = Commands.New("import", file, yes, listedOn, place.Register, place.Data, place.Json);
        command.SetAction((asked, stop) =>
            ImportAsync(terminal, place, asked, asked.GetRequiredValue(file), asked.GetValue(listedOn), asked.GetValue(yes), stop));
        return command;
    }

    private static async Task<int> ImportAsync(
        Terminal terminal, DataPlace place, ParseResult asked, string file, EdtfDate? listedOn, bool isSure, CancellationToken stop)
    {
        var bytes = SourceFile.Read(file);
        var reading = SourceReader.Read(Path.GetFileName(file), bytes, new ReadOptions(listedOn));
        var name = reading.Title ?? Path.GetFileNameWithoutExtension(file);
        var isAsked = !isSure;
        if (isAsked && !place.Holds(asked))
        {
            // Nothing is made for an import that is then refused.
            await ConfirmAsync(terminal, asked.GetValue(place.Register) ?? name, new Proposal(reading, bytes, Comparison.Of([], reading.Drafts), 0, null), stop);
            isSure = true;
        }

        await using var open = await OpenRegister.OpenOrMakeAsync(
            place.Folder(asked, terminal, create: true), asked.GetValue(place.Register), name, terminal.Clock, stop);
        if (open.Register.Counting != default || (listedOn is null && open.Register.ListedOn is not null))
            reading = SourceReader.Read(Path.GetFileName(file), bytes, new ReadOptions(listedOn ?? open.Register.ListedOn, open.Register.Counting));
        var proposal = await Imports.CompareAsync(open, reading, bytes, stop);
        if (!isSure && proposal.SameAs is null)
            await ConfirmAsync(terminal, open.Register.Name, proposal, stop);
        var imported = await Imports.AcceptAsync(open, proposal, Environment.UserName, stop);
        if (asked.GetValue(place.Json))
            terminal.Answer(Wire.Of(ImportView.Of(imported)));
        else
            ImportReport.Write(terminal, open, imported, isTold: isAsked && imported.IsStored);
        return 0;
    }

    /// <summary>What was found is told before it is asked for, beside the answer.</summary>
    private static async Task ConfirmAsync(Terminal terminal, string register, Proposal proposal, CancellationToken stop)
    {
        ImportReport.WriteProposal(terminal.Beside, proposal);
        terminal.Say(Wording.Of("import.ask", register));
        var answer = await terminal.In.ReadLineAsync(stop);
        if (answer is null || !Wording.Of("import.ask.yes").Split(' ').Contains(answer.Trim(), StringComparer.OrdinalIgnoreCase))
            throw new RefusedException("import.not-confirmed");
    }
}

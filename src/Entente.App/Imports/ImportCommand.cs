using System.CommandLine;

using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;
using Entente.Edtf;
using Entente.Formats;
using Entente.Store;

namespace Entente.App.Imports;

internal static class ImportCommand
{
    public static Command Make(Terminal terminal)
    {
        var place = new DataPlace { Register = { Description = Wording.Of("option.register-import") } };
        var file = Commands.Argument("FILE");
        file.Arity = ArgumentArity.ZeroOrOne;
        var undo = Commands.Text("--undo", "last|ID");
        var yes = Commands.Flag("--yes");
        var listedOn = Commands.Date("--listed-on");
        var command = Commands.New("import", file, yes, listedOn, undo, place.Register, place.Data, place.Json);
        command.Validators.Add(asked =>
        {
            if (asked.GetValue(file) is null == asked.GetResult(undo) is null)
                asked.AddError(Wording.Of("usage.import"));
        });
        command.SetAction((asked, stop) => asked.GetValue(undo) is { } edition
            ? UndoAsync(terminal, place, asked, edition, asked.GetValue(yes), stop)
            : ImportAsync(terminal, place, asked, asked.GetValue(file)!, asked.GetValue(listedOn), asked.GetValue(yes), stop));
        return command;
    }

    private static async Task<int> UndoAsync(Terminal terminal, DataPlace place, ParseResult asked, string edition, bool isSure, CancellationToken stop)
    {
        await using var open = await OpenRegister.OpenAsync(place.Folder(asked, terminal, create: false), asked.GetValue(place.Register), terminal.Clock, stop);
        open.Progress = new ProgressSaid(terminal);
        var undone = isSure ? await Undoing.UndoAsync(open, edition, _ => true, Environment.UserName, stop) : await UndoAskedAsync(terminal, open, edition, stop);
        if (asked.GetValue(place.Json))
            terminal.Answer(Wire.Of(ImportView.Of(undone)));
        else
            UndoReport.Write(terminal, open, undone, isTold: !isSure && terminal.IsAttended);
        return 0;
    }

    /// <summary>What it would do is told before. Where nobody is there to answer, it is refused when records were worked on since.</summary>
    private static async Task<Undone> UndoAskedAsync(Terminal terminal, OpenRegister open, string edition, CancellationToken stop)
    {
        if (!terminal.IsAttended)
        {
            return await Undoing.UndoAsync(open, edition, would =>
            {
                UndoReport.WriteBefore(terminal.Beside, would);
                return would.Since.Count == 0;
            }, Environment.UserName, stop);
        }

        // Nobody else is kept waiting while a person thinks.
        var shown = await Undoing.PreviewAsync(open, edition, stop);
        UndoReport.WriteBefore(terminal.Beside, shown);
        if (!await terminal.AgreesAsync(Wording.Of("undo.ask"), stop))
            throw new RefusedException("edition.not-confirmed", shown.Edition.SourceName);
        return await Undoing.UndoAsync(open, $"{shown.Edition.Id}", would => would.Since.SequenceEqual(shown.Since), Environment.UserName, stop);
    }

    private static async Task<int> ImportAsync(
        Terminal terminal, DataPlace place, ParseResult asked, string file, EdtfDate? listedOn, bool isSure, CancellationToken stop)
    {
        DataFolder? made = null;
        try
        {
            return await ImportAsync(terminal, place, asked, file, listedOn, isSure, () => made = place.Folder(asked, terminal, create: true), stop);
        }
        catch
        {
            // Of what was not done nothing stays, no empty register either.
            made?.Unmake();
            throw;
        }
    }

    private static async Task<int> ImportAsync(
        Terminal terminal, DataPlace place, ParseResult asked, string file, EdtfDate? listedOn, bool isSure, Func<DataFolder> make, CancellationToken stop)
    {
        var named = asked.GetValue(place.Register);
        var isLong = SourceFile.MayBeLong(file);
        var early = isLong ? null : SourceFile.Read(file);
        var folder = place.Holds(asked) ? place.Folder(asked, terminal, create: false) : null;
        await using var known = folder is null ? null : await OpenRegister.FindAsync(folder, named, terminal.Clock, stop);
        var progress = new ProgressSaid(terminal);
        var options = ReadOptions.For(known?.Register ?? Named(named), listedOn, known?.Today ?? OpenRegister.TodayOf(terminal.Clock)) with { Progress = progress, Tables = progress, Rows = progress, Stop = stop };
        if (isLong)
        {
            var import = new LongImport(terminal, file, options, isSure, asked.GetValue(place.Json));
            if (await import.TryAsync(known, name => OpenRegister.OpenOrMakeAsync(folder ?? make(), named, named ?? name, terminal.Clock, stop), stop))
                return 0;
        }

        var bytes = early ?? SourceFile.Read(file);
        var reading = SourceReader.Read(SourceFile.NameOf(file), bytes, options);
        known?.Progress = progress;
        if (known is not null)
            return await StoreAsync(terminal, known, await Imports.CompareAsync(known, reading, bytes, stop), isSure, asked.GetValue(place.Json), stop);
        var name = named ?? reading.Title ?? Path.GetFileNameWithoutExtension(file);
        // Nothing is made for an import that is then refused.
        if (!isSure)
            await ConfirmAsync(terminal, name, new Proposal(reading, bytes, Comparison.Of([], reading, Core.Reading.ReadingRules.Usual, stop: stop), 0, null), stop);
        await using var made = await OpenRegister.OpenOrMakeAsync(folder ?? make(), named, name, terminal.Clock, stop);
        made.Progress = progress;
        var imported = await Imports.ImportAsync(made, reading, bytes, Environment.UserName, stop);
        return Answer(terminal, made, imported, isTold: !isSure, asked.GetValue(place.Json));
    }

    /// <summary>All that is known of a register before it is made.</summary>
    private static Register Named(string? name) => new(0, name ?? "", "");

    private static async Task<int> StoreAsync(Terminal terminal, OpenRegister open, Proposal proposal, bool isSure, bool asJson, CancellationToken stop)
    {
        if (!isSure && proposal.SameAs is null)
            await ConfirmAsync(terminal, open.Register.Name, proposal, stop);
        var imported = await Imports.AcceptAsync(open, proposal, Environment.UserName, stop);
        return Answer(terminal, open, imported, isTold: !isSure && imported.IsStored, asJson);
    }

    private static int Answer(Terminal terminal, OpenRegister open, Imported imported, bool isTold, bool asJson)
    {
        if (asJson)
            terminal.Answer(Wire.Of(ImportView.Of(imported)));
        else
            ImportReport.Write(terminal, open, imported, isTold);
        return 0;
    }

    /// <summary>What was found is told before it is asked for, beside the answer.</summary>
    private static async Task ConfirmAsync(Terminal terminal, string register, Proposal proposal, CancellationToken stop)
    {
        ImportReport.WriteProposal(terminal.Beside, proposal);
        await ConfirmAsync(terminal, register, stop);
    }

    /// <exception cref="RefusedException">import.not-confirmed.</exception>
    public static async Task ConfirmAsync(Terminal terminal, string register, CancellationToken stop)
    {
        if (!await terminal.AgreesAsync(Wording.Of("import.ask", register), stop))
            throw new RefusedException("import.not-confirmed");
    }
}

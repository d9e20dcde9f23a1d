using System.CommandLine;
using System.Globalization;

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
        var place = new DataPlace();
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
        var folder = place.Folder(asked, terminal, create: true);
        await using var open = await OpenRegister.OpenOrMakeAsync(
            folder, asked.GetValue(place.Register), reading.Title ?? Path.GetFileNameWithoutExtension(file), terminal.Clock, stop);
        if (open.Register.Counting != default)
            reading = SourceReader.Read(Path.GetFileName(file), bytes, new ReadOptions(listedOn, open.Register.Counting));
        var proposal = await Imports.CompareAsync(open, reading, bytes, stop);
        if (!isSure && proposal.SameAs is null && !await IsConfirmedAsync(terminal, open, proposal, stop))
            throw new RefusedException("import.not-confirmed");
        var imported = await Imports.AcceptAsync(open, proposal, Environment.UserName, stop);
        if (asked.GetValue(place.Json))
            terminal.Answer(Wire.Of(ImportView.Of(imported)));
        else
            Report(terminal, open, imported);
        return 0;
    }

    private static async Task<bool> IsConfirmedAsync(Terminal terminal, OpenRegister open, Proposal proposal, CancellationToken stop)
    {
        terminal.Say(Counts(proposal.Comparison));
        terminal.Say(Wording.Of("import.ask", open.Register.Name));
        var answer = await terminal.In.ReadLineAsync(stop);
        return answer is not null && Wording.Of("import.ask.yes").Split(' ').Contains(answer.Trim(), StringComparer.OrdinalIgnoreCase);
    }

    public static void Report(Terminal terminal, OpenRegister open, Imported imported)
    {
        ReadReport.WriteSummary(terminal, imported.Reading);
        terminal.Answer(Wording.Of(imported.IsStored ? "import.stored" : "import.same-document", open.Register.Name));
        terminal.Answer(Counts(imported.Comparison));
        foreach (var (agreement, draft, fields) in imported.Comparison.Changed)
        {
            foreach (var field in fields)
                terminal.Answer(Wording.Of("import.changed", agreement.Number, Wording.Of($"field.{field.Field}"), field.Old, field.New));
        }

        foreach (var gone in imported.Comparison.Gone)
            terminal.Answer(Wording.Of("import.gone", gone.Number, string.Join(", ", gone.Facts.Parties.Select(p => p.Name))));
    }

    private static string Counts(Comparison comparison) => Wording.Of(
        "import.counts", Number(comparison.Added.Count), Number(comparison.Changed.Count), Number(comparison.SameCount), Number(comparison.Gone.Count));

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

using System.CommandLine;

using Entente.App.Registers;
using Entente.App.Shell;

namespace Entente.App.Partners;

/// <summary>The world's registry of research organisations: load it, show a record of it, match names against it.</summary>
internal static class RorCommands
{
    public static Command Make(Terminal terminal)
    {
        var place = new DataPlace();
        var command = Commands.New("ror", place.Data, place.Json);
        command.Add(Load(terminal));
        command.Add(Show(terminal));
        command.Add(Match(terminal));
        return command;
    }

    private static Command Load(Terminal terminal)
    {
        var (place, from, replaces) = (new DataPlace(), Commands.Argument("DUMP"), Commands.Flag("--replace"));
        var command = Commands.New("load", from, replaces, place.Data, place.Json);
        command.SetAction(async (asked, stop) =>
        {
            var loaded = await RegistryLoad.RunAsync(terminal, place.PathTold(asked, terminal), asked.GetRequiredValue(from), asked.GetValue(replaces), stop);
            if (place.IsJson(asked))
                terminal.Answer(Wire.Of(loaded));
            else
                loaded.Tell(terminal);
            return 0;
        });
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        var (place, id) = (new DataPlace(), Commands.Argument("RECORD"));
        var command = new Command("show", Wording.Of("command.ror-show")) { id, place.Data, place.Json };
        command.SetAction(asked =>
        {
            using var file = RegistryPlace.Open(place, asked, terminal);
            var view = InstitutionView.Of(file, asked.GetRequiredValue(id));
            if (place.IsJson(asked))
                terminal.Answer(Wire.Of(view));
            else
                view.Tell(terminal);
        });
        return command;
    }

    private static Command Match(Terminal terminal)
    {
        var place = new DataPlace();
        // As for edtf, the answer is JSON in any case.
        var command = Commands.New("match", place.Data, place.Json);
        command.SetAction(async (asked, stop) =>
        {
            using var file = RegistryPlace.Open(place, asked, terminal);
            await MatchLines.AnswerAsync(terminal, file.Registry, stop);
            return 0;
        });
        return command;
    }
}

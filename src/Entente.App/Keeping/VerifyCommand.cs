using System.CommandLine;
using System.Globalization;

using Entente.App.Imports;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Store;

namespace Entente.App.Keeping;

public sealed record VerifyView(bool Holds, IReadOnlyList<RegisterProof> Registers);

internal static class VerifyCommand
{
    private const int Broken = 1;

    public static Command Make(Terminal terminal)
    {
        var place = new DataPlace();
        var command = Commands.New("verify", place.Data, place.Json);
        command.SetAction((asked, stop) => VerifyAsync(terminal, place, asked, stop));
        return command;
    }

    private static async Task<int> VerifyAsync(Terminal terminal, DataPlace place, ParseResult asked, CancellationToken stop)
    {
        var proofs = await Verification.ProveAsync(DataFolder.OpenToRead(place.PathOf(asked)), new ProgressSaid(terminal), stop);
        var holds = proofs.All(p => p.Break is null);
        if (asked.GetValue(place.Json))
            terminal.Answer(Wire.Of(new VerifyView(holds, proofs)));
        else
            foreach (var proof in proofs.Where(p => p.Break is null))
                terminal.Answer(Wording.Of("verify.holds", proof.Register, Number(proof.Changes), Number(proof.Editions), Number(proof.Erased)));
        foreach (var proof in proofs)
        {
            if (proof.Break is { } broken)
                terminal.Say(broken.In(proof.Register));
        }

        return holds ? 0 : Broken;
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

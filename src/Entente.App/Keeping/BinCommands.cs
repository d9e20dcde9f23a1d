using System.CommandLine;

using Entente.App.Agreements;
using Entente.App.Shell;
using Entente.Core;
using Entente.Store.Counts;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Keeping;

/// <summary>A record in the bin, as <c>bin --json</c> and <c>delete --json</c> print it.</summary>
public sealed record BinnedView(string Number, IReadOnlyList<string> Partners, DateTimeOffset DeletedAt, string Who, string? Why)
{
    public static BinnedView Of(Binned binned)
    {
        ArgumentNullException.ThrowIfNull(binned);
        return new BinnedView(binned.Number, AgreementView.NamesOf(binned.Facts), binned.At, binned.Who, binned.Why);
    }
}

public sealed record BinView(int Total, IReadOnlyList<BinnedView> Deleted);

/// <summary>Out of the register, what lies in the bin, and back again.</summary>
internal static class BinCommands
{
    public static IEnumerable<Command> Make(Terminal terminal) => [Delete(terminal), Bin(terminal), Restore(terminal)];

    private static Command Delete(Terminal terminal)
    {
        var hand = new ByHand(terminal);
        var number = Commands.Argument("NUMBER");
        var command = hand.New("delete", number);
        command.SetAction((asked, stop) => hand.RunAsync(asked, async (open, who) =>
        {
            var about = asked.GetRequiredValue(number);
            await Keeping.DeleteAsync(open, about, who, stop);
            var binned = (await Keeping.InBinAsync(open, stop)).First(b => b.Number == about);
            terminal.Answer(hand.IsJson(asked) ? Wire.Of(BinnedView.Of(binned)) : Wording.Of("bin.deleted", about, Partners(binned)));
        }, stop));
        return command;
    }

    private static Command Bin(Terminal terminal)
    {
        var hand = new ByHand(terminal);
        var command = hand.NewPlain("bin");
        command.SetAction((asked, stop) => hand.RunAsync(asked, async (open, _) =>
        {
            var binned = await Keeping.InBinAsync(open, stop);
            if (hand.IsJson(asked))
                terminal.Answer(Wire.Of(new BinView(binned.Count, [.. binned.Select(BinnedView.Of)])));
            else if (binned.Count == 0)
                terminal.Answer(Wording.Of("bin.empty"));
            else
                Table(terminal, binned);
        }, stop, toRead: true));
        return command;
    }

    private static Command Restore(Terminal terminal)
    {
        var hand = new ByHand(terminal);
        var number = Commands.Argument("NUMBER");
        var version = Commands.Number("--version");
        var command = hand.New("restore", number, version);
        command.SetAction((asked, stop) => hand.ActAsync(
            asked, async (open, who) =>
            {
                var about = asked.GetRequiredValue(number);
                if (asked.GetValue(version) is null && await open.Db.Agreements.Numbered(about).AnyAsync(stop))
                    throw new RefusedException("agreement.not-deleted", about);
                return await Keeping.RestoreAsync(open, about, asked.GetValue(version), who, stop);
            }, stop));
        return command;
    }

    private static void Table(Terminal terminal, IReadOnlyList<Binned> binned) => terminal.Table(
        [Wording.Of("list.number"), Wording.Of("list.partner"), Wording.Of("bin.when"), Wording.Of("bin.who"), Wording.Of("bin.why")],
        binned.Select(b => (IReadOnlyList<string>)[b.Number, Partners(b), Shown.Instant(b.At), b.Who, b.Why ?? ""]));

    private static string Partners(Binned binned) => string.Join("; ", AgreementView.NamesOf(binned.Facts));
}

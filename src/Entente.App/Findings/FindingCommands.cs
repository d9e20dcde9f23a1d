using System.CommandLine;
using System.Globalization;

using Entente.App.Imports;
using Entente.App.Keeping;
using Entente.App.Partners;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;
using Entente.Store.Writing;

namespace Entente.App.Findings;

/// <summary>A finding as <c>findings --json</c> prints it.</summary>
/// <param name="Agreements">Numbers.</param>
public sealed record FindingView(
    string Id, Severity Severity, string Code, FindingState State, IReadOnlyList<string> Agreements, string? Field, string Message, string? Proposal,
    string? DecidedBy, DateTimeOffset? DecidedAt, string? Reason)
{
    public static FindingView Of(FindingLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var stored = line.Stored;
        return new FindingView(
            line.Id, stored.Severity, stored.Code, stored.State, [.. line.Agreements.Select(a => a.Number)], stored.Finding.Field,
            Wording.Of(stored.Finding), stored.Finding.Proposal, stored.DecidedBy, stored.DecidedAt, stored.DecidedWhy);
    }
}

/// <param name="Changed">What the act that was asked for changed in agreements.</param>
public sealed record FindingListView(int Total, IReadOnlyList<FindingView> Findings, IReadOnlyList<Difference> Changed);

internal sealed class FindingCommands
{
    private static readonly IReadOnlyList<string> States = [.. Enum.GetValues<FindingState>().Where(s => s != FindingState.Replaced).Select(Words.Kebab), "all"];

    private readonly ByHand hand;
    private readonly Option<Severity?> severity = Commands.OneOf<Severity>("--severity");
    private readonly Option<string?> code = Commands.Text("--code", "CODE");
    private readonly Option<string?> state = Commands.Text("--state", string.Join('|', States));
    private readonly Option<string?> agreement = Commands.Text("--agreement", "NUMBER");

    private FindingCommands(Terminal terminal)
    {
        hand = new ByHand(terminal);
        state.Validators.Add(asked =>
        {
            if (asked.Tokens is [{ Value: var text }, ..] && !States.Contains(text))
                asked.AddError(Wording.Of("usage.one-of", text, string.Join(", ", States)));
        });
    }

    public static Command Make(Terminal terminal)
    {
        var list = new FindingCommands(terminal);
        var command = list.hand.NewPlain("findings", list.severity, list.code, list.state, list.agreement);
        command.SetAction((asked, stop) => list.hand.RunAsync(asked, (open, _) => list.ListAsync(open, asked, stop), stop, toRead: true));
        command.Add(Decide(new ByHand(terminal), h => h.NewWithReason("accept", Ids()), Findings.AcceptAsync));
        command.Add(Decide(new ByHand(terminal), h => h.NewWithReason("dismiss", Ids()), Findings.DismissAsync));
        command.Add(Decide(new ByHand(terminal), h => h.NewWithReason("reopen", Ids()), Findings.ReopenAsync));
        return command;
    }

    private static Argument<string[]> Ids() => new("ID") { Description = Wording.Of("argument.id"), Arity = ArgumentArity.OneOrMore };

    /// <summary>All that were named or none; each is a change of its own.</summary>
    private static Command Decide(ByHand hand, Func<ByHand, Command> make, Func<OpenRegister, string, Hand, CancellationToken, Task<FindingLine>> decide)
    {
        var command = make(hand);
        var ids = (Argument<string[]>)command.Arguments[0];
        command.SetAction((asked, stop) => hand.RunAsync(asked, async (open, who) =>
        {
            var lines = await ByHand.NamedAsync(field => field, () => open.Db.InTransactionAsync(async () =>
            {
                var decided = new List<FindingLine>();
                foreach (var id in asked.GetRequiredValue(ids))
                    decided.Add(await decide(open, id, who, stop));
                return decided;
            }, stop));
            Answer(hand, asked, lines, []);
        }, stop));
        return command;
    }

    private async Task ListAsync(OpenRegister open, ParseResult asked, CancellationToken stop)
    {
        var typed = asked.GetValue(state) ?? "open";
        var filter = new FindingFilter(Words.Parse<FindingState>(typed), asked.GetValue(severity), asked.GetValue(code), asked.GetValue(agreement));
        using var registry = RegistryPlace.Known(hand.FolderOf(asked), hand.Terminal);
        Answer(hand, asked, await FindingQueries.ListAsync(open, filter, stop), await WorldFindings.ListAsync(open, registry, filter, stop));
    }

    /// <param name="world">About partners; behind those about agreements.</param>
    private static void Answer(ByHand hand, ParseResult asked, IReadOnlyList<FindingLine> lines, IReadOnlyList<FindingView> world)
    {
        var total = lines.Count + world.Count;
        if (hand.IsJson(asked))
        {
            hand.Terminal.Answer(Wire.Of(new FindingListView(total, [.. lines.Select(FindingView.Of), .. world],
                [.. lines.SelectMany(l => l.Changed).Select(c => new Difference(DifferenceKind.Changed, c.Agreement.Number, null, c.Fields))])));
            return;
        }

        hand.Terminal.Table(
            [Wording.Of("findings.id"), Wording.Of("findings.severity"), Wording.Of("findings.state"), Wording.Of("findings.agreements"), Wording.Of("findings.message")],
            lines.Select(l => (IReadOnlyList<string>)[l.Id, Wording.Of("severity", l.Stored.Severity), Decision(l.Stored), string.Join(", ", l.Agreements.Select(a => a.Number)), Wording.Of(l.Stored.Finding)])
                .Concat(world.Select(w => (IReadOnlyList<string>)[w.Id, Wording.Of("severity", w.Severity), Wording.Of("decided", w.State), string.Join(", ", w.Agreements), w.Message])));
        foreach (var (changed, field) in lines.SelectMany(l => l.Changed).SelectMany(c => c.Fields.Select(f => (c, f))))
            hand.Terminal.Answer(ImportReport.Changed(changed.Agreement.Number, field));
        hand.Terminal.Answer(total == 1 ? Wording.Of("findings.total-one") : Wording.Of("findings.total", total.ToString("N0", CultureInfo.InvariantCulture)));
    }

    private static string Decision(StoredFinding stored)
    {
        var state = Wording.Of("decided", stored.State);
        return stored.DecidedWhy is { } why ? Wording.Of("findings.because", state, why) : state;
    }
}

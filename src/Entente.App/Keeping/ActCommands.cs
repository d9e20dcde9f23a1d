using System.CommandLine;

using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Keeping;

/// <summary>What has happened to an agreement: a command for each act.</summary>
internal sealed class ActCommands
{
    private readonly Act act;
    private readonly ByHand hand;
    private readonly Argument<string> number = Commands.Argument("NUMBER");
    private readonly Option<string?> on = new("--on") { Description = Wording.Of("keep.on"), HelpName = "DAY" };
    private readonly Option<string?> until = Commands.Text("--until", "DAY");
    private readonly Option<string?> length = Commands.Text("--length", "LENGTH");
    private readonly Option<bool> keepAnchor = Commands.Flag("--keep-anchor");
    private readonly Option<string?> by = new("--by") { HelpName = "WHO" };
    private readonly Option<string?> note = Commands.Text("--note", "TEXT");

    private ActCommands(Act act, Terminal terminal)
    {
        this.act = act;
        hand = new ByHand(terminal);
        by.Description = act == Act.Superseded ? Wording.Of("keep.by-number") : Wording.Of("keep.by-whom");
    }

    public static IEnumerable<Command> Make(Terminal terminal) =>
    [
        new ActCommands(Act.Signed, terminal).New("sign"),
        new ActCommands(Act.Effective, terminal).New("effect"),
        new ActCommands(Act.Renewed, terminal).New("renew"),
        new ActCommands(Act.Extended, terminal).New("extend"),
        new ActCommands(Act.Amended, terminal).New("amend"),
        new ActCommands(Act.Suspended, terminal).New("suspend"),
        new ActCommands(Act.Resumed, terminal).New("resume"),
        new ActCommands(Act.Terminated, terminal).New("terminate"),
        new ActCommands(Act.Superseded, terminal).New("supersede"),
    ];

    private Command New(string name)
    {
        Symbol[] own = act switch
        {
            Act.Renewed => [until, length, keepAnchor, note],
            Act.Signed or Act.Effective or Act.Extended => [until, length, note],
            Act.Terminated or Act.Superseded => [by],
            _ => [note],
        };
        var command = hand.New(name, [number, on, .. own]);
        command.SetAction((asked, stop) => hand.ActAsync(asked, (open, who) => ActAsync(open, asked, who, stop), stop));
        return command;
    }

    private Task<Agreement> ActAsync(OpenRegister open, ParseResult asked, Hand who, CancellationToken stop)
    {
        var edit = new ActEdit(act)
        {
            On = Text(on),
            Until = Text(until),
            Length = Text(length),
            KeepsAnchor = act == Act.Renewed && asked.GetValue(keepAnchor),
            Note = Text(act is Act.Terminated or Act.Superseded ? by : note),
        };
        return ByHand.NamedAsync(field => field, () => Keeping.ActAsync(open, asked.GetRequiredValue(number), edit.Read(open.Today), who, stop));

        string? Text(Option<string?> option) => asked.CommandResult.Command.Options.Contains(option) ? asked.GetValue(option) : null;
    }
}

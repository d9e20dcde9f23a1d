using System.CommandLine;

using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;
using Entente.Store.Counts;

using Microsoft.EntityFrameworkCore;

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

    private async Task<Agreement> ActAsync(OpenRegister open, ParseResult asked, Hand who, CancellationToken stop)
    {
        var about = asked.GetRequiredValue(number);
        var typed = ActOf(open, asked);
        if (act == Act.Superseded && typed.Note is { } successor)
        {
            if (successor == about)
                throw new RefusedException("agreement.by-itself", about);
            if (!await open.Db.Agreements.Numbered(successor).AnyAsync(stop))
                throw new RefusedException("agreement.none", successor, open.Register.Name);
        }

        return await Keeping.ActAsync(open, about, typed, who, stop);
    }

    private NewAct ActOf(OpenRegister open, ParseResult asked)
    {
        var problems = new List<FieldProblem>();
        var day = Text(on) is { } typed ? Typed.Date("--on", typed, problems) : Edtf.EdtfDate.Of(open.Today);
        var end = Text(until) is { } last ? Typed.Date("--until", last, problems) : null;
        var period = Text(length) is { } wording ? Typed.Length("--length", wording, problems) : null;
        FieldsException.ThrowFor(problems);
        return new NewAct(act, day!)
        {
            Until = end,
            Length = period,
            KeepsAnchor = act == Act.Renewed && asked.GetValue(keepAnchor),
            Note = Text(act is Act.Terminated or Act.Superseded ? by : note),
        };

        string? Text(Option<string?> option) =>
            asked.CommandResult.Command.Options.Contains(option) && asked.GetValue(option)?.Trim() is { Length: > 0 } text ? text : null;
    }
}

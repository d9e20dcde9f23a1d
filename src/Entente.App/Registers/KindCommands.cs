using System.CommandLine;
using System.Globalization;

using Entente.App.Keeping;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Registers;

/// <summary>What <c>register kind --json</c> prints.</summary>
public sealed record KindListView(IReadOnlyList<KindLine> Kinds, IReadOnlyList<UnknownWording> Unknown);

/// <summary>The kinds of a register: <c>register kind</c> and the commands below it.</summary>
internal sealed class KindCommands
{
    private readonly ByHand hand;
    private readonly Option<string?> name = new("--name") { Description = Wording.Of("register.kind-name"), HelpName = "NAME" };
    private readonly Option<string[]> wording = new("--wording") { Description = Wording.Of("option.wording"), HelpName = "TEXT" };
    private readonly Option<string[]> without = new("--without") { Description = Wording.Of("option.without"), HelpName = "TEXT" };

    private KindCommands(Terminal terminal) => hand = new ByHand(terminal);

    public static Command Make(Terminal terminal)
    {
        var list = new KindCommands(terminal);
        var command = list.hand.NewPlain("kind");
        command.SetAction((asked, stop) => list.hand.RunAsync(asked, (open, _) => list.AnswerAsync(open, asked, stop), stop, toRead: true));
        command.Add(new KindCommands(terminal).Add());
        command.Add(new KindCommands(terminal).Set());
        command.Add(new KindCommands(terminal).Remove());
        return command;
    }

    private Command Add()
    {
        var called = Commands.Argument("NAME");
        var command = New("add", Wording.Of("register.kind-add"), called, wording);
        Act(command, (open, asked, who, stop) => KindSettings.AddAsync(open, new KindEdit { Name = asked.GetRequiredValue(called), Wordings = asked.GetValue(wording) }, who, stop));
        return command;
    }

    private Command Set()
    {
        var kind = Commands.Argument("KIND");
        var command = New("set", Wording.Of("register.kind-set"), kind, name, wording, without);
        command.Validators.Add(asked =>
        {
            if (new Option[] { name, wording, without }.All(o => asked.GetResult(o) is null))
                asked.AddError(Wording.Of("usage.nothing-to-set"));
        });
        Act(command, (open, asked, who, stop) => KindSettings.ChangeAsync(open, asked.GetRequiredValue(kind), Edit(asked), who, stop));
        return command;
    }

    private Command Remove()
    {
        var kind = Commands.Argument("KIND");
        var command = New("remove", Wording.Of("register.kind-remove"), kind);
        Act(command, (open, asked, who, stop) => KindSettings.RemoveAsync(open, asked.GetRequiredValue(kind), who, stop));
        return command;
    }

    private Command New(string verb, string about, params Symbol[] parts)
    {
        var command = hand.NewVersioned(verb, parts);
        command.Description = about;
        return command;
    }

    private KindEdit Edit(ParseResult asked) => new()
    {
        Name = asked.GetValue(name),
        MoreWordings = asked.GetValue(wording) ?? [],
        FewerWordings = asked.GetValue(without) ?? [],
    };

    private void Act(Command command, Func<OpenRegister, ParseResult, Hand, CancellationToken, Task> act) =>
        command.SetAction((asked, stop) => hand.RunAsync(asked, async (open, who) =>
        {
            await ByHand.NamedAsync(field => field, async () =>
            {
                await act(open, asked, who, stop);
                return true;
            });
            await AnswerAsync(await open.AgainAsync(stop), asked, stop);
        }, stop));

    private async Task AnswerAsync(OpenRegister open, ParseResult asked, CancellationToken stop)
    {
        var list = await KindList.OfAsync(open, stop);
        if (hand.IsJson(asked))
        {
            hand.Terminal.Answer(Wire.Of(new KindListView(list.Kinds, list.Unknown)));
            return;
        }

        hand.Terminal.Table(
            [Wording.Of("register.kind"), Wording.Of("register.kind-called"), Wording.Of("register.kind-wordings"), Wording.Of("register.kind-agreements")],
            list.Kinds.Select(k => (IReadOnlyList<string>)[k.Code, k.Name, string.Join("; ", k.Wordings), Number(k.Agreements)]));
        foreach (var unknown in list.Unknown)
            hand.Terminal.Answer(Wording.Of("register.kind-unknown", Number(unknown.Agreements), unknown.Wording));
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

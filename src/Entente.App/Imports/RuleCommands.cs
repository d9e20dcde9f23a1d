using System.CommandLine;

using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>A decision on a wording as <c>register rule --json</c> prints it.</summary>
public sealed record RuleView(RuleField Field, string Printed, string Meaning, string Who, DateTimeOffset At)
{
    public static RuleView Of(ReadingRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new RuleView(rule.Field, rule.Printed, rule.Meaning, rule.By.Who, rule.By.At);
    }
}

/// <summary>What was decided on wordings of lists: <c>register rule</c> and the commands below it.</summary>
internal sealed class RuleCommands
{
    private readonly ByHand hand;

    private RuleCommands(Terminal terminal) => hand = new ByHand(terminal);

    public static Command Make(Terminal terminal)
    {
        var list = new RuleCommands(terminal);
        var command = list.hand.NewPlain("rule");
        command.SetAction((asked, stop) => list.hand.RunAsync(asked, (open, _) => list.AnswerAsync(open, asked, stop), stop, toRead: true));
        command.Add(new RuleCommands(terminal).Add());
        command.Add(new RuleCommands(terminal).Remove());
        return command;
    }

    private Command Add()
    {
        var (field, printed, meaning) = (Commands.Argument("FIELD"), Commands.Argument("TEXT"), Commands.Argument("MEANING"));
        meaning.Arity = ArgumentArity.ZeroOrOne;
        var command = hand.NewVersioned("add", field, printed, meaning);
        command.Description = Wording.Of("register.rule-add", string.Join(", ", Enum.GetValues<RuleField>().Select(Words.Kebab)));
        command.SetAction((asked, stop) => hand.RunAsync(asked, async (open, who) =>
        {
            await ByHand.NamedAsync(name => name, () => Rules.AddAsync(open, [new RuleEdit(asked.GetRequiredValue(field), asked.GetRequiredValue(printed), asked.GetValue(meaning) ?? "")], who, stop));
            await AnswerAsync(open, asked, stop);
        }, stop));
        return command;
    }

    private Command Remove()
    {
        var (field, printed) = (Commands.Argument("FIELD"), Commands.Argument("TEXT"));
        var command = hand.NewVersioned("remove", field, printed);
        command.Description = Wording.Of("register.rule-remove");
        command.SetAction((asked, stop) => hand.RunAsync(asked, async (open, who) =>
        {
            await Rules.RemoveAsync(open, asked.GetRequiredValue(field), asked.GetRequiredValue(printed), who, stop);
            await AnswerAsync(open, asked, stop);
        }, stop));
        return command;
    }

    private async Task AnswerAsync(OpenRegister open, ParseResult asked, CancellationToken stop)
    {
        var rules = await Rules.ListAsync(open, stop);
        if (hand.IsJson(asked))
            hand.Terminal.Answer(Wire.Of(rules.Select(RuleView.Of).ToList()));
        else if (rules.Count == 0)
            hand.Terminal.Answer(Wording.Of("register.rule-none"));
        else
        {
            hand.Terminal.Table(
                [Wording.Of("register.rule-field"), Wording.Of("register.rule-printed"), Wording.Of("register.rule-meaning"), Wording.Of("register.rule-who"), Wording.Of("register.rule-at")],
                rules.Select(r => (IReadOnlyList<string>)[Words.Kebab(r.Field), r.Printed, RuleWords.Meaning(r), r.By.Who, Shown.Instant(r.By.At)]));
        }
    }
}

using System.CommandLine;

using Entente.App.Shell;

namespace Entente.App.Keeping;

/// <summary>To enter an agreement, and to correct one.</summary>
internal sealed class EditCommands
{
    private readonly ByHand hand;
    private readonly Argument<string> number = Commands.Argument("NUMBER");
    private readonly FieldOptions fields = new();

    private EditCommands(Terminal terminal) => hand = new ByHand(terminal);

    public static IEnumerable<Command> Make(Terminal terminal) => [new EditCommands(terminal).Add(), new EditCommands(terminal).Edit()];

    private Command Add()
    {
        var command = hand.New("add", [.. fields.ToEnter]);
        fields.Check(command, fields.ToEnter);
        command.SetAction((asked, stop) => hand.ActAsync(asked, (open, who) => ByHand.NamedAsync(
            FieldOptions.OfEntered, () => Keeping.AddAsync(open, fields.Entered(asked), who, stop)), stop));
        return command;
    }

    private Command Edit()
    {
        var command = hand.New("edit", [number, .. fields.ToCorrect]);
        fields.Check(command, fields.ToCorrect);
        command.SetAction((asked, stop) => hand.ActAsync(asked, (open, who) => ByHand.NamedAsync(
            FieldOptions.OfCorrected, () => Keeping.CorrectAsync(open, asked.GetRequiredValue(number), fields.Corrected(asked), who, stop)), stop));
        return command;
    }
}

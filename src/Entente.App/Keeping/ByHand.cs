using System.CommandLine;

using Entente.App.Agreements;
using Entente.App.Imports;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Keeping;

/// <summary>What the commands that keep the register have in common: who acts and why, the question before what can be confirmed, and the answer.</summary>
internal sealed class ByHand(Terminal terminal)
{
    private const int Failed = 1;

    private readonly DataPlace place = new();
    private readonly Option<string?> reason = Commands.Text("--reason", "TEXT");
    private readonly Option<bool> yes = new("--yes") { Description = Wording.Of("keep.yes") };
    private readonly Option<int?> ifVersion = Commands.Number("--if-version");

    public Command New(string name, params Symbol[] parts) =>
        Commands.New(name, [.. parts, reason, yes, ifVersion, place.Register, place.Data, place.Json]);

    /// <summary>For what is not about one agreement.</summary>
    public Command NewPlain(string name, params Symbol[] parts) => Commands.New(name, [.. parts, place.Register, place.Data, place.Json]);

    /// <summary>As <see cref="NewPlain"/>, with a reason.</summary>
    public Command NewWithReason(string name, params Symbol[] parts) => Commands.New(name, [.. parts, reason, place.Register, place.Data, place.Json]);

    /// <summary>As <see cref="NewPlain"/>, for a step of a list under review.</summary>
    public Command NewStep(string name, params Symbol[] parts) => NewPlain(name, [.. parts, ifVersion]);

    /// <summary>As <see cref="NewWithReason"/>, for what has versions.</summary>
    public Command NewVersioned(string name, params Symbol[] parts) => NewWithReason(name, [.. parts, ifVersion]);

    /// <summary>For what asks before it is done.</summary>
    public Option<bool> Yes => yes;

    public Terminal Terminal { get; } = terminal;

    public bool IsJson(ParseResult asked) => place.IsJson(asked);

    public string FolderOf(ParseResult asked) => place.PathOf(asked);

    public Hand HandOf(ParseResult asked)
    {
        var why = asked.CommandResult.Command.Options.Contains(reason) ? asked.GetValue(reason)?.Trim() : null;
        var options = asked.CommandResult.Command.Options;
        return new Hand(
            Environment.UserName, string.IsNullOrEmpty(why) ? null : why,
            options.Contains(ifVersion) ? asked.GetValue(ifVersion) : null, options.Contains(yes) && asked.GetValue(yes));
    }

    /// <summary>Runs an act on one agreement and shows the agreement after it.</summary>
    public Task<int> ActAsync(ParseResult asked, Func<OpenRegister, Hand, Task<Agreement>> act, CancellationToken stop) =>
        RunAsync(asked, async (open, hand) =>
        {
            var agreement = await ConfirmedAsync(hand, h => act(open, h), stop);
            await ShowCommand.AnswerAsync(Terminal, open, agreement.Number, open.Today, IsJson(asked), stop);
        }, stop);

    /// <summary>What is wrong with what was typed is said line by line, before anything is written.</summary>
    public async Task<int> RunAsync(ParseResult asked, Func<OpenRegister, Hand, Task> run, CancellationToken stop, bool toRead = false)
    {
        try
        {
            await using var open = toRead
                ? await place.OpenAsync(asked, Terminal, stop)
                : await OpenRegister.OpenAsync(place.Folder(asked, Terminal, create: false), place.NameOf(asked), Terminal.Clock, stop);
            open.Progress = new ProgressSaid(Terminal);
            await run(open, HandOf(asked));
            return 0;
        }
        catch (FieldsException wrong)
        {
            foreach (var problem in wrong.Problems)
                Terminal.Say(Wording.Of("keep.field", problem.Field, Wording.Of(problem)));
        }
        catch (ObjectionException objected)
        {
            Object(objected);
        }

        return Failed;
    }

    /// <summary>A problem is told by the option that it was typed with.</summary>
    public static async Task<T> NamedAsync<T>(Func<string, string> option, Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (FieldsException wrong)
        {
            throw new FieldsException([.. wrong.Problems.Select(p => p with { Field = $"--{option(p.Field)}" })]);
        }
    }

    /// <summary>What speaks against an act, and can be confirmed, is asked about.</summary>
    public async Task<T> ConfirmedAsync<T>(Hand hand, Func<Hand, Task<T>> act, CancellationToken stop)
    {
        try
        {
            return await act(hand);
        }
        catch (ObjectionException objected) when (objected.CanBeConfirmed)
        {
            Object(objected);
        }

        if (!await Terminal.AgreesAsync(Wording.Of("keep.ask"), stop))
            throw new RefusedException("keep.not-confirmed");
        return await act(hand with { IsConfirmed = true });
    }

    private void Object(ObjectionException objected)
    {
        foreach (var objection in objected.Objections)
            Terminal.Say(Wording.Of(objection));
    }
}

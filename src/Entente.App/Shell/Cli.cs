using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

using Entente.App.Agreements;
using Entente.App.Dates;
using Entente.App.Exports;
using Entente.App.Findings;
using Entente.App.Imports;
using Entente.App.Keeping;
using Entente.App.Partners;
using Entente.App.Registers;
using Entente.App.Sources;
using Entente.App.Statistics;
using Entente.Core;
using Entente.Store;

namespace Entente.App.Shell;

/// <summary>The one way into every command. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.</summary>
public static class Cli
{
    private const int Failed = 1, WrongUsage = 2;

    public static Task<int> RunAsync(
        IReadOnlyList<string> args, TextReader input, TextWriter output, TextWriter error, TimeProvider clock, CancellationToken stop = default) =>
        RunAsync(args, new Terminal(input, output, error, clock), stop);

    internal static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken stop = default)
    {
        var asked = Root(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (Mistakes.UnknownOption(asked) is { } unknown)
        {
            Mistakes.Explain(asked, terminal, unknown);
            return WrongUsage;
        }

        if (asked.Action is ParseErrorAction)
        {
            Mistakes.Explain(asked, terminal);
            return WrongUsage;
        }

        Shown.Begin();
        try
        {
            return await asked.InvokeAsync(
                new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false }, stop);
        }
        catch (RefusedException refused)
        {
            terminal.Say(Wording.Of(refused));
            return IsWrongUsage(refused) ? WrongUsage : Failed;
        }
        catch (OperationCanceledException)
        {
            terminal.Say(Wording.Of("message.stopped"));
        }
        catch (Exception e) when (Refusals.Of(e) is { } refused)
        {
            terminal.Say(Wording.Of(refused.Arguments.Count > 0 ? refused : new RefusedException(refused.Code, DataPlace.PathNamed(asked))));
        }
        catch (Exception fault)
        {
            terminal.Say(IsDebugging ? fault.ToString() : Wording.Of("message.fault", fault.GetType().Name, OneLine(fault.Message)));
        }

        return Failed;
    }

    /// <summary>Every command, in the order in which help lists them.</summary>
    public static IReadOnlyList<string> Names(TimeProvider clock) =>
        [.. Root(new Terminal(TextReader.Null, TextWriter.Null, TextWriter.Null, clock)).Subcommands.Select(c => c.Name)];

    /// <summary>What only the register could tell to be mistyped.</summary>
    private static bool IsWrongUsage(RefusedException refused) => refused.Code is "country.unknown" or "kind.unknown";

    private static bool IsDebugging => Environment.GetEnvironmentVariable("ENTENTE_DEBUG") == "1";

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand(Wording.Of("command.entente"));
        foreach (var command in (Command[])
        [
            DemoCommand.Make(terminal), ReadCommand.Make(terminal), ImportCommand.Make(terminal), EditionsCommand.Make(terminal), .. ReviewCommands.Make(terminal),
            ListCommand.Make(terminal), ShowCommand.Make(terminal), CountCommand.Make(terminal), FindCommand.Make(terminal),
            .. EditCommands.Make(terminal), .. ActCommands.Make(terminal), .. BinCommands.Make(terminal),
            FindingCommands.Make(terminal), RorCommands.Make(terminal), PartnerCommands.Make(terminal), RegisterCommands.Make(terminal), VerifyCommand.Make(terminal),
            ExportCommand.Make(terminal), ServeCommand.Make(terminal), EdtfCommand.Make(terminal),
        ])
            root.Add(command);

        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    private static string OneLine(string text)
    {
        const int most = 200;
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= most ? line : line[..most] + "…";
    }
}

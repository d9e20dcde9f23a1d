using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Entente.App.Shell;

internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Terminal.Write(() => Show(parseResult));
        return 0;
    }

    private void Show(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var name = command is RootCommand ? "entente" : command.Name;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(Wording.Of("help.examples"));
        foreach (var line in Examples(command, name).ReplaceLineEndings("\n").Split('\n'))
            output.WriteLine($"  {line}");
    }

    /// <summary>Commands of several commands may be called alike: register set, and register kind set.</summary>
    private static string Examples(Command command, string name) =>
        (command.Parents.FirstOrDefault() is Command parent ? Wording.Find($"examples.{parent.Name}-{name}") : null) ?? Wording.Of($"examples.{name}");
}

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
        foreach (var line in Wording.Of($"examples.{name}").ReplaceLineEndings("\n").Split('\n'))
            output.WriteLine($"  {line}");
    }
}

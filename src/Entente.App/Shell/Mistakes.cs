using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

using Entente.Core.Reading;

namespace Entente.App.Shell;

/// <summary>Wrong usage: what is wrong, what may have been meant, and where help is. On standard error, for standard output is for answers.</summary>
internal static class Mistakes
{
    public static void Explain(ParseResult asked, Terminal terminal)
    {
        var command = asked.CommandResult.Command;
        if (asked.Tokens.Count == 0)
            ShowHelp(asked, terminal);
        else if (asked.UnmatchedTokens.Count > 0)
            terminal.Say(Unknown(asked.UnmatchedTokens[0], command));
        else
            terminal.Say(string.Join(' ', asked.Errors.Select(e => e.Message).Distinct()));
        terminal.Say(Wording.Of("message.see-help", command is RootCommand ? "" : command.Name + " "));
    }

    private static void ShowHelp(ParseResult asked, Terminal terminal)
    {
        asked.InvocationConfiguration.Output = terminal.Error;
        var help = asked.RootCommandResult.Command.Options.OfType<HelpOption>().Single();
        ((HelpWithExamples)help.Action!).Invoke(asked);
    }

    private static string Unknown(string token, Command command)
    {
        var isOption = token.StartsWith('-');
        var known = isOption ? command.Options.Select(o => o.Name) : command.Subcommands.Select(c => c.Name);
        var most = Math.Max(2, token.Length / 3);
        var closest = known.Select(name => (Name: name, Distance: NameWords.Distance(token, name, most))).OrderBy(k => k.Distance).FirstOrDefault();
        var isLikely = closest.Name is not null && closest.Distance <= most;
        var what = isOption ? "option" : command.Subcommands.Count > 0 ? "command" : "word";
        return isLikely ? Wording.Of($"usage.no-{what}-but", token, closest.Name!) : Wording.Of($"usage.no-{what}", token);
    }
}

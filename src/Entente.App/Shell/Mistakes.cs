using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

using Entente.Core.Reading;

namespace Entente.App.Shell;

/// <summary>Wrong usage: what is wrong, what may have been meant, and where help is. On standard error, for standard output is for answers.</summary>
internal static class Mistakes
{
    /// <summary>The first word that looks like an option and is none. Without this it would be taken for a word to search by.</summary>
    public static string? UnknownOption(ParseResult asked)
    {
        if (asked.Action is HelpWithExamples)
            return null;
        var words = asked.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).ToHashSet();
        return asked.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash)
            .FirstOrDefault(t => t.Type == TokenType.Argument && IsLikeOption(t.Value) && (t.Value.StartsWith("--", StringComparison.Ordinal) || words.Contains(t)))?.Value;
    }

    public static void Explain(ParseResult asked, Terminal terminal, string? unknownOption = null)
    {
        var command = asked.CommandResult.Command;
        // What a word that is no command is followed by is not told of.
        if (unknownOption is not null && (command.Subcommands.Count == 0 || asked.UnmatchedTokens.FirstOrDefault(unknownOption) == unknownOption))
            terminal.Say(Unknown(unknownOption, command));
        else if (asked.Tokens.Count == 0)
            ShowHelp(asked, terminal);
        else if (asked.UnmatchedTokens.Count > 0)
            terminal.Say(Mistyped(asked) is { } mistyped ? Unknown(mistyped, command) : Unknown(asked.UnmatchedTokens[0], command));
        else
            terminal.Say(string.Join(' ', asked.Errors.Select(e => e.Message).Distinct()));
        terminal.Say(Wording.Of("message.see-help", PathOf(command)));
    }

    /// <summary>A command of a command that was taken for the word that may stand before it; null where none is near.</summary>
    private static string? Mistyped(ParseResult asked)
    {
        var word = asked.CommandResult.Command.Subcommands.Count == 0 ? null : asked.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).FirstOrDefault()?.Value;
        return word is not null && asked.CommandResult.Command.Subcommands.Any(c => IsNear(word, c.Name)) ? word : null;
    }

    /// <summary>Also for a command of a command: "findings dismiss ".</summary>
    private static string PathOf(Command command) =>
        command is RootCommand ? "" : $"{string.Concat(command.Parents.OfType<Command>().Select(PathOf))}{command.Name} ";

    private static void ShowHelp(ParseResult asked, Terminal terminal)
    {
        asked.InvocationConfiguration.Output = terminal.Error;
        var help = asked.RootCommandResult.Command.Options.OfType<HelpOption>().Single();
        ((HelpWithExamples)help.Action!).Invoke(asked);
    }

    private static string Unknown(string token, Command command)
    {
        var isOption = IsLikeOption(token);
        IReadOnlyList<string> known = [.. isOption ? command.Options.Where(o => !o.Hidden).Select(o => o.Name).Append("--help") : command.Subcommands.Select(c => c.Name)];
        var typed = isOption ? token.Split('=', 2)[0] : token;
        // It stands where an option before it expects its value.
        if (isOption && known.Contains(typed))
            return Wording.Of("usage.option-as-value", token);
        var closest = known.OrderBy(name => Distance(typed, name)).FirstOrDefault();
        var isLikely = closest is not null && IsNear(typed, closest);
        var what = isOption ? command.Arguments.Count > 0 ? "option-or-word" : "option" : command.Subcommands.Count > 0 ? "command" : "word";
        return isLikely ? Wording.Of($"usage.no-{what}-but", token, closest!) : Wording.Of($"usage.no-{what}", token);
    }

    private static bool IsNear(string typed, string name) => Distance(typed, name) <= Most(typed);

    private static int Distance(string typed, string name) => NameWords.Distance(typed, name, Most(typed));

    private static int Most(string typed) => Math.Max(2, typed.Length / 3);

    private static bool IsLikeOption(string token) => token.Length > 1 && token[0] == '-';
}

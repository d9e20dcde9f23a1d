using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

using Entente.App.Dates;
using Entente.Edtf;

namespace Entente.App.Shell;

/// <summary>What commands have in common: where their words are, and the options that several of them take.</summary>
internal static class Commands
{
    public static Command New(string name, params ReadOnlySpan<Symbol> parts)
    {
        var command = new Command(name, Wording.Of($"command.{name}"));
        foreach (var part in parts)
        {
            if (part is Argument argument)
                command.Add(argument);
            else
                command.Add((Option)part);
        }

        return command;
    }

    public static Argument<string> Argument(string name) => new(name) { Description = Wording.Of($"argument.{name.ToLowerInvariant()}") };

    public static Argument<string[]> Words(bool isNeeded) => new("WORDS")
    {
        Description = Wording.Of("argument.words"),
        Arity = isNeeded ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore,
    };

    public static Option<bool> Flag(string name) => new(name) { Description = About(name) };

    public static Option<string?> Text(string name, string value) => new(name) { Description = About(name), HelpName = value };

    public static Option<bool> Json() => Flag("--json");

    public static Option<int?> Number(string name)
    {
        var option = new Option<int?>(name) { Description = About(name), HelpName = "N" };
        option.Validators.Add(asked =>
        {
            if (asked.Tokens is [{ Value: var text }, ..] && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                asked.AddError(Wording.Of("usage.no-number", text));
        });
        return option;
    }

    /// <summary>A name of the vocabulary, in kebab case.</summary>
    public static Option<T?> OneOf<T>(string name)
        where T : struct, Enum => new(name)
        {
            Description = About(name),
            HelpName = string.Join('|', Enum.GetNames<T>().Select(Core.Words.Kebab)),
            CustomParser = asked =>
            {
                var text = asked.Tokens[^1].Value;
                if (Core.Words.Parse<T>(text) is { } value)
                    return value;
                asked.AddError(Wording.Of("usage.one-of", text, string.Join(", ", Enum.GetNames<T>().Select(Core.Words.Kebab))));
                return null;
            },
        };

    /// <summary>An EDTF date. Which of its days counts, when it has many, is the asker's matter.</summary>
    public static Option<EdtfDate?> Date(string name) => new(name)
    {
        Description = About(name),
        HelpName = "DAY",
        CustomParser = ReadDate,
    };

    private static EdtfDate? ReadDate(ArgumentResult asked)
    {
        var text = asked.Tokens[^1].Value;
        if (EdtfDate.TryParse(text, out var sure) && sure.Qualification != EdtfQualification.None)
        {
            asked.AddError(Wording.Of("usage.unsure-day", text));
            return null;
        }

        if (ChosenDay.Date(text) is { } date)
            return date;
        asked.AddError(ChosenDay.WhyNot(text));
        return null;
    }

    private static string About(string option) => Wording.Of($"option.{option.TrimStart('-')}");
}

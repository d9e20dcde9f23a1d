using System.CommandLine;

using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Keeping;

/// <summary>The fields of an agreement as options: to enter one, and to correct one.</summary>
internal sealed class EditCommands
{
    private readonly ByHand hand;
    private readonly Argument<string> number = Commands.Argument("NUMBER");
    private readonly Option<string[]> partner = new("--partner") { Description = Wording.Of("option.partner"), HelpName = "NAME" };
    private readonly Option<string[]> country = new("--country") { Description = Wording.Of("keep.country"), HelpName = "CC" };
    private readonly Option<string?> kind = new("--kind") { Description = Wording.Of("keep.kind"), HelpName = "KIND" };
    private readonly Option<string?> signed = Commands.Text("--signed", "DAY");
    private readonly Option<string?> until = Commands.Text("--until", "DAY");
    private readonly Option<string?> length = Commands.Text("--length", "LENGTH");
    private readonly Option<string?> term = Commands.Text("--term", "TERM");
    private readonly Option<string?> end = Commands.Text("--end", "DAY");
    private readonly Option<string?> title = Commands.Text("--title", "TEXT");
    private readonly Option<string?> subject = Commands.Text("--subject", "TEXT");
    private readonly Option<string?> reference = Commands.Text("--reference", "TEXT");
    private readonly Option<string?> note = Commands.Text("--note", "TEXT");

    private EditCommands(Terminal terminal) => hand = new ByHand(terminal);

    public static IEnumerable<Command> Make(Terminal terminal) => [new EditCommands(terminal).Add(), new EditCommands(terminal).Edit()];

    private Command Add()
    {
        var command = hand.New("add", partner, country, kind, signed, until, length, title, subject, reference, note);
        command.Validators.Add(asked =>
        {
            if (asked.GetValue(until) is not null && asked.GetValue(length) is not null)
                asked.AddError(Wording.Of("usage.until-or-length"));
        });
        command.SetAction((asked, stop) => hand.ActAsync(asked, (open, who) => ByHand.NamedAsync(
            Entered, () => Keeping.AddAsync(open, Fields(asked, signed, until, length), who, stop)), stop));
        return command;
    }

    private Command Edit()
    {
        Option[] fields = [partner, country, kind, term, end, title, subject, reference, note];
        var command = hand.New("edit", [number, .. fields]);
        command.Validators.Add(asked =>
        {
            if (fields.All(f => asked.GetResult(f) is null))
                asked.AddError(Wording.Of("usage.nothing-to-correct"));
        });
        command.SetAction((asked, stop) => hand.ActAsync(asked, (open, who) => ByHand.NamedAsync(
            Corrected, () => Keeping.CorrectAsync(open, asked.GetRequiredValue(number), Fields(asked, null, end, term), who, stop)), stop));
        return command;
    }

    private static string Entered(string field) => field switch { "event-1-on" => "signed", "end" => "until", "term" => "length", _ => Corrected(field) };

    /// <summary>partner-2-country is typed as the second country.</summary>
    private static string Corrected(string field) => field.Split('-') is ["partner", _, var part] ? part == "name" ? "partner" : part : field;

    private AgreementEdit Fields(ParseResult asked, Option<string?>? first, Option<string?> last, Option<string?> howLong) => new()
    {
        Parties = Partners(asked.GetValue(partner) ?? [], asked.GetValue(country) ?? []),
        Kinds = asked.GetValue(kind)?.Split(';'),
        Events = first is not null && asked.GetValue(first) is { } day ? [new EventEdit(Words.Kebab(Act.Signed), day)] : null,
        Term = InWords(asked.GetValue(howLong)),
        End = asked.GetValue(last),
        Title = asked.GetValue(title),
        Subject = asked.GetValue(subject),
        Reference = asked.GetValue(reference),
        Note = asked.GetValue(note),
    };

    /// <summary>The first country is that of the first partner, the second of the second.</summary>
    private static List<PartyEdit>? Partners(string[] names, string[] countries) => names.Length + countries.Length == 0 ? null
        : [.. Enumerable.Range(0, Math.Max(names.Length, countries.Length)).Select(i => new PartyEdit(names.ElementAtOrDefault(i), countries.ElementAtOrDefault(i)))];

    /// <summary>P5Y is kept as 5 years: as a list would print it.</summary>
    private static string? InWords(string? typed) => typed is not null && Length.TryParse(typed.Trim().ToUpperInvariant(), out var iso) ? Shown.Length(iso.Value.ToString()) : typed;
}

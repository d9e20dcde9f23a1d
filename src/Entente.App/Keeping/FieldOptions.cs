using System.CommandLine;

using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Keeping;

/// <summary>The fields of an agreement as options: to enter one, to correct one, and to correct what was read of one.</summary>
internal sealed class FieldOptions
{
    private readonly Option<string[]> partner = new("--partner") { Description = Wording.Of("option.partner"), HelpName = "NAME" };
    private readonly Option<string[]> country = new("--country") { Description = Wording.Of("keep.country"), HelpName = "CC" };
    private readonly Option<string?> kind = new("--kind") { Description = Wording.Of("keep.kind"), HelpName = "KIND" };
    private readonly Option<string?> until = Commands.Text("--until", "DAY");
    private readonly Option<string?> length = Commands.Text("--length", "LENGTH");
    private readonly Option<string?> term = Commands.Text("--term", "TERM");
    private readonly Option<string?> end = Commands.Text("--end", "DAY");
    private readonly Option<string?> title = Commands.Text("--title", "TEXT");
    private readonly Option<string?> subject = Commands.Text("--subject", "TEXT");
    private readonly Option<string?> reference = Commands.Text("--reference", "TEXT");
    private readonly Option<string?> note = Commands.Text("--note", "TEXT");

    public Option<string?> Signed { get; } = Commands.Text("--signed", "DAY");

    public IReadOnlyList<Option> ToEnter => [partner, country, kind, Signed, until, length, title, subject, reference, note];

    public IReadOnlyList<Option> ToCorrect => [partner, country, kind, term, end, title, subject, reference, note];

    public void Check(Command command, IReadOnlyList<Option> fields) => command.Validators.Add(asked =>
    {
        if (fields.Contains(until) && asked.GetResult(until) is not null && asked.GetResult(length) is not null)
            asked.AddError(Wording.Of("usage.until-or-length"));
        if (!fields.Contains(until) && fields.All(f => asked.GetResult(f) is null))
            asked.AddError(Wording.Of("usage.nothing-to-correct"));
    });

    public AgreementEdit Entered(ParseResult asked) => Fields(asked, until, length) with
    {
        Events = asked.GetValue(Signed) is { } day ? [new EventEdit(Words.Kebab(Act.Signed), day)] : null,
    };

    public AgreementEdit Corrected(ParseResult asked) => Fields(asked, end, term);

    /// <summary>The option of a field of what is entered.</summary>
    public static string OfEntered(string field) => field switch { "end" => "until", "term" => "length", _ => OfCorrected(field) };

    /// <summary>partner-2-country is typed as the second country.</summary>
    public static string OfCorrected(string field) => field.Split('-') switch
    {
        ["partner", _, var part] => part == "name" ? "partner" : part,
        ["event", ..] => "signed",
        _ => field,
    };

    private AgreementEdit Fields(ParseResult asked, Option<string?> last, Option<string?> howLong) => new()
    {
        Parties = Partners(asked.GetValue(partner) ?? [], asked.GetValue(country) ?? []),
        Kinds = asked.GetValue(kind)?.Split(';'),
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

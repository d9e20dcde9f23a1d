using Entente.App.Design;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Keeping;

/// <summary>The fields of an agreement as a form has them: partner-1-name, kind-2-text, event-1-on, term …</summary>
internal static class TypedAgreement
{
    /// <summary>What someone else may have changed as a whole: its name, its fields, and what it says.</summary>
    private static readonly (string Name, Func<string, bool> Has, Func<AgreementEdit, string> Text)[] groups =
    [
        ("partner", f => f.StartsWith("partner-", StringComparison.Ordinal), e => Lines(e.Parties!.Select(PartnerText))),
        ("kind", f => f.StartsWith("kind-", StringComparison.Ordinal), e => Lines(e.Kinds!)),
        ("acts", f => f.StartsWith("event-", StringComparison.Ordinal), e => Lines(e.Events!.Select(EventText))),
        ("term", f => f == "term", e => e.Term!), ("end", f => f == "end", e => e.End!),
        ("state", f => f == "state", e => Words.Parse<PrintedState>(e.State) is { } state ? PageWords.Say($"state.{Words.Kebab(state)}") : e.State!),
        ("title", f => f == "title", e => e.Title!), ("reference", f => f == "reference", e => e.Reference!),
        ("subject", f => f == "subject", e => e.Subject!), ("note", f => f == "note", e => e.Note!),
    ];

    public static AgreementEdit Read(Entry entry) => new()
    {
        Parties = [.. At(entry, "partner", at => PartyEdit.Field(at, "out")).Select(at => at is null ? PartyEdit.Out : Partner(entry, at.Value))],
        Kinds = [.. Enumerable.Range(1, entry.Count("kind")).Select(at => entry.Value($"kind-{at}-text"))],
        Events = [.. At(entry, "event", at => EventEdit.Field(at, "out")).Select(at => at is null ? EventEdit.Out : Happened(entry, at.Value))],
        Term = entry.Value("term"),
        End = entry.Value("end"),
        State = entry.Value("state"),
        Title = entry.Value("title"),
        Reference = entry.Value("reference"),
        Subject = entry.Value("subject"),
        Note = entry.Value("note"),
    };

    /// <summary>Field by field, what was there when the form was opened, what is there now, and what was typed.</summary>
    public static IReadOnlyList<ThreeWays> Compare(Facts seen, Facts now, AgreementEdit typed)
    {
        var (was, isNow) = (AgreementEdit.Of(seen), AgreementEdit.Of(now));
        return [.. groups.Select(g => new ThreeWays(Wording.Of($"field.{g.Name}"), g.Text(was).Trim(), g.Text(isNow).Trim(), g.Text(typed).ReplaceLineEndings("\n").Trim()))];
    }

    /// <summary>What the person left as it was is shown as someone else made it; what was typed stays.</summary>
    public static void TakeOver(Entry entry, IReadOnlyList<ThreeWays> compared)
    {
        foreach (var (group, ways) in groups.Zip(compared).Where(g => !g.Second.IsTouched))
            entry.Forget(group.Has);
    }

    /// <summary>The numbers of a list of fields; null where one is to be taken out.</summary>
    private static IEnumerable<int?> At(Entry entry, string list, Func<int, string> takesOut) =>
        Enumerable.Range(1, entry.Count(list)).Select(at => entry.IsTicked(takesOut(at)) ? null : (int?)at);

    private static PartyEdit Partner(Entry entry, int at)
    {
        return new PartyEdit(Of("name"), Of("country"), Of("unit"), Of("city"));

        string Of(string part) => entry.Value(PartyEdit.Field(at, part));
    }

    private static EventEdit Happened(Entry entry, int at)
    {
        return new EventEdit(Of("act"), Of("on"), Of("until"), Of("note"), Of("from"));

        string Of(string part) => entry.Value(EventEdit.Field(at, part));
    }

    private static string PartnerText(PartyEdit party) => Joined(", ", party.Name, party.Unit, party.City, party.Country);

    private static string EventText(EventEdit happened) => Joined(
        " ", Words.Parse<Act>(happened.Act) is { } act && happened != EventEdit.Out ? Wording.Of("act", act) : null, Shown.Date(happened.On.Trim()),
        string.IsNullOrWhiteSpace(happened.From) ? null : PageWords.Say("facts.from", happened.From.Trim()),
        string.IsNullOrWhiteSpace(happened.Until) ? null : PageWords.Say("facts.until", happened.Until.Trim()), happened.Note);

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => l.Trim()).Where(l => l.Length > 0));

    private static string Joined(string between, params IEnumerable<string?> parts) => string.Join(between, parts.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.Trim()));
}

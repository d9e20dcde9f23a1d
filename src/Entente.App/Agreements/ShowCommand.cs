using System.CommandLine;
using System.Text;

using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Agreements;

internal static class ShowCommand
{
    public static Command Make(Terminal terminal)
    {
        var place = new DataPlace();
        var number = Commands.Argument("NUMBER");
        var command = Commands.New("show", number, place.On, place.Register, place.Data, place.Json);
        command.SetAction((asked, stop) => ShowAsync(terminal, place, asked, asked.GetRequiredValue(number), stop));
        return command;
    }

    private static async Task<int> ShowAsync(Terminal terminal, DataPlace place, ParseResult asked, string number, CancellationToken stop)
    {
        await using var open = await place.OpenAsync(asked, terminal, stop);
        var file = await AgreementQueries.FindAsync(open, number, place.DayOf(asked, terminal, open), stop)
            ?? throw new RefusedException("agreement.none", number, open.Register.Name);
        if (asked.GetValue(place.Json))
            terminal.Answer(AgreementJson.Of(file));
        else
            Write(terminal, file);
        return 0;
    }

    private static void Write(Terminal terminal, AgreementFile file)
    {
        var facts = file.Agreement.Facts;
        if (facts.Title is { } title)
            terminal.Answer(title);
        foreach (var party in facts.Parties)
            terminal.Answer(Partner(party));
        terminal.Answer(Wording.Of("show.kinds", string.Join(", ", facts.Kinds.Select(k => k.Text))));
        foreach (var happened in facts.Events)
            terminal.Answer(Wording.Of("show.event", Wording.Of("act", happened.Act), happened.On?.ToString() ?? "", happened.Text));
        if (facts.Term.Text is { } term)
            terminal.Answer(Wording.Of("show.term", term));
        terminal.Answer(Wording.Of("show.ends", AgreementTable.End(facts.Ends)));
        terminal.Answer(Wording.Of("show.standing", file.Standing.On.ToString(), Wording.Of("standing", file.Standing.Kind)));
        foreach (var step in file.Standing.Steps)
            terminal.Answer(Wording.Of(step.IsAssumption ? "show.assumption" : "show.step", At(Wording.Of(step), Where(step.Places))));
        foreach (var finding in file.Findings)
            terminal.Answer(Wording.Of("show.finding", Wording.Of("severity", finding.Severity), Wording.Of(finding.Finding)));
        if (file is { Edition: { } edition, Row: { } row })
            terminal.Answer(Wording.Of("show.source", edition.SourceName, Where(row.Places), row.Text));
        foreach (var change in file.Changes)
            terminal.Answer(Wording.Of("show.change", Shown.Instant(change.At), Wording.Of($"change.{change.Act}"), change.Who));
    }

    private static string At(string text, string where) => where.Length == 0 ? text : Wording.Of("show.at", text, where);
    /// <summary>Without a comma before what is not there.</summary>
    private static string Partner(Party party) =>
        string.Join(", ", new[] { party.Name, Shown.Country(party.Country), party.Unit }.Where(p => !string.IsNullOrEmpty(p)));

    private static string Where(IReadOnlyList<Place> places) => string.Join("; ", places.Select(Shown.Place).Where(p => p.Length > 0).Distinct());
}

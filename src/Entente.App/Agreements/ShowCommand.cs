using System.CommandLine;
using System.Text;

using Entente.App.Imports;
using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;
using Entente.Edtf;

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
        await AnswerAsync(terminal, open, number, place.DayOf(asked, terminal, open), asked.GetValue(place.Json), stop);
        return 0;
    }

    public static async Task AnswerAsync(Terminal terminal, OpenRegister open, string number, Day on, bool asJson, CancellationToken stop)
    {
        var file = await AgreementQueries.FindAsync(open, number, on, stop)
            ?? throw new RefusedException("agreement.none", number, open.Register.Name);
        file = await AgreementQueries.WithRowAsync(open, file, stop);
        var history = (await History.OfAsync(open.Db, file.Agreement.Id, stop)).Reverse().ToList();
        if (asJson)
            terminal.Answer(AgreementJson.Of(file, history));
        else
            Write(terminal, file, history);
    }

    private static void Write(Terminal terminal, AgreementFile file, IReadOnlyList<HistoryLine> history)
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
        foreach (var finding in file.Findings.Where(f => f.State == FindingState.Open))
            terminal.Answer(Wording.Of("show.finding", Wording.Of("severity", finding.Severity), Wording.Of(finding.Finding)));
        if (facts.Note is { } note)
            terminal.Answer(Wording.Of("show.note", note));
        if (file is { Edition: { } edition, Row: { } row })
            terminal.Answer(Wording.Of("show.source", edition.SourceName, Where(row.Places), row.Text));
        foreach (var line in history)
            WriteLine(terminal, line);
    }

    private static void WriteLine(Terminal terminal, HistoryLine line)
    {
        var change = line.Change;
        var act = Wording.Of($"change.{change.Act}");
        terminal.Answer(change.Why is { Length: > 0 } why
            ? Wording.Of("show.change-why", Shown.Instant(change.At), act, change.Who, why)
            : Wording.Of("show.change", Shown.Instant(change.At), act, change.Who));
        foreach (var field in line.Fields)
            terminal.Answer(Wording.Of("show.difference", Capital(FactWords.Name(field.Field)), OrEmpty(field.Was), OrEmpty(field.Is)));
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string OrEmpty(string text) => text.Length > 0 ? text : Wording.Of("show.empty");

    private static string At(string text, string where) => where.Length == 0 ? text : Wording.Of("show.at", text, where);
    /// <summary>Without a comma before what is not there.</summary>
    private static string Partner(Party party) =>
        string.Join(", ", new[] { party.Name, Shown.Country(party.Country), party.Unit }.Where(p => !string.IsNullOrEmpty(p)));

    private static string Where(IReadOnlyList<Place> places) => string.Join("; ", places.Select(Shown.Place).Where(p => p.Length > 0).Distinct());
}

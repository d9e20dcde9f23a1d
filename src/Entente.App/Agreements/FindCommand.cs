using System.CommandLine;

using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Edtf;

namespace Entente.App.Agreements;

public sealed record HitView(
    double Score, string Number, IReadOnlyList<string> Partners, IReadOnlyList<string> Countries, IReadOnlyList<string> Kinds,
    string? Begins, EndsView Ends, Core.StandingKind Standing, string Because)
{
    public static HitView Of(Hit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        var a = AgreementView.Of(hit.At);
        return new HitView(hit.Score, a.Number, a.Partners, a.Countries, a.Kinds, a.Begins, a.Ends, a.Standing, a.Because);
    }
}

/// <summary>What <c>find --json</c> prints: the best hit first.</summary>
public sealed record HitsView(string Words, Day On, IReadOnlyList<HitView> Hits);

internal static class FindCommand
{
    private const int MostHits = 20;

    public static Command Make(Terminal terminal)
    {
        var place = new DataPlace();
        var words = Commands.Words(isNeeded: true);
        var limit = Commands.Number("--limit");
        var command = Commands.New("find", words, limit, place.On, place.Register, place.Data, place.Json);
        command.SetAction((asked, stop) =>
            FindAsync(terminal, place, asked, string.Join(' ', asked.GetRequiredValue(words)), asked.GetValue(limit) ?? MostHits, stop));
        return command;
    }

    private static async Task<int> FindAsync(
        Terminal terminal, DataPlace place, ParseResult asked, string words, int limit, CancellationToken stop)
    {
        await using var open = await place.OpenAsync(asked, terminal, stop);
        var on = place.DayOf(asked, terminal, open);
        var hits = await FindQueries.FindAsync(open, words, on, limit, stop);
        if (asked.GetValue(place.Json))
            terminal.Answer(Wire.Of(new HitsView(words, on, [.. hits.Select(HitView.Of)])));
        else if (hits.Count == 0)
            terminal.Answer(Wording.Of("find.nothing", words));
        else
            AgreementTable.Write(terminal, hits.Select(h => h.At));
        return 0;
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Reading;

namespace Entente.App.Agreements;

internal sealed class ListCommand
{
    private readonly DataPlace place = new();
    private readonly Argument<string[]> words = Commands.Words(isNeeded: false);
    private readonly Option<string?> country = Commands.Text("--country", "CC");
    private readonly Option<string?> kind = Commands.Text("--kind", "KIND");
    private readonly Option<StandingKind?> standing = Commands.OneOf<StandingKind>("--standing");
    private readonly Option<int?> endsWithin = new("--ends-within") { Description = Wording.Of("option.ends-within"), HelpName = "TIME", CustomParser = Days };
    private readonly Option<AgreementOrder?> sort = Commands.OneOf<AgreementOrder>("--sort");
    private readonly Option<int?> limit = Commands.Number("--limit");
    private readonly Option<int?> skip = Commands.Number("--skip");

    public static Command Make(Terminal terminal)
    {
        var list = new ListCommand();
        var command = Commands.New(
            "list", list.words, list.country, list.kind, list.standing, list.endsWithin, list.place.On, list.sort, list.limit, list.skip,
            list.place.Register, list.place.Data, list.place.Json);
        command.SetAction((asked, stop) => list.ListAsync(terminal, asked, stop));
        return command;
    }

    /// <summary>A country by its code or its name, as the register knows it.</summary>
    public static string CountryCode(string asked) =>
        Countries.CodeOf(asked) ?? throw new RefusedException("country.unknown", asked);

    private async Task<int> ListAsync(Terminal terminal, ParseResult asked, CancellationToken stop)
    {
        await using var open = await place.OpenAsync(asked, terminal, stop);
        var filter = new AgreementFilter(place.DayOf(asked, terminal, open))
        {
            Words = string.Join(' ', asked.GetValue(words) ?? []),
            Country = asked.GetValue(country) is { } named ? CountryCode(named) : null,
            Kind = asked.GetValue(kind) is { } wording ? await AgreementQueries.KindAsync(open, wording, stop) : null,
            Standing = asked.GetValue(standing),
            EndsWithinDays = asked.GetValue(endsWithin),
            Order = asked.GetValue(sort) ?? AgreementOrder.Number,
            Skip = asked.GetValue(skip) ?? 0,
            Limit = asked.GetValue(limit),
        };
        var list = await AgreementQueries.ListAsync(open, filter, stop);
        if (asked.GetValue(place.Json))
        {
            terminal.Answer(Wire.Of(AgreementListView.Of(list)));
            return 0;
        }

        AgreementTable.Write(terminal, list.Agreements);
        terminal.Answer(list.Agreements.Count < list.Total
            ? Wording.Of("list.part", Number(list.Agreements.Count), Number(list.Total), list.On.ToString())
            : Wording.Of("list.total", Number(list.Total), list.On.ToString()));
        return 0;
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>180d, 26w, 6m, 1y; a month counts 31 days and a year 366, so that nothing that ends in time is left out.</summary>
    private static int? Days(ArgumentResult asked)
    {
        const int most = 40_000;
        var text = asked.Tokens[^1].Value;
        if (text.StartsWith('-'))
        {
            asked.AddError(Wording.Of("usage.negative-length", text));
            return null;
        }

        if (text.Length > 0 && text.All(char.IsAsciiDigit))
        {
            asked.AddError(Wording.Of("usage.bare-length", text));
            return null;
        }

        var unit = text.Length > 0 ? char.ToLowerInvariant(text[^1]) : 'd';
        var daysInUnit = unit switch { 'w' => 7, 'm' => 31, 'y' => 366, _ => 1 };
        if (unit is 'd' or 'w' or 'm' or 'y'
            && int.TryParse(text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && (long)count * daysInUnit <= most)
            return count * daysInUnit;
        asked.AddError(Wording.Of("usage.no-length", text));
        return null;
    }
}

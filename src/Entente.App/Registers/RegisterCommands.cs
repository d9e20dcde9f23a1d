using System.CommandLine;
using System.Globalization;

using Entente.App.Agreements;
using Entente.App.Imports;
using Entente.App.Keeping;
using Entente.App.Shell;
using Entente.Core;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Registers;

/// <summary>A register as <c>register --json</c> prints it.</summary>
/// <param name="Kinds">Those of which the register says something itself; all of them are told by <c>register kind</c>.</param>
public sealed record RegisterView(
    string Name, IReadOnlyList<string> OtherNames, string? HomeCountry, string TimeZone, string? ListedOn, CountingRule Counting, int EndsSoonDays,
    IReadOnlyList<KindView> Kinds, int Version)
{
    /// <summary>Countries that the register calls otherwise than the program does.</summary>
    public IReadOnlyList<CountryCalled> CountryNames { get; init; } = [];

    public static RegisterView Of(Register register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return new RegisterView(
            register.Name, register.OtherNames, register.HomeCountry, register.TimeZone, register.ListedOn?.ToString(),
            register.Counting, register.EndsSoonDays, [.. register.Kinds.Select(k => new KindView(k.Code, KindWords.Of(register, k.Code), k.Wordings))], register.Version)
        {
            CountryNames = register.CountryNames,
        };
    }
}

public sealed record KindView(string Code, string Name, IReadOnlyList<string> Wordings);

internal sealed class RegisterCommands
{
    private readonly ByHand hand;
    private readonly Option<string?> name = Commands.Text("--name", "NAME");
    private readonly Option<string[]> otherName = new("--other-name") { Description = Wording.Of("option.other-name"), HelpName = "NAME" };
    private readonly Option<string?> homeCountry = Commands.Text("--home-country", "CC");
    private readonly Option<string?> timeZone = Commands.Text("--time-zone", "ZONE");
    private readonly Option<string?> listedOn = new("--listed-on") { Description = Wording.Of("register.listed-on-option"), HelpName = "DAY" };
    private readonly Option<string?> counting = Commands.Text("--counting", "same-day|day-before");
    private readonly Option<string?> endsSoon = Commands.Text("--ends-soon", "TIME");

    private readonly Option<string[]> countryName = new("--country-name") { Description = Wording.Of("option.country-name"), HelpName = "CC=NAME" };

    private RegisterCommands(Terminal terminal) => hand = new ByHand(terminal);

    public static Command Make(Terminal terminal)
    {
        var show = new RegisterCommands(terminal);
        var command = show.hand.NewPlain("register");
        command.SetAction((asked, stop) => show.hand.RunAsync(asked, async (open, _) => show.Answer(asked, await open.Db.Registers.AsNoTracking().SingleAsync(stop)), stop, toRead: true));
        command.Add(new RegisterCommands(terminal).Set());
        command.Add(KindCommands.Make(terminal));
        command.Add(RuleCommands.Make(terminal));
        return command;
    }

    private Command Set()
    {
        Option[] settings = [name, otherName, homeCountry, timeZone, listedOn, counting, endsSoon, countryName];
        var command = hand.NewVersioned("set", [.. settings]);
        command.Validators.Add(asked =>
        {
            if (settings.All(s => asked.GetResult(s) is null))
                asked.AddError(Wording.Of("usage.nothing-to-set"));
        });
        command.SetAction((asked, stop) => hand.RunAsync(asked, async (open, who) =>
            Answer(asked, await ByHand.NamedAsync(field => field, () => RegisterSettings.ChangeAsync(open, Edit(asked), who, stop))), stop));
        return command;
    }

    private RegisterEdit Edit(ParseResult asked) => new()
    {
        Name = asked.GetValue(name),
        OtherNames = asked.GetResult(otherName) is null ? null : asked.GetValue(otherName),
        HomeCountry = asked.GetValue(homeCountry),
        TimeZone = asked.GetValue(timeZone),
        ListedOn = asked.GetValue(listedOn),
        Counting = asked.GetValue(counting),
        EndsSoon = asked.GetValue(endsSoon),
        CountryNames = asked.GetResult(countryName) is null ? null : asked.GetValue(countryName),
    };

    private void Answer(ParseResult asked, Register register)
    {
        if (hand.IsJson(asked))
        {
            hand.Terminal.Answer(Wire.Of(RegisterView.Of(register)));
            return;
        }

        hand.Terminal.Answer(register.Name);
        if (register.OtherNames.Count > 0)
            hand.Terminal.Answer(Wording.Of("register.other-names", string.Join("; ", register.OtherNames)));
        if (register.CountryNames.Count > 0)
            hand.Terminal.Answer(Wording.Of("register.country-names", SettingsForm.Names(register.CountryNames, "; ")));
        if (register.HomeCountry is { } home)
            hand.Terminal.Answer(Wording.Of("register.home-country", home));
        hand.Terminal.Answer(Wording.Of("register.time-zone", register.TimeZone));
        if (register.ListedOn is { } listed)
            hand.Terminal.Answer(Wording.Of("register.listed-on", listed.ToString()));
        hand.Terminal.Answer(Wording.Of("register.counting", Wording.Of("counting", register.Counting)));
        hand.Terminal.Answer(Wording.Of("register.ends-soon", register.EndsSoonDays.ToString(CultureInfo.InvariantCulture)));
        if (register.Kinds.Count > 0)
            hand.Terminal.Answer(Wording.Of("register.kinds", string.Join(", ", register.Kinds.Select(k => KindWords.Of(register, k.Code)))));
    }
}

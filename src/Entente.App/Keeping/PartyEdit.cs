using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Reading;

namespace Entente.App.Keeping;

/// <summary>A partner as it is typed; null leaves a field as it is, an empty text clears it.</summary>
/// <param name="Country">A name of a country, or its ISO 3166-1 alpha-2 code.</param>
public sealed record PartyEdit(string? Name = null, string? Country = null, string? Unit = null, string? City = null)
{
    /// <summary>Nothing is left of it: the partner is taken out.</summary>
    public static readonly PartyEdit Out = new("", "", "", "");

    /// <summary>As a form shows it.</summary>
    public static PartyEdit Of(Party party)
    {
        ArgumentNullException.ThrowIfNull(party);
        return new PartyEdit(party.Name, party.Country is { } code ? Shown.Country(code) : party.CountryText ?? "", party.Unit ?? "", party.City ?? "");
    }

    /// <param name="at">1-based.</param>
    public static string Field(int at, string part) => $"partner-{at}-{part}";

    /// <summary>What is typed goes by its place in the list; partners that nothing is typed for stay. A partner of whom nothing is left goes.</summary>
    internal static IReadOnlyList<Party> Apply(IReadOnlyList<PartyEdit> typed, IReadOnlyList<Party> before, List<FieldProblem> problems)
    {
        var parties = new List<Party>();
        for (var i = 0; i < Math.Max(typed.Count, before.Count); i++)
        {
            if (i >= typed.Count)
            {
                parties.Add(before[i]);
                continue;
            }

            var party = typed[i].On(i < before.Count ? before[i] : new Party(""), i + 1, problems);
            if (!IsNobody(party))
                parties.Add(party);
        }

        return parties.Count > 0 ? parties : [new Party("")];
    }

    private Party On(Party before, int at, List<FieldProblem> problems)
    {
        var party = before;
        if (Name is not null && Name.Trim() != before.Name)
            party = party with { Name = Name.Trim(), Names = [], Unit = null };
        party = party with { Unit = Text(Unit, party.Unit), City = Text(City, party.City) };
        if (Country?.Trim() is { } country && country != Of(before).Country && country != before.CountryText && country != before.Country)
            party = WithCountry(party, country, at, problems);
        var wasNamed = before.Name.Length > 0 || IsNobody(before);
        if (at > 1 && wasNamed && party.Name.Length == 0 && !IsNobody(party))
            problems.Add(new FieldProblem(Field(at, "name"), "field.partner-name", ""));
        return party;
    }

    /// <summary>What a source prints stays beside what it means.</summary>
    private static Party WithCountry(Party party, string typed, int at, List<FieldProblem> problems)
    {
        var code = typed.Length == 0 ? null : Countries.CodeOf(typed);
        if (code is null && typed.Length > 0)
            problems.Add(new FieldProblem(Field(at, "country"), "field.country", typed));
        var isPrinted = party is { CountryText: not null, Places.Count: > 0 };
        return party with
        {
            Country = code,
            CountryText = typed.Length == 0 ? null : isPrinted ? party.CountryText : typed,
            CountryBasis = code is null ? CountryBasis.Unstated : CountryBasis.Stated,
        };
    }

    private static bool IsNobody(Party party) =>
        party is { Name.Length: 0, Unit: null, City: null, Country: null, CountryText: null };

    private static string? Text(string? typed, string? before) => typed is null ? before : string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

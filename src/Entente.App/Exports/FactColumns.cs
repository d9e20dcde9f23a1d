using Entente.App.Agreements;
using Entente.Core;

namespace Entente.App.Exports;

/// <summary>The facts of an agreement as the columns of a table, of which <see cref="Formats.Registers.RegisterForm"/> makes them again. Lists within a cell are parted
/// by a semicolon; dates are EDTF.</summary>
internal static class FactColumns
{
    // The header is for programs as much as for people, so it is not worded: docs/export.md explains it.
    public static readonly IReadOnlyList<(string Header, Func<Facts, object?> Value)> All =
    [
        ("number", f => f.Number),
        ("partner", f => FactTexts.Join(f.Parties.Select(p => p.Name))),
        ("unit", f => OfEach(f.Parties.Select(p => p.Unit))),
        ("city", f => OfEach(f.Parties.Select(p => p.City))),
        ("country", f => OfEach(f.Parties.Select(p => p.Country))),
        ("country_as_printed", f => OfEach(f.Parties.Select(p => p.CountryText))),
        ("kind", f => FactTexts.Join(f.Kinds.Select(k => k.Text))),
        ("kind_code", f => OfEach(f.Kinds.Select(k => k.Code))),
        ("title", f => f.Title),
        ("reference", f => f.Reference),
        ("begins", f => f.Begin?.On),
        ("events", f => FactTexts.Join(f.Events.Select(FactTexts.Act))),
        ("term_as_printed", f => f.Term.Text),
        ("length", f => f.Term.Length?.ToString()),
        ("renews", f => f.Term.Renews is { } renews ? Words.Kebab(renews) : null),
        ("renewal_length", f => f.Term.RenewalLength?.ToString()),
        ("renewal_times", f => f.Term.RenewalTimes is { } times ? (long)times : null),
        ("option", f => f.Term.Option?.ToString()),
        ("open", f => f.Term.Open is { } open ? Words.Kebab(open) : null),
        ("ends_basis", f => Words.Kebab(f.Ends.Basis)),
        ("ends_on", f => f.Ends.On),
        ("ends_latest", f => f.Ends.Latest),
        ("ends_candidates", f => FactTexts.Join(f.Ends.Candidates.Select(c => c.ToString()))),
        ("ends_why", f => f.Ends.Why is { } why ? Words.Kebab(why) : null),
        ("ends_as_printed", f => f.Ends.Text),
        ("state", f => f.State is { } state ? Words.Kebab(state) : null),
        ("state_as_printed", f => f.StateText),
        ("subject", f => f.Subject),
        ("note", f => f.Note),
        ("other", f => FactTexts.Join(f.Other.Select(o => $"{o.Header}: {o.Text}"))),
    ];

    /// <summary>The second value is of the second partner also where the first has none.</summary>
    private static string? OfEach(IEnumerable<string?> values)
    {
        var all = values.ToList();
        return all.TrueForAll(string.IsNullOrEmpty) ? null : string.Join("; ", all);
    }
}

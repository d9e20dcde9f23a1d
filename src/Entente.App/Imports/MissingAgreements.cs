using Entente.App.Agreements;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>Agreements that a list has no longer, to choose from where a person knows that a new record is one of them.</summary>
internal static class MissingAgreements
{
    private const int Most = 100;

    /// <summary>Those of the record's country first; none where it is no new one.</summary>
    public static IReadOnlyList<(string Value, string Words)> For(ReviewedRecord record, Comparison comparison)
    {
        if (record.Fate is not { Fate: RecordFate.New } || comparison.Missed.Count + comparison.Unasked.Count == 0)
            return [];
        var countries = Agreement.CountriesOf(record.Facts).ToHashSet();
        return
        [
            ("", PageWords.Say("review.same-none")),
            .. comparison.Missed.Concat(comparison.Unasked).OrderByDescending(a => Agreement.CountriesOf(a.Facts).Any(countries.Contains)).Take(Most)
                .Select(a => (a.Number, $"{a.Number}, {string.Join(", ", AgreementView.NamesOf(a.Facts))}")),
        ];
    }
}

namespace Entente.Core;

/// <summary>What was found about a row, and whether it is still to be said of a record that has only a part of it, or has more beside it.</summary>
public static class PartFindings
{
    /// <param name="row">What it was found about.</param>
    /// <param name="record">What has come of the row.</param>
    public static bool IsTrueOf(Finding finding, Facts row, Facts record)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(record);
        return finding.Code switch
        {
            "kinds.two" or "dates.one-per-kind" => record.Kinds.Count > 1,
            "partner.several" => record.Parties.Count > 1,
            "partner.none" => record.Parties.All(p => p.Name.Length == 0),
            "partner.same-event" => IsNamed(finding, row, record) && record.Events.Any(e => e.On?.ToString() == finding.Arguments[^1]),
            "country.none" => record.Parties.Any(p => p is { Country: null, CountryText: null }),
            "record.no-date" => record.Begin is null,
            "record.no-date-no-term" => record.Begin is null && !record.Term.SaysHowLong && record.Ends.On is null,
            "date.out-of-order" => record.Events.Count >= row.Events.Count,
            "periods.printed" => record.Events.Count(e => e is { OpensPeriod: true, Until: not null }) > 1,
            "ends.conflict" or "ends.before-begin" => record.Ends.Basis == EndsBasis.Conflict,
            _ when finding.Field == "end" => $"{record.Ends.On}" == $"{row.Ends.On}",
            _ => IsNamed(finding, row, record),
        };
    }

    /// <summary>What it names is in the record, too. Where it names nothing that the row has, nobody can tell that it is gone.</summary>
    private static bool IsNamed(Finding finding, Facts row, Facts record)
    {
        var named = Wordings(finding.Field, row).Where(w => Names(finding, w)).ToList();
        return named.Count == 0 || Wordings(finding.Field, record).Any(w => Names(finding, w));
    }

    /// <summary>The texts of a field, those of each partner, act or kind together.</summary>
    private static IEnumerable<string?[]> Wordings(string? field, Facts facts) => field switch
    {
        "partner" or "unit" => facts.Parties.Select(p => new[] { p.Name, p.Text, p.Unit }),
        "country" => facts.Parties.Select(p => new[] { p.CountryText, p.Country }),
        "start" => facts.Events.Select(e => new[] { e.Text, e.On?.ToString() }),
        "term" => [[facts.Term.Text]],
        "state" => [[facts.StateText]],
        _ => [],
    };

    private static bool Names(Finding finding, string?[] texts) => finding.Code == "partner.misspelt"
        ? finding.Arguments[0].Split(", ").All(w => texts[0]!.Contains(w, StringComparison.Ordinal))
        : finding.Arguments.Any(a => a.Length > 0 && texts.Contains(a));
}

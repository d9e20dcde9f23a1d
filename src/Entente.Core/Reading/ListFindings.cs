using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>What a person should know of records beside each other and of the list on its own day.</summary>
internal static class ListFindings
{
    /// <summary>Lengths that agreements commonly have.</summary>
    private static readonly int[] CommonYears = [1, 2, 3, 4, 5, 10];

    /// <summary>So many lengths must a list have before one of them can be called unusual.</summary>
    private const int FewestLengths = 10;

    public static IEnumerable<Finding> Of(IReadOnlyList<Draft> drafts, EdtfDate? listedOn, CountingRule counting) =>
        [.. SignedAfter(drafts, listedOn), .. Pairs(drafts), .. UnusualLengths(drafts), .. OverWhenListed(drafts, listedOn, counting), .. StatesThatDisagree(drafts, listedOn, counting)];

    /// <summary>A list cannot hold what was signed after its day.</summary>
    private static IEnumerable<Finding> SignedAfter(IReadOnlyList<Draft> drafts, EdtfDate? listedOn)
    {
        var after = drafts.Where(d => listedOn is not null && d.Facts.Events.Any(e => e.OpensPeriod && e.On!.Earliest > listedOn.Latest)).ToList();
        if (after.Count > 0)
            yield return new Finding("list.signed-after", Severity.Doubt, [], "start", [listedOn!.ToString(), $"{after.Count}"]);
    }

    /// <summary>The same partner with the same act on the same day, and the same partner twice.</summary>
    private static IEnumerable<Finding> Pairs(IReadOnlyList<Draft> drafts)
    {
        var keys = new Memo<(string Name, string? Country), string>(n => SpeltKey(n.Name, n.Country));
        var named = drafts.Where(d => d.Facts.Parties[0].Name.Length > 0)
            .Select(d => new Named(d, Folding.Fold(d.Facts.Parties[0].Name), keys.Of((d.Facts.Parties[0].Name, d.Facts.Parties[0].Country)))).ToList();
        var paired = new HashSet<(int, int)>();
        foreach (var (day, one, other) in SameEvents(named))
        {
            if (paired.Add((one.Order, other.Order)))
                yield return Pair("partner.same-event", Severity.Doubt, one, other, day);
        }

        foreach (var same in named.GroupBy(n => $"{n.Exact}\n{n.Draft.Facts.Parties[0].Country}").Select(g => g.ToList()))
        {
            for (var i = 1; i < same.Count; i++)
            {
                var (one, other) = (same[i - 1].Draft, same[i].Draft);
                if (!paired.Contains((one.Order, other.Order)))
                    yield return Pair("partner.same", Severity.Note, one, other, one.Facts.Parties[0].Name);
            }
        }
    }

    /// <summary>Records of one partner with one day, each with the one after it.</summary>
    private static IEnumerable<SameEvent> SameEvents(List<Named> named)
    {
        var pairs = new List<SameEvent>();
        foreach (var same in named.SelectMany(n => Days(n.Draft).Select(day => new Dated(day, n))).GroupBy(d => $"{d.Day}\n{d.Of.Draft.Facts.Parties[0].Country}\n{d.Of.Key}").Select(g => g.ToList()))
        {
            for (var i = 1; i < same.Count; i++)
                pairs.Add(new SameEvent(same[i].Day, same[i - 1].Of.Draft, same[i].Of.Draft));
        }

        return pairs.Where(p => !AreMeant(p.One, p.Other)).OrderBy(p => p.One.Order).ThenBy(p => p.Other.Order);
    }

    /// <param name="Key">Of its name, with common words spelt right.</param>
    private sealed record Named(Draft Draft, string Exact, string Key);

    private sealed record Dated(string Day, Named Of);

    private sealed record SameEvent(string Day, Draft One, Draft Other);

    /// <summary>Who writes two kinds one below the other means two agreements; what was entered twice by mistake stands apart.</summary>
    private static bool AreMeant(Draft one, Draft other) => other.Order == one.Order + 1 && AreOfTwoKinds(one.Facts, other.Facts);

    private static bool AreOfTwoKinds(Facts one, Facts other) =>
        one.Kinds.Count > 0 && other.Kinds.Count > 0 && !one.Kinds.Any(k => other.Kinds.Any(o => k.Code is null ? Folding.Fold(k.Text) == Folding.Fold(o.Text) : k.Code == o.Code));

    private static Finding Pair(string code, Severity severity, Draft one, Draft other, string argument) =>
        new(code, severity, [one.Order, other.Order], "partner", [one.Facts.Parties[0].Name, other.Facts.Parties[0].Name, argument])
        {
            Places = [.. one.Facts.Parties[0].Places, .. other.Facts.Parties[0].Places],
        };

    /// <summary>The days and months on which something began; a year alone is no event that two records could share.</summary>
    private static IEnumerable<string> Days(Draft draft) =>
        draft.Facts.Events.Where(e => e.OpensPeriod && e.On!.Precision is EdtfPrecision.Day or EdtfPrecision.Month).Select(e => e.On!.ToString()).Distinct();

    /// <summary>The name's key with its common words spelt right.</summary>
    private static string SpeltKey(string name, string? country)
    {
        var none = new HashSet<string>();
        return string.Join(' ', Names.Key(name).Split(' ').Select(w => NameWords.Check(w, country, none)?.Meant ?? w));
    }

    /// <summary>A length that only follows from two dates, that is not a common one, and that no other record has.</summary>
    private static IEnumerable<Finding> UnusualLengths(IReadOnlyList<Draft> drafts)
    {
        var often = new Dictionary<int, int>();
        foreach (var draft in drafts)
        {
            if (Years(draft.Facts) is { } years)
                often[years] = often.GetValueOrDefault(years) + 1;
        }

        if (often.Values.Sum() < FewestLengths)
            yield break;
        foreach (var draft in drafts)
        {
            if (draft.Facts.Term.Length is null && Years(draft.Facts) is { } years && !CommonYears.Contains(years) && often[years] == 1)
                yield return new Finding("ends.unusual-length", Severity.Note, [draft.Order], "end", [new Length(years).ToString()]) { Places = draft.Facts.Ends.Places };
        }
    }

    private static int? Years(Facts facts)
    {
        if (facts.Term.Length is { IsWholeYears: true } stated)
            return stated.TotalMonths / 12;
        var last = facts.Events.LastOrDefault(e => e.OpensPeriod);
        return last is { Until: null } && facts.Ends is { Basis: EndsBasis.Stated, On: EdtfDate end } ? Length.WholeYears(last.On!, end) : null;
    }

    private static IEnumerable<Finding> OverWhenListed(IReadOnlyList<Draft> drafts, EdtfDate? listedOn, CountingRule counting)
    {
        if (listedOn is null)
            yield break;
        foreach (var draft in drafts)
        {
            if (draft.Facts.Ends.On is { } end && Standing.Of(draft.Facts, counting, listedOn.Earliest).Kind == StandingKind.Ended)
                yield return new Finding("ends.over-at-list-date", Severity.Note, [draft.Order], "end", [end.ToString(), listedOn.ToString()]) { Places = draft.Facts.Ends.Places };
        }
    }

    /// <summary>A printed state that the dates contradict on the day of the list.</summary>
    private static IEnumerable<Finding> StatesThatDisagree(IReadOnlyList<Draft> drafts, EdtfDate? listedOn, CountingRule counting)
    {
        if (listedOn is null)
            yield break;
        foreach (var draft in drafts.Where(d => d.Facts.State is PrintedState.Active or PrintedState.Ended or PrintedState.Replaced))
        {
            var standing = Standing.Of(draft.Facts, counting, listedOn.Latest);
            if (draft.Facts.State == PrintedState.Active ? standing.Kind == StandingKind.Ended : standing.IsInForce)
                yield return new Finding("state.disagrees", Severity.Note, [draft.Order], "state", [draft.Facts.StateText!, Core.Words.Kebab(standing.Kind), listedOn.ToString()]) { Places = draft.Places };
        }
    }
}

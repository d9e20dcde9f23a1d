using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>What a person should know of records beside each other and of the list on its own day. Each record is looked at once, in order.</summary>
/// <param name="records">How many there are.</param>
internal sealed class ListFindings(EdtfDate? listedOn, ReadingRules rules, int records)
{
    /// <summary>In a longer list nobody is told of each record that its partner has another one, or that it is over: how many there are is told once.</summary>
    private const int MostToldOfEach = 10_000;

    /// <summary>So long before it begins an agreement may be signed and listed.</summary>
    private const int MostDaysAhead = 366;

    private const int MostWithSigns = 20;

    /// <summary>Lengths that agreements commonly have.</summary>
    private static readonly int[] CommonYears = [1, 2, 3, 4, 5, 10];

    /// <summary>So many lengths must a list have before one of them can be called unusual.</summary>
    private const int FewestLengths = 10;

    private readonly bool isToldOfEach = records <= MostToldOfEach;
    private readonly SamePartners partners = new(isTold: records <= MostToldOfEach);
    private readonly Dictionary<int, int> lengths = [];
    private readonly Dictionary<int, Finding> unusual = [];
    private readonly SortedSet<char> signs = [];
    private readonly List<Draft> withSigns = [];
    private int after, over, both, signed;
    private Party? own;

    public IEnumerable<Finding> Of(Draft draft)
    {
        var facts = draft.Facts;
        if (listedOn is not null && facts.Events.Any(e => e.OpensPeriod && e.On!.Earliest > listedOn.Latest))
            after++;
        if (facts.Parties[0].Text is not null)
        {
            both++;
            own ??= facts.Parties[0];
        }

        KeepSigns(draft);
        KeepLength(draft);
        foreach (var pair in partners.Of(draft))
            yield return pair;

        if (FarAhead(draft) is { } ahead)
            yield return ahead;
        if (OverWhenListed(draft) is { } ended)
            yield return ended;
        if (StateThatDisagrees(draft) is { } state)
            yield return state;
    }

    /// <summary>A year that is probably another one.</summary>
    private Finding? FarAhead(Draft draft) =>
        rules.Today is { } today && draft.Facts.Events.FirstOrDefault(e => e.OpensPeriod && e.On!.Earliest > today.AddDays(MostDaysAhead)) is { } ahead
            ? new Finding("date.far-ahead", Severity.Doubt, [draft.Order], "start", [ahead.On!.ToString()]) { Places = ahead.Places } : null;

    /// <summary>What only all of them together tell.</summary>
    public IEnumerable<Finding> Rest()
    {
        if (rules.Today is { } today && listedOn?.Earliest > today)
            yield return new Finding("list.day-ahead", Severity.Doubt, [], null, [listedOn.ToString()]);
        // A list cannot hold what was signed after its day.
        if (after > 0)
            yield return new Finding("list.signed-after", Severity.Doubt, [], "start", [listedOn!.ToString(), $"{after}"]);
        if (partners.Again is > 0 and var again)
            yield return new Finding("list.partners-again", Severity.Note, [], "partner", [$"{again}"]);
        if (over > 0)
            yield return new Finding("list.over", Severity.Note, [], "end", [$"{over}", listedOn!.ToString()]);
        if (lengths.Values.Sum() >= FewestLengths)
        {
            foreach (var (years, finding) in unusual)
            {
                if (lengths[years] == 1)
                    yield return finding;
            }
        }

        if (signed > 0)
        {
            yield return new Finding("text.unseen", Severity.Note, [], null, [string.Join(", ", signs.Select(s => $"U+{(int)s:X4}")), $"{signed}", string.Join(", ", withSigns.Select(d => d.Order))])
            {
                Places = [.. withSigns.SelectMany(d => d.Places.Take(1))],
            };
        }

        // One note for the whole list: a list that names both parties names them in each row.
        if (own is not null)
            yield return new Finding("partner.own-side", Severity.Note, [], "partner", [$"{both}", own.Text!]) { Places = own.Places };
    }

    /// <summary>Signs that nobody sees, and that are left out of what is read.</summary>
    private void KeepSigns(Draft draft)
    {
        var before = signed;
        foreach (var sign in TextSigns.In(draft.Text))
        {
            signs.Add(sign);
            signed = before + 1;
        }

        if (signed > before && withSigns.Count < MostWithSigns)
            withSigns.Add(draft);
    }

    /// <summary>A length that only follows from two dates, that is not a common one, and that no other record has.</summary>
    private void KeepLength(Draft draft)
    {
        if (Years(draft.Facts) is not { } years)
            return;
        var count = lengths[years] = lengths.GetValueOrDefault(years) + 1;
        if (count > 1)
            unusual.Remove(years);
        else if (draft.Facts.Term.Length is null && !CommonYears.Contains(years))
            unusual.Add(years, new Finding("ends.unusual-length", Severity.Note, [draft.Order], "end", [new Length(years).ToString()]) { Places = draft.Facts.Ends.Places });
    }

    private static int? Years(Facts facts)
    {
        if (facts.Term.Length is { IsWholeYears: true } stated)
            return stated.TotalMonths / 12;
        var last = facts.LastOpener;
        return last is { Until: null } && facts.Ends is { Basis: EndsBasis.Stated, On: EdtfDate end } ? Length.WholeYears(last.On!, end) : null;
    }

    private Finding? OverWhenListed(Draft draft)
    {
        if (listedOn is null || draft.Facts.Ends.On is not { } end || IsPlainlyNotOver(draft.Facts, end) || WasStoppedBefore(draft.Facts, end) || Standing.KindOf(draft.Facts, rules.Counting, listedOn.Earliest) != StandingKind.Ended)
            return null;
        over += isToldOfEach ? 0 : 1;
        return isToldOfEach ? new Finding(Finding.OverAtListDate, Severity.Note, [draft.Order], "end", [end.ToString(), listedOn.ToString()]) { Places = draft.Facts.Ends.Places } : null;
    }

    /// <summary>Signed once, and its end is still to come: most need not be asked how they stand.</summary>
    private bool IsPlainlyNotOver(Facts facts, EdtfValue end) =>
        facts is { State: null, Events: [{ OpensPeriod: true }], Ends.Candidates.Count: 0 } && end.Earliest is { IsBounded: true } first && first > listedOn!.Latest;

    /// <summary>What was terminated did not go on to its end.</summary>
    private static bool WasStoppedBefore(Facts facts, EdtfValue end) =>
        facts.Events.Any(e => e is { Act: Act.Terminated or Act.Superseded, On: { } on } && on.Latest <= end.Latest);

    /// <summary>A printed state that the dates contradict on the day of the list.</summary>
    private Finding? StateThatDisagrees(Draft draft)
    {
        if (listedOn is null || draft.Facts.State is not (PrintedState.Active or PrintedState.Ended or PrintedState.Replaced or PrintedState.Cancelled))
            return null;
        // A termination without a day ends what by its dates goes on.
        var dated = draft.Facts.State == PrintedState.Cancelled ? draft.Facts with { State = null } : draft.Facts;
        var standing = Standing.Of(dated, rules.Counting, listedOn.Latest);
        return (draft.Facts.State == PrintedState.Active ? standing.Kind == StandingKind.Ended : standing.IsInForce)
            ? new Finding("state.disagrees", Severity.Note, [draft.Order], "state", [draft.Facts.StateText!, Core.Words.Kebab(standing.Kind), listedOn.ToString()]) { Places = draft.Places }
            : null;
    }
}

using Entente.Core.Reading;

namespace Entente.Core;

/// <summary>What two rows say as one record. What the first leaves open the second says, and what can stand beside each other does. Dates, length and end are of one
/// row alone where the other contradicts it: no end follows from a day of the one and a length of the other then.</summary>
internal static class JoinedFacts
{
    public const string SeveralKinds = "kinds.two";

    public const string SeveralPartners = "partner.several";

    public static Facts Of(Facts one, Facts other, CountingRule counting)
    {
        var times = Together(one, other, counting) ?? (one.Begin is null && other.Begin is not null ? other : one);
        var stated = one.State is null && one.StateText is null ? other : one;
        return one with
        {
            Number = one.Number ?? other.Number,
            Title = one.Title ?? other.Title,
            Reference = one.Reference ?? other.Reference,
            Parties = Parties(one, other),
            Kinds = [.. one.Kinds, .. other.Kinds.Where(k => !one.Kinds.Any(o => o.Text == k.Text))],
            Events = times.Events,
            Term = times.Term,
            Ends = times.Ends,
            State = stated.State,
            StateText = stated.StateText,
            Subject = Beside(one.Subject, other.Subject, " "),
            Note = Beside(one.Note, other.Note, "; "),
            Other = [.. one.Other, .. other.Other],
        };
    }

    /// <summary>What it is to be told of, since rows by themselves may not have had it.</summary>
    public static IEnumerable<Finding> Several(Draft joined)
    {
        var facts = joined.Shape?.Said ?? joined.Facts;
        if (facts.Kinds.Count > 1)
            yield return new Finding(SeveralKinds, Severity.Note, [joined.Order], "kind", [string.Join(", ", facts.Kinds.Select(k => k.Text))]) { Places = [.. facts.Kinds.SelectMany(k => k.Places)] };
        if (facts.Parties.Count > 1)
            yield return new Finding(SeveralPartners, Severity.Note, [joined.Order], "partner", [$"{facts.Parties.Count}", string.Join("; ", facts.Parties.Select(p => p.Name))]) { Places = [.. facts.Parties.SelectMany(p => p.Places)] };
    }

    /// <summary>The first row with the acts, the length and the end of both; null where they contradict each other.</summary>
    private static Facts? Together(Facts one, Facts other, CountingRule counting)
    {
        if (!(GoesOn(one, other) || GoesOn(other, one)) || (IsSaid(one.Term) && IsSaid(other.Term) && Said(one.Term) != Said(other.Term)))
            return null;
        IReadOnlyList<Event> events = [.. one.Events, .. other.Events.Where(e => !one.Events.Any(o => IsSame(o, e) && o.Text == e.Text))];
        var term = IsSaid(one.Term) ? one.Term : other.Term;
        var stated = Ending.Stated(one.Ends);
        stated = [.. stated, .. Ending.Stated(other.Ends).Where(e => !stated.Any(s => s.On.Equals(e.On)))];
        var ends = Ending.Of(events, term, stated, counting, one.Ends.Why ?? other.Ends.Why ?? NoEnd.EmptyCell);
        return ends.Basis == EndsBasis.Conflict && one.Ends.Basis != EndsBasis.Conflict && other.Ends.Basis != EndsBasis.Conflict
            ? null : one with { Events = events, Term = term, Ends = ends };
    }

    /// <summary>Nothing begins in the second but what the first has, or what carries it on.</summary>
    private static bool GoesOn(Facts one, Facts other)
    {
        var openers = one.Events.Where(e => e.OpensPeriod).ToList();
        return openers.Count == 0 || other.Events.Where(e => e.OpensPeriod && !openers.Exists(o => IsSame(o, e)))
            .All(e => e.Act is Act.Renewed or Act.Extended && e.Begin!.Earliest > openers.Min(o => o.Begin!.Earliest));
    }

    private static bool IsSame(Event one, Event other) => one.Act == other.Act && Equals(one.On, other.On);

    private static bool IsSaid(Term term) => term.Text is not null || term.SaysHowLong;

    /// <summary>How long it is, however that is printed; the wording only where nothing was read of it.</summary>
    private static string Said(Term term) => term.SaysHowLong
        ? $"{term.Length} {term.Renews} {term.RenewalLength} {term.RenewalTimes} {term.Option} {term.Open}" : Folding.Fold(term.Text ?? "");

    /// <summary>A name without anything beside it goes on with the name before it.</summary>
    private static IReadOnlyList<Party> Parties(Facts one, Facts other)
    {
        if (other.Parties is not [{ Name.Length: > 0 } more, ..])
            return one.Parties is [{ Name.Length: > 0 }, ..] ? Filled(one.Parties, other.Parties) : other.Parties;
        if (one.Parties is not [{ Name.Length: > 0 } first])
            return one.Parties is [{ Name.Length: 0 }] ? Filled(other.Parties, one.Parties) : [.. one.Parties, .. other.Parties.Where(p => !one.Parties.Any(o => Folding.Fold(o.Name) == Folding.Fold(p.Name)))];
        if (Folding.Fold(first.Name) == Folding.Fold(more.Name))
            return Filled(one.Parties, other.Parties);
        var goesOn = other.Kinds.Count == 0 && other.Begin is null && (first.Country is null || more.Country is null || first.Country == more.Country);
        return goesOn
            ? Filled([first with { Name = Joined(first.Name, more.Name), Names = [], Places = [.. first.Places, .. more.Places] }], other.Parties)
            : [.. one.Parties, .. other.Parties];
    }

    /// <summary>What has all of the other is no rest of it.</summary>
    private static string Joined(string one, string other)
    {
        var (first, more) = ($"{Folding.Fold(one)} ", $"{Folding.Fold(other)} ");
        return more.StartsWith(first, StringComparison.Ordinal) ? other : first.StartsWith(more, StringComparison.Ordinal) ? one : $"{one} {other}";
    }

    private static IReadOnlyList<Party> Filled(IReadOnlyList<Party> parties, IReadOnlyList<Party> others)
    {
        if (parties is not [var party] || others is not [var other, ..])
            return parties;
        party = party with { Unit = party.Unit ?? other.Unit, City = party.City ?? other.City };
        return party.Country is null && other.Country is not null
            ? [party with { Country = other.Country, CountryText = other.CountryText, CountryBasis = other.CountryBasis }] : [party];
    }

    private static string? Beside(string? one, string? other, string between) => one is null || other is null || one == other ? one ?? other : $"{one}{between}{other}";
}

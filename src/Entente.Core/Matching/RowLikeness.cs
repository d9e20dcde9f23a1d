using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.Core.Matching;

/// <summary>How unlike two records are that may be the same agreement in two editions of a list: by partners, kinds, first date and country.
/// 0 is the same, 1 has nothing in common.</summary>
public sealed class RowLikeness
{
    /// <summary>What differs costs so much.</summary>
    private const double OtherKind = 0.25, SomeKind = 0.1, OtherDate = 0.3, AfterItsEnd = 0.4, NoDate = 0.15, SlipOfDate = 0.08, CoarserDate = 0.04, OtherCountry = 0.15, NoCountry = 0.03, OtherPartner = 0.4, OtherForm = 0.04, MoreWord = 0.03, SlipOfWord = 0.05;

    private const int LongestName = 160, ShortWord = 3, FarYears = 2;

    private readonly string[] names;
    private readonly HashSet<string> kinds;
    private readonly HashSet<string> countries;
    private readonly EdtfDate? begins;
    private readonly Day? ends;

    private RowLikeness(Facts facts)
    {
        Names = [.. facts.Parties.Select(p => SearchText.Plain(p.Name)).Where(n => n.Length > 0)];
        names = [.. Names, .. facts.Parties.SelectMany(p => p.Names).Select(n => SearchText.Plain(n.Text)).Where(n => n.Length > 0)];
        kinds = [.. Agreement.KindKeysOf(facts).Select(SearchText.Plain)];
        countries = [.. Agreement.CountriesOf(facts)];
        begins = facts.Begin?.On;
        ends = facts.EndsOn?.Latest;
    }

    public static RowLikeness Of(Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new RowLikeness(facts);
    }

    /// <summary>The partners' names as they are compared.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>First date and country: what a renamed partner's row still has.</summary>
    public string? When => begins is { Precision: EdtfPrecision.Day or EdtfPrecision.Month } ? $"{begins}|{string.Join(',', countries.Order(StringComparer.Ordinal))}" : null;

    /// <summary>Both say the same of kinds and of a first date.</summary>
    public bool IsOfKindAndDate(RowLikeness other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return begins is not null && begins.Equals(other.begins) && kinds.SetEquals(other.kinds);
    }

    public double CostTo(RowLikeness other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Math.Min(1, Partners(other) + Kinds(other) + Dates(other) + Countries(other));
    }

    private double Partners(RowLikeness other)
    {
        if (Names.Count == other.Names.Count && Names.Order(StringComparer.Ordinal).SequenceEqual(other.Names.Order(StringComparer.Ordinal)))
            return 0;
        if (names.Intersect(other.names).Any())
            return OtherForm;
        return names.SelectMany(one => other.names.Select(two => CostOfNames(one, two))).Append(OtherPartner).Min();
    }

    /// <summary>Of the shorter name every word must be found in the longer one, as it is or with a slip of the hand: one word never becomes another.</summary>
    private static double CostOfNames(string one, string two)
    {
        if (one.Length > LongestName || two.Length > LongestName)
            return OtherPartner;
        var (shorter, longer) = (one.Split(' ').ToList(), two.Split(' ').ToList());
        if (shorter.Count > longer.Count)
            (shorter, longer) = (longer, shorter);
        var slips = 0;
        foreach (var word in shorter.OrderBy(w => !longer.Contains(w)))
        {
            if (longer.Remove(word))
                continue;
            if (longer.Find(w => IsSlipOf(word, w)) is not { } meant)
                return OtherPartner;
            longer.Remove(meant);
            slips++;
        }

        // "The" and "of" make no other name; "Technology" does.
        return longer.Exists(w => w.Length > ShortWord) ? OtherPartner : Math.Min(OtherPartner, (longer.Count * MoreWord) + (slips * SlipOfWord));
    }

    private static bool IsSlipOf(string one, string two) =>
        NameWords.Distance(one, two, 2) <= (Math.Min(one.Length, two.Length) switch { < 4 => 0, < 8 => 1, _ => 2 })
        || (Math.Min(one.Length, two.Length) >= 3 && (one.StartsWith(two, StringComparison.Ordinal) || two.StartsWith(one, StringComparison.Ordinal)));

    private double Kinds(RowLikeness other) =>
        kinds.SetEquals(other.kinds) ? 0 : kinds.Overlaps(other.kinds) || kinds.Count == 0 || other.kinds.Count == 0 ? SomeKind : OtherKind;

    private double Countries(RowLikeness other) =>
        countries.SetEquals(other.countries) ? 0 : countries.Overlaps(other.countries) || countries.Count == 0 || other.countries.Count == 0 ? NoCountry : OtherCountry;

    private double Dates(RowLikeness other)
    {
        if (begins is null || other.begins is null)
            return begins is null && other.begins is null ? 0 : NoDate;
        if (begins.Equals(other.begins))
            return 0;
        var (one, two) = (begins, other.begins);
        if ((one.Earliest <= two.Earliest && one.Latest >= two.Latest) || (two.Earliest <= one.Earliest && two.Latest >= one.Latest))
            return CoarserDate;
        // The next one is often signed on the last day of the one before, or on the same day of a later year.
        return BeginsAfter(other) || other.BeginsAfter(this) || YearsBetween(one, two) >= FarYears ? AfterItsEnd : IsSlip($"{one}", $"{two}") ? SlipOfDate : OtherDate;
    }

    private static long YearsBetween(EdtfDate one, EdtfDate two) => one is { Year: { } first } && two is { Year: { } second } ? Math.Abs(first - second) : 0;

    /// <summary>What began when the other was over is rather the one that followed it.</summary>
    private bool BeginsAfter(RowLikeness other) => other.ends is { IsBounded: true } over && begins!.Earliest >= over;

    /// <summary>One figure typed wrongly, two beside each other exchanged, or day and month.</summary>
    private static bool IsSlip(string one, string two)
    {
        if (one.Length != two.Length)
            return false;
        var differ = Enumerable.Range(0, one.Length).Where(i => one[i] != two[i]).ToList();
        var isExchanged = differ.Count == 2 && differ[1] - differ[0] == 1 && one[differ[0]] == two[differ[1]] && one[differ[1]] == two[differ[0]];
        var isTurned = one.Length == 10 && one[..4] == two[..4] && one[5..7] == two[8..] && one[8..] == two[5..7];
        return differ.Count == 1 || isExchanged || isTurned;
    }
}

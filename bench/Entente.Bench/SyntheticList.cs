using System.Globalization;

using Entente.Core;
using Entente.Edtf;

namespace Entente.Bench;

/// <summary>Made-up agreements, the same ones every time: 180 countries, days over 36 years, coarse dates, renewals, open terms.</summary>
internal static class SyntheticList
{
    private static readonly string[] Kinds = ["mou", "moa", "cooperation-agreement", "student-exchange", "joint-programme", "project"];

    private static readonly string[] Words = ["Technical", "State", "Medical", "Federal", "Catholic", "Northern", "Pedagogical", "Agrarian"];

    public static SourceReading Reading(int from, int count)
    {
        var drafts = Enumerable.Range(from, count).Select((n, i) =>
            new Draft(i + 1, "t1", Facts(n), $"{n} University {n} {n % 180}") { Places = [new Place(Line: i + 1, Column: 1, Length: 60)] });
        return new SourceReading(new Source("bench.txt", from.ToString("x64", CultureInfo.InvariantCulture), "text/plain", 10, "utf-8"))
        {
            Drafts = [.. drafts],
            Placed = new Placed(1, 1, []),
        };
    }

    private static Facts Facts(int n)
    {
        var random = new SplitMix((ulong)n);
        var begin = EdtfDate.Of(new Day(1990, 1, 1).AddDays(random.Next(36 * 365)));
        begin = random.Next(10) switch { 0 => EdtfDate.Of(begin.Year!.Value), < 3 => EdtfDate.Of(begin.Year!.Value, begin.Month!.Value), _ => begin };
        var place = new Place(Line: n, Column: 40, Length: 10);
        var events = new List<Event> { new(Act.Signed, begin, null, begin.Text) { Places = [place] } };
        if (random.Next(6) == 0)
            events.Add(new Event(Act.Renewed, EdtfDate.Of(begin.Earliest.AddDays(1500 + random.Next(2000))), null, "renewed") { Places = [place] });
        var term = Term(random, place);
        return new Facts
        {
            Number = (n + 1).ToString(CultureInfo.InvariantCulture),
            Parties = [.. Parties(random, n, place)],
            Kinds = [new Kind("Memorandum of Understanding", Kinds[random.Next(Kinds.Length)]) { Places = [place] }],
            Events = events,
            Term = term,
            Ends = Ending.Of(events, term, [], CountingRule.SameDay, NoEnd.EmptyCell),
            Subject = $"cooperation in {Words[random.Next(Words.Length)]} studies",
        };
    }

    private static IEnumerable<Party> Parties(SplitMix random, int n, Place place)
    {
        var parties = random.Next(12) == 0 ? 2 : 1;
        for (var i = 0; i < parties; i++)
        {
            var country = random.Next(180);
            yield return new Party($"{Words[random.Next(Words.Length)]} University of Town {n / 4}")
            {
                Country = $"{(char)('A' + (country / 26))}{(char)('A' + (country % 26))}",
                CountryText = $"Country {country}",
                CountryBasis = CountryBasis.Stated,
                Places = [place],
            };
        }
    }

    private static Term Term(SplitMix random, Place place)
    {
        var years = new Length(1 + random.Next(10));
        return random.Next(10) switch
        {
            0 => new Term { Text = "long-term", Open = OpenTerm.LongTerm, Places = [place] },
            1 => Core.Term.Unstated,
            2 => new Term { Text = "renews", Length = years, Renews = Renews.Automatic, RenewalLength = new Length(1), RenewalTimes = 3, Places = [place] },
            _ => new Term { Text = $"{years.Years} years", Length = years, Places = [place] },
        };
    }
}

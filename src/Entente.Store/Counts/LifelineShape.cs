using System.Globalization;

using Entente.Core;
using Entente.Edtf;

namespace Entente.Store.Counts;

/// <summary>The standings of a life in order, one octal digit each, the first one lowest (1 is not begun), and the days of its turns.</summary>
internal readonly record struct LifelineShape(int Digits, int Turns, int[] Days)
{
    public const int MostTurns = 6;

    /// <summary>Instead of the number of turns, when there are more than columns: such a life is asked day by day.</summary>
    public const int TooMany = MostTurns + 1;

    public static LifelineShape Of(Facts facts, CountingRule counting)
    {
        var line = Lifeline.Of(facts, counting);
        var days = new int[MostTurns];
        if (line.Count > MostTurns + 1 || line.Skip(1).Any(s => s.From.Number is <= 0 or > int.MaxValue))
            return new LifelineShape(0, TooMany, days);
        var digits = 0;
        for (var i = 0; i < line.Count; i++)
        {
            digits |= ((int)line[i].Kind + 1) << (3 * i);
            if (i > 0)
                days[i - 1] = (int)line[i].From.Number;
        }

        return new LifelineShape(digits, line.Count - 1, days);
    }

    /// <summary>The standing that a shape says after so many turns.</summary>
    public static StandingKind KindAfter(int digits, int turns) => (StandingKind)(((digits >> (3 * turns)) & 7) - 1);

    /// <summary>What an agreement is counted under.</summary>
    public static IEnumerable<(Facet Facet, int Position, string Key)> KeysOf(Facts facts)
    {
        var year = facts.Begin?.On!.Year;
        yield return (Facet.Year, 0, year?.ToString(CultureInfo.InvariantCulture) ?? "");
        var position = 0;
        foreach (var key in Agreement.CountriesOf(facts).DefaultIfEmpty(""))
            yield return (Facet.Country, Math.Min(position++, 2), key);
        position = 0;
        foreach (var key in Agreement.KindKeysOf(facts).DefaultIfEmpty(""))
            yield return (Facet.Kind, Math.Min(position++, 2), key);
    }
}

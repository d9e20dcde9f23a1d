using Entente.Core;
using Entente.Edtf;

namespace Entente.Store.Counts;

public enum Facet
{
    Year,
    Country,
    Kind,
}

/// <summary>The whole life of one agreement in one narrow row, once for each key that it is counted under.</summary>
/// <param name="Position">0 for the first key of the agreement, 1 for the second, 2 for all further ones.</param>
/// <param name="Shape">The standings in order, one octal digit each, the first one lowest (1 is not begun);
/// <see cref="Unshaped"/> when there are more turns than columns.</param>
/// <param name="T1">Day number of the first day of the second stretch, and so on; 0 when there is none.</param>
public sealed record LifelineRow(
    int RegisterId, Facet Facet, int Position, string Key, int Shape,
    int T1, int T2, int T3, int T4, int T5, int T6, Guid AgreementId)
{
    public const int Unshaped = 0;

    private const int MostTurns = 6;

    /// <summary>All rows of one agreement.</summary>
    public static IEnumerable<LifelineRow> Of(Agreement agreement, CountingRule counting)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var (shape, turns) = ShapeOf(Lifeline.Of(agreement.Facts, counting));
        foreach (var (facet, keys) in KeysOf(agreement))
        {
            for (var i = 0; i < keys.Count; i++)
            {
                yield return new LifelineRow(
                    agreement.RegisterId, facet, Math.Min(i, 2), keys[i], shape,
                    turns[0], turns[1], turns[2], turns[3], turns[4], turns[5], agreement.Id);
            }
        }
    }

    /// <summary>The day as the columns hold days.</summary>
    public static int DayNumber(Day day) => (int)Math.Clamp(day.Number, 0, int.MaxValue);

    /// <summary>The standing that a shape says after so many turns.</summary>
    public static StandingKind KindAfter(int shape, int turns) => (StandingKind)(((shape >> (3 * turns)) & 7) - 1);

    public static int TurnsOf(int shape)
    {
        var turns = -1;
        for (; shape != 0; shape >>= 3)
            turns++;
        return turns;
    }

    private static IEnumerable<(Facet Facet, IReadOnlyList<string> Keys)> KeysOf(Agreement agreement)
    {
        var year = agreement.Facts.Begin?.On!.Year;
        yield return (Facet.Year, [year is { } y ? y.ToString(System.Globalization.CultureInfo.InvariantCulture) : ""]);
        yield return (Facet.Country, OrNone(agreement.Countries));
        yield return (Facet.Kind, OrNone(agreement.KindKeys));
    }

    private static List<string> OrNone(IEnumerable<string> keys)
    {
        var list = keys.ToList();
        return list.Count > 0 ? list : [""];
    }

    private static (int Shape, int[] Turns) ShapeOf(IReadOnlyList<Stretch> line)
    {
        var turns = new int[MostTurns];
        if (line.Count > MostTurns + 1)
            return (Unshaped, turns);
        var shape = 0;
        for (var i = 0; i < line.Count; i++)
        {
            shape |= ((int)line[i].Kind + 1) << (3 * i);
            if (i == 0)
                continue;
            if (line[i].From.Number is <= 0 or > int.MaxValue)
                return (Unshaped, new int[MostTurns]);
            turns[i - 1] = (int)line[i].From.Number;
        }

        return (shape, turns);
    }
}

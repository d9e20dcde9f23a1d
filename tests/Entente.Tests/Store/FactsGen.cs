using CsCheck;

using Entente.Core;
using Entente.Edtf;

namespace Entente.Tests.Store;

/// <summary>Facts of every sort, also contradictory ones, within a few years so that they meet.</summary>
internal static class FactsGen
{
    private static readonly Gen<EdtfDate> Date = Gen.Select(
        Gen.Int[2015, 2024], Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[0, 5],
        (year, month, day, precision) => precision switch
        {
            0 => EdtfDate.Of(year),
            1 or 2 => EdtfDate.Of(year, month),
            _ => EdtfDate.Of(year, month, day),
        });

    private static readonly Gen<Length> Length = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 13], Gen.Int[0, 20], (y, m, d) => new Length(y, m, d < 18 ? 0 : d));

    private static readonly Gen<Event> Event = Gen.Select(
        Gen.Enum<Act>(), Date.Null(), Date.Null(), Gen.Int[0, 3],
        (act, on, until, rare) => new Event(act, on, rare == 0 && until is not null && on is not null && until.Earliest >= on.Earliest ? until : null, "e"));

    private static readonly Gen<Event> Signing = Date.Select(on => new Event(Act.Signed, on, null, "s"));

    private static readonly Gen<Term> Term = Gen.Select(
        Length.Nullable(), Gen.Enum<Renews>().Nullable(0.6), Length.Nullable(0.6), Gen.Int[0, 4].Nullable(0.5), Length.Nullable(0.8), Gen.Enum<OpenTerm>().Nullable(0.7),
        (length, renews, renewal, times, option, open) => new Term
        {
            Text = "t",
            Length = length,
            Renews = renews,
            RenewalLength = renewal,
            RenewalTimes = times,
            Option = option,
            Open = open,
        });

    private static readonly Gen<Party> Party = Gen.OneOf(Gen.Const<string?>("DE"), Gen.Const<string?>("FR"), Gen.Const<string?>("JP"), Gen.Const((string?)null)).Select(
        country => new Party($"Uni {country}") { Country = country });

    private static readonly Gen<Kind> Kind = Gen.OneOf(Gen.Const(new Kind("MOU", "mou")), Gen.Const(new Kind("Odd", null)), Gen.Const(new Kind("Project", "project")));

    public static Gen<Facts> Of(CountingRule counting) => Gen.Select(
        Signing.Array[0, 1].SelectMany(s => Event.Array[0, 5].Select(more => s.Concat(more).ToArray())),
        Term,
        Date.Array[0, 2],
        Gen.Enum<PrintedState>().Nullable(0.8),
        Date.Null(),
        Gen.Select(Party.Array[1, 3], Kind.Array[0, 2]),
        (events, term, printed, state, listed, named) => new Facts
        {
            Parties = named.Item1,
            Kinds = named.Item2,
            Events = events,
            Term = term,
            Ends = Ending.Of(events, term, [.. printed.Select(p => new PrintedEnd(p, p.Text))], counting, NoEnd.EmptyCell),
            State = state,
            ListedOn = listed,
        });
}

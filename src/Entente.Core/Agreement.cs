using System.Globalization;
using System.Text;

using Entente.Edtf;

namespace Entente.Core;

/// <summary>What two or more parties agreed, as the register holds it. Beside the facts stand narrowed values:
/// they only narrow a search, they never decide.</summary>
public sealed class Agreement
{
    private const int MostDigits = 18;

    private Agreement()
    {
        Number = Folded = "";
        Facts = null!;
    }

    public Agreement(int registerId, Guid id, string number, Facts facts, Guid? editionId = null, int? order = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        RegisterId = registerId;
        Id = id;
        Number = number;
        NumberOrder = OrderOf(number);
        EditionId = editionId;
        Order = order;
        Facts = facts;
        Folded = "";
        Narrow();
    }

    /// <summary>A record that was taken out, as it was; its version goes on.</summary>
    public static Agreement Again(int registerId, RecordAfter record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new Agreement(registerId, record.Id, record.Number, record.Facts!, record.EditionId, record.Order) { Version = record.Version + 1 };
    }

    public int RegisterId { get; private set; }

    /// <summary>UUID version 7, made by the application.</summary>
    public Guid Id { get; private set; }

    /// <summary>Given by the register, stable, used in addresses. Not always the printed one, which may occur twice.</summary>
    public string Number { get; private set; }

    /// <summary>What numbers are sorted by: the digits that they begin with; after all numbers when there are none.</summary>
    public long NumberOrder { get; private set; }

    public Facts Facts { get; private set; }

    /// <summary>The edition that its facts came from; null when a person entered it.</summary>
    public Guid? EditionId { get; private set; }

    /// <summary>The order of its draft in that edition.</summary>
    public int? Order { get; private set; }

    /// <summary>Day number of the first day on which it may begin.</summary>
    public long? BeginDay { get; private set; }

    /// <summary>Day number of the first day that may be its last.</summary>
    public long? EndDay { get; private set; }

    /// <summary>Day number of the last day that may be its last; null when it may run on.</summary>
    public long? EndLatestDay { get; private set; }

    /// <summary>Day number of the first day of the end that is shown; null when none is.</summary>
    public long? EndsOnDay { get; private set; }

    public EndsBasis Basis { get; private set; }

    public string Folded { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>The countries of its parties, each once, in order; none when no party has one.</summary>
    public IEnumerable<string> Countries => CountriesOf(Facts);

    /// <summary>The codes of its kinds, or their wording where there is no code; each once, in order.</summary>
    public IEnumerable<string> KindKeys => KindKeysOf(Facts);

    public Standing StandingOn(Day day, CountingRule counting) => Standing.Of(Facts, counting, day);

    /// <summary>The facts after an act; the register keeps the ones before in its changes.</summary>
    public void Revise(Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Facts = facts;
        Version++;
        Narrow();
    }

    /// <summary>The facts and the edition whose places they have.</summary>
    public void Revise(Facts facts, Guid? editionId, int? order)
    {
        EditionId = editionId;
        Order = order;
        Revise(facts);
    }

    public static IEnumerable<string> CountriesOf(Facts facts) =>
        facts.Parties is [{ Country: var only }] ? (only is null ? [] : [only]) : facts.Parties.Select(p => p.Country).OfType<string>().Distinct();

    /// <summary>Who, what and when: rows with the same key are about one agreement.</summary>
    /// <param name="partner">What a partner is known by.</param>
    public static string KeyOf(Facts facts, Func<Party, string> partner) =>
        $"{PartnersOf(facts, partner)}\n{string.Join('|', KindKeysOf(facts).Order(StringComparer.Ordinal))}\n{facts.Begin?.On}";

    /// <summary>Its partners in one text, whatever their order; those without a name are none.</summary>
    public static string PartnersOf(Facts facts, Func<Party, string> partner) =>
        string.Join('|', facts.Parties.Where(p => p.Name.Length > 0).Select(partner).Order(StringComparer.Ordinal));

    public static IEnumerable<string> KindKeysOf(Facts facts) =>
        facts.Kinds is [var only] ? [only.Code ?? only.Text] : facts.Kinds.Select(k => k.Code ?? k.Text).Distinct();

    public static long OrderOf(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var digits = 0;
        while (digits < Math.Min(number.Length, MostDigits) && char.IsAsciiDigit(number[digits]))
            digits++;
        return digits == 0 ? long.MaxValue : long.Parse(number.AsSpan(0, digits), CultureInfo.InvariantCulture);
    }

    private bool HasEarlierPeriods => Facts.Events.Count > 1 && Facts.Events.Count(e => e.OpensPeriod) > 1;

    /// <summary>Derives the narrowed values again, after the rules for them have changed.</summary>
    public void Narrow()
    {
        var ends = Facts.Ends;
        var first = Earliest(ends.On, null);
        var last = Latest(ends.Latest, Latest(ends.On, null));
        foreach (var candidate in ends.Candidates)
            (first, last) = (Earliest(candidate, first), Latest(candidate, last));
        BeginDay = Facts.Begin?.On!.Earliest.Number;
        // An earlier period may end before the last one does, and, when acts are out of order, after it.
        EndDay = HasEarlierPeriods ? BeginDay : first;
        EndLatestDay = HasEarlierPeriods || Facts.Term.RenewsByItself || Facts.Term.Open is not null ? null : last;
        foreach (var act in Facts.Events)
        {
            if (act is not { Act: Act.Terminated or Act.Superseded, On: { } stop })
                continue;
            EndDay = Math.Min(EndDay ?? long.MaxValue, stop.Earliest.Number);
            EndLatestDay = Math.Min(EndLatestDay ?? long.MaxValue, stop.Latest.Number);
        }

        EndsOnDay = Facts.EndsOn?.Earliest is { IsBounded: true } shown ? shown.Number : null;
        Basis = ends.Basis;
        Folded = Fold(Facts);
    }

    /// <summary>The earlier one of a first day and another.</summary>
    private static long? Earliest(EdtfValue? value, long? other) =>
        value?.Earliest is { IsBounded: true, Number: var day } && !(other < day) ? day : other;

    private static long? Latest(EdtfValue? value, long? other) =>
        value?.Latest is { IsBounded: true, Number: var day } && !(other > day) ? day : other;

    private static string Fold(Facts facts)
    {
        var text = new StringBuilder(256);
        foreach (var party in facts.Parties)
        {
            Add(party.Name, party.Unit, party.City, party.CountryText);
            foreach (var name in party.Names)
                Add(name.Text);
        }

        foreach (var kind in facts.Kinds)
            Add(kind.Text);
        Add(facts.Title, facts.Reference, facts.Subject, facts.Note);
        foreach (var cell in facts.Other)
            Add(cell.Text);
        return SearchText.Fold(text.ToString());

        void Add(params ReadOnlySpan<string?> parts)
        {
            foreach (var part in parts)
            {
                if (!string.IsNullOrWhiteSpace(part))
                    text.Append(part).Append('\n');
            }
        }
    }
}

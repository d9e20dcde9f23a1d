using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.Core;

/// <summary>An end as printed, and what it was read as.</summary>
public sealed record PrintedEnd(EdtfDate On, string Text)
{
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>A length was added to the date that is printed: 15.01.2023 (extended by 5 years).</summary>
    public bool IsComputed { get; init; }
}

/// <summary>The rule by which an agreement's end follows from its acts, its term and the end that is printed.</summary>
public static class Ending
{
    /// <param name="printed">Every end that is printed, the likeliest first.</param>
    /// <param name="why">What to say when there is none.</param>
    public static Ends Of(
        IReadOnlyList<Event> events, Term term, IReadOnlyList<PrintedEnd> printed, CountingRule counting, NoEnd why)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(printed);
        List<Event> openers = events is [{ OpensPeriod: true } only] ? [only] : [.. events.Where(e => e.OpensPeriod).OrderBy(e => e.Begin!.Earliest)];
        var last = openers.LastOrDefault();
        var computed = last is not null && term.UsableLength is { } length ? counting.LastDay(last.Begin!, length) : null;
        var ends = (computed, printed.Count) switch
        {
            (null, 0) when term.Open is not null || term.RenewsByItself => new Ends(EndsBasis.Open),
            (null, 0) => new Ends(EndsBasis.Unstated) { Why = why },
            (null, _) => Printed(printed, term),
            (_, 0) => new Ends(EndsBasis.Computed) { On = computed },
            _ when events.Any(e => e.Act == Act.Extended && printed[0].On.Equals(e.Until)) => Printed(printed, term),
            _ => Both(printed, computed!, term),
        };
        ends = BeforeBegin(ends, openers) ? Contradicted(ends) : ends;
        return Latest(ends, openers, term, counting) is { } latest ? ends with { Latest = latest } : ends;
    }

    /// <summary>The ends that were printed or typed, told from what followed from them.</summary>
    public static IReadOnlyList<PrintedEnd> Stated(Ends ends)
    {
        ArgumentNullException.ThrowIfNull(ends);
        if (ends.Text is not { } text)
            return [];
        var texts = text.Split("; ");
        var values = ends.Basis switch
        {
            EndsBasis.Computed => [EdtfDate.TryParse(text, out var edtf) ? edtf : Around(text, ends.On)],
            EndsBasis.Conflict when texts.Length > 1 => [.. ends.Candidates.Take(texts.Length)],
            _ => new[] { ends.On },
        };
        return [.. values.OfType<EdtfDate>().Zip(texts, (on, printed) => new PrintedEnd(on, printed) { Places = ends.Places })];
    }

    /// <summary>A coarser end as printed, such as "until 2028", read in the order of days and months in which what was computed lies in it.</summary>
    private static EdtfDate? Around(string text, EdtfValue? on)
    {
        var dates = new[] { DayOrder.Unknown, DayOrder.MonthFirst }.SelectMany(o => CellWhens.Of(TokenRun.Of(text), o).Items).Select(i => i.RangeEnd ?? i.On).OfType<EdtfDate>().ToList();
        return dates.Find(d => on is null || IsInside(on, d)) ?? dates.FirstOrDefault();
    }

    /// <summary>Whether two ends are the same, or one may be the other, or they are counted a day apart.</summary>
    public static bool Agree(EdtfValue one, EdtfValue other) =>
        one is { Earliest: not null, Latest: not null } && other is { Earliest: not null, Latest: not null } && !Differ(one, other);

    /// <summary>The facts when their register counts otherwise: an end that follows from a length is computed again, any other stays.</summary>
    public static Facts Recounted(Facts facts, CountingRule counting)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Ends.Basis is EndsBasis.Computed or EndsBasis.Conflict && facts.Term.UsableLength is not null
            ? facts with { Ends = Of(facts.Events, facts.Term, Stated(facts.Ends), counting, NoEnd.EmptyCell) with { Text = facts.Ends.Text, Places = facts.Ends.Places } }
            : facts;
    }

    private static Ends Printed(IReadOnlyList<PrintedEnd> printed, Term term)
    {
        var first = printed[0];
        var conflict = term.Open is not null || printed.Any(p => Differ(p.On, first.On));
        return new Ends(conflict ? EndsBasis.Conflict : first.IsComputed ? EndsBasis.Computed : EndsBasis.Stated)
        {
            On = first.On,
            Candidates = conflict ? Distinct(printed.Select(p => (EdtfValue)p.On)) : [],
            Text = printed.Count == 1 ? first.Text : string.Join("; ", printed.Select(p => p.Text)),
            Places = printed.Count == 1 ? first.Places : [.. printed.SelectMany(p => p.Places)],
        };
    }

    private static Ends Both(IReadOnlyList<PrintedEnd> printed, EdtfValue computed, Term term)
    {
        var stated = Printed(printed, term);
        if (stated.Basis == EndsBasis.Conflict)
            return stated with { Candidates = Distinct([.. stated.Candidates, computed]) };
        var on = stated.On!;
        if (IsInside(computed, on))
            return IsInside(on, computed) ? stated : stated with { Basis = EndsBasis.Computed, On = computed };
        if (IsInside(on, computed) || !Differ(on, computed) || term.Renews is not null)
            return stated;
        return stated with { Basis = EndsBasis.Conflict, Candidates = Distinct([on, computed]) };
    }

    /// <summary>For an option the computed end and the option; for an extension the old end and the length.</summary>
    private static EdtfValue? Latest(Ends ends, List<Event> openers, Term term, CountingRule counting)
    {
        if (ends.On is null || openers.Count == 0 || ends.Basis is EndsBasis.Conflict)
            return null;
        if (term.Option is { IsZero: false } option)
            return ends.Basis == EndsBasis.Computed ? counting.LastDay(openers[^1].Begin!, Sum(term.Length!.Value, option)) : option.After(AsDate(ends.On));
        if (openers[^1].Act != Act.Extended || openers.Count < 2 || ends.Basis != EndsBasis.Computed)
            return null;
        var length = term.UsableLength!.Value;
        var before = openers[^2];
        var latest = before.Until is { } until
            ? length.After(until)
            : counting.LastDay(before.Begin!, Sum(length, length));
        return latest.Latest > ends.On.Latest ? latest : null;
    }

    private static bool BeforeBegin(Ends ends, List<Event> openers) =>
        ends.On is { Latest: { } end } && openers.Count > 0 && end < openers[^1].Begin!.Earliest;

    private static Ends Contradicted(Ends ends) =>
        ends with { Basis = EndsBasis.Conflict, Candidates = ends.Candidates.Count > 0 ? ends.Candidates : [ends.On!] };

    private static EdtfDate AsDate(EdtfValue value) => value as EdtfDate ?? EdtfDate.Of(value.Latest!.Value);

    public static Length Sum(Length one, Length other, int times = 1) =>
        new(one.Years + (other.Years * times), one.Months + (other.Months * times), one.Days + (other.Days * times));

    /// <summary>Whether every possible day of one value is a possible day of the other.</summary>
    private static bool IsInside(EdtfValue inner, EdtfValue outer) =>
        inner.Earliest >= outer.Earliest && inner.Latest <= outer.Latest;

    /// <summary>Differ by more than a day, whatever the days meant.</summary>
    private static bool Differ(EdtfValue one, EdtfValue other) =>
        one.Earliest!.Value > other.Latest!.Value.AddDays(1) || one.Latest!.Value.AddDays(1) < other.Earliest!.Value;

    private static IReadOnlyList<EdtfValue> Distinct(IEnumerable<EdtfValue> values) => [.. values.Distinct()];
}

using System.Globalization;
using System.Text.Json.Serialization;

using Entente.App.Imports;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Agreements;

/// <summary>A field that one record says otherwise than another.</summary>
/// <param name="Old">As a comparable text; <paramref name="New"/> likewise.</param>
/// <param name="Was">The same in words, for people; <paramref name="Is"/> likewise.</param>
public sealed record FieldDifference(string Field, string Old, string New, [property: JsonIgnore] string Was, [property: JsonIgnore] string Is);

/// <summary>What an agreement says, field by field, as comparable texts: what was read where something was read, else what is printed.
/// The running number is no such field: it moves whenever a row is put in before.</summary>
internal static class FactTexts
{
    private static readonly string[] fields = ["partner", "unit", "country", "place", "kind", "start", "term", "end", "state", "title", "reference", "subject", "note", "other"];

    public static IReadOnlyList<FieldDifference> Differences(Facts before, Facts after)
    {
        if (ReferenceEquals(before, after))
            return [];
        List<FieldDifference>? differences = null;
        foreach (var field in fields)
        {
            if (Of(field, before) != Of(field, after))
                (differences ??= []).Add(Difference(field, before, after));
        }

        return differences ?? [];
    }

    /// <summary>The same of one field.</summary>
    public static FieldDifference Difference(string field, Facts before, Facts after)
    {
        var (old, now) = (Of(field, before), Of(field, after));
        return new FieldDifference(field, old, now, InWords((field, old), before, after, isAfter: false), InWords((field, now), after, before, isAfter: true));
    }

    /// <summary>Of several acts only those that the other record has not: the rest is the same. Where acts were only added or taken out,
    /// what was there stands beside them.</summary>
    private static string InWords((string Field, string Text) field, Facts facts, Facts other, bool isAfter)
    {
        var own = facts.Events.ExceptBy(other.Events.Select(Act), Act).ToList();
        var others = other.Events.ExceptBy(facts.Events.Select(Act), Act).Any();
        if (field.Field != "start" || own.Count == 0 || (!others && other.Events.Count == 0))
            return FactWords.Of(field.Field, field.Text, facts);
        var words = FactWords.Of(field.Field, field.Text, facts with { Events = own });
        return others ? words : Wording.Of(isAfter ? "show.added" : "show.taken-out", words);
    }

    /// <summary>Every field that is said, in words.</summary>
    public static IEnumerable<(string Field, string Text, string Words)> Said(Facts facts) =>
        Of(facts).Where(f => f.Text.Length > 0).Select(f => (f.Field, f.Text, FactWords.Of(f.Field, f.Text, facts)));

    /// <summary>One field.</summary>
    public static string Of(string field, Facts facts) => field switch
    {
        "partner" => Join(facts.Parties, p => p.Name),
        "unit" => Join(facts.Parties, p => p.Unit),
        "country" => Join(facts.Parties, p => p.Country ?? p.CountryText),
        "place" => Join(facts.Parties, p => p.City),
        "kind" => Join(facts.Kinds, k => k.Text),
        "start" => Join(facts.Events, e => Act(e.Until is not null && ReferenceEquals(e, facts.LastOpener) && facts.Ends.Basis == EndsBasis.Stated && Equals(facts.Ends.On, e.Until) ? e with { Until = null } : e)),
        "term" => Term(facts.Term),
        // A column in which nothing stands says as much as none.
        "end" => End(facts.Ends is { Why: NoEnd.NoColumn } ends ? ends with { Why = NoEnd.EmptyCell } : facts.Ends),
        "state" => Code(facts.State) ?? facts.StateText ?? "",
        "title" => facts.Title ?? "",
        "reference" => facts.Reference ?? "",
        "subject" => facts.Subject ?? "",
        "note" => facts.Note ?? "",
        "other" => Join([.. facts.Other.OrderBy(o => o.Header, StringComparer.Ordinal)], o => $"{o.Header}: {o.Text}"),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    /// <summary>Whether a text of a field says something: why there is no end does not.</summary>
    public static bool Says(string field, string text) => text.Length > 0 && !(field == "end" && Words.Parse<NoEnd>(text) is not null);

    private static IEnumerable<(string Field, string Text)> Of(Facts facts) => fields.Select(f => (f, Of(f, facts)));

    /// <summary>The end as a person would say it: the day, or why there is none.</summary>
    public static string End(Ends ends) => ends.Basis switch
    {
        EndsBasis.Conflict => string.Join(" | ", ends.Candidates),
        EndsBasis.Unstated => Words.Kebab(ends.Why ?? NoEnd.NotRead),
        EndsBasis.Open => "open",
        _ => ends.Latest is { } latest ? $"{ends.On}, {latest}" : $"{ends.On}",
    };

    /// <summary>The day as it was read, else until when; the wording only where nothing else is known.</summary>
    public static string Act(Event happened) =>
        $"{Words.Kebab(happened.Act)}{(happened.On is { } on ? $" {on}" : happened.Until is null ? $" {happened.Text}" : "")}{(happened.From is { } from ? $" from {from}" : "")}{(happened.Until is { } until ? $" until {until}" : "")}{(happened.Note is { } note ? $" ({note})" : "")}";

    private static string Term(Term term) => term.SaysHowLong
        ? Join([term.Length?.ToString(), Code(term.Renews), term.RenewalLength?.ToString(), term.RenewalTimes?.ToString(CultureInfo.InvariantCulture), term.Option?.ToString(), Code(term.Open)])
        : term.Text ?? "";

    private static string? Code<T>(T? value)
        where T : struct, Enum => value is { } code ? Words.Kebab(code) : null;

    /// <summary>Of most there is one.</summary>
    private static string Join<T>(IReadOnlyList<T> all, Func<T, string?> text) => all.Count switch { 0 => "", 1 => text(all[0]) ?? "", _ => Join(all.Select(text)) };

    public static string Join(IEnumerable<string?> parts) => string.Join("; ", parts.Where(p => !string.IsNullOrEmpty(p)));
}

using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>What a person should look at in a row's dates and term.</summary>
internal static class WhenFindings
{
    public static IReadOnlyList<Finding> Of(IReadOnlyList<WhenItem> items, WhenRow row, Term term, Ends ends, bool isCrowded)
    {
        var openers = row.Events.Where(e => e.OpensPeriod).ToList();
        if (IsPlain(items, row, openers, term, ends) && !isCrowded)
            return [];
        return
        [
            .. items.Where(i => i.Reason is not null).Select(i => About(i.Reason!, Severity.Error, "start", i.Places, i.Text)),
            .. items.Where(i => i.Doubt is not null && i.On is not null).Select(Doubtful),
            .. items.Where(i => i.IsUnread).Select(i => About(i.Role == WhenRole.Term ? "term.not-read" : "date.not-read", Severity.Error, FieldOf(i.Role), i.Places, i.Text)),
            .. items.Where(i => i.IsPart).DistinctBy(i => i.Places).Select(i => About("term.partly-read", Severity.Doubt, "term", i.Places, i.CellText ?? i.Text)),
            .. term is { Open: not (null or OpenTerm.LongTerm), Length: not null, Renews: null } ? [About("term.open-and-length", Severity.Doubt, "term", term.Places, term.Text ?? "")] : Array.Empty<Finding>(),
            .. row.Undated.Select(i => About("act.undated", Severity.Doubt, "start", i.Places, i.Text)),
            .. items.Any(i => i.Role is not (WhenRole.Term or WhenRole.End) && (i.IsUnread || i.Reason is not null)) ? [] : Missing(openers, term, ends),
            .. Printed(openers, row),
            .. isCrowded ? [About("term.several", Severity.Doubt, "term", term.Places, term.Text ?? "")] : Array.Empty<Finding>(),
            .. term.Length is { IsZero: true } ? [About("term.nothing", Severity.Doubt, "term", term.Places, term.Text ?? "")] : Array.Empty<Finding>(),
            .. AboutEnd(items, row, openers, term, ends),
        ];
    }

    /// <summary>Signed once and all of it read: most rows have nothing to look at.</summary>
    private static bool IsPlain(IReadOnlyList<WhenItem> items, WhenRow row, List<Event> openers, Term term, Ends ends)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not { Reason: null, Doubt: null, IsUnread: false, IsPart: false })
                return false;
        }

        return openers is [{ Until: null }] && row is { Undated.Count: 0, IsConflict: false, IsOnePerKind: false, IsRepeated: false, Ends.Count: 0 }
            && ends.Basis is EndsBasis.Computed or EndsBasis.Open or EndsBasis.Unstated && (term.Open is null || term.Length is null) && term.Length is not { IsZero: true };
    }

    private static Finding Doubtful(WhenItem item) =>
        About(item.Doubt!, item.Doubt is "date.two-digit-year" or "date.letter-for-digit" ? Severity.Note : Severity.Doubt, "start", item.Places, item.Text, item.On!.ToString());

    private static IEnumerable<Finding> Missing(List<Event> openers, Term term, Ends ends)
    {
        if (openers.Count > 0)
            yield break;
        if (term.SaysHowLong || ends.On is not null)
            yield return About("record.no-date", Severity.Doubt, "start", term.Places, term.Text ?? ends.Text ?? "");
        else
            yield return About("record.no-date-no-term", Severity.Doubt, "start", []);
    }

    private static IEnumerable<Finding> Printed(List<Event> openers, WhenRow row)
    {
        if (row.IsOnePerKind)
            yield return About("dates.one-per-kind", Severity.Doubt, "start", openers[0].Places, openers[0].On!.ToString());
        if (row.IsRepeated)
            yield return About("dates.repeated", Severity.Doubt, "start", openers[0].Places, openers[0].On!.ToString());
        if (openers.Count(e => e.Until is not null) > 1)
            yield return About("periods.printed", Severity.Note, "end", openers[^1].Places, string.Join(", ", openers.Select(e => e.Text)));
    }

    private static IEnumerable<Finding> AboutEnd(IReadOnlyList<WhenItem> items, WhenRow row, List<Event> openers, Term term, Ends ends)
    {
        if (row.IsConflict)
        {
            yield return About("date.out-of-order", Severity.Doubt, "start", ends.Places, string.Join(", ", items.Where(i => i.On is not null).Select(i => i.On!.ToString())));
            yield break;
        }

        if (openers.Count == 0)
            yield break;
        var last = openers[^1].On!;
        if (ends.Basis == EndsBasis.Conflict)
        {
            yield return ends.On!.Latest < last.Earliest
                ? About("ends.before-begin", Severity.Doubt, "end", ends.Places, ends.On.ToString(), last.ToString())
                : About("ends.conflict", Severity.Doubt, "end", ends.Places, string.Join(", ", ends.Candidates));
        }
        else if (row.Ends is [var printed, ..] && term.UsableLength is { } length)
        {
            // Where cells tell an end from a length nothing was guessed, and that both say the same is nothing to look at.
            if (!Agree(printed, length, last))
                yield return About("ends.renewed", Severity.Note, "end", printed.Places, printed.Text, length.ToString(), ends.On!.ToString());
            else if (!AreInCells(items))
                yield return About("ends.agree", Severity.Note, "end", printed.Places, printed.Text, length.ToString(), ends.On!.ToString());
        }
        else if (ends is { Basis: EndsBasis.Stated, On: EdtfDate end } && openers[^1].Until is null && Length.WholeYears(last, end) is null && !(AreInCells(items) && EndsAPart(end)))
        {
            yield return About("ends.not-whole-years", Severity.Note, "end", ends.Places, last.ToString(), end.ToString());
        }
    }

    /// <summary>A length and an end that are both printed: they agree, or the length was renewed.</summary>
    private static bool Agree(PrintedEnd printed, Length length, EdtfDate last)
    {
        var computed = length.After(last);
        return computed.Earliest <= printed.On.Latest.AddDays(1) && computed.Latest >= printed.On.Earliest.AddDays(-1);
    }

    /// <summary>The cells say what each of them is; where columns are lost, a whole number of years confirms it.</summary>
    private static bool AreInCells(IReadOnlyList<WhenItem> items) => items.All(i => i.Role != WhenRole.Lost);

    /// <summary>On the last day of a month, as calendar and academic years do.</summary>
    private static bool EndsAPart(EdtfDate end) => !end.IsOneDay || end.Latest.AddDays(1).DayOfMonth == 1;

    private static string FieldOf(WhenRole role) => role switch { WhenRole.Term => "term", WhenRole.End => "end", _ => "start" };

    private static Finding About(string code, Severity severity, string field, IReadOnlyList<Place> places, params IReadOnlyList<string> arguments) =>
        new(code, severity, [], field, arguments) { Places = places };
}

using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>What a person should look at in a row's dates and term.</summary>
internal static class WhenFindings
{
    public static void Add(IReadOnlyList<WhenItem> items, WhenRow row, Term term, Ends ends, List<Finding> findings)
    {
        foreach (var item in items)
        {
            if (item.Reason is not null)
                findings.Add(About(item.Reason, Severity.Error, "start", item.Places, item.Text));
            else if (item.Doubt is not null)
                findings.Add(About(item.Doubt, item.Doubt == "date.two-digit-year" ? Severity.Note : Severity.Doubt, "start", item.Places, item.Text, item.On!.ToString()));
        }

        var openers = row.Events.Where(e => e.OpensPeriod).ToList();
        AddMissing(openers, term, ends, findings);
        if (openers.Exists(e => e.Until is not null))
            findings.Add(About("periods.printed", Severity.Note, "end", openers[^1].Places, string.Join(", ", openers.Select(e => e.Text))));
        if (row.IsConflict)
            findings.Add(About("date.out-of-order", Severity.Doubt, "start", ends.Places, string.Join(", ", items.Where(i => i.On is not null).Select(i => i.On!.ToString()))));
        else if (openers.Count > 0)
            AddAboutEnd(row, openers[^1].On!, term, ends, findings);
        if (term.Length is { IsZero: true })
            findings.Add(About("term.nothing", Severity.Doubt, "term", term.Places, term.Text ?? ""));
    }

    private static void AddMissing(List<Event> openers, Term term, Ends ends, List<Finding> findings)
    {
        if (openers.Count > 0)
            return;
        if (term.SaysHowLong || ends.On is not null)
            findings.Add(About("record.no-date", Severity.Doubt, "start", term.Places, term.Text ?? ends.Text ?? ""));
        else
            findings.Add(About("record.no-date-no-term", Severity.Doubt, "start", []));
    }

    private static void AddAboutEnd(WhenRow row, EdtfDate last, Term term, Ends ends, List<Finding> findings)
    {
        var candidates = string.Join(", ", ends.Candidates);
        if (ends.Basis == EndsBasis.Conflict && ends.On!.Latest < last.Earliest)
            findings.Add(About("ends.before-begin", Severity.Doubt, "end", ends.Places, ends.On.ToString(), last.ToString()));
        else if (ends.Basis == EndsBasis.Conflict)
            findings.Add(About("ends.conflict", Severity.Doubt, "end", ends.Places, candidates));
        else if (row.Ends is [var printed, ..] && term.UsableLength is { } length)
            AddBoth(printed, length, ends, last, findings);
        else if (ends is { Basis: EndsBasis.Stated, On: EdtfDate end } && !row.Events.Any(e => e.Until is not null) && Length.WholeYears(last, end) is null)
            findings.Add(About("ends.not-whole-years", Severity.Note, "end", ends.Places, last.ToString(), end.ToString()));
    }

    /// <summary>A length and an end that are both printed: they agree, or the length was renewed.</summary>
    private static void AddBoth(PrintedEnd printed, Length length, Ends ends, EdtfDate last, List<Finding> findings)
    {
        var computed = length.After(last);
        var agree = computed.Earliest <= printed.On.Latest.AddDays(1) && computed.Latest >= printed.On.Earliest.AddDays(-1);
        findings.Add(About(agree ? "ends.agree" : "ends.renewed", Severity.Note, "end", printed.Places, printed.Text, length.ToString(), ends.On!.ToString()));
    }

    private static Finding About(string code, Severity severity, string field, IReadOnlyList<Place> places, params IReadOnlyList<string> arguments) =>
        new(code, severity, [], field, arguments) { Places = places };
}

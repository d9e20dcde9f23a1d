using System.Globalization;

using Entente.App.Agreements;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>A list under review in words: what its columns are taken for, and its records with what was found and decided.</summary>
internal static class ReviewReport
{
    public static void Write(Terminal terminal, Register register, ReviewFile file, IReadOnlyList<ReviewedRecord> records)
    {
        var review = file.Review;
        terminal.Answer(Wording.Of("review.begun", review.SourceName, Shown.Instant(review.StartedAt), review.StartedBy));
        WriteCounts(terminal, file.List);
        if (file.Proposal.SameAs is { } same)
            terminal.Answer(PageWords.Say("review.same-as", Shown.Instant(same.ImportedAt)));
        if (file.Reading.ListedOn is { } listed)
            terminal.Answer(Wording.Of("review.listed-on", listed.ToString()));
        var ofList = file.Reading.Findings.Where(f => f.Records.Count == 0).OrderBy(f => f.Severity).ToList();
        if (ofList.Count > 0)
            terminal.Answer(Wording.Of("review.of-list", Number(ofList.Count(f => f.Severity != Severity.Note))));
        foreach (var finding in ofList)
            terminal.Answer(Found(finding));
        WriteColumns(terminal, file);
        if (records.Count > 0)
        {
            terminal.Table(
                [Wording.Of("review.record"), Wording.Of("review.says"), Wording.Of("review.register"), Wording.Of("review.decision"), Wording.Of("review.found")],
                records.Select(r => (IReadOnlyList<string>)[Number(r.Order), Says(register, r.Facts), Fate(r), Decision(r), string.Join(Environment.NewLine, r.Findings.Select(Found))]));
        }

        foreach (var (i, step) in review.Steps.Index())
            terminal.Answer(Wording.Of("review.step", Number(i + 1), ReviewSteps.Said(step), step.Who, Shown.Instant(step.At)));
        foreach (var gone in ImportReport.Gone(file.Proposal.Comparison, file.Gone))
            terminal.Answer(gone);
    }

    /// <summary>One record beside its row.</summary>
    public static void Write(Terminal terminal, Register register, ReviewedRecord record)
    {
        terminal.Answer(Wording.Of("review.row", Number(record.Order), record.Draft.Text));
        if (record.Draft.Places.Select(Shown.Place).Where(p => p.Length > 0).Distinct().ToList() is { Count: > 0 } places)
            terminal.Answer(Wording.Of("review.place", string.Join("; ", places)));
        foreach (var (field, _, words) in FactTexts.Said(record.Facts))
            terminal.Answer(Wording.Of("review.field", FactWords.Name(field), field == "kind" ? KindWords.Said(register, record.Facts) : words));
        terminal.Answer(Wording.Of("review.field", Wording.Of("review.decision"), Decision(record)));
        if (Fate(record) is { Length: > 0 } fate)
            terminal.Answer(Wording.Of("review.field", Wording.Of("review.register"), fate));
        if (record.Fate is { Fate: RecordFate.Deleted, Agreement: { } deleted })
            terminal.Answer(Wording.Of("review.deleted", deleted));
        foreach (var one in record.IsPerhaps ? record.Fate!.Either : [])
            terminal.Answer(Wording.Of("review.either", one.Agreement, one.Words));
        foreach (var change in record.Fate?.Fields ?? [])
            terminal.Answer(Changed(change));
        foreach (var conflict in record.Conflicts)
        {
            terminal.Answer(Wording.Of("review.conflict", FactWords.Name(conflict.Field), Said(conflict.Was), Said(conflict.Is), conflict.Field));
            foreach (var follows in record.Following(conflict.Field))
                terminal.Answer(Wording.Of("review.follows", conflict.Field, FactWords.Name(follows.Field), Said(follows.Was), Said(follows.Is)));
        }

        foreach (var (of, isListed) in record.DecidedConflicts)
            terminal.Answer(DecidedSaid(of, isListed));
        foreach (var otherwise in record.Otherwise)
        {
            terminal.Answer(OtherwiseSaid(otherwise));
            if (!record.Takeable.Contains(otherwise))
                continue;
            terminal.Answer(Wording.Of("review.takeable", otherwise.Field));
            foreach (var follows in record.Following(otherwise.Field))
                terminal.Answer(Wording.Of("review.follows", otherwise.Field, FactWords.Name(follows.Field), Said(follows.Was), Said(follows.Is)));
        }

        foreach (var finding in record.Findings)
            terminal.Answer(Found(finding));
        if (record.Decision != RecordDecision.Left || record.Proposed is not { } proposed)
            return;
        terminal.Answer(Wording.Of("review.proposed", Number(record.Order)));
        foreach (var change in FactTexts.Differences(record.Facts, proposed))
            terminal.Answer(Changed(change));
    }

    public static void WriteCounts(Terminal terminal, ReviewedList list)
    {
        var counts = ReviewedCounts.Of(list);
        terminal.Answer(Wording.Of("review.counts", Number(counts.Records), Number(counts.Look), Number(counts.Left), Number(counts.Accepted), Number(counts.Skipped)));
    }

    private static void WriteColumns(Terminal terminal, ReviewFile file)
    {
        var columns = ColumnView.Of(file);
        if (columns.Count == 0)
            return;
        var fields = ColumnMeanings.Fields.ToDictionary(f => f.Value, f => f.Words);
        terminal.Table(
            [Wording.Of("review.column-number"), Wording.Of("review.column"), Wording.Of("review.meaning"), Wording.Of("review.examples")],
            columns.Select(c => (IReadOnlyList<string>)
            [
                Number(c.Column), c.Head ?? PageWords.Say("source-tables.no-header"),
                c.Days == Core.Reading.DayOrder.Unknown ? fields[c.Field] : $"{fields[c.Field]}, {PageWords.Say($"review.{Words.Kebab(c.Days)}")}", string.Join(" · ", c.Examples),
            ]));
    }

    private static string Says(Register register, Facts facts) => string.Join(" · ", string.Join("; ", AgreementView.NamesOf(facts)), Line(register, facts));

    /// <summary>Beside the partners.</summary>
    public static string Line(Register register, Facts facts) => string.Join(
        " · ", FactTexts.Said(facts).Where(f => f.Field is "country" or "kind" or "start" or "term" or "end" or "state").Select(f => f.Field == "kind" ? KindWords.Said(register, facts) : f.Words));

    private static string Fate(ReviewedRecord record) => record.Fate?.Words ?? "";

    private static string Decision(ReviewedRecord record)
    {
        var said = PageWords.Say($"review-show.{Words.Kebab(record.Decision)}");
        return record.Corrected is null ? said : $"{said}, {PageWords.Say("review.corrected")}";
    }

    /// <summary>Which of two values holds, and which does not.</summary>
    public static string DecidedSaid(FieldDifference of, bool isListed) =>
        Wording.Of(isListed ? "review.decided-list" : "review.decided-register", FactWords.Name(of.Field), Said(isListed ? of.Is : of.Was), Said(isListed ? of.Was : of.Is));

    /// <summary>What the register says by now, and the list still says otherwise.</summary>
    public static string OtherwiseSaid(FieldDifference of) => Wording.Of("review.otherwise", FactWords.Name(of.Field), Said(of.Was), Said(of.Is));

    private static string Found(Finding finding) => Wording.Of("show.finding", Wording.Of("severity", finding.Severity), Wording.Of(finding));

    private static string Changed(FieldDifference change) => Wording.Of("review.change", FactWords.Name(change.Field), Said(change.Was), Said(change.Is));

    private static string Said(string words) => words.Length == 0 ? Wording.Of("import.nothing") : words;

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

using System.Globalization;

using Entente.App.Agreements;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>An import in words: what was read, and what of it is new, changed or no longer listed.</summary>
internal static class ImportReport
{
    private const int MostBeforehand = 20;

    /// <summary>Before it is stored.</summary>
    public static void WriteProposal(Terminal terminal, Proposal proposal)
    {
        ReadReport.WriteSummary(terminal, proposal.Reading);
        ReadReport.WriteTables(terminal, proposal.Reading);
        var comparison = proposal.Comparison;
        terminal.Answer(Counts(comparison));
        WritePart(terminal, comparison);
        WriteOthers(terminal, proposal.Reading);
        WriteLeftOut(terminal, comparison);
        WriteFirst(terminal, comparison.New.Select(New));
        WriteFirst(terminal, comparison.Changed.Select(c => Changed(c.Agreement, c.Fields)));
        WriteFirst(terminal, comparison.Doubtful.SelectMany(Kept));
        WriteFirst(terminal, comparison.Perhaps.Select(Perhaps));
        WriteFirst(terminal, Gone(comparison));
        WriteDeleted(terminal, comparison);
    }

    /// <param name="isTold">Whether all but the outcome was said before.</param>
    public static void Write(Terminal terminal, OpenRegister open, Imported imported, bool isTold = false)
    {
        if (!isTold)
            ReadReport.WriteSummary(terminal, imported.Reading);
        terminal.Answer(Wording.Of(imported.IsStored ? "import.stored" : "import.same-document", open.Register.Name));
        terminal.Answer(Counts(imported.Comparison));
        WritePart(terminal, imported.Comparison);
        WriteLeftOut(terminal, imported.Comparison);
        if (isTold)
            return;
        var comparison = imported.Comparison;
        WriteOthers(terminal, imported.Reading);
        foreach (var line in comparison.Changed.Select(c => Changed(c.Agreement, c.Fields)).Concat(comparison.Doubtful.SelectMany(Kept)).Concat(comparison.Perhaps.Select(Perhaps)).Concat(Gone(comparison)))
            terminal.Answer(line);
        WriteDeleted(terminal, comparison);
    }

    /// <summary>A list that somebody went through: all of it was looked at before.</summary>
    public static void WriteReviewed(Terminal terminal, OpenRegister open, Imported imported, int skipped)
    {
        terminal.Answer(Wording.Of(imported.IsStored ? "import.stored" : "import.same-document", open.Register.Name));
        terminal.Answer(Counts(imported.Comparison));
        WritePart(terminal, imported.Comparison);
        if (imported.IsStored && skipped > 0)
            terminal.Answer(Wording.Of("import.skipped", Number(skipped)));
        WriteDeleted(terminal, imported.Comparison);
        foreach (var line in Gone(imported.Comparison))
            terminal.Answer(line);
        foreach (var rule in imported.Rules)
            terminal.Answer(Wording.Of("import.rule", RuleWords.Field(rule.Field), RuleWords.Said(rule)));
    }

    /// <summary>Before a long list is stored: all of it is new.</summary>
    public static void WriteProposal(Terminal terminal, LongImported read)
    {
        ReadReport.WriteSummary(terminal, read.Reading, read.Counts);
        ReadReport.WriteTables(terminal, read.Reading);
        terminal.Answer(Wording.Of("import.counts", Number(read.Counts.Records), "0", "0", "0", "0"));
        foreach (var draft in read.First.Take(MostBeforehand))
            terminal.Answer(New(draft));
        if (read.Counts.Records > MostBeforehand)
            terminal.Answer(Wording.Of("import.more", Number(read.Counts.Records - MostBeforehand)));
    }

    /// <param name="isTold">Whether all but the outcome was said before.</param>
    public static void Write(Terminal terminal, OpenRegister open, LongImported imported, bool isTold)
    {
        if (!isTold)
            ReadReport.WriteSummary(terminal, imported.Reading, imported.Counts);
        terminal.Answer(Wording.Of(imported.IsStored ? "import.stored" : "import.same-document", open.Register.Name));
        var (added, same) = imported.IsStored ? (imported.Counts.Records, 0) : (0, imported.Counts.Records);
        terminal.Answer(Wording.Of("import.counts", Number(added), "0", Number(same), "0", "0"));
    }

    /// <summary>Why so many are not among those that are no longer listed.</summary>
    private static void WritePart(Terminal terminal, Comparison comparison)
    {
        if (PartSaid(comparison) is { } said)
            terminal.Answer(said);
    }

    /// <summary>The same in words; null where there is nothing to say.</summary>
    public static string? PartSaid(Comparison comparison) => Imports.OfPart(comparison).Select(Wording.Of).FirstOrDefault();

    private static void WriteLeftOut(Terminal terminal, Comparison comparison)
    {
        if (comparison.LeftOut > 0)
            terminal.Answer(Wording.Of("import.left-out", Number(comparison.LeftOut)));
    }

    /// <summary>What the comparison leaves in doubt beside the values that were changed on both sides and the records that are perhaps known.</summary>
    private static void WriteOthers(Terminal terminal, SourceReading reading)
    {
        var drafts = reading.Drafts.ToDictionary(d => d.Order);
        var others = reading.Findings.Where(f => f.Severity == Severity.Doubt && f.Code is Finding.InBin or Finding.OlderList or Finding.ListAgain or "import.either" or "partner.renamed" or "partner.near-known");
        WriteFirst(terminal, others.Select(f => f.Records is [var record, ..] ? Wording.Of("import.doubt", NumberOf(drafts[record]), Partners(drafts[record].Facts), Wording.Of(f)) : Wording.Of(f)));
    }

    private static void WriteDeleted(Terminal terminal, Comparison comparison)
    {
        if (comparison.Deleted.Count > 0)
            terminal.Answer(Wording.Of("import.deleted", Number(comparison.Deleted.Count), string.Join(", ", comparison.Deleted.OrderBy(d => d.Draft.Order).Select(d => d.Number))));
    }

    /// <summary>Of many lines the first, and how many more there are.</summary>
    public static void WriteFirst(Terminal terminal, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        foreach (var line in all.Take(MostBeforehand))
            terminal.Answer(line);
        if (all.Count > MostBeforehand)
            terminal.Answer(Wording.Of("import.more", Number(all.Count - MostBeforehand)));
    }

    private static string New(Draft draft) => Wording.Of("import.new", NumberOf(draft), Partners(draft.Facts));

    private static string NumberOf(Draft draft) => draft.Facts.Number ?? Number(draft.Order);

    private static string Changed(Agreement agreement, IReadOnlyList<FieldDifference> fields) => string.Join(Environment.NewLine, fields.Select(f => Changed(agreement.Number, f)));

    /// <summary>From what a field said to what it says.</summary>
    public static string Changed(string number, FieldDifference field) => Wording.Of("import.changed", number, FactWords.Name(field.Field), Said(field.Was), Said(field.Is));

    private static IEnumerable<string> Kept(Met met) =>
        met.Kept.Select(k => Wording.Of(met.IsOlder ? "import.kept-older" : "import.kept", met.Agreement.Number, FactWords.Name(k.Field), Said(k.Of.Is), Said(k.Of.Was)));

    private static string Perhaps((Agreement Agreement, Draft Draft) pair) => Wording.Of("import.perhaps", NumberOf(pair.Draft), Partners(pair.Draft.Facts), pair.Agreement.Number);

    /// <summary>What the list has no longer: to find out about, and what is over.</summary>
    public static IEnumerable<string> Gone(Comparison comparison) => Gone(comparison, comparison.Gone);

    public static IEnumerable<string> Gone(Comparison comparison, IReadOnlyList<Agreement> gone) =>
        gone.Select(a => Wording.Of(comparison.IsOver(a) ? "import.gone-over" : "import.gone", a.Number, Partners(a.Facts)));

    private static string Said(string words) => words.Length == 0 ? Wording.Of("import.nothing") : words;

    private static string Partners(Facts facts) => string.Join(", ", Agreements.AgreementView.NamesOf(facts));

    private static string Counts(Comparison comparison)
    {
        var counts = Wording.Of(
            "import.counts", Number(comparison.New.Count), Number(comparison.ChangedCount), Number(comparison.SameCount), Number(comparison.Gone.Count), Number(comparison.DoubtfulCount));
        return comparison.ChangedInDoubt is > 0 and var changed ? Wording.Of("import.counts-in-doubt", counts, Number(changed)) : counts;
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

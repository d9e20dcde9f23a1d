using System.Globalization;

using Entente.App.Agreements;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>Taking an edition back in words: what it would do, and what it did, with the numbers of all agreements.</summary>
internal static class UndoReport
{
    private const int MostSpans = 50;

    /// <summary>Before any of it is done.</summary>
    public static void WriteBefore(Terminal terminal, Undone would)
    {
        terminal.Answer(Wording.Of("undo.would", would.Edition.SourceName, Shown.Instant(would.Edition.ImportedAt)));
        WriteAll(terminal, would);
        if (would.Since.Count > 0)
            terminal.Answer(Wording.Of("undo.since", Number(would.Since.Count), Numbers(would.Since.Select(s => s.Number))));
    }

    /// <param name="isTold">Whether all of it was said before.</param>
    public static void Write(Terminal terminal, OpenRegister open, Undone undone, bool isTold)
    {
        terminal.Answer(Wording.Of("undo.done", undone.Edition.SourceName, open.Register.Name));
        terminal.Answer(Wording.Of("undo.counts", Number(undone.RemovedCount), Number(undone.Restored.Count)));
        if (undone.Since.Where(s => s.IsNew).Select(s => s.Number).ToList() is { Count: > 0 } binned)
            terminal.Answer(Wording.Of("undo.binned", string.Join(", ", binned)));
        if (!isTold)
            WriteAll(terminal, undone);
    }

    public static string Numbers(IEnumerable<string> numbers) => RecordNumbers.Said(numbers, MostSpans);

    /// <summary>Of a long list only the first are known.</summary>
    public static string RemovedNumbers(Undone undone) =>
        Numbers(undone.Removed.Select(a => a.Number)) + (undone.RemovedCount > undone.Removed.Count ? ", …" : "");

    private static void WriteAll(Terminal terminal, Undone undone)
    {
        if (undone.RemovedCount > 0)
            terminal.Answer(Wording.Of("undo.removed", Number(undone.RemovedCount), RemovedNumbers(undone)));
        if (undone.Restored.Count > 0)
            terminal.Answer(Wording.Of("undo.restored", Number(undone.Restored.Count), Numbers(undone.Restored.Select(r => r.Agreement.Number))));
        ImportReport.WriteFirst(terminal, Changes(undone.Restored));
        if (undone.Listed.Count > 0)
            terminal.Answer(Wording.Of("undo.listed", Number(undone.Listed.Count), Numbers(undone.Listed)));
        ImportReport.WriteFirst(terminal, undone.LeftBehind.SelectMany(r => r.Fields.Select(f => Wording.Of("undo.left-behind", r.Agreement.Number, FactWords.Name(f.Field), f.Is))));
        foreach (var rule in undone.Rules)
            terminal.Answer(Wording.Of("undo.rule", RuleWords.Field(rule.Field), RuleWords.Said(rule)));
        foreach (var rule in undone.KeptRules)
            terminal.Answer(Wording.Of("undo.rule-stays", RuleWords.Field(rule.Field), RuleWords.Said(rule)));
    }

    private static IEnumerable<string> Changes(IReadOnlyList<Restored> restored) =>
        restored.SelectMany(r => r.Fields.Select(f => ImportReport.Changed(r.Agreement.Number, f)));

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

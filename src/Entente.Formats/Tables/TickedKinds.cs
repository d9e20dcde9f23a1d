using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>What the heads of a table say of the kinds of its rows: each of those that it ticks, or all of those below it.</summary>
internal sealed class TickedKinds(Grid grid, IReadOnlyList<string> heads, string?[] fields, Contents[] contents, Kinds kinds)
{
    private const int MostWords = 3, LongWord = 5;

    private static readonly Lazy<HashSet<string>> Words = new(() => PhraseBook.Of("kind") is var book ? [.. book.Codes.Distinct().SelectMany(book.Phrases).SelectMany(p => p.Split(' '))] : []);

    private readonly Lazy<GridCell[]> overSeveral = new(() => [.. grid.Cells.Where(c => c.ColumnSpan > 1 && !c.IsEmpty)]);
    private readonly Lazy<bool>[] holdsTicks = [.. heads.Select((head, column) => new Lazy<bool>(() => HoldsTicks(grid, column, head, contents[column])))];
    private Kind?[]? ofColumns;

    private Kind?[] Named => field ??= [.. heads.Select((_, column) => kinds.FindWithin(OwnHead(column)))];

    /// <summary>The kind of a row that ticks this column, as its head words it.</summary>
    public Kind? Of(int column) => (ofColumns ??= OfColumns())[column] is { } kind ? kind with { Text = OwnHead(column) } : null;

    /// <summary>The kind of every row, which a head names over other things than ticks: who ticks another column is not of that kind.</summary>
    public Kind? OfAll => fields.Contains("kind") ? null : Enumerable.Range(0, heads.Count).Where(c => Named[c] is not null && !holdsTicks[c].Value).Select(c => Named[c]).FirstOrDefault();

    /// <summary>A word among columns of kinds is one too: a known one, or a word of their names, beside them, any between two of them.</summary>
    private Kind?[] OfColumns()
    {
        Kind?[] found = [.. Named];
        foreach (var column in Enumerable.Range(1, Math.Max(heads.Count - 1, 0)).Concat(Enumerable.Range(0, heads.Count).Reverse()))
        {
            if (found[column] is not null || fields[column] is not null)
                continue;
            var (head, isBehind, isBefore) = (OwnHead(column), column > 0 && IsOne(column - 1), column + 1 < found.Length && IsOne(column + 1));
            var code = isBehind || isBefore ? kinds.Find(head) : null;
            var isBeside = code is null && !IsOfKinds(head) ? isBehind && isBefore : isBehind || isBefore;
            if (isBeside && holdsTicks[column].Value && MayBeKind(column))
                found[column] = new Kind(head, code);
        }

        return found;

        bool IsOne(int column) => found[column] is not null && holdsTicks[column].Value;
    }

    /// <summary>Without what stands over several columns of ticks.</summary>
    private string OwnHead(int column)
    {
        var head = heads[column];
        var over = overSeveral.Value.FirstOrDefault(c => c.Column <= column && column < c.Column + c.ColumnSpan && Flat(c.Text) is var text && text.Length < head.Length && head.StartsWith(text, StringComparison.Ordinal)
            && Enumerable.Range(c.Column, c.ColumnSpan).All(other => other >= heads.Count || holdsTicks[other].Value));
        return over is null ? head : head[Flat(over.Text).Length..].Trim();
    }

    private static string Flat(string text) => text.ReplaceLineEndings(" ").Trim();

    /// <summary>Each of its words stands in names of kinds, as in "Research" for research agreements, or begins one.</summary>
    private static bool IsOfKinds(string head) =>
        PhraseBook.Keys(head) is { Count: > 0 } keys && keys.All(k => Words.Value.Contains(k) || (k.Length >= LongWord && Words.Value.Any(w => w.StartsWith(k, StringComparison.Ordinal))));

    private bool MayBeKind(int column)
    {
        var head = contents[column].Of(OwnHead(column));
        return head is { State: null, Words: > 0 and <= MostWords, Countries.Count: 0, Whens.Items.Count: 0 } && contents[column].HeadOf(OwnHead(column)).Count == 0;
    }

    private static bool HoldsTicks(Grid grid, int column, string head, Contents contents) =>
        grid.Cells.Where(c => c.Column == column && !c.IsEmpty && !head.Contains(c.Text, StringComparison.Ordinal)).Select(contents.Of).All(c => c.IsBlank || c.IsTick);
}

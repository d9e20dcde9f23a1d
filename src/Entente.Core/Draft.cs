namespace Entente.Core;

/// <summary>A record read from a source, not yet in the register.</summary>
/// <param name="Order">1-based, in document order.</param>
/// <param name="Table">Id of its table.</param>
/// <param name="Text">The whole row as it stood in the source.</param>
public sealed record Draft(int Order, string? Table, Facts Facts, string Text)
{
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>Ids of the findings about it.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>Null: it is a row as it was read.</summary>
    public RecordShape? Shape { get; init; }

    internal static IReadOnlyList<Draft> WithFindings(IReadOnlyList<Draft> drafts, List<Finding> findings)
    {
        var byRecord = findings.SelectMany(f => f.Records.Select(r => (Record: r, f.Id))).ToLookup(f => f.Record, f => f.Id);
        return [.. drafts.Select(d => d.Findings.Count == 0 && !byRecord.Contains(d.Order) ? d : d with { Findings = [.. byRecord[d.Order]] })];
    }
}

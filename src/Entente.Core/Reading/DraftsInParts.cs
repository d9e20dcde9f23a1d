using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>The drafts of a long list, part by part. What the list as a whole decides is known beforehand; what its records
/// are beside each other is found as they come, from little that is kept of each.</summary>
/// <param name="listedOn">The day of the list; null: it has none.</param>
/// <param name="records">How many there are in all, or about so many.</param>
public sealed class DraftsInParts(ListShape shape, EdtfDate? listedOn, int records)
{
    private readonly RowDrafts reader = new(shape);
    private readonly ListFindings beside = new(listedOn, shape.Rules, records);
    private int found;

    /// <summary>How many there were so far.</summary>
    public int Records { get; private set; }

    /// <summary>Findings are of these records, or of one of them and an earlier one.</summary>
    /// <param name="rows">Gone through once.</param>
    public ListReading Next(IEnumerable<Row> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var findings = new List<Finding>();
        var drafts = new List<Draft>();
        foreach (var row in rows)
        {
            var draft = reader.Of(row, ++Records, findings);
            draft = draft with { Facts = draft.Facts with { ListedOn = listedOn } };
            drafts.Add(draft);
            findings.AddRange(beside.Of(draft));
        }

        return Numbered(drafts, findings);
    }

    /// <summary>What is found when all have come.</summary>
    public ListReading Rest() => Numbered([], [.. beside.Rest()]);

    private ListReading Numbered(List<Draft> drafts, List<Finding> findings)
    {
        var numbered = Drafts.Numbered(drafts, findings, found, listedOn, null);
        found += findings.Count;
        return numbered;
    }
}

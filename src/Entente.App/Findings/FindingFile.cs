using Entente.App.Registers;
using Entente.App.Sources;
using Entente.Core;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Findings;

/// <summary>All that is known of one finding: what it is about now, and where it stands in its document.</summary>
/// <param name="Rows">Of the document, as they stood there.</param>
/// <param name="Lines">Of the document; none when it is no text, or the finding is about no place in it.</param>
/// <param name="Gone">Numbers of agreements that it is about and that the register has no longer.</param>
public sealed record FindingFile(FindingLine Line, Edition Edition, IReadOnlyList<EditionRow> Rows, IReadOnlyList<SourceLine> Lines, IReadOnlyList<string> Gone)
{
    /// <summary>Of the document, where it is of cells.</summary>
    public IReadOnlyList<CellTable> Tables { get; private init; } = [];

    public static async Task<FindingFile?> FindAsync(OpenRegister open, SourceTexts texts, SourceCells cells, string id, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(cells);
        if (await FindingQueries.FindAsync(open, id, stop) is not { } line)
            return null;
        var finding = line.Stored.Finding;
        var edition = await open.Db.Editions.AsNoTracking().SingleAsync(e => e.Id == line.Stored.EditionId, stop);
        var of = new List<(StoredText Text, List<int> Records)>();
        foreach (var record in finding.Records.DefaultIfEmpty(1))
        {
            var text = await texts.OfAsync(open, edition, record, stop);
            var known = of.Find(o => o.Text == text).Records;
            if (known is null)
                of.Add((text, known = []));
            known.AddRange(finding.Records.Where(r => r == record));
        }

        var rows = of.SelectMany(o => o.Records.Select(r => o.Text.FindRow(r))).OfType<EditionRow>().ToList();
        var gone = rows.Select(r => r.Agreement).OfType<string>().Except(line.Agreements.Select(a => a.Number));
        return new FindingFile(line, edition, rows, [.. of.SelectMany(o => o.Text.About(o.Records, finding.Places))], [.. gone])
        {
            Tables = cells.IsAtHand(edition) && await cells.OfAsync(open, edition, stop) is { } pages ? [.. of.SelectMany(o => CellTables.About(pages, o.Text, o.Records, finding.Places, []))] : [],
        };
    }
}

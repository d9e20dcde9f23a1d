using Entente.Core;
using Entente.Core.Reading;
using Entente.Formats.Tables;

namespace Entente.Formats.Text;

/// <summary>Reads the rows of a long list, some at a time, and counts what became of them.</summary>
internal sealed class LongListReader(ListOpening opening, WholeTable whole, Contents plain, ReadOptions options, DraftsInParts drafts)
{
    private readonly ListChecks counted = new();
    private readonly List<Tally> tallies = [.. opening.Around.Tallies];
    private readonly List<string> lost = [];
    private int atoms = opening.Around.Atoms + opening.HeadCells.Count, placed = opening.Around.Atoms + opening.HeadCells.Count;
    private bool isFirst = true;
    private int rows;

    public SourceReading Part(SourceReading known, Grid grid)
    {
        var part = TablePart.Further(grid, whole.Heads, plain);
        var read = new TableReader(part, opening.Table.Id, options, plain, whole.Fields, DayOrder.Unknown, whole).Read(whole.Above);
        var list = drafts.Next(read.Rows);
        rows += list.Drafts.Count;
        foreach (var draft in list.Drafts)
            counted.Count(draft);
        tallies.AddRange(read.Tallies);
        lost.AddRange(read.Lost.Select(c => c.Text));
        atoms += read.Cells;
        placed += read.Cells - read.Lost.Count - read.Rows.Zip(list.Drafts, (row, draft) => row.Fields.Count - Math.Min(draft.Places.Count, row.Fields.Count)).Sum();
        var before = isFirst ? opening.Around.Pieces.Concat(opening.HeadCells.Select(c => new Piece(PieceRole.Header, c.Place))) : [];
        isFirst = false;
        return known with
        {
            Drafts = list.Drafts,
            Findings = list.Findings,
            Pieces = [.. before, .. list.Drafts.Zip(read.Rows.Select(r => r.Fields), BlocksReader.PiecesOf).SelectMany(p => p), .. read.Around, .. read.Lost.Select(c => new Piece(PieceRole.Unplaced, c.Place))],
        };
    }

    public SourceReading Rest(SourceReading known, IReadOnlyList<Finding> findings)
    {
        var rest = drafts.Rest();
        var checks = counted.Of(tallies);
        var all = new Placed(atoms, placed, lost);
        return known with
        {
            Tables = [opening.Table with { Rows = rows }],
            Checks = checks,
            Findings = [.. rest.Findings, .. findings, .. BlocksReader.Unplaced(all), .. ListChecks.Failed(checks)],
            Placed = all,
        };
    }
}

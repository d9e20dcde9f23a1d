using Entente.Core;
using Entente.Core.Reading;
using Entente.Formats.Tables;

namespace Entente.Formats.Registers;

/// <summary>One agreement of a register that was written to a file.</summary>
/// <param name="Fields">What each of its places is of.</param>
/// <param name="Findings">Without its order.</param>
internal sealed record FormRecord(Facts Facts, string Text, IReadOnlyList<Place> Places, IReadOnlyList<string?> Fields, IReadOnlyList<Finding> Findings);

/// <summary>Reads the files in which a register is written (docs/export.md). They say what each value is: nothing is to be found out but what a person
/// has changed in them since.</summary>
internal static class RegisterForm
{
    /// <summary>The table of a register among those of a document, or the objects of one in JSON; null where it is none.</summary>
    public static SourceReading? Read(Source source, SourceBlocks blocks, ReadOptions options)
    {
        var grids = blocks.Blocks.OfType<TableBlock>().Select(b => b.Grid).ToList();
        if (grids.Select(g => (Grid: g, Head: RegisterTable.HeadIn(g))).FirstOrDefault(g => g.Head >= 0) is not { Grid: { } grid, Head: var head })
            return null;
        var table = new RegisterTable(grid, head, options);
        var around = grids.SelectMany(g => g.Cells.Where(c => !c.IsEmpty && (g != grid || c.Row < head)).Select(c => new Piece(PieceRole.Furniture, c.Place, Why: Piece.Title)))
            .Concat(table.HeadCells.Select(c => new Piece(PieceRole.Header, c.Place)));
        return Of(source, [.. table.Records()], table.Columns, [.. around], blocks.Findings, options);
    }

    /// <param name="around">What became of what is of no record.</param>
    public static SourceReading Of(Source source, IReadOnlyList<FormRecord> records, IReadOnlyList<TableColumn> columns, IReadOnlyList<Piece> around, IReadOnlyList<Finding> further, ReadOptions options)
    {
        const string id = "t1";
        var shape = new ListShape(new WhenColumns(true, true), HasCountries: false, StatedOn: null, options.ListedOn, options.Rules);
        var drafts = records.Select((r, i) => new Draft(i + 1, id, r.Facts, r.Text) { Places = r.Places }).ToList();
        var list = Drafts.Beside(drafts, [.. records.SelectMany((r, i) => r.Findings.Select(f => f with { Records = [i + 1] }))], shape);
        // A number of a register is given once: of those that were deleted nothing is missing.
        List<Check> checks = [.. ListChecks.Of(list.Drafts, []).Where(c => c.Kind != CheckKind.NumberSequence || c.Holds)];
        var atoms = around.Count + records.Sum(r => r.Places.Count);
        return new SourceReading(source)
        {
            ListedOn = list.ListedOn,
            ListedOnBasis = list.ListedOnBasis,
            Tables = [new Table(id, TableRole.Agreements, columns, records.Count)],
            Drafts = list.Drafts,
            Checks = checks,
            Findings = [.. list.Findings.Concat(further).Concat(ListChecks.Failed(checks)).Select((f, i) => f with { Id = $"f{i + 1}" })],
            Placed = new Placed(atoms, atoms, []),
            Pieces = list.Drafts.Zip(records.Select(r => r.Fields), BlocksReader.PiecesOf).SelectMany(p => p).Concat(around),
        };
    }
}

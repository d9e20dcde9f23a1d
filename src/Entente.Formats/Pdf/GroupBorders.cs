namespace Entente.Formats.Pdf;

/// <summary>Lines that are drawn only where a group of rows ends, as below all rows of a country: they part no rows.</summary>
internal static class GroupBorders
{
    private const int Fewest = 2;

    /// <param name="lines">Of a table, from its top.</param>
    /// <param name="borders">Where lines are drawn through it.</param>
    public static bool Are(List<List<Piece>> lines, List<double> borders, int columns, CellRoom room)
    {
        var groups = lines.Where(l => l.Count * 2 > columns).GroupBy(l => borders.Count(b => b < l[0].Box.Centre));
        return groups.Count(g => g.Zip(g.Skip(1)).Any(p => AreRows(p.First, p.Second, room))) >= Fewest;
    }

    /// <summary>Of two lines that most columns fill the second goes on with the first in few: what begins its texts had room above.</summary>
    private static bool AreRows(List<Piece> above, List<Piece> line, CellRoom room)
    {
        var pairs = line.Select(p => (Above: above.Find(o => o.Column == p.Column && o.Span == p.Span), Piece: p)).Where(p => p.Above is not null).ToList();
        return pairs.Count(p => room.IsLeft(p.Above!, p.Piece)) is >= Fewest and var apart && apart * 2 > pairs.Count;
    }
}

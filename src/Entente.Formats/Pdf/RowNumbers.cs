namespace Entente.Formats.Pdf;

/// <summary>The column in which the rows of a table that is not drawn are numbered one after the other.</summary>
internal static class RowNumbers
{
    private const int Fewest = 3;

    /// <param name="lines">Of the table, without headings.</param>
    /// <param name="before">That of the pages before: a page of few rows does not tell it, but may go on with it.</param>
    public static int? ColumnOf(List<List<Piece>> lines, int columns, int? before)
    {
        for (var column = 0; column < Math.Min(2, columns); column++)
        {
            var own = lines.Where(l => l.Count > 1 || IsOne(l[0])).Select(l => l.Find(p => p.Column == column)).OfType<Piece>().ToList();
            if (own.Count >= Fewest && own.Count(IsOne) * 10 >= (own.Count - 2) * 9 && AreRunning([.. own.Where(IsOne).Select(NumberOf)]))
                return column;
        }

        return before is { } known && lines.Select(l => l.Find(p => p.Covers(known))).OfType<Piece>().ToList() is { Count: > 0 } few && few.TrueForAll(IsOne) && AreRunning(few.ConvertAll(NumberOf)) ? known : null;
    }

    public static bool IsOne(Piece piece) => piece.Words[0].Text.TrimEnd('.', ')').All(char.IsDigit);

    private static int NumberOf(Piece piece) => int.TryParse(piece.Words[0].Text.TrimEnd('.', ')'), out var number) ? number : 0;

    private static bool AreRunning(List<int> numbers) => numbers.Zip(numbers.Skip(1)).Count(n => n.Second == n.First + 1) * 10 >= (numbers.Count - 1) * 7;
}

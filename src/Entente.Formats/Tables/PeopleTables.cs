using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>Tables of persons beside a list: who looks after which country, with telephones and addresses.</summary>
internal static class PeopleTables
{
    private const int FewestDigits = 6;

    /// <summary>Most rows have an address or a telephone, few name an institution, and nothing tells of agreements.</summary>
    public static bool Is(Grid grid, int first, int last, string?[] fields, Contents[] contents)
    {
        if (fields.Any(f => f is "start" or "end" or "term" or "period" or "kind" or "renewed" or "reference"))
            return false;
        var (rows, reached, institutions) = (0, 0, 0);
        for (var row = first; row <= last; row++)
        {
            var cells = grid.FilledIn(row);
            if (cells.Count < 2)
                continue;
            rows++;
            reached += cells.Exists(c => IsAddress(contents[c.Column].Of(c)) || (fields[c.Column] == "contact" && IsTelephone(c.Text))) ? 1 : 0;
            institutions += cells.Exists(c => fields[c.Column] == "partner" && contents[c.Column].Of(c).HasInstitution) ? 1 : 0;
        }

        return rows > 0 && reached * 2 > rows && institutions * 2 < rows;
    }

    private static bool IsAddress(CellContent content) => content.Text.Contains('@', StringComparison.Ordinal);

    private static bool IsTelephone(string text) => text.Count(char.IsAsciiDigit) >= FewestDigits && text.All(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || c is '+' or '-' or '–' or '(' or ')' or '/' or '.' or ',');
}

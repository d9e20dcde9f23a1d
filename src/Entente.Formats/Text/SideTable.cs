using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Formats.Text;

/// <summary>A summary table printed between the lines of a list: never records, but what the list says of itself.</summary>
internal static class SideTable
{
    public static IEnumerable<Table> Table(string id, TextTokens text, ListHeader? header, IReadOnlyList<Sign> rows)
    {
        if (rows.Count == 0)
            yield break;
        yield return new Table(id, TableRole.Summary, header?.SideColumns ?? [], rows.Count(r => r.Clue == Clue.SideRow))
        {
            Places = [.. rows.SelectMany(r => text.Places([.. Enumerable.Range(r.Start, r.Length)]))],
        };
    }

    public static IReadOnlyList<Check> Checks(TextTokens text, IReadOnlyList<Sign> rows, IReadOnlyList<Draft> drafts)
    {
        var checks = new List<Check>();
        foreach (var row in rows)
        {
            var places = text.Places([.. Enumerable.Range(row.Start, row.Length)]);
            var subject = text.Joined([.. Enumerable.Range(row.Subject.Start, row.Subject.End - row.Subject.Start)]);
            checks.Add(row.Clue == Clue.Total
                ? new Check(CheckKind.Total, subject, subject, row.Count, drafts.Count) { Places = places }
                : new Check(CheckKind.Country, row.Country!.Code, subject, row.Count, drafts.Count(d => Is(d, row.Country.Code))) { Places = places });
        }

        var numbers = new NumberSequence();
        foreach (var draft in drafts)
            numbers.Add(draft);
        if (numbers.Check is { } sequence)
            checks.Add(sequence);
        return checks;
    }

    private static bool Is(Draft draft, string country) => draft.Facts.Parties.Any(p => p.Country == country);
}

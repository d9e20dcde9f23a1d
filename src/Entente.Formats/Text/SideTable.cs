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

        if (NumberSequence(drafts) is { } sequence)
            checks.Add(sequence);
        return checks;
    }

    private static bool Is(Draft draft, string country) => draft.Facts.Parties.Any(p => p.Country == country);

    /// <summary>The last number printed says how many records there are, where the list numbers them all from 1 on.</summary>
    public static Check? NumberSequence(IReadOnlyList<Draft> drafts)
    {
        var numbers = drafts.Select(d => int.TryParse(d.Facts.Number, out var n) ? n : 0).ToList();
        if (numbers.Count < 3 || numbers.Count(n => n > 0) * 2 < numbers.Count || !numbers.Contains(1))
            return null;
        return new Check(CheckKind.NumberSequence, null, null, LastOfSections(numbers).Sum(), drafts.Count);
    }

    /// <summary>Where sections or tables are numbered each by itself, the largest number of each.</summary>
    private static List<int> LastOfSections(List<int> numbers)
    {
        // One that is sorted otherwise has its 1 somewhere.
        var areSections = numbers.Count(n => n == 1) > 1;
        var last = new List<int>();
        foreach (var number in numbers)
        {
            if (last.Count == 0 || (areSections && number == 1 && last[^1] > 0))
                last.Add(number);
            else
                last[^1] = Math.Max(last[^1], number);
        }

        return last;
    }
}

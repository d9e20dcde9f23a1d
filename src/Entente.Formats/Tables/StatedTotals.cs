using System.Globalization;

using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>What the text around a list says of how many agreements it holds: "a total of twelve agreements", "Insgesamt 14 Verträge".</summary>
internal static class StatedTotals
{
    /// <summary>So many words may stand between the word for a total, the number, and what is counted.</summary>
    private const int Reach = 4;

    private static readonly Lazy<PhraseBook> Headers = new(() => PhraseBook.Of("header"));
    private static readonly Lazy<PhraseBook> Numbers = new(() => PhraseBook.Of("number"));

    public static Tally? In(CellContent content, Place place, Kinds kinds)
    {
        var run = content.Run;
        for (var at = 0; at < run.Count; at++)
        {
            if (Headers.Value.LongestAt(run.Keys, at) is not { Code: "total" } total)
                continue;
            // A value of JSON is of the rows beside it and need not say so.
            if (at == 0 && run.Count == total.End + 1 && place.Cell is ['$', '.', ..] && NumberAt(run, total.End) is { } plain)
                return new Tally(content.Text, null, plain, [place]);
            for (var number = Math.Max(0, at - Reach); number < Math.Min(run.Count, total.End + Reach); number++)
            {
                if (NumberAt(run, number) is { } count && IsOfAgreements(run, number + 1, kinds))
                    return new Tally(content.Text, null, count, [place]);
            }
        }

        return null;
    }

    private static int? NumberAt(TokenRun run, int at)
    {
        var digits = Scripts.InPlainDigits(run.Tokens[at]).Trim('(', ')', ':', '.', ',', '：');
        if (digits.Length is > 0 and <= 5 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        return Numbers.Value.Find(run.Tokens[at]) is { } word ? int.Parse(word, CultureInfo.InvariantCulture) : null;
    }

    private static bool IsOfAgreements(TokenRun run, int from, Kinds kinds)
    {
        var found = new List<(int End, string Code)>();
        for (var at = from; at < Math.Min(run.Count, from + 3); at++)
            kinds.MatchesAt(run, at, found);
        return found.Count > 0;
    }
}

using System.CommandLine;
using System.Globalization;

using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>Records of a list under review as they are typed: 3, or 5-9.</summary>
internal static class RecordNumbers
{
    public static Argument<string[]> Argument(bool isNeeded)
    {
        var records = new Argument<string[]>("RECORD") { Description = Wording.Of("review.records-typed"), Arity = isNeeded ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore };
        records.Validators.Add(asked =>
        {
            foreach (var token in asked.Tokens.Where(t => Span(t.Value) is null))
                asked.AddError(Wording.Of("usage.no-record", token.Value));
        });
        return records;
    }

    public static Argument<string> One()
    {
        var record = new Argument<string>("RECORD") { Description = Wording.Of("review.record-typed") };
        record.Validators.Add(asked =>
        {
            if (asked.Tokens is [{ Value: var text }] && Number(text) is null)
                asked.AddError(Wording.Of("usage.no-number", text));
        });
        return record;
    }

    public static int Of(string typed) => Number(typed)!.Value;

    /// <summary>One after the other: which of them there are, the list tells.</summary>
    public static IEnumerable<int> Of(IEnumerable<string> typed)
    {
        foreach (var (first, last) in typed.Select(t => Span(t)!.Value))
        {
            for (var record = first; record <= last; record++)
                yield return record;
        }
    }

    /// <summary>As they may be typed: 1-5, 8.</summary>
    public static string Said(IEnumerable<int> records) => Said(records.Select(r => $"{r}"), int.MaxValue);

    /// <summary>The same of numbers of agreements: 1-5, 8, 12a.</summary>
    /// <param name="most">So many spans are said.</param>
    public static string Said(IEnumerable<string> numbers, int most)
    {
        var spans = new List<(string First, string Last, long End)>();
        foreach (var number in numbers.Distinct().OrderBy(Agreement.OrderOf).ThenBy(n => n, StringComparer.Ordinal))
        {
            var order = $"{Agreement.OrderOf(number)}" == number ? Agreement.OrderOf(number) : long.MinValue;
            if (spans.Count > 0 && order > 0 && spans[^1].End == order - 1)
                spans[^1] = (spans[^1].First, number, order);
            else
                spans.Add((number, number, order));
        }

        var said = spans.Take(most).Select(s => s.First == s.Last ? s.First : $"{s.First}-{s.Last}");
        return string.Join(", ", spans.Count > most ? said.Append("…") : said);
    }

    private static (int First, int Last)? Span(string typed) => typed.Split('-') switch
    {
        [var one] when Number(one) is { } number => (number, number),
        [var first, var last] when Number(first) is { } from && Number(last) is { } to && from <= to => (from, to),
        _ => null,
    };

    private static int? Number(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue ? number : null;
}

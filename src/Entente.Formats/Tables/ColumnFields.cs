using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>What each column of a table is taken for: head words and content are evidence that adds up, and content weighs more.</summary>
internal static class ColumnFields
{
    private const double HeadWeight = 1.1, ContentWeight = 1;

    private const int FewCells = 3;

    /// <summary>Less is no reason to take a column for something.</summary>
    private const double Least = 0.3;

    /// <summary>Fields that one column of a table has at most; what is not among them may be in several.</summary>
    private static readonly string[] Once =
        ["partner", "country", "start", "end", "term", "period", "kind", "state", "number", "renewed", "reference", "place", "title", "count"];

    private static readonly string[] Often = ["subject", "note", "unit", "contact", "region", "language", "level", "places-count", "signer"];

    /// <summary>Fields that content alone can tell.</summary>
    private static readonly HashSet<string> Telling = ["partner", "country", "start", "end", "term", "period", "kind", "state", "number", "contact"];

    /// <param name="heads">Texts over the columns; empty without a head.</param>
    /// <param name="rows">The contents of the records, row by row.</param>
    /// <param name="chosen">What a person says: it is so, and the other columns are told beside it.</param>
    /// <returns>A field for each column; null: kept, but not used.</returns>
    public static string?[] Of(IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<CellContent>> rows, Contents contents, IReadOnlyList<ColumnChoice> chosen)
    {
        var columns = heads.Count;
        var said = chosen.Count == 0 ? [] : chosen.Where(c => c.Column < columns && c.Heads == Table.HeadsOf(heads)).GroupBy(c => c.Column).ToDictionary(c => c.Key, c => c.Last().Field);
        var scores = new List<Candidate>();
        for (var column = 0; column < columns; column++)
        {
            if (said.ContainsKey(column))
                continue;
            var cells = rows.Select(r => r[column]).Where(c => !c.IsBlank).ToList();
            var different = cells.Distinct().ToList();
            var places = different.Index().ToDictionary(c => c.Item, c => c.Index);
            var which = cells.ConvertAll(c => places[c]);
            var head = contents.HeadOf(heads[column]);
            // A remark or two that hold a date make no column of dates.
            var isSparse = cells.Count < FewCells && cells.Count * 2 < rows.Count && head is [{ Score: >= 0.4 }, ..];
            // Ticks under a head that names a kind are kinds of their rows, and no text.
            var isTicked = cells.Count > 0 && cells.TrueForAll(c => c.IsTick);
            foreach (var field in Once.Concat(Often))
            {
                if (isTicked && field is "title" or "subject" or "reference" or "note")
                    continue;
                var promised = head.FirstOrDefault(h => h.Field == field).Score;
                if (promised == 0 && (isSparse || !Telling.Contains(field)))
                    continue;
                // Without a word for it only clear content counts; a start and an end are told apart afterwards, unless a head tells the start.
                if (promised == 0 && (cells.Count == 0 || field == "period" || (field == "end" && !HasStartBeside(column, heads, contents))))
                    continue;
                var fit = cells.Count == 0 ? 0 : Average(field, different, which);
                var filled = cells.Count == 0 ? 0 : 0.1 * cells.Count / rows.Count;
                var score = (HeadWeight * promised) + (ContentWeight * fit) + filled;
                if (score >= Least && (promised > 0 || fit >= Needed(field)))
                    scores.Add(new Candidate(score, column, field, promised > 0));
            }
        }

        var fields = Assigned(columns, scores, rows, said);
        if (UnlabelledDates.In(fields, heads) is { } dates && !said.ContainsKey(dates.First) && !said.ContainsKey(dates.Second) && UnlabelledDates.AreEnds(dates, rows, contents))
            fields[dates.Second] = "end";
        return fields;
    }

    /// <summary>How well cells go with a field; lists repeat what they say, and each of the different ones is judged once.</summary>
    /// <param name="which">Of each cell, which of them it is.</param>
    private static double Average(string field, List<CellContent> different, List<int> which)
    {
        var fits = different.ConvertAll(c => FitOf(field, c));
        return which.Average(c => fits[c]);
    }

    private static double FitOf(string field, CellContent cell)
    {
        ReadingStop.Look();
        return FieldFit.Of(field, cell);
    }

    private static bool HasStartBeside(int column, IReadOnlyList<string> heads, Contents contents) =>
        Enumerable.Range(0, heads.Count).Any(other => other != column && contents.HeadOf(heads[other]) is [{ Field: "start", Score: >= 0.4 }, ..]);

    /// <summary>How well content alone must go with a field.</summary>
    private static double Needed(string field) => field switch { "partner" => 0.35, "country" or "number" or "contact" => 0.6, _ => 0.5 };

    /// <param name="IsPromised">The head says so.</param>
    private sealed record Candidate(double Score, int Column, string Field, bool IsPromised);

    private static string?[] Assigned(int columns, List<Candidate> scores, IReadOnlyList<IReadOnlyList<CellContent>> rows, Dictionary<int, string?> said)
    {
        var fields = new string?[columns];
        var taken = said.Values.OfType<string>().ToHashSet();
        foreach (var (column, field) in said)
            fields[column] = field;
        foreach (var (_, column, field, isPromised) in scores.OrderByDescending(s => s.Score).ThenBy(s => s.Column))
        {
            if (fields[column] is not null)
                continue;
            if (taken.Add(field) || Array.IndexOf(Often, field) >= 0 || (isPromised && IsInstead(column, Array.IndexOf(fields, field), rows)))
                fields[column] = field;
            else if (field == "start")
                fields[column] = isPromised ? "start" : taken.Add("end") ? "end" : null;
        }

        if (!taken.Contains("partner") && Array.IndexOf(fields, "title") is >= 0 and var title && !said.ContainsKey(title) && AreNames(rows.Select(r => r[title])))
            fields[title] = "partner";
        if (!said.Values.Any(f => f is "start" or "end"))
            InOrder(fields, rows);
        return fields;
    }

    /// <summary>What an agreement is called, where nothing else names its partner.</summary>
    private static bool AreNames(IEnumerable<CellContent> cells) =>
        cells.Where(c => !c.IsBlank).Select(c => FieldFit.Of("partner", c)).DefaultIfEmpty(-1).Average() >= Needed("partner");

    /// <summary>Each row has one of the two at most: cards call the same thing now this and now that.</summary>
    private static bool IsInstead(int column, int other, IReadOnlyList<IReadOnlyList<CellContent>> rows)
    {
        bool IsIn(int c) => rows.Any(r => !r[c].IsBlank);
        return other >= 0 && IsIn(column) && IsIn(other) && rows.All(r => r[column].IsBlank || r[other].IsBlank);
    }

    /// <summary>Of two columns of dates that only their content told, the earlier dates are the start.</summary>
    private static void InOrder(string?[] fields, IReadOnlyList<IReadOnlyList<CellContent>> rows)
    {
        var (start, end) = (Array.IndexOf(fields, "start"), Array.IndexOf(fields, "end"));
        if (start < 0 || end < 0)
            return;
        var pairs = rows.Select(r => (One: r[start].FirstDate, Other: r[end].FirstDate)).Where(p => p.One is not null && p.Other is not null).ToList();
        if (pairs.Count(p => p.One!.Earliest > p.Other!.Latest) * 2 > pairs.Count)
            (fields[start], fields[end]) = (fields[end], fields[start]);
    }
}

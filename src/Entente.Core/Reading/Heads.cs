namespace Entente.Core.Reading;

/// <summary>A field that the head of a column may promise.</summary>
/// <param name="Field">partner, country, start, end, term … as in the word lists, family header.</param>
/// <param name="Score">1: the head is a known wording as a whole; less, the more of it is not known.</param>
public readonly record struct HeadField(string Field, double Score);

/// <summary>Heads of columns by their wordings.</summary>
public static class Heads
{
    private const double Least = 0.25;

    private const int LongestCode = 3;

    /// <summary>Over columns stand a few words, and in forms a sentence or two, in several languages.</summary>
    private const int Longest = 2_000;

    private static readonly Lazy<PhraseBook> Words = new(() => PhraseBook.Of("header"));
    private static readonly Lazy<PhraseBook> Acts = new(() => PhraseBook.Of("act", "term"));
    private static readonly Lazy<PhraseBook> Small = new(() => PhraseBook.Of("name", "filler"));

    /// <summary>The fields that a head may promise, the likeliest first.</summary>
    public static IReadOnlyList<HeadField> FieldsOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest)
            return [];
        var run = TokenRun.Of(WithoutCode(text));
        if (Words.Value.Find([.. run.Keys.Where(k => k.Length > 0)]) is { } whole)
            return [new HeadField(whole, 1)];
        var words = new List<int>(run.Count);
        for (var i = 0; i < run.Count; i++)
        {
            if (run.Keys[i].Length > 0 && !IsSmall(run.Keys[i]))
                words.Add(i);
        }

        if (words.Count == 0)
            return [];
        var scores = new Dictionary<string, double>();
        var found = new List<(int End, string Code)>();
        for (var at = 0; at < run.Count; at++)
        {
            found.Clear();
            Words.Value.MatchesAt(run.Keys, at, found);
            foreach (var (end, code) in found)
            {
                var known = (double)words.Count(w => w >= at && w < end) / words.Count;
                scores[code] = Math.Max(scores.GetValueOrDefault(code), known * 0.9);
            }
        }

        if (scores.Count == 0)
            return ActOf(run) is { } act ? [new HeadField(act, 0.5)] : [];
        List<HeadField> fields = [.. scores.Where(s => s.Value >= Least).OrderByDescending(s => s.Value).Select(s => new HeadField(s.Key, s.Value))];
        if (fields is [{ Field: "period", Score: var score }, ..] && SideOf(run) is { } side)
            fields.Insert(0, new HeadField(side, score));
        return fields;
    }

    /// <summary>DT_ASSINATURA: a column of a data base, whose name begins with what kind of value it holds.</summary>
    private static string WithoutCode(string text)
    {
        if (!text.Contains('_', StringComparison.Ordinal) || text.Contains(' ', StringComparison.Ordinal))
            return text;
        var words = text.Split('_', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Length > 1 && words[0].Length <= LongestCode && Words.Value.Find(words[0]) is null ? words[1..] : words);
    }

    /// <summary>A period of which the head names one side only: "academic year to".</summary>
    private static string? SideOf(TokenRun run)
    {
        var sides = new[] { 0, run.Count - 1 }.Select(at => Words.Value.LongestAt(run.Keys, at).Code).Where(c => c is "start" or "end").Distinct().ToList();
        return sides is [var side] ? side : null;
    }

    /// <summary>How many words of a text's beginning are the head of a column.</summary>
    public static int WordsAt(TokenRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Count == 0 ? 0 : Words.Value.LongestAt(run.Keys, 0).End;
    }

    /// <summary>A head that is worded as an act or an end is: "signed", "in force until".</summary>
    private static string? ActOf(TokenRun run)
    {
        var (end, code) = Acts.Value.LongestAt(run.Keys, 0);
        return end == 0 ? null : code switch
        {
            "act.signed" or "act.effective" or "term.from.before" => "start",
            "act.renewed" or "act.extended" => "renewed",
            "act.terminated" or "term.until.before" or "term.until.behind" => "end",
            _ => null,
        };
    }

    private static bool IsSmall(string key) => Small.Value.Find(key) is "filler" or "name.and" or "name.of" or "name.joint";
}

namespace Entente.Core.Reading;

/// <summary>Cells that list several countries or kinds.</summary>
internal static class Parts
{
    private static readonly char[] Separators = [',', ';', '/', '\n', '+', '&', '、', '，', '；', '・', '|'];

    private static readonly Lazy<PhraseBook> Ands = new(() => PhraseBook.Of("name"));

    /// <summary>The countries of a text that names nothing else; empty otherwise.</summary>
    public static IReadOnlyList<CountryName> CountriesIn(string text)
    {
        if (Countries.FindAlone(text) is { } whole)
            return [whole];
        if (Countries.FindAlone(Bare(text)) is { } bare)
            return [bare];
        var parts = text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
            return [];
        var found = parts.Select(Countries.Find).ToList();
        return found.TrueForAll(c => c is not null) ? CountryCodes.Meant(found.OfType<CountryName>()) : [];
    }

    /// <summary>The kinds of a text that names nothing else; empty otherwise.</summary>
    public static IReadOnlyList<Kind> KindsIn(string text, Kinds all)
    {
        if (all.Parse(text) is { Code: not null } whole)
            return [whole];
        var run = TokenRun.Of(text);
        var kinds = new List<Kind>();
        var found = new List<(int End, string Code)>();
        for (var at = 0; at < run.Count;)
        {
            found.Clear();
            all.MatchesAt(run, at, found);
            if (found.Count > 0)
            {
                var (end, code) = found[^1];
                kinds.Add(new Kind(run.Text(at, end).Trim(' ', ',', ';', '/', '(', ')', '、', '，'), code));
                at = end;
            }
            else if (run.Keys[at].Length == 0 || Ands.Value.Find(run.Keys[at]) == "and")
            {
                at++;
            }
            else
            {
                return [];
            }
        }

        return kinds;
    }

    /// <summary>Without what stands in brackets behind it: "Korea (South)" is tried whole first.</summary>
    private static string Bare(string text)
    {
        var open = text.IndexOfAny(['(', '（', '[']);
        return open > 0 ? text[..open].TrimEnd() : text.Trim(' ', '.', ':', '：', ',', '*');
    }
}

namespace Entente.Core.Reading;

/// <summary>A word that is something else in English is the name of a country in a list that calls other countries in the same language: Argentine beside Allemagne and Suisse.</summary>
internal static class CountryTongue
{
    private const string LookAlike = "country.look-alike", English = "en", NotRecorded = "und";

    /// <summary>So many other names tell the language of a list's countries.</summary>
    private const int Fewest = 2;

    /// <summary>Takes out what is found about such names.</summary>
    public static void Settle(List<Finding> findings, IReadOnlyList<Draft> drafts)
    {
        if (!findings.Exists(f => f.Code == LookAlike))
            return;
        var spoken = drafts.SelectMany(d => d.Facts.Parties).Select(p => p.CountryText).OfType<string>().Distinct()
            .Select(Countries.Find).Where(c => c is { IsDoubtful: false } && !c.Languages.Contains(English)).SelectMany(c => c!.Languages).Where(l => l != NotRecorded)
            .CountBy(l => l).Where(l => l.Value >= Fewest).Select(l => l.Key).ToHashSet();
        findings.RemoveAll(f => f.Code == LookAlike && Countries.Find(f.Arguments[0]) is { Others.Count: 0, Mark: CountryNameMark.Common } country && country.Languages.Any(spoken.Contains));
    }
}

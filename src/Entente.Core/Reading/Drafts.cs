using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>The records of a list and what a person should know of them.</summary>
public sealed record ListReading(IReadOnlyList<Draft> Drafts, IReadOnlyList<Finding> Findings, EdtfDate? ListedOn, ListedOnBasis? ListedOnBasis);

/// <summary>Rows become drafts: each by itself first, then all of them beside each other.</summary>
public static class Drafts
{
    /// <param name="rows">Gone through once.</param>
    public static ListReading From(IEnumerable<Row> rows, ListShape shape)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(shape);
        var findings = new List<Finding>();
        var drafts = new List<Draft>();
        var reader = new RowDrafts(shape);
        foreach (var row in rows)
            drafts.Add(reader.Of(row, drafts.Count + 1, findings));
        return Beside(drafts, findings, shape);
    }

    /// <summary>Records that are read each by itself: the day of their list, and what is found of them beside each other.</summary>
    /// <param name="drafts">In order, without the day of the list.</param>
    /// <param name="findings">Those of each by itself.</param>
    public static ListReading Beside(IReadOnlyList<Draft> drafts, List<Finding> findings, ListShape shape)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(shape);
        var (listedOn, basis) = shape.StatedOn is { } stated ? (stated, Core.ListedOnBasis.Stated)
            : shape.GivenOn is { } given ? (given, Core.ListedOnBasis.Given)
            : LatestSigning(drafts, shape.Rules.Today);
        var dated = drafts.Select(d => d with { Facts = d.Facts with { ListedOn = listedOn } }).ToList();
        var beside = new ListFindings(listedOn, shape.Rules, dated.Count);
        CountryTongue.Settle(findings, drafts);
        findings.AddRange(dated.SelectMany(beside.Of));
        findings.AddRange(beside.Rest());
        return Numbered(dated, findings, 0, listedOn, basis);
    }

    /// <summary>Words that several names of the list share.</summary>
    public static IReadOnlySet<string> FrequentWords(IEnumerable<Row> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var words = new SharedWords();
        foreach (var row in rows)
            words.Add(row.Partner?.Text ?? "");
        return words.Frequent;
    }

    private static (EdtfDate?, ListedOnBasis?) LatestSigning(IReadOnlyList<Draft> drafts, Day? today)
    {
        var latest = drafts.SelectMany(d => d.Facts.Events).Where(e => e.OpensPeriod).Select(e => e.On!).Where(on => today is not { } read || on.Earliest <= read).MaxBy(on => on.Earliest);
        return latest is null ? (null, null) : (latest, Core.ListedOnBasis.LatestSigning);
    }

    /// <param name="before">How many findings have a number already.</param>
    internal static ListReading Numbered(IReadOnlyList<Draft> drafts, List<Finding> findings, int before, EdtfDate? listedOn, ListedOnBasis? basis)
    {
        var numbered = findings
            .OrderBy(f => f.Severity).ThenBy(f => f.Records.Count == 0 ? 0 : f.Records[0]).ThenBy(f => f.Code, StringComparer.Ordinal)
            .Select((f, i) => f with { Id = $"f{before + i + 1}" }).ToList();
        return new ListReading(Draft.WithFindings(drafts, numbered), numbered, listedOn, basis);
    }
}

using System.Globalization;

using Entente.Core;

using Microsoft.AspNetCore.WebUtilities;

namespace Entente.App.Imports;

/// <summary>Which records of a list under review are looked at.</summary>
public enum ReviewShow
{
    /// <summary>Those that nobody has decided on: what there is to look at comes first.</summary>
    Left,

    /// <summary>Of these only those with something to look at.</summary>
    Look,
    Accepted,
    Skipped,
    All,

    /// <summary>By what they are to the register, decided on or not.</summary>
    New,
    Changed,
    Doubtful,
    Same,
    Deleted,
}

/// <summary>A part of a list under review; the address says all of it.</summary>
public sealed record ReviewQuestion(Guid Review, ReviewShow Show = ReviewShow.Left, int Page = 1)
{
    public const int MostRows = 50;

    public string Address => With($"/imports/{Review}");

    public string AddressOf(int record) => With($"/imports/{Review}/records/{record}");

    public static ReviewQuestion Parse(string id, IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0 ? asked : 1;
        return new ReviewQuestion(Guid.TryParse(id, out var review) ? review : Guid.Empty, Words.Parse<ReviewShow>(query["show"].FirstOrDefault() ?? "") ?? ReviewShow.Left, page);
    }

    /// <summary>In the order in which a person goes through them.</summary>
    public IReadOnlyList<ReviewedRecord> Of(ReviewedList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return Show switch
        {
            ReviewShow.Left => [.. list.Records.Where(r => r.Decision == RecordDecision.Left).Order(byWeight)],
            ReviewShow.Look => [.. list.Records.Where(r => r.NeedsLook).Order(byWeight)],
            ReviewShow.Accepted => [.. list.Records.Where(r => r.Decision == RecordDecision.Accepted)],
            ReviewShow.Skipped => [.. list.Records.Where(r => r.Decision == RecordDecision.Skipped)],
            ReviewShow.New => [.. list.Records.Where(r => r.Becomes == RecordFate.New)],
            ReviewShow.Changed => [.. list.Records.Where(r => r.Becomes == RecordFate.Changed)],
            ReviewShow.Doubtful => [.. list.Records.Where(r => r.Becomes == RecordFate.Doubtful)],
            ReviewShow.Same => [.. list.Records.Where(r => r.Becomes == RecordFate.Same)],
            ReviewShow.Deleted => [.. list.Records.Where(r => r.Becomes == RecordFate.Deleted)],
            _ => list.Records,
        };
    }

    /// <summary>The record before and the record after one that is among them, or was.</summary>
    public (int? Before, int? After) Around(ReviewedList list, ReviewedRecord record)
    {
        var order = Show is ReviewShow.Left or ReviewShow.Look ? byWeight : byPlace;
        var among = Of(list);
        return (among.LastOrDefault(r => order.Compare(r, record) < 0)?.Order, among.FirstOrDefault(r => order.Compare(r, record) > 0)?.Order);
    }

    private static readonly Comparer<ReviewedRecord> byPlace = Comparer<ReviewedRecord>.Create((a, b) => a.Order.CompareTo(b.Order));

    private static readonly Comparer<ReviewedRecord> byWeight = Comparer<ReviewedRecord>.Create((a, b) => (Weight(a), a.Order).CompareTo((Weight(b), b.Order)));

    /// <summary>What changes something comes before what stays as it is.</summary>
    private static int Weight(ReviewedRecord record) => record.IsToLookAt ? (int)record.Findings.Min(f => f.Severity)
        : (int)Severity.Note + (record.Fate?.Fate switch { null or RecordFate.Changed => 0, RecordFate.Same or RecordFate.Deleted => 2, _ => 1 });

    private string With(string path)
    {
        if (Show != ReviewShow.Left)
            path = QueryHelpers.AddQueryString(path, "show", Words.Kebab(Show));
        return Page == 1 ? path : QueryHelpers.AddQueryString(path, "page", $"{Page}");
    }
}

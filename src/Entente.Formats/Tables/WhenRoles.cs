using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>What the dates and terms of a column are for.</summary>
internal static class WhenRoles
{
    private static readonly Lazy<PhraseBook> actWords = new(() => PhraseBook.Of("act"));

    /// <summary>As the items of a row stand one behind the other.</summary>
    public static IReadOnlyList<WhenRole> InOrder { get; } = [WhenRole.Start, WhenRole.Effective, WhenRole.Period, WhenRole.Renewed, WhenRole.Term, WhenRole.End];

    public static WhenRole? Of(string? field, string head) => field switch
    {
        "start" => IsEffective(head) ? WhenRole.Effective : WhenRole.Start,
        "renewed" => WhenRole.Renewed,
        "period" => WhenRole.Period,
        "term" => WhenRole.Term,
        "end" => WhenRole.End,
        _ => null,
    };

    /// <summary>"Valid from", "effective date": another column of starts says when it was signed, or none does.</summary>
    private static bool IsEffective(string head)
    {
        var run = TokenRun.Of(head);
        return Enumerable.Range(0, run.Count).Any(i => actWords.Value.LongestAt(run.Keys, i).Code == "effective")
            && !Enumerable.Range(0, run.Count).Any(i => actWords.Value.LongestAt(run.Keys, i).Code == "signed");
    }
}

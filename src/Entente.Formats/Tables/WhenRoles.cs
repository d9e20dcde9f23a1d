using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>What the dates and terms of a column are for.</summary>
internal static class WhenRoles
{
    private static readonly Lazy<PhraseBook> actWords = new(() => PhraseBook.Of("act"));
    private static readonly Lazy<PhraseBook> startWords = new(() => PhraseBook.Of("starts"));

    /// <summary>As the items of a row stand one behind the other.</summary>
    public static IReadOnlyList<WhenRole> InOrder { get; } = [WhenRole.Start, WhenRole.Effective, WhenRole.Period, WhenRole.Renewed, WhenRole.Term, WhenRole.End];

    /// <summary>Of each column of a table; null: none of dates and terms.</summary>
    public static WhenRole?[] Of(IReadOnlyList<string?> fields, IReadOnlyList<string> heads)
    {
        WhenRole?[] roles = [.. fields.Zip(heads, Of)];
        var begins = Enumerable.Range(0, roles.Length).Where(i => roles[i] == WhenRole.Start && startWords.Value.Find(heads[i]) == "begin").ToList();
        // "Start" says when it was signed where nothing else does.
        if (!roles.Contains(WhenRole.Effective) && roles.Count(r => r == WhenRole.Start) > begins.Count)
            begins.ForEach(i => roles[i] = WhenRole.Effective);
        return roles;
    }

    private static WhenRole? Of(string? field, string head) => field switch
    {
        "start" => IsEffective(head) ? WhenRole.Effective : WhenRole.Start,
        "renewed" => WhenRole.Renewed,
        "period" => WhenRole.Period,
        "term" => WhenRole.Term,
        "end" => WhenRole.End,
        _ => null,
    };

    /// <summary>"Valid from", "effective date": another column of starts says when it was signed, or none does.</summary>
    public static bool IsEffective(string head)
    {
        var run = TokenRun.Of(head);
        var told = 0;
        var isEffective = false;
        for (var i = 0; i < run.Count; i++)
        {
            var start = startWords.Value.LongestAt(run.Keys, i);
            var (end, code) = start.End > 0 ? start : actWords.Value.LongestAt(run.Keys, i);
            // A date is the day of a signing in some languages, and here that of what is said of it.
            if (code == "signed" && i >= told)
                return false;
            isEffective |= code == "effective" && i >= told;
            told = code is "effective" or "begin" ? Math.Max(told, end) : told;
        }

        return isEffective;
    }
}

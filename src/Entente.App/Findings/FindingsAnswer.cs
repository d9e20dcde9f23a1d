using Entente.App.Registers;
using Entente.Core;

namespace Entente.App.Findings;

/// <summary>What the page of findings shows.</summary>
/// <param name="Total">Of all that are asked for, on this page or not.</param>
/// <param name="Counts">Whatever their state, severity and code.</param>
public sealed record FindingsAnswer(IReadOnlyList<FindingLine> Lines, int Total, IReadOnlyList<FindingCount> Counts)
{
    /// <summary>In any register, whatever is asked for.</summary>
    public bool HasAny => Counts.Count > 0;

    public static async Task<FindingsAnswer> OfAsync(OpenRegister open, FindingQuestion question, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(question);
        var counts = await FindingQueries.CountAsync(open, question.Filter, stop);
        var lines = await FindingQueries.ListAsync(open, question.PageFilter, stop);
        return new FindingsAnswer(lines, Count(counts, question), counts);
    }

    /// <summary>How many are as asked for.</summary>
    public int Of(FindingQuestion question) => Count(Counts, question);

    public int Of(FindingState state) => Counts.Where(c => c.State == state).Sum(c => c.Count);

    /// <summary>The codes that the rest of the question leaves, the gravest first.</summary>
    public IEnumerable<(Severity Severity, string Code)> Codes(FindingQuestion question)
    {
        var asked = question with { Code = null };
        return Counts.Where(c => Is(c, asked) || c.Code == question.Code).Select(c => (c.Severity, c.Code)).Distinct()
            .OrderBy(c => c.Severity).ThenBy(c => c.Code, StringComparer.Ordinal);
    }

    public static int Count(IEnumerable<FindingCount> counts, FindingQuestion question) => counts.Where(c => Is(c, question)).Sum(c => c.Count);

    private static bool Is(FindingCount count, FindingQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return (question.State ?? count.State) == count.State && (question.Severity ?? count.Severity) == count.Severity && (question.Code ?? count.Code) == count.Code;
    }
}

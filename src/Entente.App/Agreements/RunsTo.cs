using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Agreements;

/// <summary>How far an agreement runs, as its standing on the day says, where the end of the agreement alone does not.</summary>
internal static class RunsTo
{
    /// <summary>Null where the end of the agreement says it all.</summary>
    public static string? Of(Ends ends, Standing standing)
    {
        if (standing is { Kind: StandingKind.InForceOpen, Because.Rule: "renewal.open" })
            return PageWords.Say("runs.on");
        if (standing.Until is not { } until || ends.On?.ToString() == until.ToString() || ends.Candidates.Any(c => c.ToString() == until.ToString()))
            return null;
        if (standing.Kind == StandingKind.Ended)
            return PageWords.Say("runs.ended", until);
        return standing.Because.Rule switch
        {
            "renewal.runs" => PageWords.Say("runs.renewed", until),
            "period.within" => PageWords.Say(standing.Assumptions.Any() ? "runs.assumed" : "runs.period", until),
            _ => PageWords.Say("runs.to", until),
        };
    }
}

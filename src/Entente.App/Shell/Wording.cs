using System.Globalization;
using System.Resources;

using Entente.App.Keeping;
using Entente.Core;
using Entente.Core.Matching;

namespace Entente.App.Shell;

/// <summary>Every word that a person reads, by code. A place in a text may say how its argument is shown:
/// {0:date}, {0:dates}, {0:length}, {0:country}, {0:column}, {0:days}, {0:agreement|agreements}.</summary>
public static class Wording
{
    private static readonly ResourceManager resources = new("Entente.App.Shell.Wording", typeof(Wording).Assembly);

    public static string Of(string code, params IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        // A code without words is better shown as it is than not at all; a test keeps this from happening.
        var text = Find(code);
        if (text is null)
            return arguments.Count == 0 ? code : $"{code} ({string.Join(", ", arguments)})";
        return Fill(text, arguments);
    }

    public static string Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Of(finding is { Code: Finding.Gone, Arguments.Count: > 0 } ? "gone.in-force" : $"finding.{finding.Code}", finding.Arguments);
    }

    public static string Of(Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Of($"rule.{step.Rule}", step.Arguments);
    }

    public static string Of(RefusedException refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return Of($"refused.{refused.Code}", refused.Arguments);
    }

    public static string Of(Objection objection)
    {
        ArgumentNullException.ThrowIfNull(objection);
        return Of($"objection.{objection.Code}", objection.Arguments);
    }

    public static string Of(FieldProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Of($"typed.{problem.Code}", problem.Typed);
    }

    public static string Of(MatchReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return Of($"match.{reason.Code}", reason.Arguments);
    }

    /// <summary>A name of the vocabulary: standing.in-force-until, act.signed.</summary>
    public static string Of<T>(string family, T value)
        where T : struct, Enum => Of(Family(family, value));

    public static string Family<T>(string family, T value)
        where T : struct, Enum => $"{family}.{Words.Kebab(value)}";

    public static string? Find(string code) => resources.GetString(code, CultureInfo.CurrentUICulture);

    /// <summary>A code that was given fewer arguments than its words name still says what it can.</summary>
    private static string Fill(string text, IReadOnlyList<string> arguments)
    {
        const int mostPlaces = 8;
        var filled = new object[Math.Max(mostPlaces, arguments.Count)];
        for (var i = 0; i < filled.Length; i++)
            filled[i] = i < arguments.Count ? arguments[i] : "";
        return string.Format(Shown.Instance, text, filled);
    }
}

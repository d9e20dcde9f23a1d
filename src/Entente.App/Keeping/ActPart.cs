using Entente.App.Agreements;
using Entente.Core;

namespace Entente.App.Keeping;

/// <summary>An act as pages have it: where its form is, below an agreement.</summary>
/// <param name="Icon">As Lucide names it.</param>
/// <param name="Key">That leads there from the page of the agreement.</param>
public sealed record ActPart(Act Act, string Path, string Icon, string? Key = null)
{
    public static readonly IReadOnlyList<ActPart> All =
    [
        new(Act.Renewed, "renewals", "refresh-cw", "r"),
        new(Act.Extended, "extensions", "calendar-plus", "x"),
        new(Act.Terminated, "termination", "ban"),
        new(Act.Signed, "signings", "signature"),
        new(Act.Effective, "effect", "badge-check"),
        new(Act.Amended, "amendments", "file-pen-line"),
        new(Act.Suspended, "suspensions", "pause"),
        new(Act.Resumed, "resumptions", "play"),
        new(Act.Superseded, "supersession", "arrow-right-left"),
    ];

    /// <summary>As words and texts name it.</summary>
    public string Name => Words.Kebab(Act);

    public bool OpensPeriod => Act is Act.Signed or Act.Effective or Act.Renewed or Act.Extended;

    /// <summary>Whether it ends the agreement before its time.</summary>
    public bool Stops => Act is Act.Terminated or Act.Superseded;

    public string AddressOf(string number, Dates.ChosenDay day, string? from) => AgreementAddress.Of(number, Path, day, from);

    /// <summary>By the address of its form.</summary>
    public static ActPart At(string path) => All.Single(p => path.EndsWith($"/{p.Path}", StringComparison.OrdinalIgnoreCase));

    /// <summary>What is likely to happen next to an agreement as it stands. All else can be recorded too.</summary>
    public static IReadOnlyList<ActPart> LikelyFor(Facts facts, StandingKind today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Act[] likely = facts switch
        {
            _ when facts.Events.Any(e => e.Act is Act.Terminated or Act.Superseded) => [],
            { Begin: null } => [Act.Signed],
            _ when facts.Events.LastOrDefault(e => e.Act is Act.Suspended or Act.Resumed)?.Act == Act.Suspended => [Act.Resumed, Act.Terminated],
            _ when today == StandingKind.NotBegun => [Act.Effective, Act.Terminated],
            _ when today == StandingKind.Ended => [Act.Renewed, Act.Extended],
            _ => [Act.Renewed, Act.Extended, Act.Terminated],
        };
        return [.. All.Where(p => likely.Contains(p.Act))];
    }
}

using Entente.Core;

namespace Entente.Formats.Tables;

/// <summary>What is asked about columns of dates, once for all rows.</summary>
internal sealed partial class RowBuilder
{
    private readonly (int First, int Second)? unlabelled = UnlabelledDates.In(fields, heads);
    private bool isUnlabelledTold = whole is { Before: > 0 };

    /// <summary>Where heads do not say it nobody knows that the later of two dates is a renewal.</summary>
    private IEnumerable<Finding> Unlabelled(List<GridCell?> cells)
    {
        if (isUnlabelledTold || unlabelled is not (var first, var second) || cells[first] is not { } one || cells[second] is not { } other || !UnlabelledDates.AreFarApart(contents[first].Of(one).FirstDate, contents[second].Of(other).FirstDate))
            yield break;
        isUnlabelledTold = true;
        yield return new Finding("dates.unlabelled", Severity.Doubt, [], "start", [heads[first], heads[second], contents[second].Of(other).Text]) { Places = [other.Place] };
    }
}

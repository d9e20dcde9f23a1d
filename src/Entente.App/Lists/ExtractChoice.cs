using System.Globalization;

using Entente.App.Agreements;

namespace Entente.App.Lists;

/// <summary>A filter, made ready to be asked of each line: all but the standing and the end.</summary>
internal sealed class ExtractChoice(Extract extract, AgreementFilter filter, IReadOnlyList<IReadOnlySet<Guid>> sets)
{
    private readonly bool[]? countries = extract.Keys.Holding(filter.Country);
    private readonly bool[]? kinds = extract.Keys.Holding(filter.Kind);
    private readonly bool[]? years = extract.Keys.Holding(filter.BeginYear?.ToString(CultureInfo.InvariantCulture));
    private readonly bool[]? texts = extract.Holding(filter.Words);
    private readonly IReadOnlySet<Guid>[] among = [.. sets];

    public bool IsOfAll => countries is null && kinds is null && years is null && texts is null && among.Length == 0;

    public bool Has(in ExtractLine line, int place) =>
        (countries is null || countries[line.Countries])
        && (kinds is null || kinds[line.Kinds])
        && (years is null || years[line.Years])
        && (texts is null || texts[place])
        && (among.Length == 0 || IsAmong(line.Id));

    private bool IsAmong(Guid id)
    {
        foreach (var set in among)
        {
            if (!set.Contains(id))
                return false;
        }

        return true;
    }
}

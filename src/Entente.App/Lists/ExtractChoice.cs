using System.Globalization;

using Entente.App.Agreements;

namespace Entente.App.Lists;

/// <summary>A filter, made ready to be asked of each line: all but the standing and the end.</summary>
internal readonly struct ExtractChoice(Extract extract, AgreementFilter filter, IReadOnlyList<IReadOnlySet<Guid>> among)
{
    private readonly bool[]? countries = extract.Keys.Holding(filter.Country);
    private readonly bool[]? kinds = extract.Keys.Holding(filter.Kind);
    private readonly bool[]? years = extract.Keys.Holding(filter.BeginYear?.ToString(CultureInfo.InvariantCulture));
    private readonly IReadOnlyList<byte[][]> words = ExtractLine.Written(filter.Words);

    public bool Has(in ExtractLine line)
    {
        if (countries is not null && !countries[line.Countries])
            return false;
        if (kinds is not null && !kinds[line.Kinds])
            return false;
        if (years is not null && !years[line.Years])
            return false;
        foreach (var set in among)
        {
            if (!set.Contains(line.Id))
                return false;
        }

        return words.Count == 0 || line.Has(words);
    }
}

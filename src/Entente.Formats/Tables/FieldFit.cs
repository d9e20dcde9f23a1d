using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>How well what stands in a cell goes with a field: from -1, it cannot be, to 1, it is just that.</summary>
internal static class FieldFit
{
    public static double Of(string field, CellContent content) => field switch
    {
        "number" => content.Number is not null ? 1 : -1,
        "count" or "places-count" => content.Number is not null ? 0.8 : -0.8,
        "country" => content.Countries.Count > 0 ? 1 : content.CountryBehind is not null ? 0.9 : content.Text.Length == 2 && content.Text.All(char.IsAsciiLetterUpper) && Countries.IsCode(content.Text) ? 0.7 : content.IsName && !content.HasInstitution && content.Words <= 4 ? -0.3 : -1,
        "kind" => content.Kinds.Count > 0 ? 1 : content.BeginsWithKind ? 0.4 : content.IsName && !content.HasInstitution ? -0.1 : content.IsTick ? 0.1 : -0.8,
        "state" => content.State is not null ? 1 : content.IsName && content.Words <= 4 && !content.HasInstitution ? -0.2 : -0.9,
        "start" or "renewed" => Dated(content, 0.2, -0.8),
        "end" => content.Whens.HasDate ? (content.Whens.IsWhole ? 1 : 0.6) : content.Whens.HasTerm ? 0.6 : content.Number is not null ? -0.8 : -0.6,
        "term" => content.Whens.HasTerm ? 1 : content.Whens.HasDate ? 0.4 : content.Number is > 0 and < 100 ? 0.2 : -0.6,
        "period" => content.Whens.Items.Any(i => i.RangeEnd is not null) || content.Whens.Items.Count(i => i.On is not null) > 1 ? 1 : Dated(content, 0.3, -0.7),
        "partner" => Named(content),
        "place" or "unit" or "title" or "subject" or "note" or "region" or "language" or "level" or "signer" => Worded(field, content),
        "reference" => content.IsReference ? 0.7 : content.Number is not null ? 0.2 : content.IsName ? -0.4 : -0.5,
        "contact" => content.IsContact ? 1 : content.IsName && !content.HasInstitution ? 0 : -0.5,
        _ => 0,
    };

    private static double Dated(CellContent content, double withTerm, double without) =>
        content.Whens.HasDate ? (content.Whens.IsWhole ? 1 : content.HasInstitution ? -0.4 : 0.6) : content.Whens.HasTerm ? withTerm : without;

    private static double Named(CellContent content)
    {
        if (content.Number is not null || content.IsContact || content.Countries.Count > 0 || (content.Whens is { IsWhole: true, Items.Count: > 0 }))
            return -1;
        if (content.Kinds.Count > 0 || content.State is not null)
            return -0.6;
        return content.HasInstitution ? 1 : content.IsName ? (content.IsLong ? -0.3 : 0.4) : -0.7;
    }

    private static double Worded(string field, CellContent content)
    {
        // What is a kind and nothing else is no title.
        if (field == "title" && content.Kinds.Count > 0)
            return -1;
        if (!content.IsName)
            return -0.3;
        var isLong = content.IsLong;
        return field switch
        {
            "subject" or "note" => isLong ? 0.4 : 0.1,
            "place" => isLong || content.HasInstitution ? -0.5 : 0.1,
            "region" or "language" or "level" => isLong || content.HasInstitution ? -0.6 : 0,
            _ => isLong ? -0.2 : 0.1,
        };
    }
}

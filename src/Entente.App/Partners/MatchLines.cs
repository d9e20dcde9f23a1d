using System.Text.Json;
using System.Text.Json.Serialization;

using Entente.App.Shell;
using Entente.Core.Matching;
using Entente.Core.Reading;

namespace Entente.App.Partners;

/// <summary>One name a line in, or a name, a tab and a country; one JSON object a line out. Each line is answered at once.</summary>
internal static class MatchLines
{
    private static readonly JsonSerializerOptions line = new(Wire.Options) { WriteIndented = false, DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    public static async Task AnswerAsync(Terminal terminal, Registry registry, CancellationToken stop)
    {
        while (await terminal.NextLineAsync(stop) is { } typed)
            terminal.AnswerText(JsonSerializer.Serialize(Answer(registry, typed), line) + "\n");
    }

    private static MatchView Answer(Registry registry, string typed)
    {
        var tab = typed.IndexOf('\t', StringComparison.Ordinal);
        var name = tab < 0 ? typed : typed[..tab];
        var stated = tab < 0 ? "" : typed[(tab + 1)..].Trim();
        var country = Countries.OnlyCodeOf(stated);
        var match = InstitutionMatching.Match(registry, name, country);
        if (stated.Length > 0 && country is null)
            match = match with { Reasons = [.. match.Reasons, new MatchReason(Countries.CodeOf(stated) is null ? "country-unknown" : "country-several", stated)] };
        return MatchView.Of(registry, name, match);
    }
}

using Entente.App.Agreements;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>One of several agreements that a record may be about.</summary>
/// <param name="Agreement">Its number.</param>
/// <param name="Words">What tells it from the others, else what it says.</param>
public sealed record EitherAgreement(string Agreement, string Words)
{
    private static readonly string[] always = ["start", "end"];

    public static IReadOnlyList<EitherAgreement> Of(IReadOnlyList<Agreement> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        if (all.Count < 2)
            return [];
        var said = all.Select(a => FactTexts.Said(a.Facts).ToDictionary(f => f.Field)).ToList();
        var telling = said.SelectMany(s => s.Keys).Distinct().Where(f => always.Contains(f) || said.Select(s => s.TryGetValue(f, out var one) ? one.Text : "").Distinct().Count() > 1).ToList();
        return [.. all.Zip(said, (a, s) => new EitherAgreement(a.Number, string.Join("; ", telling.Where(s.ContainsKey).Select(f => PageWords.Say("review.followed", FactWords.Name(f), s[f].Words)))))];
    }
}

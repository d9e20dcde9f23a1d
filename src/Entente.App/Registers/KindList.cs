using Entente.App.Agreements;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Store.Counts;

namespace Entente.App.Registers;

/// <summary>A kind of a register.</summary>
/// <param name="IsOwn">No other register has it.</param>
/// <param name="Wordings">Those that the register gives it, beside the ones that every register knows.</param>
/// <param name="Agreements">How many are of it.</param>
public sealed record KindLine(string Code, string Name, bool IsOwn, IReadOnlyList<string> Wordings, long Agreements);

/// <summary>A wording that means no kind.</summary>
public sealed record UnknownWording(string Wording, long Agreements);

/// <param name="Kinds">By name.</param>
/// <param name="Unknown">The most used first.</param>
public sealed record KindList(IReadOnlyList<KindLine> Kinds, IReadOnlyList<UnknownWording> Unknown)
{
    public static async Task<KindList> OfAsync(OpenRegister open, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        var counts = (await open.Db.TallyAsync(open.Today, CountBy.Kind, stop)).By.ToDictionary(k => k.Key, k => k.Count.All);
        var own = open.Register.Kinds;
        var codes = open.Rules.Kinds.Codes.ToHashSet();
        return new KindList(
            [.. codes.Select(c => Line(own, c, counts.GetValueOrDefault(c))).OrderBy(k => k.Name, StringComparer.InvariantCultureIgnoreCase)],
            [.. counts.Where(c => c.Key.Length > 0 && !codes.Contains(c.Key)).Select(c => new UnknownWording(c.Key, c.Value))
                .OrderByDescending(u => u.Agreements).ThenBy(u => u.Wording, StringComparer.InvariantCultureIgnoreCase)]);
    }

    private static KindLine Line(IReadOnlyList<RegisterKind> own, string code, long count) =>
        new(code, KindWords.Of(own, code), KindWords.Everywhere(code) is null, own.FirstOrDefault(k => k.Code == code)?.Wordings ?? [], count);
}

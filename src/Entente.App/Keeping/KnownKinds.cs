using Entente.App.Agreements;
using Entente.App.Registers;

namespace Entente.App.Keeping;

internal static class KnownKinds
{
    /// <summary>Kinds to choose from: those that the register has, then all others that have a name.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(OpenRegister open, CancellationToken stop)
    {
        var own = (await RegisterChoices.OfAsync(open, stop)).Kinds;
        return [.. own.Concat(open.Rules.Kinds.Codes).Where(k => k.Length > 0).Select(k => KindWords.Of(open.Register, k)).Distinct()];
    }
}

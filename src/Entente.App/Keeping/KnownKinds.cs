using Entente.App.Agreements;
using Entente.App.Registers;
using Entente.Core.Reading;
using Entente.Store.Counts;

namespace Entente.App.Keeping;

internal static class KnownKinds
{
    /// <summary>Kinds to choose from: those that the register has, then all others that have a name.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(OpenRegister open, CancellationToken stop)
    {
        var own = await RegisterAnswer.KeysAsync(open, Facet.Kind, stop);
        return [.. own.Concat(Kinds.Codes).Where(k => k.Length > 0).Select(KindWords.Of).Distinct()];
    }
}

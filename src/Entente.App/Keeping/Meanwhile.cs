using Entente.Core;
using Entente.Store;

namespace Entente.App.Keeping;

/// <summary>What someone else did to a record while a form about it was open.</summary>
/// <param name="Seen">As it was when the form was opened; null when that is not known any more.</param>
/// <param name="Since">The changes after that, the newest first.</param>
public sealed record Meanwhile(Facts? Seen, Facts Now, IReadOnlyList<HistoryLine> Since)
{
    public static async Task<Meanwhile> OfAsync(RegisterDb db, Agreement agreement, int? seen, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var lines = await History.OfAsync(db, agreement.Id, stop);
        var since = lines.TakeWhile(l => l.After is not { } after || after.Version > seen).ToList();
        return new Meanwhile(lines.FirstOrDefault(l => l.After?.Version == seen)?.After?.Facts, agreement.Facts, since);
    }
}

using Entente.Core;

namespace Entente.App.Keeping;

/// <summary>Something speaks against an act: it cannot be, or a person has to confirm it.</summary>
public sealed class ObjectionException(IReadOnlyList<Objection> objections) : Exception(objections[0].Code)
{
    public IReadOnlyList<Objection> Objections { get; } = objections;

    public bool CanBeConfirmed => Objections.All(o => !o.IsRefusal);

    public static void ThrowFor(IReadOnlyList<Objection> objections, Hand hand)
    {
        ArgumentNullException.ThrowIfNull(objections);
        ArgumentNullException.ThrowIfNull(hand);
        if (objections.Any(o => o.IsRefusal) || (objections.Count > 0 && !hand.IsConfirmed))
            throw new ObjectionException([.. objections.OrderByDescending(o => o.IsRefusal)]);
    }
}

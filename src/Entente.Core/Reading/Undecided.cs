namespace Entente.Core.Reading;

/// <summary>What stands in a column of begins in place of a day that is not known: "open", "to be decided". It says nothing of how long.</summary>
internal static class Undecided
{
    public static List<WhenItem> In(IReadOnlyList<WhenItem> items)
    {
        var found = new List<WhenItem>();
        foreach (var item in items)
        {
            if (Is(item) && !items.Any(i => i.IsDate && ReferenceEquals(i.Places, item.Places)))
                found.Add(item);
        }

        return found;
    }

    private static bool Is(WhenItem item) =>
        item is { Role: WhenRole.Start or WhenRole.Effective or WhenRole.Renewed, Piece: { Kind: TermPieceKind.Unspecified } or { Kind: TermPieceKind.Open, IsUndecided: true } };
}

using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>What a remark tells of an agreement's life.</summary>
internal static class Remarks
{
    /// <summary>Until when it was extended: that is its end; when it was terminated or suspended; that it renews by itself.</summary>
    public static IEnumerable<WhenItem> Told(Place place, CellContent content)
    {
        var items = content.Whens.Items.Select(i => i with { Places = [place] }).ToList();
        return Extension(place, content, items).Concat(Acts(items));
    }

    private static IEnumerable<WhenItem> Extension(Place place, CellContent content, List<WhenItem> items)
    {
        var date = items.FindLastIndex(i => i is { On: not null, RangeEnd: null });
        var isExtension = items.Exists(i => i.Piece is { Extends: true } or { Kind: TermPieceKind.Act, Act: Act.Extended });
        if (date < 0 || !isExtension || items.Count > 3 || items.Count(i => i.IsDate) > 1)
            return [];
        var until = new TermPiece(TermPieceKind.Until, 1) { Extends = true };
        return [new WhenItem(content.Text, [place]) { Piece = until, Role = WhenRole.End }, items[date] with { Role = WhenRole.End }];
    }

    private static IEnumerable<WhenItem> Acts(List<WhenItem> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (ActOf(items[i].Piece) is { } act && DateBeside(items, i) is { } date)
            {
                yield return items[i] with { Piece = new TermPiece(TermPieceKind.Act, 1) { Act = act } };
                yield return date;
            }
            else if (items[i].Piece is { Kind: TermPieceKind.Renews, Renews: not Renews.OnRequest, Length: { IsZero: true } })
            {
                yield return items[i] with { Role = WhenRole.Term };
                if (items.Find(o => o.Piece is { Kind: TermPieceKind.Length, Use: LengthUse.Renewal }) is { } each)
                    yield return each with { Role = WhenRole.Term };
            }
        }
    }

    /// <summary>"Cancelled on 30 June 2022": with a day, what a list prints as a state is an act.</summary>
    private static Act? ActOf(TermPiece? piece) => piece switch
    {
        { Kind: TermPieceKind.Act, Act: Act.Terminated or Act.Suspended or Act.Resumed or Act.Superseded } => piece.Value.Act,
        { Kind: TermPieceKind.State, State: PrintedState.Cancelled } => Act.Terminated,
        { Kind: TermPieceKind.State, State: PrintedState.Suspended } => Act.Suspended,
        { Kind: TermPieceKind.State, State: PrintedState.Replaced } => Act.Superseded,
        _ => null,
    };

    /// <summary>The day behind a word, also behind "as of"; else the one before it.</summary>
    private static WhenItem? DateBeside(List<WhenItem> items, int word)
    {
        var behind = items.ElementAtOrDefault(word + 1) is { Piece.Kind: TermPieceKind.Until } ? word + 2 : word + 1;
        return new[] { items.ElementAtOrDefault(behind), items.ElementAtOrDefault(word - 1) }.FirstOrDefault(i => i is { On: not null, RangeEnd: null });
    }
}

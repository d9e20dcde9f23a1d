using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.Formats.Tables;

/// <summary>What a remark tells of an agreement's life.</summary>
internal static class Remarks
{
    private const int MostItems = 3;

    private static readonly Lazy<PhraseBook> ActWords = new(() => PhraseBook.Of("act"));

    /// <summary>States that are acts where a day stands beside them.</summary>
    private static readonly StateAct[] EndingActs = [new(PrintedState.Cancelled, Act.Terminated), new(PrintedState.Suspended, Act.Suspended), new(PrintedState.Replaced, Act.Superseded)];

    /// <summary>Adds what it tells to what the columns of its row say. What was renewed stands before terms and ends, as in a column of its own.</summary>
    public static void AddTold(List<WhenItem> row, Place place, CellContent content)
    {
        foreach (var item in Told(place, content, row).ToList())
        {
            var behind = item.Role == WhenRole.Renewed || IsLength(item) ? row.FindIndex(i => i.Role is WhenRole.Term or WhenRole.End) : -1;
            row.Insert(behind < 0 ? row.Count : behind, item);
        }
    }

    /// <summary>Until when it was extended: that is its end; when it was extended, terminated or suspended; that it renews by itself.</summary>
    /// <param name="row">What the columns of dates and terms of its row say.</param>
    private static IEnumerable<WhenItem> Told(Place place, CellContent content, IReadOnlyList<WhenItem> row)
    {
        var items = content.Whens.Items.Select(i => i with { Places = [place] }).ToList();
        var days = new RowDays(row);
        return Renewals(content, items, days).Concat(Extension(place, content, items, days)).Concat(Acts(content, items, days));
    }

    /// <summary>"Renewed on 2 May 2024": a day that stands beside the word, or in a cell that says nothing else; and for how long.</summary>
    private static IEnumerable<WhenItem> Renewals(CellContent content, List<WhenItem> items, RowDays days)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Piece is not { Kind: TermPieceKind.Act, Act: Act.Renewed })
                continue;
            var at = new[] { i + 1, i - 1 }.FirstOrDefault(d => IsDayOf(items, d), -1);
            if (at < 0 || !days.IsNewRenewal(items[at].On!) || !(content.Whens.IsWhole || AreBeside(content.Text, items[Math.Min(i, at)].Text, items[Math.Max(i, at)].Text)))
                continue;
            var length = items.ElementAtOrDefault(Math.Max(i, at) + 1) is { } behind && IsLength(behind) && !items.Exists(IsRenewing) ? behind : null;
            if (items.Exists(o => o.Piece is { Kind: TermPieceKind.Length, Use: not LengthUse.Notice } each && !ReferenceEquals(o, length) && !days.HasLength(each.Length)))
                yield break;
            yield return items[i] with { Role = WhenRole.Renewed };
            yield return items[at] with { Role = WhenRole.Renewed };
            foreach (var own in OfItsOwn(length, items[at].On!, days))
                yield return own;
        }
    }

    /// <summary>"For 5 years", "by another 5 years".</summary>
    private static bool IsLength(WhenItem item) => item.Piece is { Kind: TermPieceKind.Length, Use: LengthUse.Term or LengthUse.Renewal };

    private static bool IsRenewing(WhenItem item) => item.Piece?.Kind == TermPieceKind.Renews;

    /// <summary>How long it holds from that day. Where an end behind the day is printed, that is the end.</summary>
    private static IEnumerable<WhenItem> OfItsOwn(WhenItem? length, EdtfDate day, RowDays days) =>
        length is null || days.HasEndBehind(day) || days.HasLength(length.Piece!.Value.Length) ? []
            : [length with { Role = WhenRole.Term, Piece = length.Piece.Value with { Use = LengthUse.Term } }];

    private static bool IsDayOf(List<WhenItem> items, int date) => items.ElementAtOrDefault(date) is { On: not null, RangeEnd: null } && !IsUntil(items, date);

    private static bool AreBeside(string text, string first, string second) =>
        text.IndexOf(first, StringComparison.Ordinal) is >= 0 and var at && text[(at + first.Length)..].TrimStart(' ', ':', ',', '(', '-', '–').StartsWith(second, StringComparison.Ordinal);

    /// <summary>What a cell that holds one word says, also where with a day it would be an act: "terminated".</summary>
    public static PrintedState? StateOf(CellContent content) => content.State
        ?? (content.Whens is { IsWhole: true, Items: [{ Piece: { Kind: TermPieceKind.Act } piece }] } && Array.Find(EndingActs, a => a.Act == piece.Act) is { } own ? own.State : null);

    private static IEnumerable<WhenItem> Extension(Place place, CellContent content, List<WhenItem> items, RowDays days)
    {
        if (items.Find(IsExtension) is not { } word)
            return [];
        if (LastUntil(items) is { } last)
            return Until(place, content, last);
        if (OnlyDate(items) is not { } only || items.Exists(i => i.Piece is { Kind: TermPieceKind.Act, Act: Act.Signed }))
            return [];
        // "By 5 years" tells how long, and the day is the one on which it was extended.
        var length = items.Exists(IsRenewing) ? null : items.Find(IsLength);
        if (!items.Exists(SaysOn) && length is null && !days.IsWithin(only.On!))
            return Until(place, content, only);
        return days.IsBehindBegin(only.On!)
            ? [word with { Piece = new TermPiece(TermPieceKind.Act, 1) { Act = Act.Extended }, Role = WhenRole.Renewed }, only with { Role = WhenRole.Renewed }, .. OfItsOwn(length, only.On!, days)]
            : [];
    }

    private static IEnumerable<WhenItem> Until(Place place, CellContent content, WhenItem date)
    {
        var until = new TermPiece(TermPieceKind.Until, 1) { Extends = true };
        return [new WhenItem(content.Text, [place]) { Piece = until, Role = WhenRole.End }, date with { On = date.RangeEnd ?? date.On, RangeEnd = null, Role = WhenRole.End }];
    }

    private static bool IsExtension(WhenItem item) => item.Piece is { Extends: true } or { Kind: TermPieceKind.Act, Act: Act.Extended };

    /// <summary>Of several dates, such as that of a letter, the last that "until" stands before or behind; or the end of a range.</summary>
    private static WhenItem? LastUntil(List<WhenItem> items)
    {
        for (var i = items.Count - 1; i >= 0; i--)
        {
            if (items[i].On is not null && (items[i].RangeEnd is not null || IsUntil(items, i)))
                return items[i];
        }

        return null;
    }

    /// <summary>"31.12.2027 дейін ұзартылды": what stands before the end in other languages stands behind it.</summary>
    private static bool IsUntil(List<WhenItem> items, int date)
    {
        var (before, behind) = (items.ElementAtOrDefault(date - 1)?.Piece, items.ElementAtOrDefault(date + 1)?.Piece);
        return before?.Kind == TermPieceKind.Until || behind?.Kind == TermPieceKind.UntilBehind
            || (behind is { Extends: true, Kind: not TermPieceKind.Length } && items.ElementAtOrDefault(date + 2) is not { IsDate: true });
    }

    /// <summary>The one date beside a word for an extension.</summary>
    private static WhenItem? OnlyDate(List<WhenItem> items) =>
        items.FindAll(i => i.IsDate) is [{ On: not null } only] && items.Count <= MostItems ? only : null;

    /// <summary>"Extended on": a wording that goes on behind another for the same act.</summary>
    private static bool SaysOn(WhenItem item)
    {
        if (item.Piece is not { Kind: TermPieceKind.Act, Act: Act.Extended })
            return false;
        var keys = PhraseBook.Keys(item.Text);
        return Enumerable.Range(1, Math.Max(keys.Count - 1, 0)).Any(n => ActWords.Value.LongestAt([.. keys.Take(n)], 0) is { End: > 0, Code: "extended" });
    }

    private static IEnumerable<WhenItem> Acts(CellContent content, List<WhenItem> items, RowDays days)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Piece is { Kind: TermPieceKind.Act, Act: Act.Amended })
            {
                // "Amendment of the agreement of 12 May 2019" names the day of the agreement.
                if (IsDayOf(items, i + 1) && days.IsBehindBegin(items[i + 1].On!) && AreBeside(content.Text, items[i].Text, items[i + 1].Text))
                {
                    yield return items[i];
                    yield return items[i + 1];
                }
            }
            else if (ActOf(items[i].Piece) is { } act && DateBeside(items, i) is { } date)
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
        { Kind: TermPieceKind.State } => Array.Find(EndingActs, a => a.State == piece.Value.State)?.Act,
        _ => null,
    };

    /// <summary>The day behind a word, also behind others such as "as of" and "by consent"; else the one before it.</summary>
    private static WhenItem? DateBeside(List<WhenItem> items, int word)
    {
        var behind = word + 1;
        while (behind < items.Count && items[behind].Piece is { Kind: not (TermPieceKind.Act or TermPieceKind.Length) } or { Kind: TermPieceKind.Act, Act: Act.Signed or Act.Effective })
            behind++;
        return new[] { items.ElementAtOrDefault(behind), items.ElementAtOrDefault(word - 1) }.FirstOrDefault(i => i is { On: not null, RangeEnd: null });
    }

    private sealed record StateAct(PrintedState State, Act Act);
}

using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.Formats.Tables;

/// <summary>The begin and the end that the columns of a row print, to which the day of a remark is compared.</summary>
internal sealed class RowDays(IReadOnlyList<WhenItem> row)
{
    private IEnumerable<EdtfDate> Begins => row.Where(i => i is { Role: WhenRole.Start or WhenRole.Effective or WhenRole.Period or WhenRole.Renewed, On: not null }).Select(i => i.On!);

    private IEnumerable<EdtfDate> Ends => row.Where(i => i is { Role: WhenRole.End or WhenRole.Term, On: not null } or { Role: WhenRole.Period, RangeEnd: not null }).Select(i => i.RangeEnd ?? i.On!);

    /// <summary>An extension until a day that comes before the end, or that is none later than what the first day and the length give, is none: it is the day on which it was extended.</summary>
    public bool IsWithin(EdtfDate day) => Ends.Any()
        ? HasEndBehind(day)
        : row.FirstOrDefault(i => i.Piece is { Kind: TermPieceKind.Length, Use: LengthUse.Term }) is { Piece.Length: var length } && Begins.Any(b => day.Latest <= length.After(b).Latest);

    public bool HasEndBehind(EdtfDate day) => Ends.Any(e => day.Latest < e.Earliest);

    public bool IsBehindBegin(EdtfDate day) => !Begins.Any() || Begins.Any(b => b.Latest < day.Earliest);

    /// <summary>A column of renewals does not print it already.</summary>
    public bool IsNewRenewal(EdtfDate day) => IsBehindBegin(day) && !row.Any(i => i.Role == WhenRole.Renewed && day.Equals(i.On));

    public bool HasLength(Length length) => row.Any(i => i.Piece is { Kind: TermPieceKind.Length } own && own.Length == length);
}

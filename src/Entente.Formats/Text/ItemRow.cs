using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;
using Entente.Formats.Tables;

namespace Entente.Formats.Text;

/// <summary>The row of an item whose partner is known: what is left are kinds, a country, dates and terms, and words between them.</summary>
internal static class ItemRow
{
    /// <summary>Words before a year that tell what it is of.</summary>
    private const int Near = 4;

    private const int NearDate = 5, LongestAside = 12, FewestOthers = 2;

    /// <param name="tokens">Of the item, in order.</param>
    public static Row Of(TextTokens text, Evidence evidence, IReadOnlyList<int> tokens, Row row, Above above)
    {
        var signs = new List<Sign>();
        var words = new List<int>();
        for (var at = tokens[0]; at <= tokens[^1];)
        {
            var sign = BeforeAct(evidence, at, evidence.At(at).Where(s => s.End <= tokens[^1] + 1 && IsOfItem(s, signs, words)).OrderByDescending(s => s.End).ThenBy(s => s.Clue == Clue.Label ? 0 : 1).FirstOrDefault());
            if (sign is null)
                words.Add(at);
            else if (sign.Clue is not Clue.Filler)
                signs.Add(sign);
            at = sign?.End ?? at + 1;
        }

        Leave(signs, words, text);
        var countries = signs.Where(s => s.Clue == Clue.Country).Select(s => new CountryCell(RowsInOrder.CellOf(text, s), s.Country)).ToList();
        return row with
        {
            Number = above.Number ?? row.Number,
            Partner = above.Partner,
            Countries = countries.Count == 0 && above.Country is { } country ? [country] : countries,
            Kinds = KindsOf(text, signs) is { Count: > 0 } kinds ? kinds : above.Kind is { } kind ? [kind] : [],
            Whens = [.. RowsInOrder.WhensOf(signs)],
            Remark = words.Exists(i => text.Tokens[i].Text.Any(char.IsLetterOrDigit)) ? new Cell(text.Joined(words), text.Places(words)) : null,
            Note = null,
            Subject = null,
        };
    }

    /// <summary>"MoU signed": the kind, and then the act.</summary>
    private static Sign? BeforeAct(Evidence evidence, int at, Sign? sign) =>
        IsAct(sign) && evidence.At(at).FirstOrDefault(k => k.Clue == Clue.Kind && k.End < sign!.End && evidence.At(k.End).Any(s => s.End == sign.End && IsAct(s))) is { } kind ? kind : sign;

    private static bool IsAct(Sign? sign) => sign?.When?.Piece?.Kind == TermPieceKind.Act;

    /// <summary>Words of running text that tell of no date: "up to 10 candidates", "the signed copy", "(soil carbon, five years of field data)".</summary>
    private static void Leave(List<Sign> signs, List<int> words, TextTokens text)
    {
        for (var i = signs.Count - 1; i >= 0; i--)
        {
            bool IsDateBeside(int step)
            {
                var other = i + step;
                while (other >= 0 && other < signs.Count && signs[other].Clue == Clue.Kind)
                    other += step;
                return other >= 0 && other < signs.Count && signs[other].Clue == Clue.Date && Math.Max(signs[other].Start - signs[i].End, signs[i].Start - signs[other].End) <= NearDate;
            }

            var isLoose = signs[i].When?.Piece switch
            {
                { Kind: TermPieceKind.Until } => !IsDateBeside(1),
                { Kind: TermPieceKind.Act, Act: Act.Signed } => !IsDateBeside(1) && !IsDateBeside(-1),
                { Kind: TermPieceKind.Length } => IsAside(signs[i], words, text),
                _ => false,
            };
            if (!isLoose)
                continue;
            words.AddRange(Enumerable.Range(signs[i].Start, signs[i].Length));
            signs.RemoveAt(i);
        }

        words.Sort();
    }

    /// <summary>Within brackets that mostly say something else.</summary>
    private static bool IsAside(Sign length, List<int> words, TextTokens text)
    {
        var (open, close) = (length.Start, length.End - 1);
        while (open > 0 && length.Start - open < LongestAside && text.Run.Tokens[open][0] is not '(')
            open--;
        while (close + 1 < text.Run.Count && close - length.End < LongestAside && !text.Run.Tokens[close].TrimEnd('.', ',', ';').EndsWith(')'))
            close++;
        return text.Run.Tokens[open][0] == '(' && text.Run.Tokens[close].Contains(')', StringComparison.Ordinal) && open < length.Start
            && !Enumerable.Range(open, length.Start - open).Any(i => text.Run.Tokens[i].Contains(')', StringComparison.Ordinal))
            && words.Count(w => w >= open && w <= close) >= FewestOthers;
    }

    /// <summary>A country stands before dates, and once; a further year within other words is a tale.</summary>
    private static bool IsOfItem(Sign sign, List<Sign> before, List<int> words) => sign.Clue switch
    {
        Clue.Date when sign.When!.On is { Precision: EdtfPrecision.Year } => !before.Exists(b => b.Clue == Clue.Date) || words.Count(w => w >= sign.Start - Near) < Near - 1,
        Clue.Date or Clue.Term or Clue.Kind or Clue.Label or Clue.Filler => true,
        Clue.Country => !before.Exists(b => b.Clue is Clue.Country or Clue.Date or Clue.Term),
        _ => false,
    };

    /// <summary>The first, and those beside it.</summary>
    private static List<Kind> KindsOf(TextTokens text, List<Sign> signs)
    {
        var kinds = new List<Sign>();
        foreach (var sign in signs.Where(s => s.Clue == Clue.Kind))
        {
            if (kinds.Count == 0 || sign.Start <= kinds[^1].End + 1)
                kinds.Add(sign);
        }

        return [.. kinds.DistinctBy(s => s.Kind).Select(s => RowsInOrder.KindOf(text, s))];
    }
}

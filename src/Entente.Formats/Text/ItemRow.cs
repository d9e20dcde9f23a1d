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

    /// <param name="tokens">Of the item, in order.</param>
    public static Row Of(TextTokens text, Evidence evidence, IReadOnlyList<int> tokens, Row row, Above above)
    {
        var signs = new List<Sign>();
        var words = new List<int>();
        for (var at = tokens[0]; at <= tokens[^1];)
        {
            var sign = evidence.At(at).Where(s => s.End <= tokens[^1] + 1 && IsOfItem(s, signs, words)).OrderByDescending(s => s.End).ThenBy(s => s.Clue == Clue.Label ? 0 : 1).FirstOrDefault();
            if (sign is null)
                words.Add(at);
            else if (sign.Clue is not Clue.Filler)
                signs.Add(sign);
            at = sign?.End ?? at + 1;
        }

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

using Entente.Core;

namespace Entente.Formats.Text;

/// <summary>The last number printed says how many records there are, where the list numbers them all from 1 on. Where sections or tables are
/// numbered each by itself, the largest number of each says it.</summary>
internal sealed class NumberSequence
{
    private int records, numbered, ones, largest, last;

    /// <summary>Of sections that are complete.</summary>
    private int before;

    public void Add(Draft draft)
    {
        var number = int.TryParse(draft.Facts.Number, out var printed) ? printed : 0;
        records++;
        numbered += number > 0 ? 1 : 0;
        ones += number == 1 ? 1 : 0;
        largest = records == 1 ? number : Math.Max(largest, number);
        if (number == 1 && last > 0 && records > 1)
            (before, last) = (before + last, 1);
        else
            last = records == 1 ? number : Math.Max(last, number);
    }

    /// <summary>Null where the list does not number its records so. One that is sorted otherwise has its 1 somewhere.</summary>
    public Check? Check => records < 3 || numbered * 2 < records || ones == 0 ? null
        : new Check(CheckKind.NumberSequence, null, null, ones > 1 ? before + last : largest, records);
}

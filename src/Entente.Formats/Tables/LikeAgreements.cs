using System.Globalization;

using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.Formats.Tables;

/// <summary>Tables of staff, examinations, conferences, rankings and invoices have partners, countries and dates, too. Where nothing in a list says that it is
/// of agreements, and its shape is that of something else, that is a doubt: nothing is left out.</summary>
internal sealed class LikeAgreements
{
    private const int FewestRows = 3, FewestWeights = 2, OldestYear = 1900, Days = 370, LeastDays = 300, LongWord = 6;

    /// <summary>Words of the name of a person.</summary>
    private const int FewestNames = 2, MostNames = 4;

    /// <summary>Nearly all rows.</summary>
    private const double Nearly = 0.75;

    private static readonly Lazy<PhraseBook> Acts = new(() => PhraseBook.Of("act"));

    private readonly SourceReading reading;
    private readonly Kinds kinds;
    private readonly List<Facts> rows;
    private readonly List<Table> tables;

    /// <summary>The texts of columns that are none of an agreement's, by their heads.</summary>
    private readonly List<(string? Field, List<string> Texts)> others;

    private LikeAgreements(SourceReading reading, Kinds kinds)
    {
        (this.reading, this.kinds) = (reading, kinds);
        rows = [.. reading.Drafts.Select(d => d.Facts)];
        tables = [.. reading.Tables.Where(t => t.Role == TableRole.Agreements)];
        var fields = tables.SelectMany(t => t.Columns).Where(c => c.Header is not null).GroupBy(c => c.Header!).ToDictionary(c => c.Key, c => c.First().Field);
        // Columns without heads stand in their order.
        others = [.. rows.SelectMany(r => r.Other.Index().Select(o => (Key: o.Item.Header ?? $"{o.Index}", o.Item))).GroupBy(o => o.Key, o => o.Item)
            .Select(o => (o.First().Header is { } head ? fields.GetValueOrDefault(head) : null, o.Select(c => c.Text).ToList()))];
    }

    /// <summary>The reading, with the doubt whether it is of agreements at all.</summary>
    public static SourceReading? Told(SourceReading? reading, Kinds kinds)
    {
        if (reading is null || reading.Drafts.Count < FewestRows)
            return reading;
        var like = new LikeAgreements(reading, kinds);
        return like.SaySo() || like.Others() < FewestWeights ? reading : reading with
        {
            Findings = [.. reading.Findings, new Finding("list.unlike", Severity.Doubt, [], null, [$"{reading.Drafts.Count}"]) { Id = $"f{reading.Findings.Count + 1}", Places = [.. reading.Drafts[0].Places.Take(1)] }],
        };
    }

    private bool SaySo() =>
        rows.Exists(r => r.Kinds.Any(k => k.Code is not null) || r.Term.SaysHowLong || r.Term.Open is not null || r.State is not null || r.Ends.Basis == EndsBasis.Open || r.Events.Any(e => e.Act is not (Act.Signed or Act.Effective)))
        || tables.SelectMany(t => t.Columns.Select(c => c.Header).Append(t.Heading)).Append(reading.Title).OfType<string>().Any(Speaks)
        || (Spans() is { Count: > 0 } spans && spans.Count(s => s.IsWhole) * 2 > spans.Count);

    /// <summary>It names a kind of agreement, or what is done with one.</summary>
    private bool Speaks(string text)
    {
        var run = TokenRun.Of(text);
        var found = new List<(int End, string Code)>();
        for (var at = 0; at < run.Count && found.Count == 0; at++)
        {
            kinds.MatchesAt(run, at, found);
            // One short word means other things in other languages.
            if (Acts.Value.LongestAt(run.Keys, at).End is > 0 and var end && (end > at + 1 || run.Keys[at].Length >= LongWord || run.Keys[at][0] > 'z'))
                return true;
        }

        return found.Count > 0;
    }

    /// <summary>How much of it is the shape of other tables.</summary>
    private int Others()
    {
        var names = others.FindAll(o => AreMost(o.Texts, IsPerson));
        var isReached = others.Exists(o => o.Field == "contact" && AreMost(o.Texts, t => t.Any(char.IsDigit) || t.Contains('@', StringComparison.Ordinal)));
        var begins = rows.Select(r => r.Begin?.On).OfType<EdtfDate>().ToList();
        var weight = names.Exists(n => n.Field is not ("contact" or "unit" or "signer")) ? 2 : 0;
        weight += names.Count > 0 && isReached ? 1 : 0;
        weight += others.Exists(o => o.Field is null && AreMost(o.Texts, IsAmount)) || (tables.Exists(t => t.Columns.Any(c => c.Field == "number")) && !AreRunning()) ? 1 : 0;
        weight += others.Exists(o => o.Field is null && AreMost(o.Texts, Names.HoldsInstitution)) ? 1 : 0;
        weight += rows.Count(r => !Names.HoldsInstitution(r.Parties[0].Name)) * 3 >= rows.Count * 2 ? 1 : 0;
        weight += IsOfOneYear(begins) || (begins.Count == 0 && Spans().Count == 0) ? 1 : 0;
        weight += begins.Count > 0 && begins.Count(b => b.Latest.Year < OldestYear) * 2 > begins.Count ? 2 : 0;
        return weight + (Spans() is { Count: > 0 } spans && spans.Count(s => s.Days < LeastDays) * 2 > spans.Count ? 2 : 0);
    }

    private bool AreMost(List<string> texts, Func<string, bool> isOne) => texts.Count >= Nearly * rows.Count && texts.Count(isOne) >= Nearly * texts.Count;

    private bool AreRunning()
    {
        var numbers = rows.Select(r => int.TryParse(r.Number?.TrimEnd('.'), CultureInfo.InvariantCulture, out var number) ? (int?)number : null).ToList();
        return numbers.TrueForAll(n => n is null) || numbers.Zip(numbers.Skip(1)).Count(p => p.First < p.Second || p.First is null || p.Second is null) >= Nearly * (numbers.Count - 1);
    }

    /// <summary>Days of which all are within a year: dates to come, or what was done in one.</summary>
    private bool IsOfOneYear(List<EdtfDate> begins) =>
        begins.Count >= Nearly * rows.Count && begins.TrueForAll(b => b.Precision is EdtfPrecision.Day or EdtfPrecision.Month) && begins.Max(b => b.Latest.Number) - begins.Min(b => b.Earliest.Number) < Days;

    /// <summary>How long each is from its begin to its end, in days, and whether that is whole years.</summary>
    private List<(long Days, bool IsWhole)> Spans() =>
        [.. from row in rows
            let end = row.Ends.On as EdtfDate ?? row.Begin?.Until as EdtfDate
            where row.Begin?.Begin is not null && end is not null
            select (end.Latest.Number - row.Begin!.Begin!.Earliest.Number, Length.WholeYears(row.Begin.Begin, end) is not null)];

    /// <summary>Two to four words that each begin with a large letter, and no institution, country or number.</summary>
    private static bool IsPerson(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= FewestNames and <= MostNames && words.All(w => char.IsUpper(w[0])) && !text.Any(char.IsDigit) && !Names.HoldsInstitution(text) && Countries.Find(text) is null;
    }

    /// <summary>A number with a fraction, or one that is no year.</summary>
    private static bool IsAmount(string text) =>
        decimal.TryParse(text.Trim('%', '€', '$', '£', ' '), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) && (amount != decimal.Truncate(amount) || amount is < Dates.FirstYear or > Dates.LastYear);
}

using System.Globalization;

using Entente.Core.Reading;
using Entente.Formats.Tables;

namespace Entente.Formats.Text;

internal enum Clue
{
    Country,
    Kind,
    Date,
    Term,
    Filler,

    /// <summary>A row of a summary table: its number, a country and a count.</summary>
    SideRow,

    /// <summary>The total of a summary table.</summary>
    Total,

    /// <summary>A whole line that belongs to the page and not to the list.</summary>
    PageMark,

    /// <summary>The head of a column with a colon behind it: "valid until:".</summary>
    Label,
}

/// <summary>Something that a stretch of tokens may be. What it is, the segmentation decides.</summary>
/// <param name="End">Index of the token behind it.</param>
internal sealed record Sign(Clue Clue, int Start, int End)
{
    public CountryName? Country { get; init; }

    public string? Kind { get; init; }

    public WhenItem? When { get; init; }

    /// <summary>What a label says of the values behind it: start, end, term, period, or another field.</summary>
    public string? Field { get; init; }

    /// <summary>The number of a side row, when it is printed.</summary>
    public int? Number { get; init; }

    public int Count { get; init; }

    /// <summary>Index of the first token of a side row's country, and the one behind it.</summary>
    public (int Start, int End) Subject { get; init; }

    public int Length => End - Start;

    /// <summary>How a kind is worded.</summary>
    public string Wording { get; init; } = "";

    /// <summary>The register itself says that this is a kind.</summary>
    public bool IsOwnKind { get; init; }
}

/// <summary>Everything that each token of a run may be the beginning of.</summary>
internal sealed class Evidence
{
    /// <summary>What a label says of a date from which something is in force.</summary>
    public const string Effective = "effective";

    private static readonly Lazy<PhraseBook> DateWords = new(() => PhraseBook.Of("date", "list"));
    private static readonly Lazy<PhraseBook> PageWords = new(() => PhraseBook.Of("page"));
    private static readonly Lazy<PhraseBook> Headers = new(() => PhraseBook.Of("header"));

    private readonly TextTokens text;
    private readonly Kinds kinds;
    private readonly List<Sign>[] signs;
    private readonly int?[] numbers;
    private readonly bool[] institutionWords;
    private readonly bool[] titles;
    private readonly WhenScan scan;

    public Evidence(TextTokens text, Kinds kinds, DayOrder? days = null)
    {
        this.text = text;
        this.kinds = kinds;
        scan = new WhenScan(text.Run, days ?? WhenScan.OrderOf(text.Run, ReadingStop.Look));
        signs = new List<Sign>[text.Run.Count];
        numbers = [.. text.Run.Tokens.Select(Number)];
        institutionWords = [.. text.Run.Keys.Select(Names.IsInstitutionWord)];
        titles = Titles(text);
        for (var i = 0; i < signs.Length; i++)
        {
            ReadingStop.Look();
            signs[i] = [.. Countries(i), .. KindsAt(i), .. Whens(i)];
        }

        for (var i = 0; i < signs.Length; i++)
            signs[i].AddRange(SideRows(i).ToList());
        Confusion = new double[signs.Length];
        foreach (var sign in signs.SelectMany(s => s))
        {
            for (var i = sign.Start; i < sign.End; i++)
                Confusion[i] = Math.Max(Confusion[i], CostAsName(sign));
        }
    }

    /// <summary>Whether rows of a summary table stand at the ends of lines: countries that differ, each with a count.</summary>
    public bool HoldsSideTable
    {
        get
        {
            var rows = signs.SelectMany(s => s).Where(s => s.Clue is Clue.SideRow or Clue.Total && (s.End == signs.Length || text.Tokens[s.End].StartsLine)).ToList();
            var countries = rows.Where(r => r.Country is not null).Select(r => r.Country!.Code).Distinct().Count();
            return countries >= 5 || (countries >= 3 && rows.Exists(r => r.Clue == Clue.Total));
        }
    }

    /// <summary>How odd it would be to find each token inside a name.</summary>
    public double[] Confusion { get; }

    /// <summary>Whether a token stands in a line that calls itself a list: "List of agreements as of 2024".</summary>
    public bool IsTitle(int token) => titles[token];

    public bool IsInstitutionWord(int token) => institutionWords[token];

    public List<Sign> At(int token) => signs[token];

    /// <summary>The running number that a token may be: digits with at most a dot or a bracket behind them.</summary>
    public int? NumberAt(int token) => numbers[token];

    private static int? Number(string token)
    {
        var digits = Scripts.InPlainDigits(token).AsSpan().TrimEnd(".)");
        return digits.Length is > 0 and <= 5 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static bool[] Titles(TextTokens text)
    {
        var titles = new bool[text.Run.Count];
        for (var i = 0; i < titles.Length; i++)
            titles[i] = text.Tokens[i].StartsLine ? DateWords.Value.LongestAt(text.Run.Keys, i).Code == "list.name" : i > 0 && titles[i - 1];
        return titles;
    }

    private static double CostAsName(Sign sign) => sign.Clue switch
    {
        Clue.Date => sign.When!.On is { Precision: Edtf.EdtfPrecision.Year } ? 0.5 : 1.5,
        Clue.Term or Clue.Country or Clue.Kind => 0.5,
        Clue.Label => 2,
        _ => 0,
    };

    private IEnumerable<Sign> Countries(int start)
    {
        var found = new List<(int End, CountryName Country)>();
        Core.Reading.Countries.MatchesAt(text.Run.Tokens, start, found);
        return found.Select(f => new Sign(Clue.Country, start, f.End) { Country = f.Country });
    }

    private IEnumerable<Sign> KindsAt(int start)
    {
        var found = new List<(int End, string Code)>();
        kinds.MatchesAt(text.Run, start, found);
        return found.Select(f => Kind(start, f.End, f.Code));
    }

    private Sign Kind(int start, int end, string code)
    {
        var wording = string.Join(' ', text.Run.Keys.Skip(start).Take(end - start));
        return new Sign(Clue.Kind, start, end) { Kind = code, Wording = wording, IsOwnKind = kinds.IsOwn(wording) };
    }

    private IEnumerable<Sign> Whens(int start)
    {
        if (LabelAt(start) is { } label)
            yield return label;
        if (DateAt(start) is { } date)
            yield return date;
        if (Terms.TryMatchAt(text.Run, start, out var piece))
            yield return new Sign(Clue.Term, start, piece.End) { When = Item(start, piece.End) with { Piece = piece } };
        else if (Terms.IsFiller(text.Run, start, out var end))
            yield return new Sign(Clue.Filler, start, Math.Max(end, start + 1));
    }

    private Sign? LabelAt(int start)
    {
        var (end, code) = Headers.Value.LongestAt(text.Run.Keys, start);
        return end > start && text.Run.Tokens[end - 1][^1] is ':' or '：' ? new Sign(Clue.Label, start, end) { Field = code == "start" && WhenRoles.IsEffective(text.Joined([.. Enumerable.Range(start, end - start)])) ? Effective : code } : null;
    }

    /// <summary>The date behind the words "as of", or before them where a language puts them so.</summary>
    public Edtf.EdtfDate? AsOf(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (signs[i].Find(s => s.Clue == Clue.Date)?.When is not { On: { Precision: not Edtf.EdtfPrecision.Year } on })
                continue;
            var behind = signs[i].Find(s => s.Clue == Clue.Date)!.End;
            if (Text.AsOf.IsSaidOf(text.Run, start, end, i, behind))
                return on;
        }

        return null;
    }

    private Sign? DateAt(int start) => scan.DateAt(start) is not ({ } found, var end) ? null : new Sign(Clue.Date, start, end)
    {
        When = Item(start, end) with { On = found.On, RangeEnd = found.RangeEnd, YearBehind = found.YearBehind, Reason = found.Reason, Doubt = found.Doubt },
    };

    private WhenItem Item(int start, int end)
    {
        int[] tokens = [.. Enumerable.Range(start, end - start)];
        return new WhenItem(text.Joined(tokens).TrimEnd(',', ';', ':'), text.Places(tokens));
    }

    /// <summary>[number] country count, and the total under them.</summary>
    private IEnumerable<Sign> SideRows(int start)
    {
        var number = NumberAt(start);
        foreach (var first in number is null ? [start] : new[] { start + 1 })
        {
            if (first >= signs.Length)
                yield break;
            foreach (var country in signs[first].Where(s => s.Clue == Clue.Country && s.End < signs.Length))
            {
                if (CountAt(country.End) is { } count)
                    yield return new Sign(Clue.SideRow, start, country.End + 1) { Number = number, Country = country.Country, Count = count, Subject = (country.Start, country.End) };
            }
        }

        var (end, code) = Headers.Value.LongestAt(text.Run.Keys, start);
        if (code == "total" && end < signs.Length && CountAt(end) is { } total)
            yield return new Sign(Clue.Total, start, end + 1) { Count = total, Subject = (start, end) };
        if (text.Tokens[start].StartsLine && PageMarkEnd(start) is { } mark)
            yield return new Sign(Clue.PageMark, start, mark);
    }

    private int? CountAt(int token) =>
        int.TryParse(text.Run.Tokens[token], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>"Page 3 of 7", "3/7".</summary>
    private int? PageMarkEnd(int start)
    {
        var end = start + 1;
        while (end < signs.Length && !text.Tokens[end].StartsLine)
            end++;
        if (end - start > 4)
            return null;
        var line = text.Run.Text(start, end);
        var hasWord = PageWords.Value.LongestAt(text.Run.Keys, start).End > 0;
        var isFraction = line.Count(c => c == '/') == 1 && line.All(c => char.IsAsciiDigit(c) || c is '/' or ' ');
        return (hasWord && line.Any(char.IsAsciiDigit)) || isFraction ? end : null;
    }
}

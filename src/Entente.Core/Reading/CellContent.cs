using System.Globalization;

using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>What a cell of unknown meaning may hold, judged by the cell alone.</summary>
public sealed class CellContent
{
    private const int LongestNumber = 5, NoNumber = -1, FewestZeros = 6;

    /// <summary>Headings that name a country have no more.</summary>
    private const int FewWords = 4, FewKindWords = 6;

    /// <summary>Names of partners have fewer words; descriptions have more.</summary>
    private const int ManyWords = 16;

    private static readonly Lazy<PhraseBook> Ticks = new(() => PhraseBook.Of("tick"));

    private readonly Kinds kinds;
    private readonly DayOrder order;
    private TokenRun? run;
    private int? number, words;
    private bool? tick, hasInstitution, isBlank, beginsWithKind;
    private bool isTickKnown;
    private CellWhens? whens;
    private IReadOnlyList<CountryName>? countries;
    private IReadOnlyList<Kind>? found;

    public CellContent(string text, Kinds kinds, DayOrder order = DayOrder.Unknown)
    {
        ArgumentNullException.ThrowIfNull(text);
        (this.kinds, this.order) = (kinds, order);
        Text = Collapsed(text);
    }

    /// <summary>White space collapsed.</summary>
    public string Text { get; }

    /// <summary>Not kept once its dates are read: a large sheet has hundreds of thousands of contents.</summary>
    public TokenRun Run => whens is null ? run ??= TokenRun.Of(Text) : TokenRun.Of(Text);

    /// <summary>Nothing, or a sign that stands for nothing.</summary>
    public bool IsBlank => isBlank ??= (!Text.Any(char.IsLetterOrDigit) && !IsTick) || AreZeros(Text) || IsError;

    /// <summary>A spreadsheet shows it in place of a value.</summary>
    public bool IsError => SheetErrors.Is(Text);

    /// <summary>0000-00-00 00:00:00: what programs have for a date that is not there.</summary>
    internal static bool AreZeros(string text) => text.Length >= FewestZeros && text[0] == '0' && text.Count(c => c == '0') >= FewestZeros && text.All(c => c is '0' or '-' or '.' or '/' or ':' or ' ');

    public int? Number => (number ??= NumberIn(Text) ?? NoNumber) == NoNumber ? null : number;

    public CellWhens Whens
    {
        get
        {
            whens ??= CellWhens.Of(Run, order);
            run = null;
            return whens;
        }
    }

    /// <summary>The countries, when the cell holds nothing else.</summary>
    public IReadOnlyList<CountryName> Countries => countries ??= Parts.CountriesIn(Text);

    /// <summary>The country behind a place: "Plauen, Germany".</summary>
    public CountryName? CountryBehind => Run.Count <= 8 && !HasInstitution && Countries.Count == 0 && NameCountries.Split(Text) is { Country: { } country, Printed: { } printed } && !NameCountries.IsAlsoState(printed) ? country : null;

    /// <summary>The country that a heading is of: all of it, one among a few other words, or the last words of a longer one.</summary>
    public CountryName? CountryOver => Countries is [var first, ..] ? first : CountryWithin ?? CountryLast;

    /// <summary>The year that a heading is of: "2018", "Year 2018".</summary>
    public int? YearOver => Words <= FewWords && Whens is { Unread: <= 1, Items: [{ On: { Precision: EdtfPrecision.Year } on, RangeEnd: null, YearBehind: null }] } ? (int?)on.Year : null;

    /// <summary>"Which agreements are there with institutions of Chile?"</summary>
    private CountryName? CountryLast
    {
        get
        {
            if (Words is <= FewWords or > ManyWords || !Text.EndsWith('?') || Whens.Items.Count > 0)
                return null;
            var tokens = Run.Tokens;
            for (var length = 4; length > 0; length--)
            {
                if (Core.Reading.Countries.Find(string.Join(' ', tokens.Skip(tokens.Count - length)).TrimEnd('?', ' ', '»')) is { IsDoubtful: false } country)
                    return country;
            }

            return null;
        }
    }

    /// <summary>The one country that a short text names among other words, such as a heading.</summary>
    private CountryName? CountryWithin
    {
        get
        {
            if (Words > FewWords || HasInstitution || Whens.Items.Count > 0)
                return null;
            var found = new List<(int End, CountryName Country)>();
            var tokens = Run.Tokens;
            for (var at = 0; at < tokens.Count; at++)
                Core.Reading.Countries.MatchesAt(tokens, at, found);
            return found.Count > 0 && found.Select(f => f.Country.Code).Distinct().Count() == 1 && !found[^1].Country.IsDoubtful ? found[^1].Country : null;
        }
    }

    /// <summary>The kinds, when the cell holds nothing else.</summary>
    public IReadOnlyList<Kind> Kinds => found ??= Parts.KindsIn(Text, kinds);

    /// <summary>A kind, and a few words that tell more of it: cooperation agreement in science.</summary>
    public bool BeginsWithKind => beginsWithKind ??= Words is > 1 and <= FewKindWords && IsName && !HasInstitution && kinds.BeginsAt(Run);

    public PrintedState? State => Whens is { IsWhole: true, Items: [{ Piece: { Kind: TermPieceKind.State } piece }] } ? piece.State : null;

    public bool? Tick
    {
        get
        {
            (tick, isTickKnown) = isTickKnown ? (tick, true) : (TickIn(Text), true);
            return tick;
        }
    }

    public bool IsTick => Tick is not null;

    public bool HasInstitution => hasInstitution ??= Run.Keys.Any(Names.IsInstitutionWord);

    public bool IsLong => Words > ManyWords || (Words > 4 && Text.Count(char.IsLetter) > 160);

    public bool IsContact => Text.Contains('@', StringComparison.Ordinal) || Text.Contains("://", StringComparison.Ordinal) || Text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>Letters beyond what dates, terms, countries and kinds explain.</summary>
    public bool IsName => Number is null && !IsContact && Text.Any(char.IsLetter) && Countries.Count == 0 && Kinds.Count == 0 && State is null && !(Whens is { IsWhole: true, Items.Count: > 0 });

    /// <summary>Digits with strokes or dots and letters between, and no date: 023/Univ/XI/2021.</summary>
    public bool IsReference => Words <= 4 && Text.Any(char.IsAsciiDigit) && Text.AsSpan().ContainsAny("/-№.") && Number is null && !Whens.Items.Any(i => i.IsDate);

    /// <summary>How many words its text has.</summary>
    public int Words => words ??= Run.Count;

    public EdtfDate? FirstDate => Whens.Items.FirstOrDefault(i => i.On is not null)?.On;

    /// <summary>White space collapsed; mostly there is nothing to do.</summary>
    private static string Collapsed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && (text[i] != ' ' || i == 0 || i == text.Length - 1 || text[i - 1] == ' '))
                return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        return text;
    }

    private static int? NumberIn(string text)
    {
        var digits = Scripts.InPlainDigits(text).AsSpan().TrimEnd(".):：、").TrimStart('(');
        return digits.Length is > 0 and <= LongestNumber && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static bool? TickIn(string text) => text is "x" or "X" or "✓" or "✔" or "√" or "●" or "○" or "◯" or "■" or "+" or "*" or "•" or "☑" or "☒" or "✅" ? true : text is "☐" or "□" ? false : Ticks.Value.Find(text) switch { "yes" => true, "no" => false, _ => null };
}

using System.Globalization;

using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>What a cell of unknown meaning may hold, judged by the cell alone.</summary>
public sealed class CellContent
{
    private const int LongestNumber = 5;

    /// <summary>Headings that name a country have no more.</summary>
    private const int FewWords = 4;

    /// <summary>Names of partners have fewer words; descriptions have more.</summary>
    private const int ManyWords = 16;

    private static readonly Lazy<PhraseBook> Ticks = new(() => PhraseBook.Of("tick"));

    private readonly DayOrder order;
    private readonly Lazy<CellWhens> whens;
    private readonly Lazy<IReadOnlyList<CountryName>> countries;
    private readonly Lazy<IReadOnlyList<Kind>> found;

    public CellContent(string text, Kinds kinds, DayOrder order = DayOrder.Unknown)
    {
        ArgumentNullException.ThrowIfNull(text);
        this.order = order;
        Text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Run = TokenRun.Of(Text);
        whens = new Lazy<CellWhens>(() => CellWhens.Of(Run, this.order));
        countries = new Lazy<IReadOnlyList<CountryName>>(() => Parts.CountriesIn(Text));
        found = new Lazy<IReadOnlyList<Kind>>(() => Parts.KindsIn(Text, kinds));
    }

    /// <summary>White space collapsed.</summary>
    public string Text { get; }

    public TokenRun Run { get; }

    /// <summary>Nothing, or a sign that stands for nothing.</summary>
    public bool IsBlank => !Text.Any(char.IsLetterOrDigit) && !IsTick;

    public int? Number
    {
        get
        {
            var digits = Scripts.InPlainDigits(Text).AsSpan().TrimEnd(".):：、").TrimStart('(');
            return digits.Length is > 0 and <= LongestNumber && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        }
    }

    public CellWhens Whens => whens.Value;

    /// <summary>The countries, when the cell holds nothing else.</summary>
    public IReadOnlyList<CountryName> Countries => countries.Value;

    /// <summary>The country behind a place: "Plauen, Germany".</summary>
    public CountryName? CountryBehind => Run.Count <= 8 && !HasInstitution && Countries.Count == 0 && NameCountries.Split(Text).Country is { } country && !NameCountries.IsAlsoState(country) ? country : null;

    /// <summary>The country that a heading is of: all of it, or one among a few other words.</summary>
    public CountryName? CountryOver => Countries is [var first, ..] ? first : CountryWithin;

    /// <summary>The one country that a short text names among other words, such as a heading.</summary>
    private CountryName? CountryWithin
    {
        get
        {
            if (Run.Count > FewWords || HasInstitution || Whens.Items.Count > 0)
                return null;
            var found = new List<(int End, CountryName Country)>();
            for (var at = 0; at < Run.Count; at++)
                Core.Reading.Countries.MatchesAt(Run.Tokens, at, found);
            return found.Count > 0 && found.Select(f => f.Country.Code).Distinct().Count() == 1 && !found[^1].Country.IsDoubtful ? found[^1].Country : null;
        }
    }

    /// <summary>The kinds, when the cell holds nothing else.</summary>
    public IReadOnlyList<Kind> Kinds => found.Value;

    public PrintedState? State => Whens is { IsWhole: true, Items: [{ Piece: { Kind: TermPieceKind.State } piece }] } ? piece.State : null;

    public bool? Tick => Text is "x" or "X" or "✓" or "✔" or "√" or "●" or "○" or "◯" or "■" or "+" or "*" or "•" ? true : Ticks.Value.Find(Text) switch { "yes" => true, "no" => false, _ => null };

    public bool IsTick => Tick is not null;

    public bool HasInstitution => Run.Keys.Any(Names.IsInstitutionWord);

    public bool IsLong => Run.Count > ManyWords || (Run.Count > 4 && Text.Count(char.IsLetter) > 160);

    public bool IsContact => Text.Contains('@', StringComparison.Ordinal) || Text.Contains("://", StringComparison.Ordinal) || Text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>Letters beyond what dates, terms, countries and kinds explain.</summary>
    public bool IsName => Number is null && !IsContact && Text.Any(char.IsLetter) && Countries.Count == 0 && Kinds.Count == 0 && State is null && !(Whens is { IsWhole: true, Items.Count: > 0 });

    /// <summary>Digits with strokes or dots and letters between, and no date: 023/Univ/XI/2021.</summary>
    public bool IsReference => Run.Count <= 4 && Text.Any(char.IsAsciiDigit) && Text.AsSpan().ContainsAny("/-№.") && Number is null && !Whens.Items.Any(i => i.IsDate);

    public EdtfDate? FirstDate => Whens.Items.FirstOrDefault(i => i.On is not null)?.On;
}

namespace Entente.Formats.Text;

/// <summary>How much each piece of evidence weighs against the others. The scale is free; only the ratios matter.</summary>
internal static class Scores
{
    /// <summary>A row costs something, so that nothing is cut that need not be.</summary>
    public const double Row = 2;

    public const double OddNumber = 10;
    public const double CountryBeforeKind = 1;
    public const double CellBorder = 0.3;
    public const double EndsOnJoint = 2;
    public const double Unread = 3;
    public const double Furniture = 1;
    public const double PageMark = 1;
    public const double Aside = 5;
    public const double AsideNext = 2;
    public const double AsideWithinRow = 5;

    private const double FirstCountry = 4;
    private const double FurtherCountry = -2.5;
    private const double FirstKind = 3;
    private const double FurtherKind = -0.5;
    private const double FirstWhen = 3;
    private const double FurtherWhen = 0;
    private const double Doubtful = 1;
    private const double RareKind = 2;
    private const double RareYear = 1;

    private static readonly HashSet<string> Joints =
    [
        "of", "and", "for", "the", "in", "at", "on", "de", "du", "des", "la", "le", "del", "di", "da", "do", "e", "y", "et", "und", "für", "der", "von",
        "и", "им", "имени", "по", "при", "для", "ба",
    ];

    /// <summary>A sign gains by its length: "Republic of Korea" says more than "Korea".</summary>
    public static double Of(Sign sign, bool again, Layout layout) => sign.Clue switch
    {
        Clue.Country => (again ? FurtherCountry : FirstCountry) + (0.6 * sign.Length) - (sign.Country!.IsDoubtful ? Doubtful : 0),
        Clue.Kind => (again ? FurtherKind : FirstKind) + (0.5 * sign.Length) - (layout.UsualKinds?.Contains(sign.Wording) == false && !sign.IsOwnKind ? RareKind : 0),
        Clue.Date => (again ? FurtherWhen : FirstWhen) + (sign.When!.On is { Precision: Edtf.EdtfPrecision.Year } ? 0.2 - (layout.YearsAreRare ? RareYear : 0) : 0.8),
        Clue.Term => (again ? FurtherWhen : FirstWhen) + 0.5 + (0.3 * sign.Length),
        _ => -0.3,
    };

    public static bool IsJoint(string key, string token) => Joints.Contains(key) || token is "-" or "&" || (token.Length > 1 && token.EndsWith('-'));

    /// <summary>A name rarely begins with a small word or a sign.</summary>
    public static double OddFirst(string key, string token) =>
        key.Length == 0 || (Joints.Contains(key) && key != "the" && char.IsLower(token[0])) ? 1.5 : 0;
}

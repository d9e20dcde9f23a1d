namespace Entente.Core.Reading;

/// <summary>Several partners in one cell. What has an "and" or a comma in it may still be one name, so that a text is cut there only where
/// every piece names a university, or an institution with its country.</summary>
internal static class SeveralNames
{
    /// <summary>Of a year; names have fewer: Université Paris 8.</summary>
    private const int FewestDigits = 3;

    private const string Strong = ";；؛|", Stroke = "/／", Comma = ",，،", Quotes = "\"„“«‚‘»”";

    /// <returns>The names, as printed; none where the text is one name.</returns>
    /// <param name="text">Without the institution's own side.</param>
    /// <param name="isDoubtful">Several are named, and where one ends is not plain.</param>
    public static IReadOnlyList<string> In(string text, out bool isDoubtful)
    {
        isDoubtful = false;
        var parts = Cut(text, Strong.Contains);
        if (parts.Count > 1 && parts.TrueForAll(MayBeName) && parts.Exists(Names.HoldsInstitution))
            return [.. parts.SelectMany(p => Within(p, out _) is { Count: > 1 } names ? names : [p])];
        return Within(text, out isDoubtful);
    }

    /// <summary>Whether each line of a cell is a partner, and none the name of another in a second language.</summary>
    public static bool AreLines(IReadOnlyList<string> lines) => lines.Count > 1 && lines.All(l => IsUniversity(l) && Cut(l, Strong.Contains).Count == 1) && !lines.Zip(lines.Skip(1)).Any(l => IsQuoted(l.Second) && !IsQuoted(l.First)) && !NameForms.AreOfOne(lines);

    /// <summary>Below a line that is not, it is what that is called: Narodowy Uniwersytet, and „Politechnika Lwowska”.</summary>
    private static bool IsQuoted(string line) => Quotes.Contains(line[0], StringComparison.Ordinal);

    /// <summary>The names that a text is of where a person says that it is of several, and the text alone does not: each is of an institution.</summary>
    public static IReadOnlyList<string> MayBe(string text)
    {
        var pieces = Cut(text, border => true);
        return In(text, out _) is { Count: > 1 } names ? names : pieces.Count > 1 && pieces.TrueForAll(p => MayBeName(p) && Names.HoldsInstitution(p)) ? pieces : [];
    }

    private static List<string> Within(string text, out bool isDoubtful)
    {
        isDoubtful = false;
        if (Cut(text, Stroke.Contains) is { Count: > 1 } strokes && AreLines(strokes))
            return strokes;
        // "Universities of Parma, Modena and Bologna" is cut nowhere.
        var pieces = Cut(text, border => !Strong.Contains(border) && !Stroke.Contains(border));
        if (pieces.Count > 1 && pieces.TrueForAll(p => Names.HoldsInstitution(p) && NameCountries.Split(p).Country is not null))
            return pieces;
        if (pieces.Count < 2 || pieces.Count(IsUniversity) < 2)
            return [];
        if (!pieces.TrueForAll(IsUniversity))
        {
            isDoubtful = pieces.Exists(p => !IsUniversity(p) && Names.HoldsInstitution(p) && !IsPart(p));
            return [];
        }

        // "State University of New York, University at Buffalo" may be one.
        isDoubtful = pieces.Count == 2 && Cut(text, Comma.Contains).Count == 2;
        return isDoubtful ? [] : pieces;
    }

    /// <summary>The stretches between borders of one sort.</summary>
    private static List<string> Cut(string text, Predicate<char> isBorder)
    {
        var pieces = new List<string>();
        var start = 0;
        var sides = Sides.Of(text);
        foreach (var (side, next) in sides.Zip(sides.Skip(1)))
        {
            var border = text[side.End..next.Start].Trim();
            if (border.Length == 0 || !isBorder(border[0]) || !IsOfNames(border[0]) || Countries.Find(text[next.Start..next.End]) is not null)
                continue;
            pieces.Add(Bare(text[start..side.End]));
            start = next.Start;
        }

        pieces.Add(Bare(text[start..]));
        return pieces;
    }

    /// <summary>Dashes, crosses and middle dots stand within names.</summary>
    private static bool IsOfNames(char border) => char.IsLetter(border) || border is '&' or '+' or '、' || Strong.Contains(border) || Stroke.Contains(border) || Comma.Contains(border);

    /// <summary>Without a number of its own: "1) Leeds University".</summary>
    private static string Bare(string piece)
    {
        var digits = piece.AsSpan().TrimStart().TrimStart("0123456789");
        return digits.Length > 0 && digits.Length < piece.Length && digits[0] is '.' or ')' ? digits[1..].Trim().ToString() : piece.Trim();
    }

    private static bool MayBeName(string piece) =>
        piece.Count(char.IsLetter) > 1 && !char.IsLower(piece[0]) && !IsPart(piece) && Countries.Find(piece) is null && piece.Count(char.IsAsciiDigit) < FewestDigits;

    private static bool IsUniversity(string piece) =>
        piece.Length > 0 && !char.IsLower(piece[0]) && !PhraseBook.Keys(piece).Any(Names.IsUnit) && UniversityWords.LanguagesIn(piece).Count > 0 && !UniversityWords.IsNoMore(piece);

    /// <summary>It begins as a part of an institution does.</summary>
    private static bool IsPart(string piece) => PhraseBook.Keys(piece) is [var first, ..] && Names.IsUnit(first);
}

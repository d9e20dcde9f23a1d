namespace Entente.Core.Reading;

/// <summary>Terms as lists word them: lengths in digits and words, options, renewal, openness, and the words that say what a date is.</summary>
public static class Terms
{
    private static readonly Lazy<PhraseBook> Phrases = new(() => PhraseBook.Of("term", "state", "act", "filler"));

    private static readonly Lazy<PhraseBook> Notices = new(() => PhraseBook.Of("notice"));

    /// <summary>Finds the piece that begins at a token, the longest wording first.</summary>
    public static bool TryMatchAt(TokenRun run, int start, out TermPiece piece)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (Lengths.TryMatch(run, start, out piece))
        {
            if (piece.Kind == TermPieceKind.Length && piece.End < run.Count && Phrases.Value.LongestAt(run.Keys, piece.End) is { Code: "term.notice-behind" } notice)
                piece = piece with { End = notice.End, Use = LengthUse.Notice };
            else if (piece is { Kind: TermPieceKind.Length, Length: { TotalMonths: <= 12 } } && NoticeEnd(run, start, piece.End) is { } behind)
                piece = piece with { End = behind, Use = LengthUse.Notice };
            else if (piece is { Kind: TermPieceKind.Length, Length: { Months: 0, Days: 0, Years: > 0 } } && piece.End < run.Count && Phrases.Value.LongestAt(run.Keys, piece.End) is { Code: "term.half" } half)
                piece = piece with { End = half.End, Length = piece.Length with { Months = 6 } };
            return true;
        }

        var (end, code) = Phrases.Value.LongestAt(run.Keys, start);
        if (end == 0)
            return false;
        if (UseOf(code) is not { } use)
            piece = PieceOf(code, end, run.Keys[start]);
        else if (LengthBehind(run, end) is { } length)
            piece = length with { Use = use };
        return piece.End > 0;
    }

    /// <summary>The token behind a notice period: its word stands a few words before the length or behind it, with no comma between.</summary>
    private static int? NoticeEnd(TokenRun run, int start, int end)
    {
        for (var at = end; at < run.Count && at <= end + MostBetween && !EndsClause(run.Tokens[at - 1]); at++)
        {
            if (IsNotice(run, at))
                return at + 1;
        }

        for (var at = start - 1; at >= 0 && at >= start - 1 - MostBetween && !EndsClause(run.Tokens[at]); at--)
        {
            if (IsNotice(run, at))
                return end;
        }

        return null;
    }

    private const int MostBetween = 2;

    private static bool IsNotice(TokenRun run, int token) => Notices.Value.LongestAt(run.Keys, token).End > 0;

    private static bool EndsClause(string token) => token[^1] is ',' or ';' or '.' or '；' or '，' or '。' or '、';

    /// <summary>Words that say what the length behind them is.</summary>
    private static LengthUse? UseOf(string code) => code switch
    {
        "term.each" => LengthUse.Renewal,
        "term.option" => LengthUse.Option,
        "term.notice-before" => LengthUse.Notice,
        _ => null,
    };

    private static TermPiece? LengthBehind(TokenRun run, int at)
    {
        for (var skipped = 0; at < run.Count && skipped <= 3; skipped++)
        {
            if (Lengths.TryMatch(run, at, out var length) && length.Kind == TermPieceKind.Length)
                return length;
            if (skipped == 0 && Lengths.OneAt(run, at) is { } one)
                return one;
            if (!IsFiller(run, at, out var end))
                return null;
            at = Math.Max(end, at + 1);
        }

        return null;
    }

    /// <summary>Whether a word behind a date says that it is an end.</summary>
    public static bool SaysUntil(string word) => Phrases.Value.Find(word) is { } code && PieceOf(code, 1, word).Kind == TermPieceKind.UntilBehind;

    /// <summary>Whether a word says that what is behind it is a begin: "5 years from 1 May 2020".</summary>
    public static bool SaysFrom(TokenRun run, int token) => Phrases.Value.LongestAt(run.Keys, token).Code is "term.from.before";

    public static bool IsFiller(TokenRun run, int token, out int end)
    {
        (end, var code) = Phrases.Value.LongestAt(run.Keys, token);
        return code is "filler" or "term.initial" or "term.from-signing" or "term.from.before" or "term.school-year" || UseOf(code) is not null || run.Keys[token].Length == 0 || run.Keys[token] is "-" or "–" or "—";
    }

    private static TermPiece PieceOf(string code, int end, string key)
    {
        var parts = code.Split('.', 3);
        return (parts[0], parts.ElementAtOrDefault(1)) switch
        {
            ("term", "open") when parts[2] == "undecided" => new TermPiece(TermPieceKind.Open, end) { Open = OpenTerm.Indefinite, IsUndecided = true },
            ("term", "open") => new TermPiece(TermPieceKind.Open, end) { Open = Core.Words.Parse<OpenTerm>(parts[2])!.Value },
            ("term", "renews") => new TermPiece(TermPieceKind.Renews, end) { Renews = Core.Words.Parse<Renews>(parts[2])!.Value },
            ("term", "yearly") => new TermPiece(TermPieceKind.Renews, end) { Renews = Renews.Automatic, Length = new Length(1) },
            ("term", "times") => new TermPiece(TermPieceKind.Times, end) { Times = parts[2] == "1" ? 1 : 2 },
            ("term", "until") => new TermPiece(parts[2] == "behind" ? TermPieceKind.UntilBehind : TermPieceKind.Until, end),
            ("term", "extended-until") => new TermPiece(TermPieceKind.Until, end) { Extends = true },
            ("term", "no-renewal") => new TermPiece(TermPieceKind.NoRenewal, end),
            ("term", "unspecified") => new TermPiece(TermPieceKind.Unspecified, end),
            ("act", { } act) => new TermPiece(TermPieceKind.Act, end) { Act = Core.Words.Parse<Act>(act)!.Value },
            ("state", { } state) => new TermPiece(TermPieceKind.State, end) { State = Core.Words.Parse<PrintedState>(state)!.Value },
            ("filler", _) when key is "once" or "twice" => new TermPiece(TermPieceKind.Times, end) { Times = key == "once" ? 1 : 2 },
            _ => default,
        };
    }

    /// <summary>The unit that a head of a column counts in: "Term (months)".</summary>
    public static string? UnitIn(string head) => TokenRun.Of(head).Keys.Select(Lengths.UnitOf).FirstOrDefault(u => u is not null);

    /// <summary>Reads a text that is a term as a whole. Acts and dates in it are left to the row's dates.</summary>
    public static Reading<Term> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var run = TokenRun.Of(text);
        var pieces = new List<TermPiece>();
        var isAllRead = true;
        for (var at = 0; at < run.Count;)
        {
            if (TryMatchAt(run, at, out var piece))
            {
                pieces.Add(piece);
                at = piece.End;
            }
            else if (Dates.TryMatch(run.From(at), DayOrder.Unknown, out var date) && run.TokenAfter(at, date.Length) is > 0 and var behind)
            {
                at = behind;
            }
            else
            {
                var filler = IsFiller(run, at, out var end);
                isAllRead &= filler;
                at = filler && end > at ? end : at + 1;
            }
        }

        if (pieces.Count == 0)
            return Readings.Not<Term>(text, "term.not-read");
        var term = Combine(pieces, out var isCrowded) with { Text = text };
        return Readings.Of(text, term, isAllRead && !isCrowded ? null : "term.partly-read");
    }

    /// <summary>What a row's pieces say together. Units beside each other add up (1 year 6 months); a length behind a renewal wording is the
    /// renewal's, unless it is the only one.</summary>
    /// <param name="isCrowded">There is a length too many.</param>
    public static Term Combine(IReadOnlyList<TermPiece> pieces, out bool isCrowded)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        var term = Term.Unstated;
        isCrowded = false;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var isMore = i > 0 && pieces[i - 1].Kind == TermPieceKind.Length && AddsUp(pieces[i - 1].Length, piece.Length);
            switch (piece.Kind)
            {
                case TermPieceKind.Length when piece.Use == LengthUse.Notice:
                // "Permanent, reviewed every 5 years".
                case TermPieceKind.Length when piece.Use == LengthUse.Renewal && term.Open is not null && term.Length is null:
                    break;
                case TermPieceKind.Length when piece.Use == LengthUse.Option && term.Length is not null:
                    term = term with { Option = term.Option ?? piece.Length };
                    break;
                case TermPieceKind.Length when piece.Use == LengthUse.Renewal && term.Length is not null:
                    term = term with { RenewalLength = term.RenewalLength ?? piece.Length };
                    break;
                case TermPieceKind.Length when term.Length is null:
                    term = term with { Length = piece.Length, Option = piece.Option };
                    break;
                case TermPieceKind.Length when isMore && term.RenewalLength is null:
                    term = term with { Length = Ending.Sum(term.Length!.Value, piece.Length) };
                    break;
                case TermPieceKind.Length when term.Renews is not null && term.RenewalLength is null:
                    term = term with { RenewalLength = piece.Length };
                    break;
                case TermPieceKind.Length:
                    isCrowded |= piece.Length != term.Length;
                    break;
                case TermPieceKind.Open:
                    term = term with { Open = term.Open ?? piece.Open };
                    break;
                case TermPieceKind.Renews:
                    term = term with { Renews = term.Renews ?? piece.Renews, RenewalLength = term.RenewalLength ?? (piece.Length == default ? null : piece.Length) };
                    break;
                case TermPieceKind.Times:
                    term = term with { RenewalTimes = term.RenewalTimes ?? piece.Times };
                    break;
            }
        }

        isCrowded |= term is { Renews: null, RenewalLength: not null };
        if (term.Renews is null)
            return term with { RenewalTimes = null, RenewalLength = null };
        // "Renewed each year": the first period is one of them.
        return term.Length is null && term.RenewalLength is { } each && term.RenewsByItself ? term with { Length = each } : term;
    }

    /// <summary>Years and then months, months and then days.</summary>
    private static bool AddsUp(Length one, Length other) =>
        (one is { Years: > 0, Months: 0, Days: 0 } && other is { Years: 0, Months: > 0 and < 12, Days: 0 })
        || (one is { Days: 0, TotalMonths: > 0 } && other is { Years: 0, Months: 0, Days: > 0 and < 31 });
}

namespace Entente.Core.Matching;

/// <summary>When a name is certain enough to be linked without asking anyone. A wrong link is worse than none.</summary>
/// <param name="Institution">Null when nothing is certain.</param>
internal readonly record struct Certainty(int? Institution, MatchTier Tier, MatchReason Reason)
{
    /// <summary>A word that so few institutions have says by itself who is meant.</summary>
    private const int FewSpread = 2, SomeSpread = 500, LongWord = 6;

    /// <summary>A name of general words that tells so much is shared by two institutions as rarely as a name with words of its own: by one in a hundred,
    /// as counted over the names of the registry itself (docs/ror.md).</summary>
    private const double MuchInformation = 20;

    /// <summary>The same within one country, where there are fewer others.</summary>
    private const double SomeInformation = 12;

    private static Certainty None(string code, params IReadOnlyList<string> arguments) => new(null, MatchTier.None, new MatchReason(code, arguments));

    public static Certainty OfExact(Registry registry, NameQuery query, IReadOnlyList<ExactName> found)
    {
        var named = found.Where(f => f.Form != NameForm.Acronym).ToList();
        if (named.Count == 0)
            return None(found.Count > 0 ? "acronym-only" : "nothing-same");
        if (!query.Name.HasOwn && Information(registry, query) is var told && told < (query.Country is null ? MuchInformation : SomeInformation))
            return None(query.Country is null ? "general-words" : "general-words-home");
        var alive = named.Where(f => registry.StatusOf(f.Institution) == InstitutionStatus.Active).ToList();
        var candidates = alive.Count > 0 ? alive : named;
        if (query.Country is not { } country)
            return IsPlace(registry, query) ? None("place-only") : OfSeveral(registry, candidates, isHome: false);
        if (IsPlace(registry, query))
            return None("place-only");
        var home = candidates.Where(f => registry.CountryOf(f.Institution) == country).ToList();
        if (home.Count == 0)
            return Elsewhere(registry, query, candidates);
        // University of York is not Université York, where another institution is called so in these very words.
        return home.TrueForAll(f => !f.IsPrinted) && candidates.Exists(f => f is { IsPrinted: true, Form: NameForm.Label })
            ? None("country-other", country) : OfSeveral(registry, home, isHome: true);
    }

    /// <summary>How little it is to be expected that another institution has the same words, in nats.</summary>
    private static double Information(Registry registry, NameQuery query) =>
        query.Words.Where(w => w.Number >= 0).Sum(w => Math.Log((double)registry.Count / registry.SpreadOf(w.Number)));

    /// <summary>Of several one counts when it alone is called so, in these very words, and none is called so with a qualifier behind it.</summary>
    private static Certainty OfSeveral(Registry registry, List<ExactName> found, bool isHome)
    {
        if (found.Count == 1)
            return OfOne(registry, found[0], isHome);
        var called = found.Where(f => f.Form == NameForm.Label && f.IsPrinted).ToList();
        return called.Count == 1 && found.TrueForAll(f => f.Form != NameForm.Bare) ? OfOne(registry, called[0], isHome) : None("ambiguous", $"{found.Count}");
    }

    /// <summary>Names that are no more than a place are of whoever is there.</summary>
    private static bool IsPlace(Registry registry, NameQuery query) => query.Words.All(w => w.Number >= 0 && w.Word.Class == WordClass.Own && registry.IsPlace(w.Number));

    /// <summary>A perfect name in another country than the stated one: the country is doubtful where the name says what it is of, and a word of it is nobody else's.
    /// In other scripts the registry has few names, so that this cannot be told.</summary>
    private static Certainty Elsewhere(Registry registry, NameQuery query, List<ExactName> found)
    {
        var isRare = query.Words.Any(w => w.Word.Class == WordClass.Head)
            && query.Words.Any(w => w.Number >= 0 && w.Word.Class == WordClass.Own && w.Word.Text.Length >= LongWord && char.IsAscii(w.Word.Text[0]) && registry.SpreadOf(w.Number) <= FewSpread);
        return found.Count == 1 && isRare && found[0].Form <= NameForm.Alias && OfOne(registry, found[0], isHome: false) is { Institution: { } one, Tier: var tier }
            ? new Certainty(one, tier, new MatchReason("country-doubtful", query.Country!, registry.CountryOf(one) ?? ""))
            : None("country-other", query.Country!);
    }

    private static Certainty OfOne(Registry registry, ExactName found, bool isHome)
    {
        var tier = TierOf(found);
        if (registry.StatusOf(found.Institution) != InstitutionStatus.Active && (IsWithdrawn(registry, found) || HasSuccessor(registry, found)))
            return None("former-only");
        // Without the person after whom it is named, State University is anyone's.
        if (tier == MatchTier.Bare && !HasOwn(registry, found.Name))
            return None("not-all-words");
        if (!found.IsWhole)
            return None(tier == MatchTier.Unit ? "project-only" : "not-all-words");
        return found.Form switch
        {
            NameForm.Label => new Certainty(found.Institution, tier, new MatchReason("certain-name")),
            NameForm.Alias => new Certainty(found.Institution, tier, new MatchReason("certain-alias")),
            NameForm.Named when isHome => new Certainty(found.Institution, tier, new MatchReason("certain-name")),
            _ => None("not-all-words"),
        };
    }

    private static bool HasOwn(Registry registry, int name)
    {
        foreach (var word in registry.WordsOf(name))
        {
            if (registry.ClassOf(word) == WordClass.Own)
                return true;
        }

        return false;
    }

    public static MatchTier TierOf(ExactName found) => found.Form switch
    {
        NameForm.Acronym => MatchTier.Acronym,
        NameForm.Named or NameForm.Bare => MatchTier.Bare,
        _ when found.Reasons.Any(r => r.Code == "project") => MatchTier.Unit,
        _ when found.Reasons.Any(r => r.Code == "left-out") => MatchTier.Bare,
        NameForm.Latin => MatchTier.SameWords,
        _ when found.Reasons.Count > 0 || !found.IsWhole || !found.IsPrinted => MatchTier.SameWords,
        _ => MatchTier.Exact,
    };

    private static bool IsWithdrawn(Registry registry, ExactName found) => registry.StatusOf(found.Institution) == InstitutionStatus.Withdrawn;

    private static bool HasSuccessor(Registry registry, ExactName found) => registry.RelatedTo(found.Institution, InstitutionRelationKind.Successor).Any();

    /// <summary>All words of both names are the same though not in the same order, or the rest says that it is a part of the institution.</summary>
    public static Certainty OfNear(Registry registry, NameQuery query, IReadOnlyList<NameComparison> near)
    {
        var fit = near.Where(n => IsAtHome(registry, query, n) && registry.FormOf(n.Name) <= NameForm.Alias).ToList();
        var whole = fit.Where(n => n is { IsComplete: true, IsInOrder: true, Slips.Count: 0 }).ToList();
        if (whole.Count == 1 && query.Name.HasOwn)
            return new Certainty(whole[0].Institution, MatchTier.SameWords, new MatchReason("certain-words"));
        if (whole.Count > 1)
            return None("ambiguous", $"{whole.Count}");
        var misspelt = fit.Where(n => n is { IsComplete: true, IsInOrder: true, Slips.Count: > 0 }).ToList();
        if (misspelt.Count == 1 && IsSlipOnly(registry, query, misspelt[0]))
            return new Certainty(misspelt[0].Institution, MatchTier.Spelling, new MatchReason("certain-spelling"));
        var parent = fit.Where(n => UnitNames.IsUnit(registry, n)).OrderByDescending(n => registry.WordsOf(n.Name).Length).Take(2).ToList();
        if (parent.Count == 0 || !UnitNames.IsPart(query, parent[0]))
            return None(near.Count == 0 ? "nothing-near" : parent.Count > 0 ? "unit-only" : "not-all-words");
        return parent.Count > 1 && registry.WordsOf(parent[1].Name).Length == registry.WordsOf(parent[0].Name).Length
            ? None("ambiguous", "2")
            : new Certainty(parent[0].Institution, MatchTier.Unit, new MatchReason("certain-unit"));
    }

    /// <summary>One slip, in a long word that no name of the registry has, beside another word of its own that is the same.</summary>
    private static bool IsSlipOnly(Registry registry, NameQuery query, NameComparison near) =>
        near.Slips.Count == 1 && near.Slips[0].Typed.Word.Text.Length >= LongWord
        && query.Words.Any(w => w.Number >= 0 && w.Word.Class == WordClass.Own && registry.SpreadOf(w.Number) <= SomeSpread);

    private static bool IsAtHome(Registry registry, NameQuery query, NameComparison near) =>
        registry.StatusOf(near.Institution) == InstitutionStatus.Active && (query.Country is null || registry.CountryOf(near.Institution) == query.Country);
}

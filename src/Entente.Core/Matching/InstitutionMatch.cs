namespace Entente.Core.Matching;

/// <summary>How a name fits an institution; the surest first.</summary>
public enum MatchTier
{
    /// <summary>The registry prints the same name.</summary>
    Exact,

    /// <summary>The same words, written differently: general words in another language or misspelt, small words, legal forms.</summary>
    SameWords,

    /// <summary>The same but for a qualifier in brackets, or the person after whom it is named.</summary>
    Bare,

    /// <summary>The name of one that is no more, whose successor it is.</summary>
    Former,

    /// <summary>The name of a part of it.</summary>
    Unit,

    Acronym,

    /// <summary>A word that is in no name of the registry is a slip of the hand away.</summary>
    Spelling,

    /// <summary>Some words are the same.</summary>
    Near,

    None,
}

/// <summary>Code and arguments, worded where it is shown.</summary>
public sealed record MatchReason(string Code, params IReadOnlyList<string> Arguments);

/// <param name="Institution">Its place in the registry.</param>
/// <param name="Score">0 to 1; an order, not a probability.</param>
public sealed record MatchCandidate(int Institution, MatchTier Tier, double Score, IReadOnlyList<MatchReason> Reasons);

/// <summary>What is known of an institution by a printed name.</summary>
/// <param name="Institution">The one that is meant, when that is certain; a score is never a decision.</param>
/// <param name="Tier">Of the one that is meant, else of the first candidate.</param>
/// <param name="Reasons">Why it is certain, or why nothing is.</param>
/// <param name="Candidates">The likeliest first.</param>
public sealed record InstitutionMatch(int? Institution, MatchTier Tier, double Score, IReadOnlyList<MatchReason> Reasons, IReadOnlyList<MatchCandidate> Candidates);

using Entente.Core;
using Entente.Core.Reading;

namespace Entente.App.Agreements;

/// <summary>How much a word that was typed is like the words of the register; each of those is looked at once.</summary>
internal sealed class WordLikeness(SearchWord asked)
{
    private const double Whole = 1, Beginning = 0.9, Part = 0.8, OneSlip = 0.75, FurtherSlip = 0.1, Alike = 0.7, LeastAlike = 0.45;
    private const int LettersForOneSlip = 4, LettersForTwo = 6, LettersForAPart = 3;

    private readonly Dictionary<string, double> known = new(StringComparer.Ordinal);

    /// <summary>Of so many words on average, where not all of them are there as a whole or as a part.</summary>
    public static double MostWithASlip(int words) => (((words - 1) * Whole) + OneSlip) / words;

    /// <summary>The same, where not all of them are there as a whole.</summary>
    public static double MostWithAPart(int words) => (((words - 1) * Whole) + Beginning) / words;

    public double To(string token)
    {
        if (!known.TryGetValue(token, out var likeness))
            known[token] = likeness = asked.Forms.Max(form => Likeness(form, token));
        return likeness;
    }

    private static double Likeness(string form, string token)
    {
        if (form == token)
            return Whole;
        if (form.Length >= LettersForAPart && token.StartsWith(form, StringComparison.Ordinal))
            return Beginning;
        if (form.Length > LettersForAPart && token.Contains(form, StringComparison.Ordinal))
            return Part;
        var slips = form.Length >= LettersForTwo ? 2 : form.Length >= LettersForOneSlip ? 1 : 0;
        if (NameWords.Distance(form, token, slips) is var distance && distance <= slips)
            return OneSlip - (FurtherSlip * (distance - 1));
        var alike = Trigrams(form, token);
        return alike >= LeastAlike ? Alike * alike : 0;
    }

    /// <summary>Dice's coefficient over the trigrams of both words, with a blank around each.</summary>
    private static double Trigrams(string one, string other)
    {
        if (one.Length < LettersForOneSlip || other.Length < LettersForOneSlip)
            return 0;
        var (ofOne, ofOther) = (GramsOf(one), GramsOf(other));
        var total = ofOne.Count + ofOther.Count;
        ofOne.IntersectWith(ofOther);
        return 2.0 * ofOne.Count / total;
    }

    private static HashSet<string> GramsOf(string word)
    {
        var padded = $" {word} ";
        var grams = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 3 <= padded.Length; i++)
            grams.Add(padded.Substring(i, 3));
        return grams;
    }
}

namespace Entente.Core;

/// <summary>What the facts are when the proposal of a finding is accepted.</summary>
public static class Accepting
{
    /// <returns>The same facts where the finding proposes nothing, or where it is so already.</returns>
    public static Facts After(Facts facts, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Proposal is not { } proposal || finding.Arguments.Count == 0)
            return facts;
        var printed = finding.Arguments[0];
        return finding.Code switch
        {
            "partner.misspelt" => With(facts, p => p.Name != proposal && printed.Split(", ").All(w => p.Name.Contains(w, StringComparison.Ordinal)), p => p with { Name = proposal }),
            "partner.renamed" or "partner.near-known" or "partner.encoded-twice" => With(facts, p => p.Name == printed, p => p with { Name = proposal }),
            "country.look-alike" or "country.ambiguous" or "country.former" => With(
                facts, p => p.CountryText == printed && (p.Country != proposal || p.CountryBasis != CountryBasis.Stated),
                p => p with { Country = proposal, CountryBasis = CountryBasis.Stated }),
            _ => facts,
        };
    }

    /// <summary>The same of a record of the register, which may say otherwise than the list: it takes what the list says.</summary>
    public static Facts After(Facts facts, Finding finding, CountingRule counting)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding is { Listed: { } listed, Field: { } field } ? FactFields.Put(field, facts, listed, counting) : After(facts, finding);
    }

    private static Facts With(Facts facts, Func<Party, bool> which, Func<Party, Party> after) =>
        facts.Parties.Any(which) ? facts with { Parties = [.. facts.Parties.Select(p => which(p) ? after(p) : p)] } : facts;
}

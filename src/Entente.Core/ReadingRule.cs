namespace Entente.Core;

/// <summary>What a decision on a wording is about.</summary>
public enum RuleField
{
    /// <summary>A printed name is this partner's: two wordings are one.</summary>
    Partner,

    /// <summary>A partner of this name is in this country, whatever the list says or leaves out.</summary>
    PartnerCountry,

    /// <summary>A printed country is this one.</summary>
    Country,

    /// <summary>A printed date of signing, or of another act, is this date.</summary>
    Start,

    Term,

    /// <summary>A printed end is this date.</summary>
    End,

    /// <summary>A row that prints this is no agreement.</summary>
    Row,
}

/// <summary>What a person decided a wording of lists to mean. It holds for every list that is read from then on, until it is taken out.</summary>
/// <param name="Printed">As a list prints it: compared by <see cref="KeyOf"/>.</param>
/// <param name="Meaning">A name, an ISO 3166-1 alpha-2 code, an EDTF date, or a term as it would be printed; empty for a row.</param>
public sealed record ReadingRule(RuleField Field, string Printed, string Meaning, Authorship By)
{
    /// <summary>What a printed text is compared by: of a row only its words, however its cells are parted.</summary>
    public static string KeyOf(RuleField field, string printed)
    {
        ArgumentNullException.ThrowIfNull(printed);
        return field == RuleField.Row ? SearchText.Plain(printed) : string.Join(' ', printed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
    }

    public bool IsAbout(RuleField field, string printed) => field == Field && KeyOf(field, printed) == KeyOf(field, Printed);
}

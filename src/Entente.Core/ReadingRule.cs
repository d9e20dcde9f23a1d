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

    /// <summary>A printed kind is this one. It is kept with the kinds of the register.</summary>
    Kind,

    /// <summary>A row that prints this is no agreement.</summary>
    Row,

    /// <summary>A row that prints this is several agreements.</summary>
    Several,

    /// <summary>A row that prints this is a part of another one.</summary>
    Part,

    /// <summary>A column with this head is of this field.</summary>
    Column,

    /// <summary>In the dates of a column with this head the day comes first, or the month.</summary>
    Days,
}

/// <summary>What a person decided a wording of lists to mean. It holds for every list that is read from then on, until it is taken out.</summary>
/// <param name="Printed">As a list prints it: compared by <see cref="KeyOf"/>.</param>
/// <param name="Meaning">A name, also of a kind, an ISO 3166-1 alpha-2 code, an EDTF date, a term as it would be printed, the row that a part belongs to, a field of columns, or an order of
/// day and month; of a row that is several, by whom and of which kinds it is, or nothing; of one that is none what else it says, a line for each field, or nothing.</param>
public sealed record ReadingRule(RuleField Field, string Printed, string Meaning, Authorship By)
{
    /// <summary>The list with which it was stored: where that is taken back, it goes as well. Null: it was decided by itself.</summary>
    public Guid? Edition { get; init; }

    /// <summary>It is about a whole row.</summary>
    public static bool IsOfRows(RuleField field) => field is RuleField.Row or RuleField.Several or RuleField.Part;

    /// <summary>What a printed text is compared by: of a row only its words, however its cells are parted, and without its running number, which is another one
    /// whenever a row is put in before.</summary>
    public static string KeyOf(RuleField field, string printed)
    {
        ArgumentNullException.ThrowIfNull(printed);
        return IsOfRows(field) ? SearchText.Plain(printed).TrimStart([.. "0123456789 "]) : string.Join(' ', printed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
    }

    /// <summary>Of two about one wording only one holds; one row may be a part of several others that print the same as it does.</summary>
    public bool Replaces(ReadingRule other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsAbout(other.Field, other.Printed) && (Field != RuleField.Part || KeyOf(Field, Meaning) == KeyOf(Field, other.Meaning));
    }

    public bool IsAbout(RuleField field, string printed) => field == Field && KeyOf(field, printed) == KeyOf(field, Printed);
}

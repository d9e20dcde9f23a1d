namespace Entente.Core;

/// <summary>The other party, as the register knows it: one for all agreements that print the same name in the same country.</summary>
public sealed class Partner
{
    private Partner()
    {
        Name = Key = "";
    }

    /// <param name="name">As first printed.</param>
    public Partner(int registerId, Guid id, string name, string? country)
    {
        RegisterId = registerId;
        Id = id;
        Name = name;
        Country = country;
        Key = KeyOf(name, country);
    }

    public int RegisterId { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; }

    /// <summary>The exact name, folded, and the country: what makes two printed parties the same partner without asking anyone.</summary>
    public string Key { get; private set; }

    /// <summary>ISO 3166-1 alpha-2, as agreements print it.</summary>
    public string? Country { get; private set; }

    public Identity Identity { get; private set; } = Identity.None;

    /// <summary>The partner that this one is; its agreements are linked to that one.</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>Under all of which a printed party is this partner without asking anyone: as it was printed first, and as the office and the display name
    /// of its record call it, with or without "The", in the country that is printed or known. The record's other names and acronyms may be those of others too;
    /// of a unit the record is another's.</summary>
    public IEnumerable<string> Keys
    {
        get
        {
            var own = Identity.Names.Where(n => n.Kind != OwnNameKind.Acronym && (!n.IsFromRecord || n.Kind == OwnNameKind.Official)).Select(n => n.Text);
            return new[] { Name, Identity.UnitOf is null ? Identity.Seen?.Name : null }.OfType<string>().Concat(own).SelectMany(n => new[] { n, WithoutThe(n), $"The {WithoutThe(n)}" })
                .SelectMany(n => new[] { KeyOf(n, Country), KeyOf(n, ShownCountry) }).Distinct();
        }
    }

    public int Version { get; private set; } = 1;

    /// <summary>The name that is shown: the official one, or the one that was printed first.</summary>
    public string ShownName => Identity.Official ?? Name;

    /// <summary>ISO 3166-1 alpha-2: the one that the office knows, or the printed one.</summary>
    public string? ShownCountry => Identity.Country ?? Country;

    /// <summary>What the office knows of it after an act.</summary>
    public void Know(Identity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        Identity = identity;
        Version++;
    }

    /// <param name="into">Null: it is one of its own again.</param>
    public void Merge(Guid? into)
    {
        MergedInto = into;
        Version++;
    }

    private static string WithoutThe(string name) => name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name["The ".Length..] : name;

    public static string KeyOf(string name, string? country) => $"{SearchText.Plain(name)}|{country}";
}

/// <summary>That an agreement names a partner.</summary>
/// <param name="Position">Of the party in the agreement's facts, from 0.</param>
public sealed record AgreementPartner(int RegisterId, Guid AgreementId, int Position, Guid PartnerId);

/// <summary>A partner as it was after an act.</summary>
public sealed record PartnerAfter(Guid Id, string Name, int Version, Identity Identity)
{
    public string? Country { get; init; }

    public Guid? MergedInto { get; init; }

    public static PartnerAfter Of(Partner partner)
    {
        ArgumentNullException.ThrowIfNull(partner);
        return new PartnerAfter(partner.Id, partner.Name, partner.Version, partner.Identity) { Country = partner.Country, MergedInto = partner.MergedInto };
    }
}

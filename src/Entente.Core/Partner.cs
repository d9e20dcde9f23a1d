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

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; private set; }

    public int Version { get; private set; } = 1;

    public static string KeyOf(string name, string? country) => $"{SearchText.Plain(name)}|{country}";
}

/// <summary>That an agreement names a partner.</summary>
/// <param name="Position">Of the party in the agreement's facts, from 0.</param>
public sealed record AgreementPartner(int RegisterId, Guid AgreementId, int Position, Guid PartnerId);

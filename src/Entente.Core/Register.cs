using Entente.Edtf;

namespace Entente.Core;

/// <summary>The agreements of one institution. An installation may hold many registers.</summary>
public sealed class Register
{
    private Register()
    {
        Name = TimeZone = "";
    }

    /// <param name="id">Given by the application, from 1.</param>
    /// <param name="timeZone">IANA id: "today" is a day there.</param>
    public Register(int id, string name, string timeZone)
    {
        Id = id;
        Name = name;
        TimeZone = timeZone;
    }

    public int Id { get; private set; }

    public string Name { get; set; }

    public IReadOnlyList<string> OtherNames { get; set; } = [];

    /// <summary>The name and all others.</summary>
    public IEnumerable<string> Names => OtherNames.Prepend(Name);

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? HomeCountry { get; set; }

    public string TimeZone { get; set; }

    /// <summary>The date that the list speaks of, when it is the same for every edition.</summary>
    public EdtfDate? ListedOn { get; set; }

    public CountingRule Counting { get; set; }

    /// <summary>What this register says of kinds; those that every register has and of which it says nothing are not among them.</summary>
    public IReadOnlyList<RegisterKind> Kinds { get; set; } = [];

    /// <summary>What was decided on wordings of its lists, the oldest first.</summary>
    public IReadOnlyList<ReadingRule> Rules { get; set; } = [];

    /// <summary>Countries that this register calls otherwise than the program does.</summary>
    public IReadOnlyList<CountryCalled> CountryNames { get; set; } = [];

    /// <summary>So many days before its last day an agreement ends soon.</summary>
    public int EndsSoonDays { get; set; } = 180;

    public int Version { get; set; } = 1;
}

/// <param name="Code">ISO 3166-1 alpha-2; XK is Kosovo.</param>
public sealed record CountryCalled(string Code, string Name);

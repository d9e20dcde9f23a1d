using Entente.Core;

namespace Entente.App.Imports;

/// <summary>A list that has no column for parts of institutions prints them behind the name, as the register's own PDF does: "Lund University, Faculty of Law".
/// Where that is a partner with its unit, as it is known, it is read so.</summary>
internal sealed class UnitsBehindNames
{
    private readonly Dictionary<string, Party> known = [];

    public UnitsBehindNames(IEnumerable<KnownRow> rows)
    {
        foreach (var party in rows.SelectMany(r => r.Read.Parties.Concat(r.Now.Parties)).Where(p => p.Unit is not null))
            known.TryAdd(SearchText.Plain($"{party.Name}, {party.Unit}"), party);
    }

    public IReadOnlyList<Draft> Parted(IReadOnlyList<Draft> drafts) => known.Count == 0 ? drafts : [.. drafts.Select(Parted)];

    private Draft Parted(Draft draft) => draft.Facts.Parties.Any(p => Find(p) is not null)
        ? draft with { Facts = draft.Facts with { Parties = [.. draft.Facts.Parties.Select(p => Find(p) is { } party ? p with { Name = party.Name, Unit = party.Unit } : p)] } }
        : draft;

    private Party? Find(Party printed) => printed.Unit is null ? known.GetValueOrDefault(SearchText.Plain(printed.Name)) : null;
}

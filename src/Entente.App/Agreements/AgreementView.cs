using Entente.App.Shell;
using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Agreements;

public sealed record EndsView(EndsBasis Basis, string? On, string? Latest);

/// <summary>An agreement in a list.</summary>
/// <param name="Kinds">Codes, or the wording of a kind without one: what <c>--kind</c> takes.</param>
/// <param name="Begins">EDTF.</param>
/// <param name="Because">The deciding rule, in words.</param>
public sealed record AgreementView(
    string Number, IReadOnlyList<string> Partners, IReadOnlyList<string> Countries, IReadOnlyList<string> Kinds,
    string? Begins, EndsView Ends, StandingKind Standing, string Because)
{
    public static AgreementView Of(AgreementAt at)
    {
        ArgumentNullException.ThrowIfNull(at);
        var (agreement, standing) = at;
        var ends = agreement.Facts.Ends;
        return new AgreementView(
            agreement.Number, [.. agreement.Facts.Parties.Select(p => p.Name).Where(n => n.Length > 0)], [.. agreement.Countries], [.. agreement.KindKeys],
            agreement.Facts.Begin?.On!.ToString(), new EndsView(ends.Basis, ends.On?.ToString(), ends.Latest?.ToString()),
            standing.Kind, Wording.Of(standing.Because));
    }

    /// <summary>What people know it by: its partners; where none is named, its title.</summary>
    public static IReadOnlyList<string> NamesOf(Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var names = facts.Parties.Select(p => p.Name).Where(n => n.Length > 0).ToList();
        return names.Count == 0 && facts.Title is { } title ? [title] : names;
    }
}

public sealed record AgreementListView(Day On, long Total, IReadOnlyList<AgreementView> Agreements)
{
    public static AgreementListView Of(AgreementList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new AgreementListView(list.On, list.Total, [.. list.Agreements.Select(AgreementView.Of)]);
    }
}

using Entente.App.Agreements;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>A part of a record that is taken from a list or kept as a whole.</summary>
/// <param name="Field">What comparisons call it.</param>
/// <param name="Text">What it says.</param>
/// <param name="Put">The first record with this part of the second, whose places are those of another edition.</param>
internal sealed record FactPart(string Field, Func<Facts, string> Text, Func<Facts, Facts, Facts> Put)
{
    /// <summary>Whether it can be told by itself that no list printed it.</summary>
    private Func<Facts, bool> IsOwn { get; init; } = _ => false;

    /// <summary>It is one of each party.</summary>
    public bool IsOfParties { get; private init; }

    private static readonly IReadOnlyList<FactPart> Plain =
    [
        New("kind", (into, from) => into with { Kinds = [.. from.Kinds.Select(k => k with { Places = [] })] }),
        // A length that came with an act is the office's own, though it may be that of before.
        New("term", (into, from) => into with { Term = from.Term with { Places = [] } }) with { IsOwn = facts => facts.Term is { Text: null, SaysHowLong: true } },
        New("state", (into, from) => into with { State = from.State, StateText = from.StateText }),
        New("title", (into, from) => into with { Title = from.Title }),
        New("reference", (into, from) => into with { Reference = from.Reference }),
        New("subject", (into, from) => into with { Subject = from.Subject }),
        New("note", (into, from) => into with { Note = from.Note }),
        New("other", (into, from) => into with { Other = from.Other }),
    ];

    private static readonly IReadOnlyList<FactPart> OfParties =
    [
        New("partner", (into, from) => Each(into, from, (p, f) => p with { Name = f.Name, Text = f.Text, Names = f.Names, Places = [] })),
        New("unit", (into, from) => Each(into, from, (p, f) => p with { Unit = f.Unit })) with { IsOfParties = true },
        New("country", (into, from) => Each(into, from, (p, f) => p with { Country = f.Country, CountryText = f.CountryText, CountryBasis = f.CountryBasis })) with { IsOfParties = true },
        New("place", (into, from) => Each(into, from, (p, f) => p with { City = f.City })) with { IsOfParties = true },
    ];

    private static readonly FactPart AllParties = new(
        "partner",
        facts => string.Join('\n', facts.Parties.Select(p => string.Join('\t', p.Name, p.Unit, p.Country ?? p.CountryText, p.City))),
        (into, from) => into with { Parties = [.. from.Parties.Select(p => p with { Places = [] })] });

    public static IEnumerable<FactPart> All => [.. OfParties, .. Plain];

    /// <summary>All parts but the acts and the end. Where one record has more partners than another, nobody can tell which of them is which.</summary>
    public static IEnumerable<FactPart> For(params ReadOnlySpan<Facts> records)
    {
        var isAlike = true;
        foreach (var facts in records)
            isAlike &= facts.Parties.Count == records[0].Parties.Count;
        return isAlike ? [.. OfParties, .. Plain] : [AllParties, .. Plain];
    }

    public bool Says(Facts facts) => Text(facts).Length > 0;

    /// <summary>Whether the office changed what was read.</summary>
    public bool IsTouched(Facts read, Facts ours) => Text(read) != Text(ours) || (IsOwn(ours) && !IsOwn(read));

    private static FactPart New(string field, Func<Facts, Facts, Facts> put) => new(field, facts => FactTexts.Of(field, facts), put);

    private static Facts Each(Facts into, Facts from, Func<Party, Party, Party> put) => into with { Parties = [.. into.Parties.Zip(from.Parties, put)] };
}

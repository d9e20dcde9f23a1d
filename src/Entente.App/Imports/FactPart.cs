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
    public Func<Facts, bool> IsOwn { get; private init; } = _ => false;

    /// <summary>It is one of each party.</summary>
    public bool IsOfParties { get; private init; }

    private static readonly IReadOnlyList<FactPart> Plain =
    [
        New("kind"),
        // A length that came with an act is the office's own, though it may be that of before.
        New("term") with { IsOwn = facts => facts.Term is { Text: null, SaysHowLong: true } },
        New("state"), New("title"), New("reference"), New("subject"), New("note"), New("other"),
    ];

    private static readonly IReadOnlyList<FactPart> OfParties =
        [New("partner"), .. new[] { "unit", "country", "place" }.Select(f => New(f) with { IsOfParties = true })];

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

    private static FactPart New(string field) => new(field, facts => FactTexts.Of(field, facts), (into, from) => FactFields.Put(field, into, from));
}

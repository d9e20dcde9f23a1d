namespace Entente.Core.Reading;

/// <summary>What the facts of an agreement are when its register reads otherwise than before. What is printed stays as it is.</summary>
public static class Rereading
{
    /// <summary>Only what the other rules read otherwise; what a person has corrected since stays.</summary>
    /// <returns>The same facts where nothing is read otherwise.</returns>
    public static Facts After(Facts facts, ReadingRules before, ReadingRules after)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var kinds = facts.Kinds.Select(k => KindAfter(k, before, after)).ToList();
        var parties = facts.Parties.Select(p => PartyAfter(p, before, after)).ToList();
        if (!kinds.SequenceEqual(facts.Kinds, ReferenceEqualityComparer.Instance) || !parties.SequenceEqual(facts.Parties, ReferenceEqualityComparer.Instance))
            facts = facts with { Kinds = kinds, Parties = parties };
        return before.Counting == after.Counting ? facts : Ending.Recounted(facts, after.Counting);
    }

    /// <summary>Facts that come back from a time when the rules may have been others.</summary>
    public static Facts Under(Facts facts, ReadingRules rules)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(rules);
        return Ending.Recounted(facts with { Kinds = [.. facts.Kinds.Select(k => k with { Code = rules.Kinds.Find(k.Text) })] }, rules.Counting);
    }

    private static Kind KindAfter(Kind kind, ReadingRules before, ReadingRules after) =>
        after.Kinds.Find(kind.Text) is var code && code != before.Kinds.Find(kind.Text) ? kind with { Code = code } : kind;

    private static Party PartyAfter(Party party, ReadingRules before, ReadingRules after)
    {
        var text = party.Text ?? party.Name;
        var (was, side) = (before.Own.Other(text), after.Own.Other(text));
        if (text.Length == 0 || was == side || was.Partner != party.Name)
            return party;
        var name = Names.Read(side.Partner, after.Kinds);
        return party with { Name = name.Name, Text = side.Own is null || side.IsOnlyOwn ? null : text, Names = name.Forms, Unit = name.Unit };
    }
}

using Entente.App.Agreements;
using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.Core;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

/// <summary>What people decided wordings of lists to mean: kept with the settings of the register, followed by every list that is read from then on.</summary>
public static class Rules
{
    /// <summary>All that stand, the oldest first; also what the register calls its kinds.</summary>
    public static async Task<IReadOnlyList<ReadingRule>> ListAsync(OpenRegister open, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        var register = await open.Db.Registers.AsNoTracking().SingleAsync(stop);
        return [.. register.Rules.Concat(await KindDecisions.OfAsync(open.Db, register.Kinds, stop)).OrderBy(r => r.By.At)];
    }

    /// <summary>Of two rules about one wording the later one stands.</summary>
    /// <returns>Those that were added.</returns>
    /// <exception cref="FieldsException">field, printed, meaning, wording.</exception>
    /// <exception cref="RefusedException">kind.unknown, record.changed-since.</exception>
    public static async Task<IReadOnlyList<ReadingRule>> AddAsync(OpenRegister open, IReadOnlyList<RuleEdit> edits, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(edits);
        var added = edits.Select(e => e.Read(Keeping.Keeping.Author(open, hand))).ToList();
        await RegisterSettings.ReviseAsync(open, hand, settings => Task.FromResult(settings with
        {
            Rules = added.Where(a => a.Field != RuleField.Kind).Aggregate(settings.Rules, With),
            Kinds = added.Where(a => a.Field == RuleField.Kind).Aggregate(settings.Kinds, KindDecisions.With),
        }), stop);
        return added;
    }

    /// <summary>The last decision on a name holds: an earlier one that would lead from what it means back to it goes.</summary>
    private static IReadOnlyList<ReadingRule> With(IReadOnlyList<ReadingRule> rules, ReadingRule added)
    {
        var left = rules.Where(r => !added.Replaces(r)).ToList();
        var (name, passed) = (added.Meaning, new HashSet<ReadingRule>());
        while (added.Field == RuleField.Partner && left.Find(r => r.IsAbout(RuleField.Partner, name)) is { } next && passed.Add(next))
        {
            if (added.IsAbout(RuleField.Partner, next.Meaning))
                left.Remove(next);
            name = next.Meaning;
        }

        return [.. left, added];
    }

    /// <summary>Lists that are read from now on are read as if nobody had decided. What was stored stays as it is, but for what a kind is called.</summary>
    /// <exception cref="RefusedException">rule.unknown, record.changed-since.</exception>
    public static Task<Register> RemoveAsync(OpenRegister open, string field, string printed, Hand hand, CancellationToken stop = default) =>
        RemoveAsync(open, r => Words.Kebab(r.Field) == field && r.IsAbout(r.Field, printed), printed, hand, stop);

    /// <inheritdoc cref="RemoveAsync(OpenRegister, string, string, Hand, CancellationToken)"/>
    public static Task<Register> RemoveAsync(OpenRegister open, IReadOnlyList<ReadingRule> rules, Hand hand, CancellationToken stop = default) =>
        RemoveAsync(open, r => rules.Any(rule => rule.Replaces(r)), string.Join(", ", rules.Select(r => r.Printed)), hand, stop);

    private static Task<Register> RemoveAsync(OpenRegister open, Func<ReadingRule, bool> isMeant, string printed, Hand hand, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(open);
        return RegisterSettings.ReviseAsync(open, hand, settings =>
        {
            var left = settings with { Rules = [.. settings.Rules.Where(r => !isMeant(r))], Kinds = KindDecisions.Without(settings.Kinds, isMeant) };
            return left.Rules.Count < settings.Rules.Count || !ReferenceEquals(left.Kinds, settings.Kinds) ? Task.FromResult(left) : throw new RefusedException("rule.unknown", printed);
        }, stop);
    }

    /// <summary>What a correction says of wordings: of a name, of a country, of a term, and of dates that were not read. That a readable date is wrong in one record
    /// says nothing of others.</summary>
    /// <param name="known">Rules that the record followed already.</param>
    public static IReadOnlyList<RuleEdit> Of(Facts read, Facts corrected, IReadOnlyList<ReadingRule> known)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(corrected);
        var rules = new List<RuleEdit>();
        if (read.Parties.Count == corrected.Parties.Count)
            rules.AddRange(read.Parties.Zip(corrected.Parties).SelectMany(p => OfParty(p.First, p.Second, known)));
        if (read.Events.Count == corrected.Events.Count)
            rules.AddRange(read.Events.Zip(corrected.Events).Where(e => e is { First: { On: null, Text.Length: > 0 }, Second.On: not null }).Select(e => Rule(RuleField.Start, e.First.Text, e.Second.On!.ToString())));
        if (read.Term.Text is { Length: > 0 } term && corrected.Term.Text is { Length: > 0 } meant && meant != term)
            rules.Add(Rule(RuleField.Term, term, meant));
        if (read.Ends is { On: null, Text: { Length: > 0 } end } && corrected.Ends is { Basis: EndsBasis.Stated, On: { } on })
            rules.Add(Rule(RuleField.End, end, on.ToString()!));
        return rules;
    }

    /// <summary>What accepting a record may say of wordings: a country that may be several, or that is none any more, is meant as it was read.</summary>
    public static IReadOnlyList<RuleEdit> Of(ReviewedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return [.. record.Findings.Where(f => f is { Field: "country", Severity: Severity.Doubt, Proposal: not null }).Select(f => Rule(RuleField.Country, f.Arguments[0], f.Proposal!)).Distinct()];
    }

    private static IEnumerable<RuleEdit> OfParty(Party read, Party corrected, IReadOnlyList<ReadingRule> known)
    {
        if (read.Name.Length == 0 || corrected.Name.Length == 0)
            yield break;
        if (corrected.Name != read.Name)
            yield return Rule(RuleField.Partner, read.Text is { } text && known.Any(r => r.IsAbout(RuleField.Partner, text)) ? text : read.Name, corrected.Name);
        if (corrected.Country is { } country && country != read.Country)
            yield return read is { Country: null, CountryText: { Length: > 0 } printed } ? Rule(RuleField.Country, printed, country) : Rule(RuleField.PartnerCountry, corrected.Name, country);
    }

    internal static RuleEdit Rule(RuleField field, string printed, string meaning) => new(Words.Kebab(field), printed, meaning);
}

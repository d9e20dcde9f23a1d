using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

/// <summary>What is decided in a review for every list, not for this one alone.</summary>
public static partial class Reviews
{
    /// <summary>As <see cref="SettleAsync"/>, and what its countries were taken for they are taken for wherever a list prints the same.</summary>
    /// <returns>The rules that this made.</returns>
    public static Task<IReadOnlyList<ReadingRule>> AcceptEverywhereAsync(OpenRegister open, KeptReviews kept, Guid id, int record, Func<ReviewedRecord, IEnumerable<string>> takes, Hand hand, CancellationToken stop = default) =>
        DecideEverywhereAsync(open, id, hand, async _ => (Rules.Of((await SettleAsync(open, kept, id, record, takes, hand, stop)).List.Find(record)!), null), stop);

    /// <summary>As <see cref="CorrectAsync"/>, and wherever a list prints the same it is read so from now on, in this one too.</summary>
    /// <returns>The rules that this made; none where the correction says nothing of a wording.</returns>
    public static Task<IReadOnlyList<ReadingRule>> CorrectEverywhereAsync(OpenRegister open, KeptReviews kept, Guid id, int record, AgreementEdit edit, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return DecideEverywhereAsync(
            open,
            id,
            hand,
            async later =>
            {
                var corrected = (await CorrectAsync(open, kept, id, record, edit, hand, stop)).List.Find(record)!;
                var rules = Rules.Of(corrected.Draft.Facts, corrected.Facts, open.Register.Rules);
                if (corrected is not { Draft.Facts.Kinds: [{ Text.Length: > 0 } kind], Facts.Kinds: [{ Code: { } code }] } || code == kind.Code)
                    return (rules, null);
                await KindSettings.MeanAsync(open, [(kind.Text, code)], later, stop);
                return (rules, kind.Text);
            },
            stop);
    }

    /// <param name="decide">Takes a step of the review, and tells what it says of wordings; given the hand for what is done after it.</param>
    private static Task<IReadOnlyList<ReadingRule>> DecideEverywhereAsync(
        OpenRegister open, Guid id, Hand hand, Func<Hand, Task<(IReadOnlyList<RuleEdit> Rules, string? Wording)>> decide, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(hand);
        var later = hand with { Version = null };
        return open.Db.InTransactionAsync(
            async () =>
            {
                var (edits, wording) = await decide(later);
                var rules = edits.Count == 0 ? [] : await Rules.AddAsync(open, edits, later, stop);
                (await GetAsync(open, id, later, stop)).Tell(rules, wording);
                await open.Db.SaveChangesAsync(stop);
                return rules;
            },
            stop);
    }

    /// <summary>What steps that are taken back decided for every list, as far as nobody has decided otherwise since.</summary>
    private static async Task<IReadOnlyList<ReadingRule>> TakeBackRulesAsync(OpenRegister open, IReadOnlyList<ReviewStep> steps, Hand hand, CancellationToken stop)
    {
        var later = hand with { Version = null };
        var register = await open.Db.Registers.AsNoTracking().SingleAsync(stop);
        var rules = steps.SelectMany(s => s.Rules).Where(register.Rules.Contains).Distinct().ToList();
        if (rules.Count > 0)
            await Rules.RemoveAsync(open, rules, later, stop);
        foreach (var known in steps.Select(s => s.Wording).OfType<string>().Distinct().GroupBy(w => register.Kinds.FirstOrDefault(k => k.Wordings.Contains(w))?.Code).Where(g => g.Key is not null))
            await KindSettings.ChangeAsync(open, known.Key!, new KindEdit { FewerWordings = [.. known] }, later, stop);
        return rules;
    }

    /// <summary>Who says that a record is a known agreement says that both names are one, unless the list has both. The one that the agreement has then is meant.</summary>
    private static IEnumerable<RuleEdit> Identified(ReviewFile file)
    {
        var listedNames = new Lazy<HashSet<string>>(() => [.. file.Reading.Drafts.SelectMany(d => d.Facts.Parties).Select(p => Folding.Fold(p.Name))]);
        var met = file.Proposal.Comparison.Same.Concat(file.Proposal.Comparison.Changed).ToDictionary(m => m.Draft.Order);
        foreach (var record in file.List.Records.Where(r => r is { About: not null, Decision: RecordDecision.Accepted } && met.ContainsKey(r.Order)))
        {
            if (met[record.Order] is { Before.Parties: [{ Name.Length: > 0 } was], Facts.Parties: [{ Name.Length: > 0 } now] } && record.Draft.Facts.Parties is [{ Name.Length: > 0 } listed]
                && (now.Name == listed.Name ? was.Name : listed.Name) is var other && Folding.Fold(other) != Folding.Fold(now.Name)
                && !(listedNames.Value.Contains(Folding.Fold(was.Name)) && listedNames.Value.Contains(Folding.Fold(listed.Name))))
                yield return Rules.Rule(RuleField.Partner, other, now.Name);
        }
    }

    /// <summary>What someone said of rows and columns of the list holds for the next one as well: what was skipped stays out, until someone accepts it.</summary>
    /// <param name="shapes">What was said of rows that are several, or a part of another one.</param>
    private static async Task<IReadOnlyList<ReadingRule>> RememberAsync(OpenRegister open, ReviewFile file, IReadOnlyList<RuleEdit> shapes, Guid edition, Hand hand, CancellationToken stop)
    {
        var later = hand with { Version = null };
        var records = file.List.Records;
        var leftOut = LeftOutRows.Of(open.Register, [.. records.Select(r => r.Draft)]);
        foreach (var back in records.Where(r => r.Decision == RecordDecision.Accepted && !r.IsKnown && leftOut.ContainsKey(r.Order)).DistinctBy(r => leftOut[r.Order]))
            await Rules.RemoveAsync(open, [leftOut[back.Order]], later, stop);
        var skipped = records.Where(r => r.By?.Act == ReviewAct.Skip).Select(r => Rules.Rule(RuleField.Row, LeftOutRows.RowOf(r.Draft), LeftOutRows.SaidBy(r.Draft)));
        var known = open.Register.Rules.Select(r => (Words.Kebab(r.Field), ReadingRule.KeyOf(r.Field, r.Printed), r.Meaning)).ToHashSet();
        var edits = skipped.Concat(shapes).Concat(ColumnMeanings.RulesOf(file)).Concat(Identified(file)).Select(e => e with { Edition = edition }).Distinct()
            .Where(e => !known.Contains((e.Field, ReadingRule.KeyOf(Words.Parse<RuleField>(e.Field)!.Value, e.Printed), e.Meaning))).ToList();
        return edits.Count > 0 ? await Rules.AddAsync(open, edits, later, stop) : [];
    }
}

using System.CommandLine;

using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;
using Entente.Store.Writing;

namespace Entente.App.Imports;

/// <summary>The commands by which records are decided on as they were read.</summary>
internal sealed partial class ReviewStepCommands
{
    private const string Accepted = "told.review-accepted";

    private Command Accept()
    {
        var records = RecordNumbers.Argument(isNeeded: false);
        var (clean, noted, proposed, everywhere) = (Commands.Flag("--clean"), Commands.Flag("--noted"), Commands.Flag("--proposed"), Commands.Flag("--everywhere"));
        var take = new Option<string[]>("--take") { Description = Wording.Of("option.take"), HelpName = "FIELD" };
        var command = hand.NewStep("accept", records, clean, noted, proposed, everywhere, take, which);
        command.Validators.Add(asked =>
        {
            if ((asked.GetValue(records) is { Length: > 0 }) == (asked.GetValue(clean) || asked.GetValue(noted)))
                asked.AddError(Wording.Of("usage.records-or-clean"));
            else if (new[] { clean, noted, proposed, everywhere }.Count(o => asked.GetValue(o)) > 1 || (asked.GetResult(take) is not null && (asked.GetValue(clean) || asked.GetValue(noted) || asked.GetValue(proposed))))
                asked.AddError(Wording.Of("usage.one-way-to-accept"));
        });
        return Step(command, async work =>
        {
            IEnumerable<string> Taken(ReviewedRecord _) => work.Asked.GetValue(take) ?? [];
            if (work.Asked.GetValue(clean) || work.Asked.GetValue(noted))
                return await AcceptAllAsync(work, work.Asked.GetValue(noted));
            var named = RecordNumbers.Of(work.Asked.GetRequiredValue(records));
            if (work.Asked.GetValue(everywhere))
                return await EachAsync(work, named, async (record, who) => await Reviews.AcceptEverywhereAsync(work.Open, work.Kept, work.Id, record, Taken, who, work.Stop) is { Count: > 0 } rules
                    ? PageWords.Say("told.review-accepted-everywhere", record, string.Join("; ", rules.Select(RuleWords.Said))) : PageWords.Say("told.review-accepted", record));
            return work.Asked.GetValue(proposed) ? await TakeProposedAsync(work, named) : await SettleAsync(work, named, Taken);
        });
    }

    private static async Task<string> TakeProposedAsync(Work work, IEnumerable<int> records)
    {
        var step = (await Reviews.TakeProposedAsync(work.Open, work.Kept, work.Id, records, work.Hand, work.Stop)).Review.Steps[^1];
        return string.Join(Environment.NewLine, step.Each.GroupBy(s => s.Act == ReviewAct.Correct).Select(g => g.Key
            ? Told("told.review-corrected", "told.review-corrected-several", [.. g.Select(s => s.Record!.Order)])
            : Told("told.review-accepted-as-read", "told.review-accepted-as-read-several", [.. g.Select(s => s.Record!.Order)])));
    }

    private static async Task<string> SettleAsync(Work work, IEnumerable<int> records, Func<ReviewedRecord, IEnumerable<string>> takes)
    {
        var before = new List<ReviewedRecord>();
        var list = (await Reviews.SettleAsync(work.Open, work.Kept, work.Id, records, about =>
        {
            before.Add(about);
            return takes(about);
        }, work.Hand, work.Stop)).List;
        var told = before.ConvertAll(b => (Record: b.Order, Told: ReviewSteps.AcceptedTold(b, list.Find(b.Order)!)));
        // What followed from what was taken is told of each.
        var following = told.Where(t => t.Told.Code != Accepted).ToList();
        var others = told.Except(following).Select(t => t.Record).ToList();
        return string.Join(Environment.NewLine, following.Select(t => t.Told.Text).Prepend(others.Count == 0 ? null : Told(Accepted, "told.review-accepted-several", others)).OfType<string>());
    }

    private static string Told(string one, string several, IReadOnlyList<int> records) => records is [var only] ? PageWords.Say(one, only) : PageWords.Say(several, RecordNumbers.Said(records));

    private static async Task<string> AcceptAllAsync(Work work, bool isNoted)
    {
        var list = (await work.FileAsync()).List;
        await (isNoted ? Reviews.AcceptNotedAsync(work.Open, work.Kept, work.Id, work.Hand, work.Stop) : Reviews.AcceptCleanAsync(work.Open, work.Kept, work.Id, work.Hand, work.Stop));
        return ReviewSteps.CleanTold(isNoted ? list.Noted : list.Clean).Text;
    }

    private Command Same()
    {
        var record = RecordNumbers.One();
        var agreement = new Argument<string?>("AGREEMENT") { Description = Wording.Of("review.agreement-typed"), Arity = ArgumentArity.ZeroOrOne };
        return Step(hand.NewStep("same", record, agreement, which), async work =>
        {
            var order = RecordNumbers.Of(work.Asked.GetRequiredValue(record));
            var after = await Reviews.IdentifyAsync(work.Open, work.Kept, work.Id, order, work.Asked.GetValue(agreement), work.Hand, work.Stop);
            return ReviewSteps.IdentifiedTold(after.List.Find(order)!).Text;
        });
    }

    private Command Skip()
    {
        var records = RecordNumbers.Argument(isNeeded: true);
        return Step(hand.NewStep("skip", records, which), async work =>
            Told("told.review-skipped", "told.review-skipped-several", [.. (await Reviews.SkipAsync(work.Open, work.Kept, work.Id, RecordNumbers.Of(work.Asked.GetRequiredValue(records)), work.Hand, work.Stop)).Review.Steps[^1].Records]));
    }

    /// <summary>All that were named or none; each is a step of its own.</summary>
    private static Task<string> EachAsync(Work work, IEnumerable<int> records, Func<int, Hand, Task<string>> step) => work.Open.Db.InTransactionAsync(
        async () =>
        {
            var (told, who) = (new List<string>(), work.Hand);
            foreach (var record in records)
            {
                told.Add(await step(record, who));
                who = who with { Version = null };
            }

            return string.Join(Environment.NewLine, told);
        },
        work.Stop);
}

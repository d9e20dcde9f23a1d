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
        return Step(command, async work => work.Asked.GetValue(clean) || work.Asked.GetValue(noted) ? await AcceptAllAsync(work, work.Asked.GetValue(noted)) : await EachAsync(work, records, async (record, who) =>
        {
            if (work.Asked.GetValue(everywhere) && await Reviews.AcceptEverywhereAsync(work.Open, work.Kept, work.Id, record, Taken, who, work.Stop) is { Count: > 0 } rules)
                return PageWords.Say("told.review-accepted-everywhere", record, string.Join("; ", rules.Select(RuleWords.Said)));
            if (work.Asked.GetValue(proposed))
                return PageWords.Say((await Reviews.TakeProposedAsync(work.Open, work.Kept, work.Id, record, who, work.Stop)).Review.Steps[^1].Act == ReviewAct.Correct ? "told.review-corrected" : "told.review-accepted-as-read", record);
            if (!work.Asked.GetValue(everywhere))
            {
                ReviewedRecord? before = null;
                var after = await Reviews.SettleAsync(work.Open, work.Kept, work.Id, record, about => Taken(before = about), who, work.Stop);
                return ReviewSteps.AcceptedTold(before!, after.List.Find(record)!).Text;
            }

            return PageWords.Say("told.review-accepted", record);

            IEnumerable<string> Taken(ReviewedRecord _) => work.Asked.GetValue(take) ?? [];
        }));
    }

    private static async Task<string> AcceptAllAsync(Work work, bool isNoted)
    {
        var list = (await work.FileAsync()).List;
        await (isNoted ? Reviews.AcceptNotedAsync(work.Open, work.Kept, work.Id, work.Hand, work.Stop) : Reviews.AcceptCleanAsync(work.Open, work.Kept, work.Id, work.Hand, work.Stop));
        return ReviewSteps.CleanTold(isNoted ? list.Noted : list.Clean).Text;
    }

    private Command Same()
    {
        var record = RecordNumbers.One();
        return Step(hand.NewStep("same", record, which), async work =>
        {
            var order = RecordNumbers.Of(work.Asked.GetRequiredValue(record));
            var after = await Reviews.IdentifyAsync(work.Open, work.Kept, work.Id, order, work.Hand, work.Stop);
            return PageWords.Say("told.review-identified", order, after.List.Find(order)!.About!);
        });
    }

    private Command Skip()
    {
        var records = RecordNumbers.Argument(isNeeded: true);
        return Step(hand.NewStep("skip", records, which), work => EachAsync(work, records, async (record, who) =>
        {
            await Reviews.SkipAsync(work.Open, work.Kept, work.Id, record, who, work.Stop);
            return PageWords.Say("told.review-skipped", record);
        }));
    }

    /// <summary>All that were named or none; each is a step of its own.</summary>
    private static Task<string> EachAsync(Work work, Argument<string[]> records, Func<int, Hand, Task<string>> step) => work.Open.Db.InTransactionAsync(
        async () =>
        {
            var (told, who) = (new List<string>(), work.Hand);
            foreach (var record in RecordNumbers.Of(work.Asked.GetRequiredValue(records)))
            {
                told.Add(await step(record, who));
                who = who with { Version = null };
            }

            return string.Join(Environment.NewLine, told);
        },
        work.Stop);
}

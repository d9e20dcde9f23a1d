using System.CommandLine;
using System.Globalization;

using Entente.App.Agreements;
using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Store.Writing;

namespace Entente.App.Imports;

/// <summary>The commands below <c>review</c>: what the pages of a list under review do, by the same acts.</summary>
internal sealed partial class ReviewStepCommands
{
    private readonly ByHand hand;
    private readonly Option<string?> which = new("--review") { Description = Wording.Of("review.which"), HelpName = "NAME|ID" };

    private readonly Argument<string> file;

    private ReviewStepCommands(Terminal terminal, Argument<string> file) => (hand, this.file) = (new ByHand(terminal), file);

    /// <param name="file">What stands before the step: the list is known by its name as well as by the option.</param>
    public static IEnumerable<Command> Make(Terminal terminal, Argument<string> file)
    {
        Func<ReviewStepCommands, Command>[] parts =
            [c => c.Show(), c => c.Accept(), c => c.Skip(), c => c.Correct(), c => c.Same(), c => c.Split(), c => c.Join(), c => c.Set(), c => c.Undo(), c => c.Store(), c => c.Drop()];
        return parts.Select(part => part(new ReviewStepCommands(terminal, file)));
    }

    /// <summary>A list, who works on it, and what was asked.</summary>
    private sealed record Work(OpenRegister Open, KeptReviews Kept, Review Review, Hand Hand, ParseResult Asked, CancellationToken Stop)
    {
        public Guid Id => Review.Id;

        public Task<ReviewFile> FileAsync() => Reviews.OpenAsync(Open, Kept, Review, Stop);
    }

    private Command Show()
    {
        var only = Commands.OneOf<ReviewShow>("--only");
        var record = Commands.Number("--record");
        var command = hand.NewPlain("show", which, only, record);
        return Run(command, async work =>
        {
            var file = await work.FileAsync();
            if (work.Asked.GetValue(record) is { } order)
                ShowRecord(work, file.List.Find(order) ?? throw new RefusedException("review.no-record", $"{order}", work.Review.SourceName));
            else
                Show(work, file, new ReviewQuestion(work.Id, work.Asked.GetValue(only) ?? ReviewShow.All).Of(file.List));
        }, toRead: true);
    }

    private Command Correct()
    {
        var (record, fields, everywhere) = (RecordNumbers.One(), new FieldOptions(), Commands.Flag("--everywhere"));
        IReadOnlyList<Option> all = [fields.Signed, .. fields.ToCorrect];
        var command = hand.NewStep("correct", [record, .. all, everywhere, hand.Yes, which]);
        fields.Check(command, all);
        return Step(command, async work =>
        {
            var order = RecordNumbers.Of(work.Asked.GetRequiredValue(record));
            var before = (await work.FileAsync()).List.Find(order) ?? throw new RefusedException("review.no-record", $"{order}", work.Review.SourceName);
            var edit = fields.Corrected(work.Asked) with { Events = work.Asked.GetValue(fields.Signed) is { } day ? Signed(before.Facts, day) : null };
            await ByHand.NamedAsync(FieldOptions.OfCorrected, () => hand.ConfirmedAsync<IReadOnlyList<ReadingRule>>(work.Hand, async who =>
            {
                if (work.Asked.GetValue(everywhere))
                    return await Reviews.CorrectEverywhereAsync(work.Open, work.Kept, work.Id, order, edit, who, work.Stop);
                await Reviews.CorrectAsync(work.Open, work.Kept, work.Id, order, edit, who, work.Stop);
                return [];
            }, work.Stop));
            return work.Asked.GetValue(everywhere) ? ReviewSteps.EverywhereTold(order, (await Reviews.FindAsync(work.Open, work.Id, work.Stop))!.Steps[^1]).Text : PageWords.Say("told.review-corrected", order);
        });
    }

    /// <summary>The acts of a record with this day of its signing: in place of the one that it has, else of one that could not be read.</summary>
    private static List<EventEdit> Signed(Facts facts, string day)
    {
        var events = facts.Events.Select(EventEdit.Of).ToList();
        var (signed, unread) = (facts.Events.ToList().FindIndex(e => e.Act == Act.Signed), facts.Events.ToList().FindIndex(e => e.On is null));
        var typed = new EventEdit(Words.Kebab(Act.Signed), day);
        if (signed >= 0 || unread >= 0)
            events[signed >= 0 ? signed : unread] = events[signed >= 0 ? signed : unread] with { Act = typed.Act, On = typed.On };
        else
            events.Insert(0, typed);
        return events;
    }

    private Command Split()
    {
        var record = RecordNumbers.One();
        return Step(hand.NewStep("split", record, which), async work =>
        {
            var order = RecordNumbers.Of(work.Asked.GetRequiredValue(record));
            var before = (await work.FileAsync()).List.Records.Count;
            var after = await Reviews.SplitAsync(work.Open, work.Kept, work.Id, order, work.Hand, work.Stop);
            return ReviewSteps.SplitTold(order, [.. after.List.Records.Skip(before).Select(r => r.Order)]).Text;
        });
    }

    private Command Join()
    {
        var record = RecordNumbers.One();
        return Step(hand.NewStep("join", record, which), async work =>
        {
            var order = RecordNumbers.Of(work.Asked.GetRequiredValue(record));
            var list = (await work.FileAsync()).List;
            await Reviews.JoinAsync(work.Open, work.Kept, work.Id, order, work.Hand, work.Stop);
            return PageWords.Say("told.review-joined", order, list.Before(list.Find(order)!)!.Order);
        });
    }

    private Command Set()
    {
        var column = new Option<string[]>("--column") { Description = Wording.Of("review.column-option", string.Join(", ", ColumnMeanings.Fields.Select(f => f.Value))), HelpName = "COLUMN=FIELD" };
        var days = new Option<string[]>("--days") { Description = Wording.Of("option.days"), HelpName = "[COLUMN=]ORDER" };
        var listedOn = Commands.Date("--listed-on");
        column.Validators.Add(asked => NamedColumn.Check(asked, [.. ColumnMeanings.Fields.Select(f => f.Value)], needsColumn: true));
        days.Validators.Add(asked => NamedColumn.Check(asked, [.. new[] { DayOrder.DayFirst, DayOrder.MonthFirst, DayOrder.Unknown }.Select(Words.Kebab)], needsColumn: false));
        Option[] all = [column, days, listedOn];
        var command = hand.NewStep("set", [.. all, which]);
        command.Validators.Add(asked =>
        {
            if (all.All(o => asked.GetResult(o) is null))
                asked.AddError(Wording.Of("usage.nothing-to-read"));
        });
        return Step(command, async work =>
        {
            var before = await work.FileAsync();
            var typed = work.Asked.GetValue(days) ?? [];
            var after = await Reviews.ReadAsync(
                work.Open, work.Kept, work.Id, NamedColumn.Choices(before, work.Asked.GetValue(column) ?? []), NamedColumn.Days(before, typed), NamedColumn.Days(typed),
                work.Asked.GetValue(listedOn), work.Hand, work.Stop);
            return ReviewSteps.ReadTold(before, after).Text;
        });
    }

    private Command Undo()
    {
        var step = Commands.Number("--step");
        return Step(hand.NewStep("undo", step, which), async work =>
            PageWords.Say("told.review-undone", ReviewSteps.Said(await Reviews.UndoAsync(work.Open, work.Id, work.Asked.GetValue(step) - 1, work.Hand, work.Stop))));
    }

    private Command Store()
    {
        var (leaveOut, yes) = (Commands.Flag("--leave-out"), Commands.Flag("--yes"));
        return Run(hand.NewStep("store", leaveOut, yes, which), async work =>
        {
            var (leavesOut, file) = (work.Asked.GetValue(leaveOut), await work.FileAsync());
            if (!work.Asked.GetValue(yes) && file.Proposal.SameAs is null && (leavesOut || file.List.Count(RecordDecision.Left) == 0))
            {
                ReviewReport.WriteCounts(hand.Terminal.Beside, file.List);
                await ImportCommand.ConfirmAsync(hand.Terminal, work.Open.Register.Name, work.Stop);
            }

            var imported = await ByHand.NamedAsync(field => field, () => Reviews.CommitAsync(work.Open, work.Kept, work.Id, leavesOut, work.Hand, work.Stop));
            if (hand.IsJson(work.Asked))
                hand.Terminal.Answer(Wire.Of(ImportView.Of(imported)));
            else
                ImportReport.WriteReviewed(hand.Terminal, work.Open, imported, file.List.Records.Count - file.List.Count(RecordDecision.Accepted));
        });
    }

    private Command Drop()
    {
        var yes = new Option<bool>("--yes") { Description = Wording.Of("review.drop-yes") };
        return Run(hand.NewStep("drop", yes, which), async work =>
        {
            if (!work.Asked.GetValue(yes) && !await hand.Terminal.AgreesAsync(Wording.Of("review.drop-ask", work.Review.SourceName), work.Stop))
                throw new RefusedException("review.not-dropped", work.Review.SourceName);
            var (dropped, rules) = await Reviews.DropAsync(work.Open, work.Id, work.Hand, work.Stop);
            hand.Terminal.Answer(hand.IsJson(work.Asked) ? Wire.Of(ReviewView.Of(dropped)) : ReviewSteps.DroppedTold(dropped, rules).Text);
        });
    }

    /// <summary>What is done is told, and what is left to do.</summary>
    /// <param name="step">What it did, in words.</param>
    private Command Step(Command command, Func<Work, Task<string>> step) => Run(command, async work =>
    {
        var told = await step(work);
        // What was decided for every list holds for the other records of this one, too.
        var file = await Reviews.OpenAsync(await work.Open.AgainAsync(work.Stop), work.Kept, (await Reviews.FindAsync(work.Open, work.Id, work.Stop))!, work.Stop);
        if (hand.IsJson(work.Asked))
            hand.Terminal.Answer(Wire.Of(ReviewedView.Of(file, file.List.Records)));
        else
        {
            hand.Terminal.Answer(told);
            ReviewReport.WriteCounts(hand.Terminal, file.List);
        }
    });

    private Command Run(Command command, Func<Work, Task> run, bool toRead = false)
    {
        command.Description = Wording.Of($"command.review-{command.Name}");
        command.SetAction((asked, stop) => hand.RunAsync(asked, async (open, who) =>
        {
            using var kept = new KeptReviews();
            var review = await GetAsync(open, asked.GetValue(which) ?? (asked.GetValue(file) is { } before ? SourceFile.NameOf(before) : null), stop);
            if (who.Version is { } seen && seen != review.Version)
                throw new RefusedException("review.changed-since", review.SourceName);
            await run(new Work(open, kept, review, who, asked, stop));
        }, stop, toRead));
        return command;
    }

    /// <exception cref="RefusedException">review.unknown, review.done, review.none-begun, review.several.</exception>
    private static async Task<Review> GetAsync(OpenRegister open, string? named, CancellationToken stop)
    {
        var all = await Reviews.ListAsync(open, stop);
        IReadOnlyList<Review> found = named is null ? all : [.. all.Where(r => string.Equals($"{r.Id}", named, StringComparison.OrdinalIgnoreCase) || r.SourceName == named)];
        if (found.Count == 1)
            return found[0];
        if (found.Count > 1)
            throw new RefusedException("review.several", string.Join(", ", found.Select(r => $"{r.SourceName} ({r.Id})")));
        if (named is null)
            throw new RefusedException("review.none-begun", open.Register.Name);
        throw Guid.TryParse(named, out var id) && await Reviews.FindAsync(open, id, stop) is { } done ? new RefusedException("review.done", done.SourceName) : new RefusedException("review.unknown", named);
    }

    private void Show(Work work, ReviewFile file, IReadOnlyList<ReviewedRecord> records)
    {
        if (hand.IsJson(work.Asked))
            hand.Terminal.Answer(Wire.Of(ReviewedView.Of(file, records)));
        else
            ReviewReport.Write(hand.Terminal, work.Open.Register, file, records);
    }

    private void ShowRecord(Work work, ReviewedRecord record)
    {
        if (hand.IsJson(work.Asked))
            hand.Terminal.Answer(Wire.Of(RecordView.Of(record)));
        else
            ReviewReport.Write(hand.Terminal, work.Open.Register, record);
    }
}

using System.Text;

using Entente.App.Imports;
using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Store;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App;

/// <summary>A list is gone through before it is stored: each decision is a step that is kept, replayed and can be undone.</summary>
public sealed class ReviewsTests : ReviewingTests
{
    internal const string List = """
        No,Partner,Country,Type,Signed,Term,Remarks
        1,University of Vienna,Austria,MOU,2020-01-02,5 years,a
        2,University of Graz,Austria,MOU,2018-06-18,5 years,b
        3,Kyoto Institute of Tehcnology,Japan,MOU,2022-01-02,2 years,c
        4,University of Bergen,Norway,Student exchange,2021-03-04,5 years,d
        5,Lund University,Sweden,MOU,31 February 2023,5 years,e

        """;

    [Fact]
    public async Task Every_step_is_kept_and_replayed_after_the_register_was_closed()
    {
        var id = await StartAsync();
        await Reviews.AcceptCleanAsync(Open, Kept, id, hand, Stop);
        await Reviews.SkipAsync(Open, Kept, id, 2, hand, Stop);
        await Reviews.CorrectAsync(Open, Kept, id, 5, new AgreementEdit { Events = [new EventEdit("signed", "2023-02-28")] }, hand, Stop);
        await AgainAsync();
        using var anew = new KeptReviews();
        var file = await Reviews.OpenAsync(Open, anew, (await Reviews.FindAsync(Open, id, Stop))!, Stop);
        Decisions(file).ShouldBe("As.AA");
        file.List.Records[4].Corrected!.Begin!.On!.ToString().ShouldBe("2023-02-28");
        file.Review.Steps.Select(s => s.Act).ShouldBe([ReviewAct.AcceptClean, ReviewAct.Skip, ReviewAct.Correct]);
    }

    [Fact]
    public async Task Undoing_takes_out_the_last_step_and_says_which()
    {
        var id = await StartAsync();
        await Reviews.AcceptCleanAsync(Open, Kept, id, hand, Stop);
        await Reviews.SkipAsync(Open, Kept, id, 2, hand, Stop);
        (await Reviews.UndoAsync(Open, id, hand, Stop)).ShouldSatisfyAllConditions(s => s.Act.ShouldBe(ReviewAct.Skip), s => s.Record!.Order.ShouldBe(2));
        Decisions(await FileAsync(id)).ShouldBe("AA.A.");
        await Reviews.UndoAsync(Open, id, hand, Stop);
        Decisions(await FileAsync(id)).ShouldBe(".....");
        // One with nothing but a note is no clean one.
        await Reviews.AcceptNotedAsync(Open, Kept, id, hand, Stop);
        Decisions(await FileAsync(id)).ShouldBe("..A..");
        await Reviews.UndoAsync(Open, id, hand, Stop);
        (await Should.ThrowAsync<RefusedException>(() => Reviews.UndoAsync(Open, id, hand, Stop))).Code.ShouldBe("review.nothing-to-undo");
    }

    [Fact]
    public async Task How_many_are_not_decided_on_is_told_as_pages_tell_it()
    {
        var list = "No,Partner,Country,Type,Signed\n" + string.Concat(Enumerable.Range(1, 1_200).Select(i => $"{i},University of Town {i},Austria,MOU,2020-01-02\n"));
        var refused = await Should.ThrowAsync<FieldsException>(async () => await Reviews.CommitAsync(Open, Kept, await StartAsync(list), leavesOut: false, hand, Stop));
        refused.Problems.Single().Typed.ShouldBe("1,200");
    }

    [Fact]
    public async Task Only_what_was_accepted_is_stored_and_skipped_rows_stay_with_the_list()
    {
        var id = await StartAsync();
        await Reviews.AcceptCleanAsync(Open, Kept, id, hand, Stop);
        await Reviews.TakeProposedAsync(Open, Kept, id, 3, hand, Stop);
        await Reviews.SkipAsync(Open, Kept, id, 2, hand, Stop);
        (await Should.ThrowAsync<FieldsException>(() => Reviews.CommitAsync(Open, Kept, id, leavesOut: false, hand, Stop))).Problems[0].Field.ShouldBe("leave-out");
        (await Kept.HasAsync(Open, (await Reviews.FindAsync(Open, id, Stop))!, Stop)).ShouldBeTrue();
        var imported = await Reviews.CommitAsync(Open, Kept, id, leavesOut: true, hand, Stop);
        await AgainAsync();
        (await Open.Db.Agreements.OrderBy(a => a.NumberOrder).ToListAsync(Stop)).Select(a => a.Facts.Parties[0].Name)
            .ShouldBe(["University of Vienna", "Kyoto Institute of Technology", "University of Bergen"]);
        var rows = await Open.Db.EditionRows.AsNoTracking().SingleAsync(Stop);
        rows.Rows.Select(r => r.IsSkipped).ShouldBe([false, true, false, false, true]);
        (await Open.Db.Editions.SingleAsync(Stop)).Skipped.ShouldBe(2);
        // The proposal was taken: there is nothing to look at any more.
        (await Open.Db.Findings.Where(f => f.Code == "partner.misspelt").Select(f => f.State).SingleAsync(Stop)).ShouldBe(FindingState.Accepted);
        (await Should.ThrowAsync<RefusedException>(() => Reviews.UndoAsync(Open, id, hand, Stop))).Code.ShouldBe("review.done");
        (await Reviews.ListAsync(Open, Stop)).ShouldBeEmpty();
        (await Folder.Ask("verify")).Code.ShouldBe(0);
        (await Folder.Ask("import", "--undo", $"{imported.Edition}")).Code.ShouldBe(0);
        (await Folder.Ask("verify")).Code.ShouldBe(0);
        (await Folder.Ask("list", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task What_was_corrected_is_not_set_back_by_the_next_list()
    {
        var id = await StartAsync();
        await Reviews.AcceptCleanAsync(Open, Kept, id, hand, Stop);
        await Reviews.AcceptNotedAsync(Open, Kept, id, hand, Stop);
        await Reviews.CorrectAsync(Open, Kept, id, 1, new AgreementEdit { Note = "ours" }, hand, Stop);
        await Reviews.CorrectAsync(Open, Kept, id, 5, new AgreementEdit { Events = [new EventEdit("signed", "2023-02-28")] }, hand, Stop);
        await Reviews.CommitAsync(Open, Kept, id, false, hand, Stop);
        var next = await StartAsync(List.Replace("Student exchange,2021-03-04,5 years", "Student exchange,2021-03-04,10 years"));
        var file = await FileAsync(next);
        file.List.Records.Select(r => r.Fate!.Fate)
            .ShouldBe([RecordFate.Same, RecordFate.Same, RecordFate.Same, RecordFate.Changed, RecordFate.Same]);
    }

    [Theory]
    [InlineData(true, "5 years")]
    [InlineData(false, "10 years")]
    public async Task A_change_of_the_next_list_is_taken_only_when_it_is_accepted(bool isSkipped, string term)
    {
        await CommitAllAsync(await StartAsync());
        var id = await StartAsync(List.Replace("Student exchange,2021-03-04,5 years", "Student exchange,2021-03-04,10 years") + "6,Uppsala University,Sweden,MOU,2024-01-02,5 years,f\n");
        if (isSkipped)
            await Reviews.SkipAsync(Open, Kept, id, 4, hand, Stop);
        await CommitAllAsync(id);
        await AgainAsync();
        var all = await Open.Db.Agreements.OrderBy(a => a.NumberOrder).ToListAsync(Stop);
        all.Count.ShouldBe(6);
        all[3].Facts.Term.Text.ShouldBe(term);
    }

    [Fact]
    public async Task The_same_document_twice_changes_nothing()
    {
        var id = await StartAsync();
        (await StartAsync()).ShouldBe(id);
        await CommitAllAsync(id);
        var again = await StartAsync();
        again.ShouldNotBe(id);
        (await FileAsync(again)).Proposal.SameAs.ShouldNotBeNull();
        var last = (await Open.Db.LastChangeAsync(Stop)).Sequence;
        (await Reviews.CommitAsync(Open, Kept, again, false, hand, Stop)).IsStored.ShouldBeFalse();
        (await Open.Db.LastChangeAsync(Stop)).Sequence.ShouldBe(last);
    }

    [Fact]
    public async Task Of_two_people_who_step_at_once_the_second_is_told()
    {
        var id = await StartAsync();
        await using var other = await OpenRegister.OpenAsync(DataFolder.Open(Folder.Data, create: false), null, Clock, Stop);
        var shown = await Reviews.OpenAsync(other, Kept, (await Reviews.FindAsync(other, id, Stop))!, Stop);
        var seen = shown.List.Records.ToDictionary(r => r.Order, r => shown.Seen(r).Number);
        await Reviews.AcceptAsync(Open, Kept, id, 1, hand with { Version = seen[1] }, Stop);
        // The other one has the list as it was in hand, and the page as it was on the screen.
        (await Should.ThrowAsync<RefusedException>(() => Reviews.SkipAsync(other, Kept, id, 1, new Hand("Ben"), Stop))).Code.ShouldBe("record.changed-since");
        other.Db.ChangeTracker.Clear();
        (await Should.ThrowAsync<RefusedException>(() => Reviews.SkipAsync(other, Kept, id, 1, new Hand("Ben", Version: seen[1]), Stop))).Code.ShouldBe("review.record-changed-since");
        Decisions(await FileAsync(id)).ShouldBe("A....");
        await Reviews.SkipAsync(other, Kept, id, 2, new Hand("Ben", Version: seen[2]), Stop);
        // Both at the same moment, on records of their own.
        await AgainAsync();
        await Reviews.AcceptAsync(Open, Kept, id, 4, hand, Stop);
        await Reviews.AcceptAsync(other, Kept, id, 3, new Hand("Ben", Version: seen[3]), Stop);
        await AgainAsync();
        Decisions(await FileAsync(id)).ShouldBe("AsAA.");
    }

    [Fact]
    public async Task Whoever_decides_is_refused_where_the_list_is_read_otherwise_since()
    {
        var id = await StartAsync();
        var shown = await FileAsync(id);
        var (seen, seenAll) = (shown.Seen(shown.List.Find(1)!).Number, shown.SeenReading.Number);
        await Reviews.ReadAsync(Open, Kept, id, [new ColumnChoice(shown.Reading.Tables[0].Heads, 6, "subject")], [], null, null, hand, Stop);
        (await Should.ThrowAsync<RefusedException>(() => Reviews.AcceptAsync(Open, Kept, id, 1, new Hand("Ben", Version: seen), Stop))).Code.ShouldBe("review.record-changed-since");
        (await Should.ThrowAsync<RefusedException>(() => Reviews.AcceptCleanAsync(Open, Kept, id, new Hand("Ben", Version: seenAll), Stop))).Code.ShouldBe("review.changed-since");
    }

    [Fact]
    public async Task A_column_that_is_meant_otherwise_is_read_so_and_what_was_accepted_unseen_is_open_again()
    {
        var id = await StartAsync();
        await Reviews.AcceptAsync(Open, Kept, id, 1, hand, Stop);
        await Reviews.AcceptCleanAsync(Open, Kept, id, hand, Stop);
        var heads = (await FileAsync(id)).Reading.Tables[0].Heads;
        var file = await Reviews.ReadAsync(Open, Kept, id, [new ColumnChoice(heads, 6, "subject")], [], null, null, hand, Stop);
        file.List.Records.Select(r => r.Facts.Subject).ShouldBe(["a", "b", "c", "d", "e"]);
        // The first one was looked at, and says something else now.
        Decisions(file).ShouldBe(".....");
        file = await Reviews.ReadAsync(Open, Kept, id, [new ColumnChoice(heads, 6, null)], [], null, null, hand, Stop);
        file.List.Records[0].Facts.Other.ShouldHaveSingleItem().Text.ShouldBe("a");
        await Reviews.UndoAsync(Open, id, hand, Stop);
        await Reviews.UndoAsync(Open, id, hand, Stop);
        Decisions(await FileAsync(id)).ShouldBe("AA.A.");
    }

    [Fact]
    public async Task A_reading_that_nothing_is_left_of_is_refused()
    {
        var id = await StartAsync();
        var file = await FileAsync(id);
        var heads = file.Reading.Tables[0].Heads;
        var refused = await Should.ThrowAsync<RefusedException>(() => Reviews.ReadAsync(
            Open, Kept, id, [.. Enumerable.Range(0, 7).Select(c => new ColumnChoice(heads, c, "note"))], [], null, null, hand, Stop));
        refused.Code.ShouldBe("review.no-list");
        await AgainAsync();
        (await Reviews.FindAsync(Open, id, Stop))!.Steps.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DayOrder.DayFirst, "2020-04-03")]
    [InlineData(DayOrder.MonthFirst, "2020-03-04")]
    public async Task The_order_of_day_and_month_is_said_for_the_whole_list(DayOrder days, string signed)
    {
        var id = await StartAsync("Partner,Country,Type,Signed\nUniversity of Vienna,Austria,MOU,03/04/2020\nUniversity of Graz,Austria,MOU,05/06/2018\n");
        (await FileAsync(id)).List.NeedLook.ShouldBe(2);
        var file = await Reviews.ReadAsync(Open, Kept, id, [], [], days, null, hand, Stop);
        file.List.NeedLook.ShouldBe(0);
        file.List.Records[0].Facts.Begin!.On!.ToString().ShouldBe(signed);
    }

    [Fact]
    public async Task The_order_of_day_and_month_is_said_of_one_column()
    {
        var id = await StartAsync("Partner,Country,Type,Signed,Until\nUniversity of Vienna,Austria,MOU,03/04/2020,03/04/2025\nUniversity of Graz,Austria,MOU,05/06/2018,07/06/2023\n");
        var heads = (await FileAsync(id)).Reading.Tables[0].Heads;
        var file = await Reviews.ReadAsync(Open, Kept, id, [], [new ColumnDays(heads, 3, DayOrder.MonthFirst), new ColumnDays(heads, 4, DayOrder.DayFirst)], null, null, hand, Stop);
        (file.List.Records[1].Facts.Begin!.On!.ToString(), file.List.Records[1].Facts.Ends.On!.ToString()).ShouldBe(("2018-05-06", "2023-06-07"));
        file.List.NeedLook.ShouldBe(0);
        await Reviews.ReadAsync(Open, Kept, id, [], [new ColumnDays(heads, 3, DayOrder.Unknown)], null, null, hand, Stop);
        (await FileAsync(id)).List.NeedLook.ShouldBe(2);
    }

    [Fact]
    public async Task A_kind_corrected_everywhere_is_a_wording_of_that_kind()
    {
        var id = await StartAsync("Partner,Country,Type,Signed\nUniversity of Vienna,Austria,Rahmenpapier,2020-04-03\nUniversity of Graz,Austria,Rahmenpapier,2018-06-05\n");
        await Reviews.CorrectEverywhereAsync(Open, Kept, id, 1, new AgreementEdit { Kinds = ["Memorandum of Understanding"] }, hand, Stop);
        await AgainAsync();
        (await FileAsync(id)).List.Find(2)!.Facts.Kinds.ShouldHaveSingleItem().ShouldSatisfyAllConditions(k => k.Code.ShouldBe("mou"), k => k.Text.ShouldBe("Rahmenpapier"));
    }

    [Fact]
    public async Task A_list_that_is_dropped_is_forgotten()
    {
        var id = await StartAsync();
        (await Open.Db.Sources.CountAsync(Stop)).ShouldBe(1);
        await Reviews.DropAsync(Open, id, hand, Stop);
        (await Open.Db.Sources.CountAsync(Stop)).ShouldBe(0);
        (await Should.ThrowAsync<RefusedException>(() => Reviews.UndoAsync(Open, id, hand, Stop))).Code.ShouldBe("review.unknown");
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_is_not_kept()
    {
        await Should.ThrowAsync<RefusedException>(() => StartAsync("nothing to see here"));
        (await Open.Db.Reviews.CountAsync(Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task A_command_begins_with_a_list_and_lists_those_that_were_begun()
    {
        var file = Folder.File("list.csv", List);
        var begun = await Folder.Ask("review", file, "--json");
        var path = begun.Json.GetProperty("path").GetString()!;
        (await Folder.Ask("review", file)).Out.ShouldContain(path);
        (await Folder.Ask("reviews", "--json")).Json.EnumerateArray().Select(r => r.GetProperty("path").GetString()).ShouldBe([path]);
        (await Folder.Ask("reviews")).Out.ShouldContain("list.csv");
        (await Folder.Ask("review", Folder.File("empty.csv", ""))).Code.ShouldBe(1);
    }

    [Theory]
    [InlineData(false, "P3Y", "dismissed")]
    [InlineData(true, "P10Y", null)]
    public async Task What_was_changed_here_and_in_the_list_is_shown_with_both_values_and_decided(bool isTaken, string term, string? state)
    {
        var id = await ConflictAsync();
        var record = (await FileAsync(id)).List.Find(2)!;
        record.Conflicts.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Field.ShouldBe("term"), c => c.Was.ShouldBe("3 years"), c => c.Is.ShouldBe("10 years"));
        record.Fate!.Fate.ShouldBe(RecordFate.Doubtful);
        await Reviews.SettleAsync(Open, Kept, id, 2, r => isTaken ? r.Conflicts.Select(c => c.Field) : [], hand, Stop);
        (await FileAsync(id)).List.Find(2)!.Conflicts.ShouldBeEmpty();
        await CommitAllAsync(id);
        await AgainAsync();
        (await Open.Db.Agreements.SingleAsync(a => a.Number == "2", Stop)).Facts.Term.Length.ToString().ShouldBe(term);
        (await ConflictsAsync()).ShouldBe(state is null ? [] : [state]);
    }

    [Fact]
    public async Task What_was_changed_on_both_sides_stays_a_question_where_only_something_else_is_corrected()
    {
        var id = await ConflictAsync();
        await Reviews.CorrectAsync(Open, Kept, id, 2, new AgreementEdit { Note = "by phone" }, hand, Stop);
        (await FileAsync(id)).List.Find(2)!.Conflicts.Select(c => c.Field).ShouldBe(["term"]);
        await CommitAllAsync(id);
        (await ConflictsAsync()).ShouldBe(["open"]);
        var found = (await Folder.Ask("findings", "--json", "--code", "import.both-changed")).Json.GetProperty("findings")[0];
        found.GetProperty("message").GetString()!.ShouldContain("the list says \"10 years\", here it was \"3 years\"");
        (await Folder.Ask("findings", "accept", found.GetProperty("id").GetString()!)).Code.ShouldBe(0);
        var facts = (await Open.Db.Agreements.AsNoTracking().SingleAsync(a => a.Number == "2", Stop)).Facts;
        (facts.Term.Length.ToString(), facts.Ends.On!.ToString(), facts.Note).ShouldBe(("P10Y", "2028-06-18", "by phone"));
    }

    [Fact]
    public async Task What_is_typed_in_a_review_counts_over_what_the_register_says()
    {
        var id = await ConflictAsync();
        await Reviews.CorrectAsync(Open, Kept, id, 2, new AgreementEdit { Term = "4 years" }, hand, Stop);
        await CommitAllAsync(id);
        (await Open.Db.Agreements.SingleAsync(a => a.Number == "2", Stop)).Facts.Term.Length.ToString().ShouldBe("P4Y");
        (await ConflictsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_that_is_perhaps_a_known_agreement_is_said_to_be_that_one()
    {
        await CommitAllAsync(await StartAsync());
        var id = await StartAsync(List.Replace("University of Graz,Austria,MOU,2018-06-18", "Graz Institute,Austria,MOU,2018-06-18", StringComparison.Ordinal));
        var record = (await FileAsync(id)).List.Find(2)!;
        record.IsPerhaps.ShouldBeTrue();
        await Reviews.IdentifyAsync(Open, Kept, id, 2, hand, Stop);
        var known = (await FileAsync(id)).List.Find(2)!;
        (known.Fate!.Fate, known.Fate.Agreement).ShouldBe((RecordFate.Changed, "2"));
        (await Should.ThrowAsync<RefusedException>(() => Reviews.IdentifyAsync(Open, Kept, id, 1, hand, Stop))).Code.ShouldBe("review.not-in-doubt");
        await CommitAllAsync(id);
        (await Open.Db.Agreements.CountAsync(Stop)).ShouldBe(5);
        (await Open.Db.Agreements.SingleAsync(a => a.Number == "2", Stop)).Facts.Parties[0].Name.ShouldBe("Graz Institute");
    }

    [Fact]
    public async Task Any_step_can_be_undone_and_what_it_decided_for_every_list_goes_with_it()
    {
        var id = await StartAsync();
        await Reviews.CorrectEverywhereAsync(Open, Kept, id, 3, new AgreementEdit { Parties = [new PartyEdit("Kyoto Institute of Technology")] }, hand, Stop);
        await Reviews.SkipAsync(Open, Kept, id, 2, hand, Stop);
        await AgainAsync();
        Open.Register.Rules.ShouldHaveSingleItem().Meaning.ShouldBe("Kyoto Institute of Technology");
        (await Reviews.UndoAsync(Open, id, 0, hand, Stop)).Act.ShouldBe(ReviewAct.Correct);
        await AgainAsync();
        Open.Register.Rules.ShouldBeEmpty();
        Decisions(await FileAsync(id)).ShouldBe(".s...");
    }

    /// <summary>An edition whose second row says another term than before, where the office has changed it too.</summary>
    private async Task<Guid> ConflictAsync()
    {
        await CommitAllAsync(await StartAsync());
        (await Folder.Ask("edit", "2", "--term", "3 years", "--yes")).Code.ShouldBe(0);
        return await StartAsync(List.Replace("2018-06-18,5 years", "2018-06-18,10 years", StringComparison.Ordinal));
    }

    private async Task<List<string>> ConflictsAsync() =>
    [
        .. (await Folder.Ask("findings", "--json", "--state", "all", "--code", "import.both-changed")).Json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("state").GetString()!),
    ];

    private Task<Guid> StartAsync() => StartAsync(List);

    private async Task CommitAllAsync(Guid id)
    {
        await Reviews.AcceptCleanAsync(Open, Kept, id, hand, Stop);
        foreach (var record in (await FileAsync(id)).List.Records.Where(r => r.Decision == RecordDecision.Left))
            await Reviews.AcceptAsync(Open, Kept, id, record.Order, hand, Stop);
        await Reviews.CommitAsync(Open, Kept, id, false, hand, Stop);
        Open.Db.ChangeTracker.Clear();
    }

    private static string Decisions(ReviewFile file) =>
        string.Concat(file.List.Records.Select(r => r.Decision switch { RecordDecision.Accepted => 'A', RecordDecision.Skipped => 's', _ => '.' }));
}

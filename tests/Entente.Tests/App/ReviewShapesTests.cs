using Entente.App.Imports;
using Entente.App.Keeping;
using Entente.Core;

using Microsoft.EntityFrameworkCore;

namespace Entente.Tests.App;

/// <summary>Records of a list under review are parted and joined: what came of it is decided on anew, with what is still to be said of it.</summary>
public sealed class ReviewShapesTests : ReviewingTests
{
    private const string List = """
        No,Partner,Country,Type,Signed,Term,Remarks
        1,University of Vienna,Austria,MOU,2020-01-02,5 years,a
        2,Seoul National University / KAIST,Korea,MOU,2020-01-10,5 years,joint
        3,Keio University; Waseda University,Japan,MOU; Student Exchange Agreement,2021-06-05,5 years,
        4,University of Bergen,Norway,MOU,2021-03-04,5 years,d

        """;

    [Fact]
    public async Task A_corrected_record_is_parted_as_it_was_corrected_and_each_part_is_to_be_decided_on()
    {
        var id = await StartAsync(List);
        await Reviews.AcceptCleanAsync(Open, Kept, id, hand, Stop);
        await Reviews.CorrectAsync(Open, Kept, id, 2, Two, hand, Stop);
        Decided(await FileAsync(id)).ShouldBe("1 A, 2 A, 3 ., 4 A");
        var file = await Reviews.SplitAsync(Open, Kept, id, 2, hand, Stop);
        Decided(file).ShouldBe("1 A, 2 ., 3 ., 4 A, 5 .");
        Names(file, 2).ShouldBe("Seoul National University");
        Names(file, 5).ShouldBe("KAIST");
        file.List.Find(5)!.ShouldSatisfyAllConditions(r => r.Facts.Ends.On!.ToString().ShouldBe("2025-01-10"), r => r.Draft.Text.ShouldBe(file.List.Find(2)!.Draft.Text));
        // What had been answered before is not asked again.
        file.List.Find(5)!.Findings.ShouldNotContain(f => f.Field == "country" || f.Field == "partner");
        await Reviews.AcceptAsync(Open, Kept, id, 2, hand, Stop);
        await Reviews.AcceptAsync(Open, Kept, id, 5, hand, Stop);
        await Reviews.CommitAsync(Open, Kept, id, leavesOut: true, hand, Stop);
        await AgainAsync();
        (await Open.Db.Agreements.OrderBy(a => a.NumberOrder).ToListAsync(Stop)).Select(a => string.Join('+', a.Facts.Parties.Select(p => p.Name)))
            .ShouldBe(["University of Vienna", "Seoul National University", "University of Bergen", "KAIST"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_part_is_no_record_any_more_where_the_parting_is_undone()
    {
        var id = await StartAsync(List);
        await Reviews.CorrectAsync(Open, Kept, id, 2, Two, hand, Stop);
        await Reviews.SplitAsync(Open, Kept, id, 2, hand, Stop);
        await Reviews.CorrectAsync(Open, Kept, id, 5, new AgreementEdit { Note = "of KAIST" }, hand, Stop);
        Decided(await FileAsync(id)).ShouldBe("1 ., 2 ., 3 ., 4 ., 5 A");
        await Reviews.UndoAsync(Open, id, 1, hand, Stop);
        Decided(await FileAsync(id)).ShouldBe("1 ., 2 A, 3 ., 4 .");
        Names(await FileAsync(id), 2).ShouldBe("Seoul National University; KAIST");
        (await FileAsync(id)).List.Find(2)!.Facts.Note.ShouldBe("joint");
    }

    [Fact]
    public async Task Without_its_correction_the_row_is_there_twice()
    {
        var id = await StartAsync(List.Replace(" / KAIST,Korea", ",South Korea", StringComparison.Ordinal));
        await Reviews.CorrectAsync(Open, Kept, id, 2, Two, hand, Stop);
        Names(await Reviews.SplitAsync(Open, Kept, id, 2, hand, Stop), 5).ShouldBe("KAIST");
        await Reviews.UndoAsync(Open, id, 0, hand, Stop);
        var file = await FileAsync(id);
        (Names(file, 2), Names(file, 5)).ShouldBe(("Seoul National University", "Seoul National University"));
        // Nobody takes both of them without looking.
        file = await Reviews.AcceptCleanAsync(Open, Kept, id, hand, Stop);
        Decided(file).ShouldBe("1 A, 2 ., 3 ., 4 A, 5 .");
        file.List.Find(5)!.Findings.Single(f => f.Code == Finding.Parted).ShouldSatisfyAllConditions(f => f.Severity.ShouldBe(Severity.Doubt), f => f.Arguments.ShouldBe(["2"]));
        file = await Reviews.CorrectAsync(Open, Kept, id, 5, new AgreementEdit { Note = "another" }, hand, Stop);
        file.List.Find(5)!.IsToLookAt.ShouldBeFalse();
        file.List.Find(2)!.IsToLookAt.ShouldBeTrue();
    }

    [Fact]
    public async Task A_part_keeps_what_is_still_to_be_said_of_it()
    {
        var id = await StartAsync(List.Replace("Seoul National University / KAIST", "Seoul National University", StringComparison.Ordinal));
        (await FileAsync(id)).List.Find(2)!.Findings.Select(f => f.Code).ShouldBe(["country.ambiguous"]);
        (await FileAsync(id)).List.Find(3)!.Findings.Select(f => f.Code).ShouldBe(["kinds.two", "partner.several"], ignoreOrder: true);
        await Reviews.SplitAsync(Open, Kept, id, 2, hand, Stop);
        var file = await Reviews.SplitAsync(Open, Kept, id, 3, hand, Stop);
        foreach (var order in (int[])[2, 5])
            file.List.Find(order)!.Findings.Select(f => f.Code).ShouldBe(["country.ambiguous", Finding.Parted], ignoreOrder: true);
        foreach (var order in (int[])[3, 6])
            file.List.Find(order)!.Findings.Select(f => f.Code).ShouldBe(["kinds.two"]);
        file.Reading.Findings.Select(f => f.Id).ShouldBeUnique();
        Decided(await Reviews.AcceptCleanAsync(Open, Kept, id, hand, Stop)).ShouldBe("1 A, 2 ., 3 ., 4 A, 5 ., 6 .");
    }

    [Fact]
    public async Task A_skipped_part_is_out_of_the_next_list_and_the_rest_of_its_row_is_not()
    {
        var id = await StartAsync(List);
        await Reviews.SplitAsync(Open, Kept, id, 3, hand, Stop);
        await Reviews.SkipAsync(Open, Kept, id, 5, hand, Stop);
        await Reviews.CommitAsync(Open, Kept, id, leavesOut: true, hand, Stop);
        await AgainAsync();
        Open.Register.Rules.Select(r => r.Field).ShouldBe([RuleField.Row, RuleField.Several]);
        var next = await StartAsync(List + "5,University of Bergen,Norway,MoU,2022-03-04,5 years,\n");
        Decided(await FileAsync(next)).ShouldBe("1 ., 2 ., 3 ., 4 ., 5 ., 6 s");
    }

    [Fact]
    public async Task What_is_there_twice_is_not_parted_by_something_else_when_columns_are_said_anew()
    {
        var id = await StartAsync("Partner,Country,Type,Signed,Term,Info\nETH Zürich / EPFL,Switzerland,MOU,2021-08-07,5 years,2021-10-09\nLund University,Sweden,MOU,2022-03-04,5 years,2022-05-06\n");
        var heads = (await FileAsync(id)).Reading.Tables.Single().Heads;
        await Reviews.ReadAsync(Open, Kept, id, [new ColumnChoice(heads, 5, null)], [], null, null, hand, Stop);
        await Reviews.SplitAsync(Open, Kept, id, 1, hand, Stop);
        var file = await Reviews.ReadAsync(Open, Kept, id, [new ColumnChoice(heads, 5, "renewed")], [], null, null, hand, Stop);
        file.List.Find(1)!.Facts.Events.Count.ShouldBe(2);
        file.List.Find(1)!.Findings.ShouldContain(f => f.Code == Finding.Parted);
    }

    [Fact]
    public async Task What_was_corrected_stays_when_another_row_is_joined_to_it()
    {
        var id = await StartAsync(List + "5,University of Bergen,Norway,,,,and a letter\n");
        await Reviews.CorrectAsync(Open, Kept, id, 4, new AgreementEdit { Reference = "A 7" }, hand, Stop);
        var file = await Reviews.JoinAsync(Open, Kept, id, 5, hand, Stop);
        file.List.Find(4)!.ShouldSatisfyAllConditions(r => r.Facts.Reference.ShouldBe("A 7"), r => r.Facts.Note.ShouldBe("d; and a letter"), r => r.Decision.ShouldBe(RecordDecision.Left));
    }

    [Fact]
    public async Task What_joined_rows_say_otherwise_is_a_doubt_with_both_values_and_no_end_is_made_of_both()
    {
        var id = await StartAsync("""
            Partner,Country,Type,Signed,Term,Remarks
            Kyoto University,Japan,MOU,2020-05-06,5 years,first
            Kyoto University,Japan,Student Exchange Agreement,2021-07-07,7 years,second

            """);
        await Reviews.AcceptCleanAsync(Open, Kept, id, hand, Stop);
        var record = (await Reviews.JoinAsync(Open, Kept, id, 2, hand, Stop)).List.Records.ShouldHaveSingleItem();
        record.Decision.ShouldBe(RecordDecision.Left);
        (record.Facts.Begin!.On!.ToString(), record.Facts.Ends.On!.ToString(), record.Facts.Note).ShouldBe(("2020-05-06", "2025-05-06", "first; second"));
        record.Findings.Where(f => f.Severity == Severity.Doubt).Select(f => $"{f.Code} {f.Field}: {f.Arguments[1]}, {f.Arguments[2]}")
            .ShouldBe(["join.otherwise start: signed 6 May 2020, signed 7 Jul 2021", "join.otherwise term: 5 years, 7 years"]);
        record.Findings.Where(f => f.Severity == Severity.Note).Select(f => f.Code).ShouldBe(["kinds.two"]);
        // Whoever types what is right has decided.
        var file = await Reviews.CorrectAsync(Open, Kept, id, 1, new AgreementEdit { Term = "7 years" }, hand, Stop);
        file.List.Find(1)!.Findings.Select(f => f.Field).ShouldBe(["start", "kind"]);
        file.List.Find(1)!.Facts.Ends.On!.ToString().ShouldBe("2027-05-06");
        await Reviews.UndoAsync(Open, id, hand, Stop);
        await Reviews.UndoAsync(Open, id, hand, Stop);
        Decided(await FileAsync(id)).ShouldBe("1 ., 2 .");
    }

    private static AgreementEdit Two => new() { Parties = [new PartyEdit("Seoul National University") { Country = "KR" }, new PartyEdit("KAIST") { Country = "KR" }] };

    private static string Names(ReviewFile file, int order) => string.Join("; ", file.List.Find(order)!.Facts.Parties.Select(p => p.Name));

    private static string Decided(ReviewFile file) =>
        string.Join(", ", file.List.Records.OrderBy(r => r.Order).Select(r => $"{r.Order} {r.Decision switch { RecordDecision.Accepted => 'A', RecordDecision.Skipped => 's', _ => '.' }}"));
}

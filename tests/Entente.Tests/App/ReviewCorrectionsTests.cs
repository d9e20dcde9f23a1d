using Entente.App.Imports;
using Entente.App.Keeping;
using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Tests.App;

/// <summary>A correction holds for what was typed. What else a record says follows the list, however that is read, and is asked about again.</summary>
public sealed class ReviewCorrectionsTests : ReviewingTests
{
    private const string List = """
        No,Partner,Country,Type,Signed,Until,Remarks
        1,Charles University,Czechia,MOU,12/11/2021,11/11/2026,a
        2,University of Graz,Austria,MOU,01/02/2020,31/01/2025,b
        3,Lund University,Sweden,MOU,2020-03-04,2025-03-03,c

        """;

    [Fact]
    public async Task Only_what_was_typed_stays_when_the_list_is_read_otherwise()
    {
        var id = await StartAsync(List);
        await Reviews.CorrectAsync(Open, Kept, id, 1, Named("Charles University in Prague"), hand, Stop);
        await Reviews.CorrectAsync(Open, Kept, id, 3, new AgreementEdit { Note = "ours" }, hand, Stop);
        Says(await FileAsync(id), 1).ShouldBe("Charles University in Prague, 2021-11-12 to 2026-11-11, a: Accepted");
        var file = await MonthFirstAsync(id);
        Says(file, 1).ShouldBe("Charles University in Prague, 2021-12-11 to 2026-11-11, a: Left");
        file.List.Find(1)!.Takes.ShouldBe(["partner"]);
        // What is read as before is as it was accepted.
        Says(file, 3).ShouldBe("Lund University, 2020-03-04 to 2025-03-03, ours: Accepted");
        file = await Reviews.AcceptAsync(Open, Kept, id, 1, hand, Stop);
        Says(file, 1).ShouldBe("Charles University in Prague, 2021-12-11 to 2026-11-11, a: Accepted");
        await Reviews.UndoAsync(Open, id, 2, hand, Stop);
        Says(await FileAsync(id), 1).ShouldBe("Charles University in Prague, 2021-11-12 to 2026-11-11, a: Accepted");
    }

    [Fact]
    public async Task A_day_that_was_typed_stays_and_the_rest_follows()
    {
        var id = await StartAsync(List);
        await Reviews.CorrectAsync(Open, Kept, id, 1, new AgreementEdit { Events = [new EventEdit("signed", "2021-11-13")] }, hand, Stop);
        var heads = (await FileAsync(id)).Reading.Tables[0].Heads;
        await MonthFirstAsync(id);
        var file = await Reviews.ReadAsync(Open, Kept, id, [new ColumnChoice(heads, 6, "subject")], [], null, null, hand, Stop);
        Says(file, 1).ShouldBe("Charles University, 2021-11-13 to 2026-11-11, : Left");
        file.List.Find(1)!.Facts.Subject.ShouldBe("a");
        file = await Reviews.ReadAsync(Open, Kept, id, [new ColumnChoice(heads, 5, "term")], [], null, null, hand, Stop);
        file.List.Find(1)!.Facts.Begin!.On!.ToString().ShouldBe("2021-11-13");
    }

    [Fact]
    public async Task An_end_that_was_typed_stays_and_a_computed_one_follows()
    {
        var id = await StartAsync("Partner,Country,Type,Signed,Term\nUniversity of Vienna,Austria,MOU,03/04/2020,5 years\nUniversity of Graz,Austria,MOU,05/06/2018,5 years\n");
        await Reviews.CorrectAsync(Open, Kept, id, 1, new AgreementEdit { Term = "3 years" }, hand, Stop);
        await Reviews.CorrectAsync(Open, Kept, id, 2, new AgreementEdit { End = "2021-12-31", Term = "" }, hand, Stop);
        var file = await MonthFirstAsync(id);
        Says(file, 1).ShouldBe("University of Vienna, 2020-03-04 to 2023-03-04, : Left");
        Says(file, 2).ShouldBe("University of Graz, 2018-05-06 to 2021-12-31, : Left");
    }

    [Fact]
    public async Task Each_of_two_corrections_is_undone_by_itself()
    {
        var id = await StartAsync(List);
        await Reviews.CorrectAsync(Open, Kept, id, 1, Named("Charles University in Prague"), hand, Stop);
        await Reviews.CorrectAsync(Open, Kept, id, 1, new AgreementEdit { Note = "ours" }, hand, Stop);
        await Reviews.UndoAsync(Open, id, 0, hand, Stop);
        Says(await FileAsync(id), 1).ShouldBe("Charles University, 2021-11-12 to 2026-11-11, ours: Left");
    }

    [Fact]
    public async Task What_was_accepted_after_a_correction_is_asked_about_again_where_it_says_something_else()
    {
        var id = await StartAsync(List);
        await Reviews.CorrectAsync(Open, Kept, id, 1, Named("Charles University in Prague"), hand, Stop);
        await Reviews.SkipAsync(Open, Kept, id, 1, hand, Stop);
        await Reviews.AcceptAsync(Open, Kept, id, 1, hand, Stop);
        Says(await FileAsync(id), 1).ShouldEndWith(": Accepted");
        Says(await MonthFirstAsync(id), 1).ShouldEndWith(": Left");
    }

    private Task<ReviewFile> MonthFirstAsync(Guid id) => Reviews.ReadAsync(Open, Kept, id, [], [], DayOrder.MonthFirst, null, hand, Stop);

    private static AgreementEdit Named(string name) => new() { Parties = [new PartyEdit(name)] };

    private static string Says(ReviewFile file, int record)
    {
        var about = file.List.Find(record)!;
        return $"{about.Facts.Parties[0].Name}, {about.Facts.Begin!.On} to {about.Facts.Ends.On}, {about.Facts.Note}: {about.Decision}";
    }
}

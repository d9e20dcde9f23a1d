using Entente.App.Imports;
using Entente.App.Keeping;
using Entente.Core;
using Entente.Core.Reading;

using Microsoft.EntityFrameworkCore;

namespace Entente.Tests.App;

/// <summary>What a person said of the rows and columns of one list holds for the next one, as far as that has the same rows and heads.</summary>
public sealed class RulesOfListsTests : ReviewingTests
{
    private const string List = """
        No;Partner;Country;Type;Made;Good to
        1;University of Vienna;Austria;MoU;04/03/2019;03/04/2024
        2;Keio University;Japan;MoU;05/06/2020;04/07/2025
        3;Lund University;Sweden;MoU;07/08/2021;06/09/2026

        """;

    private const string Rows = """
        No;Partner;Country;Type;Signed
        1;University of Vienna;Austria;MoU;2019-03-04
        2;Keio University;Japan;MoU, Student exchange;2020-03-05
        3;Faculty of Letters;;;
        4;see the next page;;;
        5;Lund University;Sweden;MoU;2021-03-04
        6;Lund University;Sweden;MoU;2021-03-04

        """;

    [Fact]
    public async Task What_columns_are_and_how_their_days_are_read_holds_for_the_next_list()
    {
        var id = await StartAsync(List);
        var heads = (await FileAsync(id)).Reading.Tables.Single().Heads;
        await Reviews.ReadAsync(Open, Kept, id, [new ColumnChoice(heads, 4, "start"), new ColumnChoice(heads, 5, "end")], [new ColumnDays(heads, 5, DayOrder.MonthFirst)], null, null, hand, Stop);
        await StoreAsync(id);
        Open.Register.Rules.Where(r => r.Field is RuleField.Column or RuleField.Days).Select(r => (r.Field, r.Printed, r.Meaning)).ShouldBe(
            [(RuleField.Column, "Made", "start"), (RuleField.Column, "Good to", "end"), (RuleField.Days, "Good to", "month-first")], ignoreOrder: true);

        // One column more, and in another order.
        var next = await Folder.Ask("import", Next("Partner;Country;Good to;Type;Made\nUniversity of Vienna;Austria;03/04/2024;MoU;04/03/2019\nKeio University;Japan;04/07/2025;MoU;05/06/2020\n"
            + "Lund University;Sweden;06/09/2026;MoU;07/08/2021\nUniversity of Oslo;Norway;01/02/2027;MoU;02/01/2022\n"), "--yes", "--json");
        next.Counts.ShouldBe((1, 0, 3, 0, 0));
        (await Folder.Ask("show", "4", "--json")).Json.GetProperty("ends").GetProperty("on").GetString().ShouldBe("2027-01-02");
        var findings = (await Folder.Ask("findings", "--code", "rule.column")).Out;
        findings.ShouldContain("The column \"Good to\" was read as end");
    }

    [Fact]
    public async Task What_is_said_of_this_list_goes_before_what_was_said_of_another()
    {
        var id = await StartAsync(List);
        var heads = (await FileAsync(id)).Reading.Tables.Single().Heads;
        await Reviews.ReadAsync(Open, Kept, id, [new ColumnChoice(heads, 5, "end")], [], DayOrder.MonthFirst, null, hand, Stop);
        await StoreAsync(id);
        var next = await StartAsync(List + "4;University of Oslo;Norway;MoU;02/01/2022;01/02/2027\n");
        (await FileAsync(next)).List.Find(4)!.Facts.Ends.On!.ToString().ShouldBe("2027-01-02");
        await Reviews.ReadAsync(Open, Kept, next, [], [], DayOrder.DayFirst, null, hand, Stop);
        (await FileAsync(next)).List.Find(4)!.Facts.Ends.On!.ToString().ShouldBe("2027-02-01");
        // A column that decides it by itself is read as it says.
        var other = await StartAsync("No;Partner;Country;Type;Made;Good to\n1;University of Bergen;Norway;MoU;13/05/2020;01/02/2027\n2;University of Turku;Finland;MoU;14/05/2020;25/02/2027\n");
        (await FileAsync(other)).List.Find(1)!.Facts.Ends.On!.ToString().ShouldBe("2027-02-01");
    }

    [Fact]
    public async Task An_order_of_days_that_was_decided_is_shown_with_its_column()
    {
        await Rules.AddAsync(Open, [new RuleEdit("days", "good to", "month-first")], hand, Stop);
        await AgainAsync();
        await StartAsync(List);
        (await Folder.Ask("review", "show", "--json")).Json.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("days").GetString()).ShouldBe(["unknown", "unknown", "unknown", "unknown", "unknown", "month-first"]);
        (await Folder.Ask("review", "set", "--days", "Good to=unknown")).Code.ShouldBe(0);
        (await Folder.Ask("review", "show", "--json")).Json.GetProperty("columns")[5].GetProperty("days").GetString().ShouldBe("unknown");
    }

    [Fact]
    public async Task A_name_under_which_a_record_is_said_to_be_known_is_one_with_the_other()
    {
        await Folder.Import(Next(Rows));
        await AgainAsync();
        var id = await StartAsync(Rows.Replace("University of Vienna", "Alma Mater Rudolphina", StringComparison.Ordinal));
        await Reviews.IdentifyAsync(Open, Kept, id, 1, hand, Stop);
        await StoreAsync(id);
        Open.Register.Rules.Select(r => (r.Field, r.Printed, r.Meaning)).ShouldBe([(RuleField.Partner, "University of Vienna", "Alma Mater Rudolphina")]);
        (await Folder.Ask("import", Next(Rows + "7;University of Oslo;Norway;MoU;2023-01-01\n"), "--yes", "--json")).Counts.ShouldBe((1, 0, 6, 0, 0));
    }

    [Fact]
    public async Task Rows_that_are_several_or_a_part_are_so_in_the_next_list()
    {
        var id = await StartAsync(Rows);
        await Reviews.JoinAsync(Open, Kept, id, 3, hand, Stop);
        await Reviews.SplitAsync(Open, Kept, id, 2, hand, Stop);
        await Reviews.SkipAsync(Open, Kept, id, 4, hand, Stop);
        await StoreAsync(id);
        Open.Register.Rules.Select(r => r.Field).ShouldContain(RuleField.Part);
        // Numbered anew, one row before the others.
        var next = "No;Partner;Country;Type;Signed\n1;University of Oslo;Norway;MoU;2023-01-01\n" + string.Join('\n', Rows.Split('\n')[1..].Where(r => r.Length > 0).Select((r, i) => $"{i + 2};{r[2..]}"));
        var asked = await Folder.Ask("import", Next(next), "--yes", "--json");
        asked.Counts.ShouldSatisfyAllConditions(c => (c.New, c.Changed, c.Gone).ShouldBe((1, 0, 0)));
        (await Folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_row_that_is_several_is_so_where_it_prints_something_else_by_now()
    {
        var id = await StartAsync(Rows);
        await Reviews.SplitAsync(Open, Kept, id, 2, hand, Stop);
        await StoreAsync(id);
        var next = (await Folder.Ask("import", Next(Rows.Replace("Student exchange;2020-03-05", "Student exchange;2020-03-06", StringComparison.Ordinal)), "--yes", "--json")).Counts;
        (next.New, next.Changed, next.Gone, next.Doubtful).ShouldBe((0, 2, 0, 0));
    }

    [Fact]
    public async Task A_part_of_a_part_goes_where_that_goes()
    {
        var id = await StartAsync(Rows);
        await Reviews.JoinAsync(Open, Kept, id, 3, hand, Stop);
        await Reviews.JoinAsync(Open, Kept, id, 4, hand, Stop);
        await StoreAsync(id);
        Open.Register.Rules.Select(r => (r.Printed, r.Meaning)).ShouldBe(
            [("3 | Faculty of Letters", "2 | Keio University | Japan | MoU, Student exchange | 2020-03-05"), ("4 | see the next page", "2 | Keio University | Japan | MoU, Student exchange | 2020-03-05")]);
        (await Folder.Ask("import", Next(Rows + "7;University of Oslo;Norway;MoU;2023-01-01\n"), "--yes", "--json")).Counts.ShouldBe((1, 0, 4, 0, 0));
        await AgainAsync();
        // Each of several that are parts of one goes by itself.
        await Rules.RemoveAsync(Open, [Open.Register.Rules[0]], hand, Stop);
        await AgainAsync();
        Open.Register.Rules.ShouldHaveSingleItem().Printed.ShouldBe("4 | see the next page");
    }

    [Fact]
    public async Task One_of_two_rows_that_print_the_same_stays_out_and_the_other_stays_in()
    {
        var id = await StartAsync(Rows);
        await Reviews.SkipAsync(Open, Kept, id, 6, hand, Stop);
        await StoreAsync(id);
        var next = await StartAsync(Rows + "7;University of Oslo;Norway;MoU;2023-01-01\n");
        (await FileAsync(next)).List.Records.Where(r => r.Facts.Parties[0].Name == "Lund University").Count(r => r.Decision == RecordDecision.Skipped).ShouldBe(1);
        await StoreAsync(next);
        (await Folder.Ask("import", Next(Rows.Replace("6;Lund University;Sweden;MoU;2021-03-04\n", "", StringComparison.Ordinal)), "--yes", "--json")).Counts.Gone.ShouldBe(1);
        (await Open.Db.Agreements.AsNoTracking().ToListAsync(Stop)).Count(a => a.Facts.Parties[0].Name == "Lund University").ShouldBe(1);
    }

    [Fact]
    public async Task What_was_decided_with_a_list_goes_when_it_is_taken_back()
    {
        await Rules.AddAsync(Open, [new RuleEdit("country", "Holland", "NL")], hand, Stop);
        await AgainAsync();
        var id = await StartAsync(Rows);
        await Reviews.SkipAsync(Open, Kept, id, 4, hand, Stop);
        await StoreAsync(id);
        Open.Register.Rules.Count.ShouldBe(2);
        (await Undoing.PreviewAsync(Open, Undoing.Last, Stop)).Rules.Select(r => r.Field).ShouldBe([RuleField.Row]);
        (await Folder.Ask("import", "--undo", "last", "--yes")).Out.ShouldContain("Decided with it, and no longer: row \"4 | see the next page\": no agreement, left out");
        await AgainAsync();
        Open.Register.Rules.Select(r => r.Field).ShouldBe([RuleField.Country]);
        (await Folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_decided_with_a_list_stays_while_a_later_one_stands_that_was_read_by_it()
    {
        var id = await StartAsync(Rows);
        await Reviews.SkipAsync(Open, Kept, id, 4, hand, Stop);
        await StoreAsync(id);
        var next = await Folder.Ask("import", Next(Rows + "7;University of Oslo;Norway;MoU;2023-01-01\n"), "--yes", "--json");
        await AgainAsync();
        var first = await Open.Db.Editions.AsNoTracking().SingleAsync(e => e.SourceName == "list.csv", Stop);
        (await Undoing.PreviewAsync(Open, $"{first.Id}", Stop)).ShouldSatisfyAllConditions(u => u.Rules.ShouldBeEmpty(), u => u.KeptRules.Select(r => r.Field).ShouldBe([RuleField.Row]));
        (await Folder.Ask("import", "--undo", $"{first.Id}", "--yes")).Out.ShouldSatisfyAllConditions(
            o => o.ShouldNotContain("Decided with it, and no longer"), o => o.ShouldContain("Decided with it, and kept, since a later list follows it: row \"4 | see the next page\""));
        (await Folder.Ask("import", "--undo", next.Json.GetProperty("edition").GetProperty("id").GetString()!, "--yes")).Out.ShouldContain("Decided with it, and no longer");
        await AgainAsync();
        Open.Register.Rules.ShouldBeEmpty();
    }

    private async Task StoreAsync(Guid id)
    {
        foreach (var record in (await FileAsync(id)).List.Records.Where(r => r.Decision == RecordDecision.Left))
            await Reviews.AcceptAsync(Open, Kept, id, record.Order, hand, Stop);
        await Reviews.CommitAsync(Open, Kept, id, leavesOut: false, hand, Stop);
        await AgainAsync();
    }

    private string Next(string list)
    {
        var path = Path.Combine(Folder.Path, "next.csv");
        File.WriteAllText(path, list);
        return path;
    }
}

using System.Text.Json;

using Entente.App.Imports;
using Entente.App.Registers;
using Entente.Core;
using Entente.Formats;
using Entente.Store;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App;

public sealed class ImportCommandTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_first_import_is_all_new_and_the_same_document_again_changes_nothing()
    {
        var first = await folder.Import();
        Edition(first).ShouldBe((127, 127, 0, 0, 0, 0));
        first.Json.GetProperty("differences").GetArrayLength().ShouldBe(127);
        var difference = first.Json.GetProperty("differences")[0];
        Names(difference).ShouldBe(["kind", "agreement", "record", "fields"]);
        difference.GetProperty("kind").GetString().ShouldBe("new");
        difference.GetProperty("agreement").GetString().ShouldBe("1");

        var again = await folder.Import();
        Edition(again).ShouldBe((127, 0, 0, 127, 0, 0));
        again.Json.GetProperty("differences").GetArrayLength().ShouldBe(0);
        again.Json.GetProperty("edition").GetProperty("id").GetString().ShouldBe(first.Json.GetProperty("edition").GetProperty("id").GetString());
        (await folder.Ask("list", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(127);
    }

    [Fact]
    public async Task What_is_printed_has_the_shape_that_programs_rely_on()
    {
        var json = (await folder.Import()).Json;
        Names(json).ShouldBe(["edition", "differences", "checks", "findings"]);
        Names(json.GetProperty("edition")).ShouldBe(["id", "records", "new", "changed", "same", "gone", "doubtful"]);
        Names(json.GetProperty("checks")[0]).ShouldBe(["kind", "subject", "stated", "counted", "holds"]);
        Names(json.GetProperty("findings")).ShouldBe(["error", "doubt", "note"]);
    }

    [Fact]
    public async Task The_next_edition_is_told_field_by_field_and_what_is_gone_stays()
    {
        await folder.Import();
        var sample = await File.ReadAllTextAsync(TestFolder.Sample(), TestContext.Current.CancellationToken);
        var next = folder.File("next.txt", sample.Replace("Australia MOU 2022.11.08 5 year", "Australia MOU 2022.11.08 10 year").Replace("2 Macquarie University", "2 Macquarie Institute"));
        var asked = await folder.Import(next);
        Edition(asked).ShouldBe((127, 0, 1, 125, 0, 1));
        var changed = asked.Json.GetProperty("differences").EnumerateArray().Single(d => d.GetProperty("kind").GetString() == "changed");
        changed.GetProperty("agreement").GetString().ShouldBe("1");
        var fields = changed.GetProperty("fields").EnumerateArray().ToDictionary(f => f.GetProperty("field").GetString()!, f => (f.GetProperty("old").GetString(), f.GetProperty("new").GetString()));
        fields["term"].ShouldBe(("P5Y", "P10Y"));
        fields["end"].ShouldBe(("2027-11-08", "2032-11-08"));
        fields.Count.ShouldBe(2);
        (await folder.Ask("list", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(128);
        (await folder.Ask("show", "1", "--json")).Json.GetProperty("changes").GetArrayLength().ShouldBe(2);
        (await folder.Ask("show", "2", "--json")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_yes_nothing_is_stored()
    {
        var asked = await folder.Ask("import", TestFolder.Sample());
        asked.Code.ShouldBe(1);
        asked.Error.ShouldContain("--yes");
        asked.Out.ShouldBeEmpty();
        Directory.Exists(folder.Data).ShouldBeFalse();

        var sure = await Asked.With("y\n", "import", TestFolder.Sample(), "--data", folder.Data);
        sure.Code.ShouldBe(0);
        sure.Out.ShouldContain("127");
    }

    [Fact]
    public async Task What_was_found_is_told_before_it_is_asked_for()
    {
        await folder.Import();
        var sample = await File.ReadAllTextAsync(TestFolder.Sample(), TestContext.Current.CancellationToken);
        var next = folder.File("next.txt", sample
            .Replace("Australia MOU 2022.11.08 5 year", "Australia MOU 2022.11.08").Replace("2 Macquarie University", "2 Macquarie Institute").Replace("Japan 30", "Japan 31"));
        var asked = await Asked.With("n\n", "import", next, "--data", folder.Data, "--json");
        asked.Code.ShouldBe(1);
        asked.Out.ShouldBeEmpty();
        asked.Error.ShouldContain("totals");
        asked.Error.ShouldContain("Japan: the list says 31, counted 30");
        asked.Error.ShouldContain("To look at: errors");
        asked.Error.ShouldContain("New: 0, changed: 1, the same: 125, no longer listed: 0. Doubtful: 1");
        asked.Error.ShouldContain("Perhaps the same as number 2");
        asked.Error.ShouldContain("Doubtful: 2, Macquarie Institute");
        asked.Error.ShouldContain("Number 1, term: 5 years → not stated");
        asked.Error.ShouldContain("Number 1, end: 8 Nov 2027 → the cell is empty");

        var sure = await Asked.With("y\n", "import", next, "--data", folder.Data, "--json");
        sure.Code.ShouldBe(0);
        sure.Json.GetProperty("edition").GetProperty("changed").GetInt32().ShouldBe(1);
        sure.Out.ShouldNotContain("\"was\"");
    }

    [Fact]
    public async Task Of_many_differences_the_first_are_told_beforehand()
    {
        var asked = await folder.Ask("import", TestFolder.Sample());
        asked.Error.ShouldContain("New: 20, ");
        asked.Error.ShouldNotContain("New: 21, ");
        asked.Error.ShouldContain("… and 107 more.");
    }

    [Fact]
    public async Task Several_registers_are_told_apart_by_name()
    {
        await folder.Ask("import", TestFolder.Sample(), "--yes", "--register", "North");
        await folder.Ask("import", TestFolder.Sample(), "--yes", "--register", "South");
        var which = await folder.Ask("count");
        which.Code.ShouldBe(1);
        which.Error.ShouldContain("North, South");
        (await folder.Ask("count", "--register", "south", "--json")).Json.GetProperty("total").GetProperty("all").GetInt32().ShouldBe(127);
        (await folder.Ask("count", "--register", "East")).Error.ShouldContain("no register East");
    }

    [Fact]
    public async Task Of_two_imports_that_waited_for_an_answer_the_second_is_refused()
    {
        var stop = TestContext.Current.CancellationToken;
        var data = DataFolder.Open(folder.Data, create: true);
        var bytes = await File.ReadAllBytesAsync(TestFolder.Sample(), stop);
        var reading = SourceReader.Read("agreements.txt", bytes, new ReadOptions());
        // Nothing is there yet; then the register is, and one more line is printed.
        foreach (var next in new[] { reading, SourceReader.Read("next.txt", bytes = [.. bytes, .. "\n"u8], new ReadOptions()) })
        {
            await using var one = await OpenRegister.OpenOrMakeAsync(data, null, "Ours", new FakeTimeProvider(Asked.Now), stop);
            await using var other = await OpenRegister.OpenOrMakeAsync(data, null, "Ours", new FakeTimeProvider(Asked.Now), stop);
            var proposals = (await Imports.CompareAsync(one, next, bytes, stop), await Imports.CompareAsync(other, next, bytes, stop));
            await Imports.AcceptAsync(one, proposals.Item1, "one", stop);
            (await Should.ThrowAsync<RefusedException>(Imports.AcceptAsync(other, proposals.Item2, "other", stop))).Code.ShouldBe("import.changed-since");
        }

        (await folder.Ask("count", "--json")).Json.GetProperty("total").GetProperty("all").GetInt32().ShouldBe(127);
    }

    [Fact]
    public async Task A_document_whose_edition_was_taken_back_is_not_the_same()
    {
        var stop = TestContext.Current.CancellationToken;
        await folder.Import();
        await using (var db = DataFolder.Open(folder.Data, create: false).For(1))
        {
            (await db.Editions.SingleAsync(stop)).Undo(Asked.Now);
            await db.SaveChangesAsync(stop);
        }

        var again = await folder.Import();
        (await folder.Import()).Json.GetProperty("edition").GetProperty("id").GetString().ShouldBe(again.Json.GetProperty("edition").GetProperty("id").GetString());
        await using var after = DataFolder.Open(folder.Data, create: false).For(1);
        (await after.Editions.CountAsync(stop)).ShouldBe(2);
    }

    [Fact]
    public async Task The_next_edition_does_not_show_the_same_doubt_twice()
    {
        await folder.Import();
        const string number = "42";
        var before = await Findings(number);
        before.ShouldBeGreaterThan(0);
        var sample = await File.ReadAllTextAsync(TestFolder.Sample(), TestContext.Current.CancellationToken);
        await folder.Import(folder.File("next.txt", sample.Replace("Australia MOU 2022.11.08 5 year", "Australia MOU 2022.11.08 10 year")));
        (await Findings(number)).ShouldBe(before);
        (await folder.Ask("count", "--json")).Json.GetProperty("probableDuplicates").GetInt32().ShouldBe(2);

        async Task<int> Findings(string asked) => (await folder.Ask("show", asked, "--json")).Json.GetProperty("findings").GetArrayLength();
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(p => p.Name);

    private static (int, int, int, int, int, int) Edition(Asked asked)
    {
        var e = asked.Json.GetProperty("edition");
        return (Get("records"), Get("new"), Get("changed"), Get("same"), Get("gone"), Get("doubtful"));

        int Get(string name) => e.GetProperty(name).GetInt32();
    }
}

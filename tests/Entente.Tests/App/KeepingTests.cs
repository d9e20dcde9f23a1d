using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.Core;
using Entente.Store;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App;

public sealed partial class KeepingTests : IAsyncLifetime
{
    private static readonly Hand Registrar = new("registrar");

    private readonly TestFolder folder = new();

    public async ValueTask InitializeAsync() => await folder.Import();

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_brought_back_is_as_it_was_with_its_number_and_its_lines_in_the_source()
    {
        var before = await AskAsync("127");
        await using (var open = await OpenAsync())
            await Keeping.DeleteAsync(open, "127", Registrar, Stop);
        await using (var open = await OpenAsync())
        {
            (await Keeping.AddAsync(open, new AgreementEdit { Parties = [new PartyEdit("University of Vienna", "Austria")] }, Registrar, Stop)).Number.ShouldBe("128");
            (await Bin.ListAsync(open.Db, Stop)).Select(b => b.Number).ShouldBe(["127"]);
        }

        await using (var open = await OpenAsync())
            await Keeping.RestoreAsync(open, "127", null, Registrar, Stop);
        var after = await AskAsync("127");
        (after.EditionId, after.Order, after.Version).ShouldBe((before.EditionId, before.Order, before.Version + 1));
        (await folder.Ask("show", "127", "--json")).Json.GetProperty("source").GetProperty("record").GetInt32().ShouldBe(127);
    }

    [Fact]
    public async Task An_earlier_version_comes_back_with_the_edition_that_it_came_from()
    {
        var before = await AskAsync("1");
        var sample = await File.ReadAllTextAsync(TestFolder.Sample(), Stop);
        await folder.Import(folder.File("next.txt", sample.Replace("Australia MOU 2022.11.08 5 year", "Australia MOU 2022.11.08 10 year")));
        (await AskAsync("1")).EditionId.ShouldNotBe(before.EditionId);
        await using (var open = await OpenAsync())
            await Keeping.RestoreAsync(open, "1", 1, Registrar, Stop);
        (await AskAsync("1")).EditionId.ShouldBe(before.EditionId);
    }

    [Fact]
    public async Task A_renewal_that_counts_from_the_old_end_is_told_with_that_day_and_its_note()
    {
        await using (var open = await OpenAsync())
        {
            var act = new NewAct(Act.Renewed, Store.Sample.Date("2028-02-01")) { Length = new Length(5), KeepsAnchor = true, Note = "by letter" };
            await Keeping.ActAsync(open, "1", act, Registrar with { IsConfirmed = true }, Stop);
        }

        var events = (await folder.Ask("show", "1", "--json")).Json.GetProperty("events");
        events[1].GetProperty("from").GetString().ShouldBe("2027-11-08");
        events[1].GetProperty("note").GetString().ShouldBe("by letter");
        events[0].TryGetProperty("from", out _).ShouldBeFalse();
        (await folder.Ask("export", "--format", "csv")).Out.ShouldContain("renewed 2028-02-01 from 2027-11-08");
    }

    private async Task<Agreement> AskAsync(string number)
    {
        await using var open = await OpenAsync();
        return await open.Db.Agreements.AsNoTracking().SingleAsync(a => a.Number == number, Stop);
    }

    private Task<OpenRegister> OpenAsync() => OpenRegister.OpenAsync(DataFolder.Open(folder.Data, create: false), null, new FakeTimeProvider(Asked.Now), Stop);
}

using CsCheck;

using Entente.App.Agreements;
using Entente.App.Keeping;
using Entente.App.Lists;
using Entente.App.Registers;
using Entente.Core;
using Entente.Edtf;
using Entente.Store;
using Entente.Store.Writing;
using Entente.Tests.Store;

using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App.Lists;

/// <summary>What a server answers from an extract is what the database and the standing function answer, on any day, after any act.</summary>
public sealed class ExtractTests : IAsyncLifetime
{
    private static readonly string[] names = ["Uni Café", "Технологический университет", "東京大学", "Zagreb", "zagreb", "Åbo Akademi"];

    private readonly TestFolder folder = new();
    private readonly KeptExtracts kept = new();
    private DataFolder data = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        data = DataFolder.Open(folder.Data, create: true);
        await using var db = data.For(1);
        db.Registers.Add(new Register(1, "Ours", "UTC"));
        await db.SaveChangesAsync(Stop);
        var facts = new List<Facts>();
        FactsGen.Of(CountingRule.SameDay).Sample(f => { lock (facts) facts.Add(f); }, iter: 250, threads: 1, seed: "0000KOIPe035");
        Facts[] named = [.. facts.Select((f, i) => f with { Number = i % 3 == 0 ? null : $"{i % 90}{(i % 4 == 0 ? "b" : "")}", Subject = names[i % names.Length] })];
        await db.WriteEditionAsync(Sample.Reading([.. named[..200], Restless]), Sample.Bytes(named[..200]), Sample.By, cancellation: Stop);
        await db.WriteEditionAsync(Sample.Reading(named[200..]), Sample.Bytes(named[200..]), Sample.By, cancellation: Stop);
    }

    public ValueTask DisposeAsync()
    {
        kept.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    public static TheoryData<string> Questions =>
    [
        "", "words=uni", "words=u", "words=tehnologiceskij", "words=cafe mou", "country=JP", "country=none", "kind=mou", "kind=odd", "kind=none", "begun=2018", "standing=ended",
        "standing=cannot-tell&country=DE", "within=400", "within=0", "within=3000&kind=project", "finding=ends.conflict", "severity=any", "severity=doubt", "severity=error",
        "sort=-number", "sort=partner", "sort=-partner", "sort=begins", "sort=-begins&country=FR", "sort=ends", "sort=-ends&words=uni",
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_list_is_the_same_from_the_database_and_from_the_extract(string query)
    {
        var question = RegisterQuestion.Parse(new Microsoft.AspNetCore.Http.QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)));
        question.Wrong.ShouldBeEmpty();
        for (var day = new Day(2014, 6, 1); day < new Day(2034, 1, 1); day = day.AddMonths(17))
        {
            var all = question.Filter(day);
            await SameAsync(all);
            await SameAsync(all with { Skip = 7, Limit = 20 });
        }
    }

    [Fact]
    public async Task An_edition_and_a_partner_are_found()
    {
        await using var open = await OpenAsync();
        foreach (var edition in open.Db.Editions.Select(e => e.Id).ToList())
            (await SameAsync(new AgreementFilter(new Day(2024, 1, 1)) { Edition = edition })).ShouldBeGreaterThan(40);
        var partner = open.Db.Partners.First(p => p.Name == "Uni DE");
        (await SameAsync(new AgreementFilter(new Day(2024, 1, 1)) { Partner = partner.Id })).ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task The_counts_are_those_of_the_standing_function()
    {
        await using var open = await OpenAsync();
        for (var day = new Day(2014, 6, 1); day < new Day(2034, 1, 1); day = day.AddMonths(11))
        {
            var extract = await kept.OfAsync(open, Stop);
            var counts = open.Db.Agreements.AsEnumerable().Where(a => a.Countries.Contains("DE"))
                .Aggregate(default(StandingCount), (sum, a) => sum.Plus(a.StandingOn(day, CountingRule.SameDay).Kind, 1));
            extract.Choose(new AgreementFilter(day) { Country = "DE", Standing = StandingKind.Ended }, []).Counts.ShouldBe(counts);
        }
    }

    [Fact]
    public async Task After_each_act_the_extract_that_followed_is_the_one_that_is_read_anew()
    {
        foreach (var (number, act) in Acts())
        {
            await using (var open = await OpenAsync())
                await act(open, number);
            await SameAsync(new AgreementFilter(new Day(2022, 3, 4)) { Order = AgreementOrder.Partner, IsDescending = true });
            await SameAsync(new AgreementFilter(new Day(2022, 3, 4)) { EndsWithinDays = 900, Order = AgreementOrder.Ends });
            await using var again = await OpenAsync();
            var (followed, anew) = (await kept.OfAsync(again, Stop), await new KeptExtracts().OfAsync(again, Stop));
            followed.State.Sequence.ShouldBe(anew.State.Sequence);
            foreach (var order in Enum.GetValues<AgreementOrder>())
                Ids(followed, order).ShouldBe(Ids(anew, order));
        }
    }

    [Fact]
    public async Task Who_began_to_read_before_an_act_reads_to_the_end_as_it_was()
    {
        await using var reader = await OpenAsync();
        await reader.Db.InReadAsync(
            async () =>
            {
                var before = await kept.OfAsync(reader, Stop);
                await using (var other = await OpenAsync())
                    await Keeping.DeleteAsync(other, "1", new Hand("someone"), Stop);
                await using (var next = await OpenAsync())
                    (await kept.OfAsync(next, Stop)).Orders.Count.ShouldBe(before.Orders.Count - 1);
                (await kept.OfAsync(reader, Stop)).ShouldBeSameAs(before);
                return true;
            },
            Stop);
    }

    /// <summary>Both ways; the number of those found.</summary>
    private async Task<long> SameAsync(AgreementFilter filter)
    {
        await using var database = await OpenAsync();
        database.Extracts = null;
        await using var server = await OpenAsync();
        var expected = await AgreementQueries.ListAsync(database, filter, Stop);
        var answered = await AgreementQueries.ListAsync(server, filter, Stop);
        answered.Total.ShouldBe(expected.Total, $"{filter}");
        answered.Agreements.Select(Said).ShouldBe(expected.Agreements.Select(Said), $"{filter}");
        return answered.Total;

        static string Said(AgreementAt at) => $"{at.Agreement.Number} {at.Standing.Kind} {at.Standing.Until}";
    }

    private async Task<OpenRegister> OpenAsync()
    {
        var open = await OpenRegister.OpenAsync(data, null, new FakeTimeProvider(Asked.Now), Stop);
        open.Extracts = kept;
        return open;
    }

    private static IReadOnlyList<Guid> Ids(Extract extract, AgreementOrder order) =>
        extract.Choose(new AgreementFilter(new Day(2022, 3, 4)) { Order = order }, []).Ids;

    private static IEnumerable<(string Number, Func<OpenRegister, string, Task> Act)> Acts()
    {
        var hand = new Hand("someone", IsConfirmed: true);
        yield return ("", (open, _) => Keeping.AddAsync(open, new AgreementEdit { Parties = [new PartyEdit("A new one", "DK")], Events = [new EventEdit("signed", "2020-02-03")], Term = "2 years" }, hand, Stop));
        yield return ("", (open, _) => Keeping.ActAsync(open, NewOne(open), new NewAct(Act.Renewed, Sample.Date("2021-05-06")) { Until = Sample.Date("2023") }, hand, Stop));
        yield return ("", (open, _) => Keeping.ActAsync(open, NewOne(open), new NewAct(Act.Terminated, Sample.Date("2022-01")), hand, Stop));
        yield return ("5", (open, number) => Keeping.DeleteAsync(open, number, hand, Stop));
        yield return ("5", (open, number) => Keeping.RestoreAsync(open, number, null, hand, Stop));
        yield return ("7", (open, number) => Keeping.CorrectAsync(open, number, new AgreementEdit { Parties = [new PartyEdit("Aarhus University")] }, hand, Stop));
        yield return ("700", (open, number) => Keeping.CorrectAsync(open, number, new AgreementEdit { Note = "restless" }, hand, Stop));
        yield return ("8", (open, number) => Keeping.DeleteAsync(open, number, hand, Stop));
    }

    private static string NewOne(OpenRegister open) => open.Db.Agreements.AsEnumerable().Single(a => a.Facts.Parties[0].Name == "A new one").Number;

    /// <summary>Suspended and resumed more often than a row of turns can say.</summary>
    private static Facts Restless
    {
        get
        {
            var facts = Sample.Facts("700", "2005-01-01", null, "Uni DE|DE");
            return facts with
            {
                Events =
                [
                    .. facts.Events,
                    .. Enumerable.Range(2010, 8).SelectMany(year => new[] { new Event(Act.Suspended, EdtfDate.Of(year, 3, 1), null, "s"), new Event(Act.Resumed, EdtfDate.Of(year, 6, 1), null, "r") }),
                ],
            };
        }
    }
}

using Entente.Core;
using Entente.Store.Json;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.Tests.Store;

public abstract partial class StoreContract
{
    private static readonly Place Somewhere = new(2, 17, 4, 9, "Sheet1!B7", [1.5, 2, 3.25, 4]);

    private static Facts Everything() => new()
    {
        Number = "007.",
        Title = "Agreement on \"everything\"",
        Reference = "R/1",
        Parties =
        [
            new Party("Uni")
            {
                Names = [new PartyName("Uni", "en", NameKind.Name), new PartyName("У", null, NameKind.Acronym), new PartyName("x")],
                Unit = "Faculty",
                City = "Town",
                Country = "DE",
                CountryText = "Germany",
                CountryBasis = CountryBasis.Stated,
                Places = [Somewhere, new Place(Line: 3)],
            },
            new Party("") { Country = "FR", CountryBasis = CountryBasis.Inherited, Places = [new Place(Cell: "t1/2/3"), new Place()] },
        ],
        Kinds = [new Kind("MOU", "mou") { IsInherited = true, Places = [new Place(1)] }, new Kind("Odd paper", null)],
        Events =
        [
            new Event(Act.Signed, Sample.Date("2019-03"), Sample.Date("2021"), "2019.03 - 2021") { Places = [Somewhere] },
            new Event(Act.Effective, Sample.Date("2019-04-01"), null, "1 April 2019"),
            new Event(Act.Renewed, Sample.Date("2022-XX"), null, "2022, month not read"),
            new Event(Act.Amended, Sample.Date("2023?"), null, "2023?"),
            new Event(Act.Suspended, Sample.Date("198X"), null, "the eighties"),
            new Event(Act.Unclear, null, null, "soon"),
        ],
        Term = new Term
        {
            Text = "5+5",
            Length = new Length(0, 36),
            Renews = Renews.OnRequest,
            RenewalLength = new Length(1, 2, 3),
            RenewalTimes = 0,
            Option = new Length(5),
            Open = OpenTerm.UntilConsent,
            Places = [new Place(null, null, 5)],
        },
        Ends = new Ends(EndsBasis.Conflict)
        {
            On = Sample.Value("[2024..2025]"),
            Latest = Sample.Value("2030-12-31"),
            Candidates = [Sample.Value("[2024..2025]"), Sample.Value("2026-02")],
            Why = NoEnd.NotRead,
            Text = "2024/2025",
            Places = [new Place(null, null, null, 7)],
        },
        State = PrintedState.Negotiation,
        StateText = "in talks",
        Subject = "Science ⇄ łódź 日本 👩‍🔬",
        Note = "two\nlines",
        Other = [new OtherCell(null, "lost"), new OtherCell("Fax", "")],
        ListedOn = Sample.Date("2024~"),
    };

    [Fact]
    public async Task Every_fact_comes_back_as_it_was_at_its_precision()
    {
        var facts = Everything();
        await Write(facts);
        await using var db = Open(Ours);
        var back = (await db.Agreements.SingleAsync(Cancelled)).Facts;
        Same.ShouldBe(back, facts);
        back.Events.Select(e => e.On?.Text).ShouldBe(["2019-03", "2019-04-01", "2022-XX", "2023?", "198X", null]);
        back.Ends.On!.Text.ShouldBe("[2024..2025]");
    }

    [Fact]
    public async Task The_least_facts_come_back_with_empty_lists_and_nothing_for_nothing()
    {
        var facts = new Facts { Parties = [new Party("")], Ends = new Ends(EndsBasis.Unstated) { Why = NoEnd.EmptyCell } };
        await Write(facts);
        await using var db = Open(Ours);
        var agreement = await db.Agreements.SingleAsync(Cancelled);
        Same.ShouldBe(agreement.Facts, facts);
        agreement.Facts.Events.ShouldBeEmpty();
        agreement.Facts.Term.ShouldBe(Term.Unstated);
        agreement.Facts.Parties[0].CountryBasis.ShouldBe(CountryBasis.Unstated);
        (agreement.BeginDay, agreement.EndDay, agreement.EndLatestDay).ShouldBe((null, null, null));
        (await db.Partners.CountAsync(Cancelled)).ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"parties":[{"name":"U"}],"ends":{"basis":"open"}}""")]
    [InlineData("""{"parties":[{"name":"U","country":null}],"ends":{"basis":"open"},"subject":null,"term":{},"lateField":7}""")]
    public void A_record_stored_by_another_version_is_read(string json)
    {
        var facts = StoredJson.Value<Facts>(json);
        facts.Parties[0].Name.ShouldBe("U");
        facts.Events.ShouldBeEmpty();
        facts.Kinds.ShouldBeEmpty();
        facts.Parties[0].Places.ShouldBeEmpty();
        facts.Term.ShouldBe(Term.Unstated);
    }

    protected async Task<WrittenEdition> Write(params Facts[] facts)
    {
        await using var db = Open(Ours);
        return await db.WriteEditionAsync(Sample.Reading(facts), Sample.Bytes(facts), Sample.By, cancellation: Cancelled);
    }
}

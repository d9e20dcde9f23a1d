using System.Text;
using System.Text.Json;

using Entente.Core;
using Entente.Edtf;
using Entente.Formats.Json;

namespace Entente.Tests.Formats;

public class JsonReadingTests
{
    [Fact]
    public void A_full_reading_is_what_the_schema_says() => Schema.Reading.Faults(Write(Full())).ShouldBeEmpty();

    [Fact]
    public void An_empty_reading_is_what_the_schema_says() =>
        Schema.Reading.Faults(Write(new SourceReading(Source) { Placed = new Placed(0, 0, []) })).ShouldBeEmpty();

    [Fact]
    public void A_row_without_a_partner_still_has_an_entry()
    {
        var facts = new Facts { Parties = [], Ends = new Ends(EndsBasis.Unstated) { Why = NoEnd.EmptyCell } };
        var reading = new SourceReading(Source) { Drafts = [new Draft(1, null, facts, "")], Placed = new Placed(0, 0, []) };
        Schema.Reading.Faults(Write(reading)).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_reading_gives_the_same_bytes_and_cyrillic_stays_readable()
    {
        var text = Write(Full());
        text.ShouldBe(Write(Full()));
        text.ShouldContain("Монгол Улсын Их Сургууль & <Co>");
        text.ShouldNotContain("\r");
    }

    [Fact]
    public void Names_of_the_vocabulary_are_written_in_kebab_case()
    {
        var text = Write(Full());
        text.ShouldContain("\"listedOnBasis\": \"latest-signing\"");
        text.ShouldContain("\"renews\": \"on-request\"");
        text.ShouldContain("\"open\": \"until-consent\"");
        text.ShouldContain("\"kind\": \"number-sequence\"");
    }

    [Theory]
    [InlineData("""{"entente":"reading/2"}""", "entente")]
    [InlineData("""{"entente":"reading/1","source":{"sha256":"ABC"}}""", "sha256")]
    [InlineData("""{"records":[{"ends":{"basis":"guessed"}}]}""", "basis")]
    public void The_check_itself_finds_what_is_wrong(string json, string fault) =>
        Schema.Reading.Faults(json).ShouldContain(f => f.Contains(fault));

    private static readonly Source Source = new("list.txt", new string('a', 64), "text/plain", 10, "utf-8");

    private static string Write(SourceReading reading)
    {
        using var stream = new MemoryStream();
        ReadingWriter.Write(stream, reading, f => f.Code);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static SourceReading Full() => new(Source)
    {
        Title = "Agreements",
        ListedOn = EdtfDate.Of(2023, 4),
        ListedOnBasis = ListedOnBasis.LatestSigning,
        Tables = [new Table("t1", TableRole.Agreements, [new TableColumn("Name", "partner"), new TableColumn(null, null)], 1) { Heading = "Asia", Places = Everywhere }],
        Drafts = [new Draft(1, "t1", FullFacts(), "1 МУИС") { Places = Everywhere, Findings = ["f1"] }],
        Checks = [new Check(CheckKind.NumberSequence, null, "1 to 127", 127, 126), new Check(CheckKind.Country, "JP", "Japan", 30, 30)],
        Findings = [new Finding("date.impossible", Severity.Error, [1], "start", ["2023.13"]) { Id = "f1", Proposal = "2023-12", Places = Everywhere }],
        Placed = new Placed(3, 2, ["stray"]),
    };

    private static readonly Place[] Everywhere = [new(1, 2, 3, 4, "Sheet1!B7", [1, 2.5, 3, 4]), new(Line: 7)];

    private static Facts FullFacts() => new()
    {
        Number = "1",
        Title = "T",
        Reference = "R-1",
        Parties =
        [
            new Party("Монгол Улсын Их Сургууль & <Co>")
            {
                Names = [new PartyName("МУИС", "mn", NameKind.Acronym), new PartyName("NUM")],
                Unit = "Law", City = "Ulaanbaatar", Country = "MN", CountryText = "Монгол", CountryBasis = CountryBasis.Inherited, Places = Everywhere,
            },
        ],
        Kinds = [new Kind("MOU", "mou") { Places = Everywhere }, new Kind("Agreement", null) { IsInherited = true }],
        Events = [new Event(Act.Signed, EdtfDate.Of(2023, 3), EdtfDate.Of(2028), "2023.03") { Places = Everywhere }, new Event(Act.Unclear, null, null, "soon")],
        Term = new Term
        {
            Text = "5+5", Length = new Length(5), Renews = Renews.OnRequest, RenewalLength = new Length(0, 36), RenewalTimes = 1,
            Option = new Length(5), Open = OpenTerm.UntilConsent, Places = Everywhere,
        },
        Ends = new Ends(EndsBasis.Conflict)
        {
            On = EdtfDate.Of(2028, 3), Latest = EdtfDate.Of(2033, 3), Candidates = [EdtfDate.Of(2028, 3), EdtfDate.Of(2029)], Text = "2029", Places = Everywhere,
        },
        State = PrintedState.Active,
        StateText = "valid",
        Subject = "Research",
        Note = "n",
        Other = [new OtherCell(null, "x"), new OtherCell("H", "y")],
        ListedOn = EdtfDate.Of(2023, 4),
    };
}

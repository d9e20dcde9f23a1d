using System.Text;

using Entente.App.Agreements;
using Entente.App.Exports;
using Entente.App.Imports;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;
using Entente.Formats;

namespace Entente.Tests.Formats;

public class RegisterFormTests
{
    private const string Head = "number,partner,country,country_as_printed,kind,kind_code,begins,events,term_as_printed,length,renews,open,ends_basis,ends_on,ends_as_printed,state_as_printed,note";

    public static TheoryData<string, ExportFormat> Lists
    {
        get
        {
            var lists = new TheoryData<string, ExportFormat>();
            foreach (var list in ((IEnumerable<string>)["samples/agreements.txt"]).Concat(Directory.GetFiles(Checkout.Path("tests/corpus"), "source*.csv", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Checkout.Path("."), f))))
            {
                foreach (var format in new[] { ExportFormat.Csv, ExportFormat.Xlsx, ExportFormat.Json })
                    lists.Add(list, format);
            }

            return lists;
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task What_a_register_was_written_as_is_read_as_the_same(string list, ExportFormat format)
    {
        var facts = SourceReader.Read("list", await File.ReadAllBytesAsync(Checkout.Path(list), TestContext.Current.CancellationToken), new ReadOptions()).Drafts.Select(d => d.Facts).ToList();
        var again = await AgainAsync(facts, format);

        again.Drafts.Count.ShouldBe(facts.Count);
        foreach (var (written, read) in facts.Zip(again.Drafts))
            FactTexts.Differences(written, read.Facts).ShouldBeEmpty($"number {written.Number}");
        again.Placed.IsComplete.ShouldBeTrue();
        var known = facts.Select((f, i) => new Agreement(1, new Guid(i + 1, 0, 0, new byte[8]), $"{i + 1}", f)).Select(a => new KnownRow(a, a.Number, a.Facts, a.Facts)).ToList();
        var next = Comparison.Of(known, again, ReadingRules.Usual, stop: TestContext.Current.CancellationToken);
        (next.Added.Count, next.Gone.Count, next.Differences.Count()).ShouldBe((0, 0, 0));
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Xlsx)]
    [InlineData(ExportFormat.Json)]
    public async Task Whatever_a_person_has_entered_comes_back(ExportFormat format)
    {
        var entered = new Facts
        {
            Number = "=7",
            Title = "Joint; venture",
            Reference = "-12/2020",
            Parties =
            [
                new Party("University of A") { Unit = "Faculty of Law", Country = "AT", CountryText = "Austria", CountryBasis = CountryBasis.Stated },
                new Party("University of B") { Country = "CZ" },
                new Party("University of C"),
            ],
            Kinds = [new Kind("MoU", "mou"), new Kind("something else", null)],
            Events =
            [
                new Event(Act.Signed, EdtfDate.Of(2019), null, "2019"),
                new Event(Act.Renewed, EdtfDate.Of(2021, 3), EdtfDate.Of(2024, 5, 31), "2021-03") { From = EdtfDate.Of(2021, 6, 1), Note = "by letter; not (yet) countersigned" },
                new Event(Act.Superseded, EdtfDate.Of(2023, 1, 2), null, "2023-01-02") { Note = "12" },
                new Event(Act.Unclear, null, null, "autumn from until (x)"),
            ],
            Term = new Term { Length = new Length(0, 36), Renews = Renews.Automatic, RenewalLength = new Length(1), RenewalTimes = 2, Option = new Length(5) },
            Ends = new Ends(EndsBasis.Conflict) { On = EdtfDate.Of(2024, 5, 31), Candidates = [EdtfDate.Of(2024, 5, 31), EdtfValue.Parse("[2025-02,2025-03]").Value!], Text = "31.05.2024" },
            State = PrintedState.Negotiation,
            StateText = "with the dean",
            Note = "two\nlines; and more",
            Other = [new OtherCell("Coordinator", "N. N."), new OtherCell(null, "+1")],
        };

        var again = (await AgainAsync([entered], format)).Drafts.Single().Facts;

        FactTexts.Differences(entered, again).ShouldBeEmpty();
        again.Parties.Select(p => (p.Unit, p.Country)).ShouldBe([("Faculty of Law", "AT"), (null, "CZ"), (null, null)]);
        again.Kinds.Select(k => k.Code).ShouldBe(["mou", null]);
        again.Events.Select(e => e.Note).ShouldBe([null, "by letter; not (yet) countersigned", "12", null]);
    }

    [Fact]
    public void A_new_row_needs_only_what_is_known_of_it()
    {
        var facts = Read(",University of A,,Austria,MoU,,22.09.2008,,5 years,,,,,,,,").Facts;

        (facts.Parties[0].Country, facts.Kinds[0].Code, facts.Begin!.On!.ToString()).ShouldBe(("AT", "mou", "2008-09-22"));
        (facts.Ends.Basis, facts.Ends.On!.ToString()).ShouldBe((EndsBasis.Computed, "2013-09-22"));
    }

    [Theory]
    [InlineData("1,A,AU,Austria,MoU,mou,2008,signed 2008,,,,,unstated,,,,", "country,country_as_printed")]
    [InlineData("1,A,,,MoU,exchange,2008,signed 2008,,,,,unstated,,,,", "kind_code,kind")]
    [InlineData("1,A,,,MoU,mou,2009,signed 2008,,,,,unstated,,,,", "events,begins")]
    [InlineData("1,A,,,MoU,mou,2008,signed 2008,10 years,P5Y,,,computed,2013,,,", "length,term_as_printed")]
    [InlineData("1,A,,,MoU,mou,2008,signed 2008,,P5Y,,,computed,2018,,,", "ends_on,length")]
    [InlineData("1,A,,,MoU,mou,2008,signed 2008,,,,,stated,2018,2019,,", "ends_on,ends_as_printed")]
    public void Two_columns_of_which_one_was_changed_are_a_doubt(string row, string columns)
    {
        var reading = ReadAll(row);
        reading.Findings.Where(f => f.Code == "form.disagrees").Select(f => $"{f.Arguments[0]},{f.Arguments[2]}").ShouldBe([columns]);
    }

    [Fact]
    public void An_end_that_was_typed_over_is_not_lost()
    {
        var ends = Read("1,A,,,MoU,mou,2008,signed 2008,,,,long-term,open,2018-12-31,,,").Facts.Ends;
        ends.On!.ToString().ShouldBe("2018-12-31");
        Read("1,A,,,MoU,mou,2008,signed 2008,,,,,unstated,,31.12.2018,,").Facts.Ends.On!.ToString().ShouldBe("2018-12-31");
    }

    [Theory]
    [InlineData("1,A,Atlantis,,MoU,mou,2008,signed 2008,,,,,unstated,,,,", "country")]
    [InlineData("1,A,,,MoU,mou,sometime,signed 2008,,,,,unstated,,,,", "begins")]
    [InlineData("1,A,,,MoU,mou,2008,signed 20o8,,,,,unstated,,,,", "events")]
    [InlineData("1,A,,,MoU,mou,2008,signed 2008,,so long,,,unstated,,,,", "length")]
    [InlineData("1,A,,,MoU,mou,2008,signed 2008,,P1Y,perhaps,,computed,2009,,,", "renews")]
    public void What_is_no_value_of_its_column_is_a_doubt(string row, string column) =>
        ReadAll(row).Findings.Where(f => f.Code == "form.not-read").Select(f => f.Arguments[0]).ShouldBe([column]);

    [Fact]
    public void What_is_no_value_becomes_none()
    {
        var facts = Read("1,A,Atlantis,,MoU,mou,2008,signed 2008,,so long,perhaps,maybe,unsure,,,,").Facts;
        (facts.Parties[0].Country, facts.Term.Length, facts.Term.Renews, facts.Term.Open, facts.Ends.Basis).ShouldBe((null, null, null, null, EndsBasis.Unstated));
    }

    [Theory]
    [InlineData("1,A; B,,,MoU,mou,2008,signed 2008,,,,,,,,,", "A|B", "")]
    [InlineData("1,A; B,NO; ,,MoU,mou,2008,signed 2008,,,,,,,,,", "A|B", "")]
    [InlineData("1,A; B,NO,,MoU,mou,2008,signed 2008,,,,,,,,,", "A; B", "")]
    [InlineData("1,A; B,NO; SE,Norway,MoU,mou,2008,signed 2008,,,,,,,,,", "A|B", "country_as_printed")]
    public void Several_partners_are_told_by_what_stands_beside_them(string row, string partners, string notRead)
    {
        var reading = ReadAll(row);
        string.Join('|', reading.Drafts.Single().Facts.Parties.Select(p => p.Name)).ShouldBe(partners);
        string.Join('|', reading.Findings.Where(f => f.Code == "form.not-read").Select(f => f.Arguments[0])).ShouldBe(notRead);
    }

    [Fact]
    public void Days_that_a_spreadsheet_has_turned_are_read_in_one_order() =>
        ReadAll("1,A,,,MoU,mou,3/4/2008,,,,,,,,,,\n2,B,,,MoU,mou,12/31/2008,,,,,,,,,,").Drafts.Select(d => d.Facts.Begin!.On!.ToString()).ShouldBe(["2008-03-04", "2008-12-31"]);

    [Fact]
    public void A_column_that_was_added_is_kept()
    {
        var text = $"My list\n\nContact,{Head}\nN. N.,1,A,,,MoU,mou,2008,signed 2008,,,,,unstated,,,,\n";
        var draft = SourceReader.Read("list.csv", Encoding.UTF8.GetBytes(text), new ReadOptions()).Drafts.Single();
        draft.Facts.Other.ShouldBe([new OtherCell("Contact", "N. N.")]);
    }

    [Fact]
    public void A_changed_object_says_what_cannot_be_read()
    {
        const string json = """{"entente": "register/1", "agreements": [{"number": 4, "partners": [{"name": "A", "country": "XQ"}, "B"], "events": [{"act": "signed", "on": "20o8"}], "term": {"length": "five"}, "mood": "good"}, null]}""";
        var reading = SourceReader.Read("list.json", Encoding.UTF8.GetBytes(json), new ReadOptions());

        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(["A", ""]);
        reading.Drafts[0].Facts.Number.ShouldBe("4");
        reading.Findings.Where(f => f.Code == "form.not-read").Select(f => f.Arguments[1]).Order(StringComparer.Ordinal).ShouldBe(["\"B\"", "20o8", "XQ", "five", "good", "null"]);
    }

    private static Draft Read(string row) => ReadAll(row).Drafts.Single();

    private static SourceReading ReadAll(string rows) => SourceReader.Read("list.csv", Encoding.UTF8.GetBytes($"{Head}\n{rows}\n"), new ReadOptions());

    private static async Task<SourceReading> AgainAsync(IReadOnlyList<Facts> facts, ExportFormat format)
    {
        using var file = new MemoryStream();
        await RegisterFile.WriteAsync(format, facts.ToAsyncEnumerable(), file);
        return SourceReader.Read($"list.{format}", file.ToArray(), new ReadOptions());
    }
}

using System.Text;

using Entente.App.Exports;
using Entente.Core;
using Entente.Edtf;
using Entente.Formats;
using Entente.Tests.Formats;

using UglyToad.PdfPig;

namespace Entente.Tests.App;

/// <summary>The list in the form that offices print, as a PDF, and read again by what reads any other PDF.</summary>
public class PrintedListTests
{
    private static readonly Day day = new(2026, 11, 24);

    [Fact]
    public async Task The_sample_is_read_again_as_it_was()
    {
        var reading = await ReadAsync(SampleTests.Reading.Drafts.Select(d => d.Facts));
        reading.Drafts.Count.ShouldBe(127);
        reading.Drafts.Zip(SampleTests.Reading.Drafts, (read, sample) => (Read: Told(read.Facts), Sample: Told(sample.Facts))).Where(d => d.Read != d.Sample).ShouldBeEmpty();
        reading.Placed.Unplaced.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_countries_are_counted_from_the_rows()
    {
        var reading = await ReadAsync(SampleTests.Reading.Drafts.Select(d => d.Facts));
        reading.Checks.Where(c => c.Kind == CheckKind.Country).Select(c => (c.Text, c.Stated)).ShouldBe(SampleTests.Reading.Checks.Where(c => c.Kind == CheckKind.Country).Select(c => (c.Text, c.Stated)));
        reading.Checks.ShouldAllBe(c => c.Holds);
        var two = Of("1", "A") with { Parties = [new Party("A") { Country = "JP", CountryText = "Japan" }, new Party("B") { Country = "AT" }] };
        Words(await WrittenAsync([two, Of("2", "C")])).ShouldContain("1 Austria 1 2 Japan 1 3 Not stated 1 Total 2 One agreement has several countries");
    }

    [Fact]
    public async Task The_same_list_of_a_day_has_the_same_bytes_and_another_day_has_others()
    {
        var (list, again) = (await WrittenAsync(SampleTests.Reading.Drafts.Select(d => d.Facts)), await WrittenAsync(SampleTests.Reading.Drafts.Select(d => d.Facts)));
        again.File.ShouldBe(list.File);
        (await WrittenAsync(SampleTests.Reading.Drafts.Select(d => d.Facts), on: new Day(2026, 11, 25))).File.ShouldNotBe(list.File);
    }

    [Theory]
    [InlineData("Politechnika Łódzka w Żorach, Đại học Bách khoa")]
    [InlineData("Αριστοτέλειο Πανεπιστήμιο Θεσσαλονίκης, Σχολή Οικονομικών")]
    [InlineData("Московский государственный университет имени М. В. Ломоносова")]
    [InlineData("北京航空航天大学北京航空航天大学北京航空航天大学 软件学院")]
    [InlineData("東京農工大学 (ティ・ユー・エー・ティー・テクノロジー)")]
    [InlineData("האוניברסיטה העברית בירושלים, הפקולטה למדעי הרוח 1918")]
    [InlineData("서울대학교 공과대학 한국과학기술원 기계공학과 부설연구소")]
    public async Task A_name_of_any_script_of_Europe_and_East_Asia_is_read_again(string name)
    {
        var (file, notSet) = await WrittenAsync([Of("1", name), Of("2", "University of Examples"), Of("3", "Another University")]);
        notSet.ShouldBeEmpty("as root: apt-get install fonts-droid-fallback");
        SourceReader.Read("list.pdf", file, new ReadOptions()).Drafts[0].Facts.Parties[0].Name.ShouldBe(name);
    }

    [Fact]
    public async Task Several_partners_of_several_countries_and_kinds_are_read_again()
    {
        Party[] parties = [new Party("University of Vienna") { Country = "AT", CountryText = "Austria" }, new Party("Kyoto University of Foreign Studies and Technology") { Country = "JP", CountryText = "Japan" }];
        var facts = Of("1", "") with { Parties = parties, Kinds = [new Kind("MOU", "mou"), new Kind("MOA", "moa")] };
        var read = (await ReadAsync([facts, Of("2", "University of Examples"), Of("3", "Another University")])).Drafts[0].Facts;
        read.Parties.Select(p => $"{p.Name} {p.Country}").ShouldBe(["University of Vienna AT", "Kyoto University of Foreign Studies and Technology JP"]);
        read.Kinds.Select(k => k.Text).ShouldBe(["MOU", "MOA"]);
    }

    [Fact]
    public async Task More_characters_than_a_font_of_a_PDF_can_have_are_parted()
    {
        var names = Enumerable.Range(0, 60).Select(i => string.Concat(Enumerable.Range(0, 10).Select(j => (char)('\u4E00' + (i * 10) + j)))).ToList();
        var (file, notSet) = await WrittenAsync(names.Select((n, i) => Of($"{i + 1}", n)));
        notSet.ShouldBeEmpty("as root: apt-get install fonts-droid-fallback");
        using var pdf = PdfDocument.Open(file);
        var letters = pdf.GetPages().SelectMany(p => p.Letters).ToList();
        string.Concat(letters.Select(l => l.Value)).ShouldContain(names[^1]);
        letters.Where(l => l.FontName!.Contains("Droid", StringComparison.Ordinal)).Select(l => l.Value).Distinct().Count().ShouldBe(600);
    }

    [Fact]
    public async Task What_is_in_no_font_is_a_mark_and_said()
    {
        var (file, notSet) = await WrittenAsync([Of("7", "清华 University"), Of("8", "ა University"), Of("9", "University of Examples")], fonts: []);
        notSet.ShouldBe(
        [
            "No font was found for ა (U+10D0): agreements 8. Install one with TrueType outlines, such as the package fonts-dejavu-core, and write the list again.",
            "No font was found for 华 (U+534E), 清 (U+6E05): agreements 7. Install one with TrueType outlines, such as the package fonts-droid-fallback, and write the list again.",
        ]);
        Words((file, notSet)).ShouldContain("\uFFFD\uFFFD University");
        Words((file, notSet)).ShouldContain("\uFFFD (U+534E), \uFFFD (U+6E05): agreements 7. Install");
    }

    [Theory]
    [InlineData("جامعة القاهرة", "Of scripts that cannot be set")]
    [InlineData("มหาวิทยาลัย", "Of scripts that cannot be set")]
    [InlineData("Hebrew University האוניברסיטה העברית", "Of scripts that cannot be set")]
    [InlineData("𠮷野", "Too rare to be set")]
    public async Task What_would_be_wrong_is_not_set_but_said(string name, string words) =>
        (await WrittenAsync([Of("1", name)])).NotSet.ShouldHaveSingleItem().ShouldStartWith(words);

    [Theory]
    [InlineData("03/04/2019", "2019-04-03", "2019.04.03")]
    [InlineData("April 2019", "2019-04", "2019.04")]
    [InlineData("19", "2019", "2019")]
    [InlineData("Spring 2019", "2019-21", "Spring 2019")]
    [InlineData("III кв. 2019", "2019-35", "Q3 2019")]
    public async Task A_date_has_one_form_whatever_its_list_has(string text, string on, string printed)
    {
        var signed = new Event(Act.Signed, EdtfDate.TryParse(on, out var date) ? date : null, null, text) { Places = [new Place(Line: 1)] };
        var facts = Of("1", "University of Northmoor") with { Events = [signed] };
        PrintedCells.Of(facts)[4].ShouldBe(printed);
        PrintedCells.Of(facts with { Events = [signed with { Act = Act.Effective }] })[4].ShouldBe($"effective {printed}");
        (await ReadAsync([facts, Of("2", "Lakeside College")])).Drafts[0].Facts.Events.Select(e => e.On).ShouldBe([date]);
    }

    [Theory]
    [InlineData("5", "P5Y", null, null, "5 year")]
    [InlineData("5 лет", "P5Y", null, null, "5 лет")]
    [InlineData("60 until 03/04/2024", "P60M", null, null, "60 month")]
    [InlineData("auto", "P3Y", Renews.Automatic, "P2Y", "3 year, automatic renewal for 2 year")]
    public async Task A_term_is_worded_as_in_its_list_where_its_words_alone_say_so(string text, string length, Renews? renews, string? each, string printed)
    {
        Length? Parsed(string? iso) => Length.TryParse(iso, out var parsed) ? parsed : null;
        var facts = Of("1", "University of Northmoor") with { Term = new Term { Text = text, Length = Parsed(length), Renews = renews, RenewalLength = Parsed(each) }, Ends = new Ends(EndsBasis.Computed) };
        PrintedCells.Of(facts)[5].ShouldBe(printed);
        var term = (await ReadAsync([facts, Of("2", "Lakeside College")])).Drafts[0].Facts.Term;
        $"{term.Length} {term.Renews} {term.RenewalLength}".ShouldBe($"{length} {renews} {each}");
    }

    [Fact]
    public void A_fact_that_no_document_prints_has_the_form_of_the_office()
    {
        var signed = new Event(Act.Signed, EdtfDate.Of(new Day(2020, 1, 2)), null, "2 January 2020");
        var ended = new Event(Act.Terminated, EdtfDate.Of(2023, 5), null, "May 2023");
        var facts = Of("1", "A University") with { Events = [signed, ended], Term = new Term { Length = new Length(5) }, Ends = new Ends(EndsBasis.Computed) { On = EdtfDate.Of(new Day(2025, 1, 2)) } };
        PrintedCells.Of(facts).ShouldBe(["1", "A University", "", "MOU", "2020.01.02", "5 year terminated on 2023.05"]);
        PrintedCells.Of(facts with { Events = [signed], Term = new Term { Open = OpenTerm.LongTerm }, Ends = new Ends(EndsBasis.Open) })[5].ShouldBe("Long-term");
        PrintedCells.Of(facts with { Events = [signed with { On = null, Text = "some day", Places = [new Place(Line: 1)] }] })[4].ShouldBe("some day");
    }

    [Fact]
    public async Task A_row_stays_on_one_page_and_every_page_has_the_heads()
    {
        var (file, _) = await WrittenAsync(Enumerable.Range(1, 90).Select(i => Of($"{i}", $"{i} " + string.Join(' ', Enumerable.Repeat("University", i % 40)) + $" end{i}")));
        using var pdf = PdfDocument.Open(file);
        pdf.NumberOfPages.ShouldBeGreaterThan(5);
        foreach (var page in pdf.GetPages())
        {
            var words = page.GetWords().Select(w => w.Text).ToList();
            words.ShouldContain("Commencement", $"page {page.Number}");
            words.Skip(words.Count - 3).ShouldBe([$"{page.Number}", "/", $"{pdf.NumberOfPages}"]);
            words.Where(w => w.StartsWith("end", StringComparison.Ordinal)).Select(w => w[3..]).Except(words).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task What_no_page_could_hold_goes_on_over_the_next()
    {
        var name = string.Join(' ', Enumerable.Range(1, 900).Select(i => $"word{i}"));
        var (file, _) = await WrittenAsync([Of("1", name)]);
        Words((file, [])).ShouldContain("word899 word900");
    }

    [Fact]
    public async Task Its_own_line_says_of_which_day_it_is() =>
        (await ReadAsync([Of("1", "University of Northmoor"), Of("2", "Lakeside College")])).ListedOn.ShouldBe(EdtfDate.Of(day));

    [Fact]
    public void An_agreement_entered_by_hand_has_the_number_of_the_register()
    {
        PrintedList.Numbered(new Agreement(1, Guid.Empty, "128", Of("", "Lakeside College"))).Number.ShouldBe("128");
        // Two lists may each have a number 7.
        PrintedList.Numbered(new Agreement(1, Guid.Empty, "129", Of("7", "Lakeside College"))).Number.ShouldBe("129");
    }

    [Fact]
    public async Task A_long_word_is_given_the_room_that_other_columns_have()
    {
        var word = "Donaudampfschifffahrtsgesellschaftsakademie";
        using var pdf = PdfDocument.Open((await WrittenAsync([Of("1", word), Of("2", "Lakeside College")])).File);
        pdf.GetPage(1).Letters.Where(l => l.Value == "k").ShouldAllBe(l => l.PointSize > 8);
    }

    private static async Task<SourceReading> ReadAsync(IEnumerable<Facts> facts) => SourceReader.Read("list.pdf", (await WrittenAsync(facts)).File, new ReadOptions());

    private static async Task<(byte[] File, IReadOnlyList<string> NotSet)> WrittenAsync(IEnumerable<Facts> facts, IReadOnlyList<string>? fonts = null, Day? on = null)
    {
        using var file = new MemoryStream();
        var notSet = await new PrintedList("University of Examples", on ?? day, fonts ?? SystemFonts.Files).WriteAsync(facts.ToAsyncEnumerable(), file);
        return (file.ToArray(), notSet);
    }

    /// <summary>In the order in which they are drawn.</summary>
    private static string Words((byte[] File, IReadOnlyList<string> NotSet) list)
    {
        using var pdf = PdfDocument.Open(list.File);
        var text = new StringBuilder();
        UglyToad.PdfPig.Content.Letter? last = null;
        foreach (var letter in pdf.GetPages().SelectMany(p => p.Letters))
        {
            text.Append(last is not null && (letter.StartBaseLine.Y != last.StartBaseLine.Y || letter.StartBaseLine.X > last.EndBaseLine.X + 1) ? " " : "").Append(letter.Value);
            last = letter;
        }

        return text.ToString();
    }

    private static Facts Of(string number, string partner) => new()
    {
        Number = number,
        Parties = [new Party(partner)],
        Kinds = [new Kind("MOU", "mou")],
        Events = [new Event(Act.Signed, EdtfDate.Of(2020), null, "2020")],
        Ends = new Ends(EndsBasis.Unstated) { Why = NoEnd.EmptyCell },
    };

    /// <summary>What it says; dates are written in one form.</summary>
    private static string Told(Facts facts) => string.Join(" | ",
        facts.Number, facts.Title, string.Join("; ", facts.Parties.Select(p => $"{p.Name} ({p.Unit}) {p.CountryText} {p.Country} {p.CountryBasis}")),
        string.Join(", ", facts.Kinds.Select(k => $"{k.Text} {k.Code}")),
        string.Join(", ", facts.Events.Select(e => $"{e.Act} {e.On} {e.Until}")),
        $"{facts.Term.Text} {facts.Term.Length} {facts.Term.Option} {facts.Term.Open} {facts.Term.Renews}",
        $"{facts.Ends.Basis} {facts.Ends.On} {facts.Ends.Latest} {string.Join('/', facts.Ends.Candidates)} {facts.Ends.Why} {string.Join('/', Ending.Stated(facts.Ends).Select(e => e.On))}");
}

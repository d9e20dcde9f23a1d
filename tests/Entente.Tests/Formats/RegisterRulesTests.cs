using System.Text;

using Entente.Core;
using Entente.Core.Reading;
using Entente.Formats;
using Entente.Formats.Json;

namespace Entente.Tests.Formats;

/// <summary>A list that goes into a register is read with what the register says of itself.</summary>
public class RegisterRulesTests
{
    private const string Rows = """
        # Name Country Status Commencement Date Expiration Date
        1 Our University – Kyoto University Japan MOU 2018.05.12 5 year
        2 Gifu University of Science and Technology Japan Талбайн гэрээ 2019.05.12 3 year
        3 Lumen University Chad Frame contract 2020.02.02 3 year
        4 School of Law of Our University Chad MOU 2019.03.03 3 year
        5 Vastra University and Our University Mali MOU 2019.03.03 3 year
        6 Otago University Japan MOU 2017.03.03 3 year
        7 Ostana University Japan MOU 2016.03.03 3 year

        """;

    private static readonly Register ours = new(1, "Our University", "Etc/UTC")
    {
        Kinds = [new RegisterKind("project-contract", "Талбайн гэрээ"), new RegisterKind("framework", null) { Wordings = ["Frame contract"] }],
        ListedOn = Core.Given.Date("2021"),
    };

    private static readonly SourceReading reading = Read(ReadOptions.For(ours, null, new Entente.Edtf.Day(2026, 11, 24)));

    [Theory]
    [InlineData(1, "Kyoto University", "Our University – Kyoto University", "MOU", "mou")]
    [InlineData(2, "Gifu University of Science and Technology", null, "Талбайн гэрээ", "project-contract")]
    [InlineData(3, "Lumen University", null, "Frame contract", "framework")]
    [InlineData(4, "School of Law of Our University", null, "MOU", "mou")]
    [InlineData(5, "Vastra University", "Vastra University and Our University", "MOU", "mou")]
    public void Each_row_is_read_in_the_words_of_the_register(int row, string partner, string? printed, string kind, string code)
    {
        var facts = reading.Drafts[row - 1].Facts;
        (facts.Parties[0].Name, facts.Parties[0].Text, facts.Kinds.Single().Text, facts.Kinds.Single().Code).ShouldBe((partner, printed, kind, code));
    }

    [Fact]
    public void Every_word_is_accounted_for_and_the_own_side_is_a_note()
    {
        reading.Placed.IsComplete.ShouldBeTrue();
        reading.Drafts[0].Text.ShouldContain("Our University – Kyoto University");
        var notes = reading.Findings.Where(f => f.Code.StartsWith("partner.o", StringComparison.Ordinal)).ToList();
        notes.Select(f => (f.Code, f.Severity, string.Join(',', f.Records), string.Join(" | ", f.Arguments))).ShouldBe([
            ("partner.own-side", Severity.Note, "", "2 | Our University – Kyoto University"), ("partner.only-own", Severity.Note, "4", "School of Law of Our University"),
        ]);
        (reading.ListedOn!.ToString(), reading.ListedOnBasis).ShouldBe(("2021", ListedOnBasis.Given));
    }

    [Fact]
    public void The_same_list_is_read_otherwise_for_no_register()
    {
        var plain = Read(new ReadOptions());
        plain.Drafts[0].Facts.Parties[0].Name.ShouldBe("Our University – Kyoto University");
        plain.Drafts[1].Facts.Kinds.Single().Text.ShouldBe("гэрээ");
        plain.Findings.ShouldNotContain(f => f.Code.StartsWith("partner.o", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_cell_says_is_told_where_it_is_more_than_the_name()
    {
        using var bytes = new MemoryStream();
        ReadingWriter.Write(bytes, reading, f => f.Code);
        var partners = System.Text.Json.JsonDocument.Parse(bytes.ToArray()).RootElement.GetProperty("records").EnumerateArray().Select(r => r.GetProperty("partners")[0]).ToList();
        partners[0].GetProperty("text").GetString().ShouldBe("Our University – Kyoto University");
        partners[1].TryGetProperty("text", out _).ShouldBeFalse();
    }

    private static SourceReading Read(ReadOptions options) => SourceReader.Read("list.txt", Encoding.UTF8.GetBytes(Rows), options);
}

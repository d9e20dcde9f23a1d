using System.Text;

using Entente.Core;
using Entente.Core.Reading;
using Entente.Formats;
using Entente.Formats.Text;

namespace Entente.Tests.Formats;

/// <summary>A list that is read in parts is read as it would be as a whole.</summary>
public sealed class LongListTests
{
    private static readonly LongListSizes Small = new(FewestLines: 5, RowsOfPart: 7, RowsOfOpening: 40, Ahead: 4_000);

    private const string Heads = "No;Partner;Country;Type;Date of signature;Term;Expiry date;Notes\n";

    [Theory]
    [InlineData("plain", "")]
    [InlineData("numbers from 1 to 60 and all that is common", "n")]
    [InlineData("lines broken within quotes", "q")]
    [InlineData("a quote that never closes", "b")]
    [InlineData("rows that end early", "r")]
    [InlineData("a title and a sum", "t")]
    [InlineData("sections that name countries", "s")]
    [InlineData("names that stand for several rows", "g")]
    [InlineData("days that only one row decides", "m")]
    [InlineData("no numbers, and a note that tells the day", "d")]
    [InlineData("what stands where dates should, below a head that is known in part", "u")]
    [InlineData("line ends of Windows, and blank rows", "w")]
    [InlineData("control characters", "c")]
    public void Parts_are_together_what_the_whole_is(string _, string what)
    {
        var text = Encoding.UTF8.GetBytes(List(what));
        // Some of its days are still to come.
        var options = new ReadOptions { Rules = ReadingRules.Usual with { Today = new Entente.Edtf.Day(2013, 6, 1) } };
        var whole = SourceReader.Read("list.csv", text, options);
        var list = LongList.Find("list.csv", () => new MemoryStream(text), options, Small);
        list.ShouldNotBeNull();
        var parts = list.Parts().ToList();
        parts.Count.ShouldBeGreaterThan(3);
        Same(parts.SelectMany(p => p.Drafts).Select(d => Json(d with { Findings = [] })), whole.Drafts.Select(d => Json(d with { Findings = [] })));
        Same(parts.SelectMany(p => p.Findings).Select(f => Json(f with { Id = "" })).Order(StringComparer.Ordinal), whole.Findings.Select(f => Json(f with { Id = "" })).Order(StringComparer.Ordinal));
        Same(parts.SelectMany(p => p.Pieces).Select(Json).Order(StringComparer.Ordinal), whole.Pieces.Select(Json).Order(StringComparer.Ordinal));
        var last = parts[^1];
        (last.Title, last.ListedOn, last.ListedOnBasis, last.Source).ShouldBe((whole.Title, whole.ListedOn, whole.ListedOnBasis, whole.Source));
        Json(last.Tables).ShouldBe(Json(whole.Tables));
        Json(last.Checks).ShouldBe(Json(whole.Checks));
        Json(last.Placed).ShouldBe(Json(whole.Placed));
    }

    [Theory]
    [InlineData("a second table below the first", "No;Partner;Country;Type;Date of signature;Term;Expiry date;Notes\n1;University of Oslo;Norway;Cooperation Agreement;03.04.2011;5 years;;\n")]
    [InlineData("a value behind the last column", "1;University of Oslo;Norway;Cooperation Agreement;03.04.2011;5 years;;;more\n")]
    public void What_is_not_plainly_one_table_is_read_as_a_whole(string _, string rows)
    {
        var text = Encoding.UTF8.GetBytes(List("n") + rows);
        LongList.Find("list.csv", () => new MemoryStream(text), new ReadOptions(), Small).ShouldBeNull();
    }

    [Fact]
    public void Rows_over_the_head_are_read_with_the_whole()
    {
        var rows = List("n")[Heads.Length..].Split('\n');
        var text = Encoding.UTF8.GetBytes($"{string.Join('\n', rows[..6])}\n{Heads}{string.Join('\n', rows[6..])}");
        LongList.Find("list.csv", () => new MemoryStream(text), new ReadOptions(), Small).ShouldBeNull();
        SourceReader.Read("list.csv", text, new ReadOptions()).Drafts.Count.ShouldBe(60);
    }

    [Theory]
    [InlineData("{\"agreements\": []}\n")]
    [InlineData("| No | Partner |\n")]
    [InlineData("University of Oslo, Norway\n")]
    public void What_is_no_list_of_values_is_read_as_a_whole(string line)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, 50)));
        LongList.Find("list.txt", () => new MemoryStream(text), new ReadOptions(), Small).ShouldBeNull();
    }

    [Fact]
    public void Pairs_are_found_across_parts()
    {
        var text = new StringBuilder(Heads);
        for (var i = 1; i <= 40; i++)
            text.Append(i).Append(i is 3 or 38 ? ";University of Oslo" : $";University of {Town(i)}").Append(";Norway;Cooperation Agreement;").Append(i is 3 or 38 ? "04.05.2011" : $"{(i % 28) + 1:00}.06.20{i % 20:00}").Append(";5 years;;\n");
        var list = LongList.Find("list.csv", () => new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), new ReadOptions(), Small)!;
        var pair = list.Parts().SelectMany(p => p.Findings).Single(f => f.Code == "partner.same-event");
        pair.Records.ShouldBe([3, 38]);
        pair.Places.Select(p => p.Cell).ShouldBe(["B4", "C4", "B39", "C39"]);
    }

    private static string List(string what)
    {
        var text = new StringBuilder(what == "t" ? "Agreements of the International Office as of 3 May 2023;;\n\n" : "").Append(what == "u" ? Heads.Replace("Date of signature", "Date of our signature here", StringComparison.Ordinal) : Heads);
        for (var i = 1; i <= 60; i++)
            text.Append(Row(what, i));
        if (what == "t")
            text.Append(";Total;;60;;;;\n");
        if (what == "d")
            text.Append("* as of 31 December 2024\n");
        return what == "w" ? text.ToString().ReplaceLineEndings("\r\n") : text.ToString();
    }

    private static string Row(string what, int i)
    {
        var number = what == "d" ? "" : $"{i}";
        var date = what == "u" && i % 9 == 4 ? "soon after" : what == "m" ? (i == 57 ? "04/25/2012" : $"{(i % 12) + 1:00}/{(i % 11) + 1:00}/2012") : (i % 3) switch { 0 => $"{(i % 28) + 1:00}.0{(i % 9) + 1}.2{i % 2}1{i % 10}", 1 => $"{(i % 28) + 1} March 20{i % 20:00}", _ => $"20{i % 20:00}" };
        var name = what == "g" && i % 5 != 1 ? "" : i % 11 == 0 ? "Agrarian Univrsity of Tolu" : $"{(i % 4 == 0 ? "Technical" : "State")} University of {Town(i % 23)}";
        var term = (i % 4) switch { 0 => "5 years", 1 => "Long-term", 2 => "", _ => "three years, automatic renewal" };
        var end = i % 4 == 2 ? $"{(i % 28) + 1:00}.12.202{i % 10}" : "";
        var note = (what, i % 13) switch { ("q", 5) => "\"two\nlines; and \"\"quotes\"\"\"", ("b", 7) => "\"never closed", (_, 5) => "faculty of law", ("c", 4) => $"see\u0007 file{(i > 40 ? "\0" : "")}", (_, 7) => $"see file {i}", _ => "" };
        var country = what == "g" && i % 5 != 1 ? "" : i % 2 == 0 ? "Norway" : "Japan";
        var section = what == "s" && i % 20 == 1 ? (i == 1 ? "Norway\n" : "Poland\n") : "";
        var blank = what == "w" && i % 9 == 0 ? "\n" : "";
        return what == "r" && i % 6 == 0 ? $"{number};{name};{country};Student Exchange Agreement;{date}\n"
            : $"{section}{number};{name};{(what == "s" ? "" : country)};Memorandum of Understanding;{date};{term};{end};{note}\n{blank}";
    }

    private static string Town(int i) => $"{"BDFGKL"[i % 6]}{"aeiou"[i % 5]}{"lmnrst"[i / 6 % 6]}{"aeiou"[i / 5 % 5]}{"krst"[i % 4]}";

    private static void Same(IEnumerable<string> found, IEnumerable<string> expected) => found.ToList().ShouldBe(expected.ToList());

    private static string Json<T>(T value) => Entente.Store.Json.StoredJson.Text(value);
}

using System.Text;

using Entente.Core;
using Entente.Formats;
using Entente.Formats.Text;

namespace Entente.Tests.Formats;

/// <summary>Quotes in separated values, as they should be and as they are.</summary>
public class BrokenQuoteTests
{
    [Theory]
    [InlineData("a,\"b, c\",d", "a|b, c|d")]
    [InlineData("a,\"b \"\"c\"\"\",d", "a|b \"c\"|d")]
    [InlineData("a,\"b \"\"c\"\", e\",d", "a|b \"c\", e|d")]
    [InlineData("a,\"\",d", "a||d")]
    [InlineData("a,\"\"\"\",d", "a|\"|d")]
    [InlineData("a,\"b\nc\",d", "a|b\nc|d")]
    [InlineData("a, \"b\" ,d", "a|b|d")]
    [InlineData("a,12\" b,d", "a|12\" b|d")]
    [InlineData("a,\"U \"A. I. Cuza\" of Iasi\",d", "a|U \"A. I. Cuza\" of Iasi|d")]
    [InlineData("a,d,\"b, \"lab 4\"\"", "a|d|b, \"lab 4\"")]
    [InlineData("a,b,", "a|b|")]
    [InlineData("a,b,c\r\nd,e,f", "a|b|c/d|e|f")]
    public void Values_are_cut(string text, string values) => Cut("x,y,z\n" + text, out _).ShouldBe("x|y|z/" + values);

    [Theory]
    [InlineData("1,\"a,b\n2,c,d\n3,e,f\n", "x|y|z/1|\"a|b/2|c|d/3|e|f", "2")]
    [InlineData("1,a,\"b\n2,c,\"d, e\"\n3,f,g\n", "x|y|z/1|a|\"b/2|c|d, e/3|f|g", "2")]
    [InlineData("\"a,b,c\n\"d,e,f\n", "x|y|z/\"a|b|c/\"d|e|f", "2 3")]
    [InlineData("1,\"a\" b,c\n2,d,\"e\"\n", "x|y|z/1|a b|c/2|d|e", "")]
    public void A_quote_that_never_closes_is_a_letter(string text, string values, string broken)
    {
        Cut("x,y,z\n" + text, out var lines).ShouldBe(values);
        string.Join(' ', lines.Broken).ShouldBe(broken);
    }

    [Fact]
    public void Lines_are_those_of_the_document()
    {
        var lines = new QuotedLines("x,y,z\n1,\"a\nb\",c\n2,d,e\n", ',');
        var at = new List<int>();
        while (lines.Next())
            at.Add(lines.Line);
        at.ShouldBe([1, 2, 4]);
    }

    [Fact]
    public void A_broken_quote_is_said_with_its_line()
    {
        var reading = SourceReader.Read("a.csv", Encoding.UTF8.GetBytes("No,Partner,Country,Kind,Signed,Remark\n1,University of Otago,New Zealand,MoU,2019-04-03,\n2,University of Glasgow,United Kingdom,MoU,2020-06-25,\"sent\n3,Lund University,Sweden,MoU,2021-02-01,\n"), new ReadOptions());
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(["University of Otago", "University of Glasgow", "Lund University"]);
        reading.Findings.ShouldContain(f => f.Code == "quote.broken" && f.Arguments[0] == "3" && f.Places[0].Line == 3);
    }

    private static string Cut(string text, out QuotedLines lines)
    {
        lines = new QuotedLines(text, ',');
        var cut = new List<string>();
        while (lines.Next())
            cut.Add(string.Join('|', lines.Values));
        return string.Join('/', cut);
    }
}

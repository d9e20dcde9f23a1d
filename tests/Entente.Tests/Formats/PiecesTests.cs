using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>What each token of a document became is kept: all of them, each once, and why where it is no record.</summary>
public class PiecesTests
{
    private const string Paged = """
        Cooperation agreements
        as of May 2023
        No. Partner Country Type Date Term
        1 University of Vienna Austria MOU 2020.01.02 5 years
        Page 1 of 2
        No. Partner Country Type Date Term
        2 University of Graz Austria MOU 2021.01.02 until 2026.01.01
        3 Charles University Czech Republic MOU signed 2021.02.03, renewed 2022.02.03 5 years
        """;

    [Fact]
    public void Each_token_of_the_sample_is_in_one_piece()
    {
        Tokens(SampleTests.Reading, File.ReadAllText(Checkout.Sample)).Count.ShouldBe(1582);
        SampleTests.Reading.Pieces.CountBy(p => p.Role).Select(r => r.Key).ShouldBe([PieceRole.Header, PieceRole.Record, PieceRole.Summary], ignoreOrder: true);
    }

    [Theory]
    [InlineData("1 The University of Queensland", 1, "number:1|partner:The University of Queensland|country:Australia|kind:MOU|start:2022.11.08|term:5 year")]
    [InlineData("two signings", 9, "number:9|partner:British Columbia Institute of|partner:Technology|country:Canada|kind:MOU|start:2008.09.22|start:2020.07.23|term:5 year")]
    [InlineData("a country of several words", 10, "number:10|partner:Kim Chaek University of|partner:Technology|country:Democratic Republic of Korea|kind:Cooperation|kind:Agreement|start:2021.02.09|term:5 year")]
    [InlineData("no partner", 94, "number:94|title:Agreement for the Dual|title:Bachelor's and Master's degree|title:programs|country:Republic of Korea|kind:Cooperation|kind:Agreement|start:2023.07.19|term:no expiration date")]
    public void The_pieces_of_a_record_are_its_fields(string why, int record, string pieces) =>
        string.Join('|', Of(SampleTests.Reading, File.ReadAllText(Checkout.Sample)).Where(p => p.Piece.Record == record).Select(p => $"{p.Piece.Field}:{p.Text}")).ShouldBe(pieces, why);

    [Fact]
    public void What_is_no_record_says_what_it_is_and_why()
    {
        var reading = Read(Paged);
        reading.Placed.IsComplete.ShouldBeTrue();
        Tokens(reading, Paged).Count.ShouldBe(reading.Placed.Atoms);
        Of(reading, Paged).Where(p => p.Piece.Record is null).Select(p => $"{p.Piece.Role} {p.Piece.Why} {p.Text}").ShouldBe([
            "Furniture title Cooperation agreements", "Furniture title as of May 2023", "Header  No. Partner Country Type Date Term",
            "Furniture page-mark Page 1 of 2", "Header  No. Partner Country Type Date Term",
        ]);
        Of(reading, Paged).Where(p => p.Piece.Record >= 2 && p.Piece.Field is "start" or "end" or "term").Select(p => $"{p.Piece.Field} {p.Text}")
            .ShouldBe(["start 2021.01.02 until 2026.01.01", "start signed", "start 2021.02.03,", "start renewed", "start 2022.02.03", "term 5 years"]);
    }

    [Fact]
    public void A_token_that_found_no_place_is_told_with_its_place()
    {
        var text = Paged + "\nNo. Partner Country Type Date Term\nprinted by the office";
        var reading = Read(text);
        reading.Placed.IsComplete.ShouldBeFalse();
        Of(reading, text).Where(p => p.Piece.Role == PieceRole.Unplaced).Select(p => p.Text).ShouldBe(["printed by the office"]);
        Tokens(reading, text).Count.ShouldBe(reading.Placed.Atoms);
    }

    private static SourceReading Read(string text) => SourceReader.Read("list.txt", Encoding.UTF8.GetBytes(text), new ReadOptions());

    private static IEnumerable<(Piece Piece, string Text)> Of(SourceReading reading, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return reading.Pieces.Select(p => (p, lines[p.Place.Line!.Value - 1].Substring(p.Place.Column!.Value - 1, p.Place.Length!.Value)));
    }

    /// <summary>The places of all tokens that the pieces hold; none twice.</summary>
    private static List<(int Line, int Column)> Tokens(SourceReading reading, string text)
    {
        var tokens = new List<(int, int)>();
        foreach (var (piece, printed) in Of(reading, text))
        {
            for (var at = 0; at < printed.Length; at++)
            {
                if (printed[at] != ' ' && (at == 0 || printed[at - 1] == ' '))
                    tokens.Add((piece.Place.Line!.Value, piece.Place.Column!.Value + at));
            }
        }

        tokens.ShouldBeUnique();
        reading.Pieces.Select(p => (p.Place.Line!.Value, p.Place.Column!.Value)).ShouldBeInOrder();
        return tokens;
    }
}

using Entente.App.Agreements;
using Entente.App.Sources;
using Entente.Core;
using Entente.Tests.Core;

namespace Entente.Tests.App.Pages;

/// <summary>Each value of a record leads to where it stands, also what a heading over the row told.</summary>
public sealed class FactPlacesTests
{
    private static readonly Register register = new(1, "Small register", "UTC");

    [Fact]
    public void Values_of_cells_and_of_headings_over_them_have_their_places()
    {
        Place heading = new(Cell: "Sheet1!A2"), name = new(Cell: "Sheet1!A3"), unit = new(Cell: "Sheet1!B3"), city = new(Cell: "Sheet1!C3"), contact = new(Cell: "Sheet1!D3");
        var facts = Given.Facts("signed 2020-01-02", "") with
        {
            Parties = [new Party("University of Vienna") { Unit = "Faculty of Law", City = "Wien", Country = "AT", CountryText = "Austria", CountryBasis = CountryBasis.Inherited, Places = [name, heading] }],
            Other = [new OtherCell("Contact", "Ms Adler")],
        };
        Piece[] row = [new(PieceRole.Record, name, 1, "partner"), new(PieceRole.Record, unit, 1, "unit"), new(PieceRole.Record, city, 1, "place"), new(PieceRole.Record, contact, 1)];
        var boxes = row.Append(new Piece(PieceRole.Furniture, heading, Field: "country", Why: Piece.Title)).ToList();
        var lines = FactLine.Of(register, facts, [], boxes, new OwnPieces("University of Vienna | Faculty of Law | Wien | Ms Adler", row)).ToDictionary(f => f.Read, f => f.Places);
        lines["University of Vienna"].ShouldBe([name]);
        lines["Austria"].ShouldBe([heading]);
        lines["Faculty of Law"].ShouldBe([unit]);
        lines["Wien"].ShouldBe([city]);
        lines["Ms Adler"].ShouldBe([contact]);
    }

    [Fact]
    public void The_line_of_a_heading_is_that_of_the_country()
    {
        Place heading = new(Line: 2, Column: 1, Length: 7), name = new(Line: 3, Column: 1, Length: 20);
        var facts = Given.Facts("signed 2020-01-02", "") with { Parties = [new Party("University of Vienna") { Country = "AT", CountryText = "Austria", CountryBasis = CountryBasis.Inherited, Places = [name, heading] }] };
        SourceLine[] shown = [new(2, true, [new SourcePiece("Austria", SourcePiece.Rest, IsPointed: true)]), new(3, true, [new SourcePiece("University of Vienna", "partner")])];
        FactLine.Of(register, facts, shown, []).Single(f => f.Read == "Austria").Places.ShouldBe([heading]);
    }

    [Fact]
    public void Other_columns_are_found_where_an_earlier_list_told_more_of_them()
    {
        Piece[] row = [new(PieceRole.Record, new Place(Cell: "A2"), 1, "partner"), new(PieceRole.Record, new Place(Cell: "B2"), 1)];
        var own = new OwnPieces("University of Oslo | red", row);
        own.OfOther(1, 2, "red").Select(p => p.Cell).ShouldBe(["B2"]);
        own.OfOther(0, 2, "blue").ShouldBeEmpty();
        own.OfOther(0, 2, "University of Oslo").ShouldBeEmpty();
    }
}

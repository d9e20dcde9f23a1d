using Entente.App.Agreements;
using Entente.Core;

namespace Entente.Tests.App.Pages;

/// <summary>Values that keep no place of their own are found by what their row became.</summary>
public sealed class OwnPiecesTests
{
    private static readonly OwnPieces own = new("1 | University of Oslo | by phone | red | blue",
    [
        new(PieceRole.Record, new Place(Line: 2, Cell: "B2"), 1, "partner"), new(PieceRole.Record, new Place(Line: 2, Cell: "C2"), 1, "note"),
        new(PieceRole.Record, new Place(Line: 2, Cell: "D2"), 1), new(PieceRole.Record, new Place(Line: 2, Cell: "E2"), 1),
    ]);

    [Theory]
    [InlineData("note", "by phone", "C2")]
    [InlineData("note", "entered here", null)]
    [InlineData("subject", "by phone", null)]
    [InlineData("note", null, null)]
    public void What_is_printed_is_found_and_what_was_entered_is_not(string field, string? text, string? cell) =>
        own.Of(field, text).Select(p => p.Cell).ShouldBe(cell is null ? [] : [cell]);

    [Theory]
    [InlineData(0, 2, "red", "D2")]
    [InlineData(1, 2, "blue", "E2")]
    [InlineData(1, 2, "green", null)]
    [InlineData(0, 1, "red", null)]
    public void Values_of_columns_without_a_field_are_found_in_their_order(int index, int count, string text, string? cell) =>
        own.OfOther(index, count, text).Select(p => p.Cell).ShouldBe(cell is null ? [] : [cell]);
}

using Entente.App.Sources;
using Entente.Core;

namespace Entente.Tests.App.Pages;

/// <summary>Values of a list with separators are found on their lines, so that each is marked by itself.</summary>
public sealed class ValuesOnLinesTests
{
    [Theory]
    [InlineData("1,University of Oslo,Norway", "B2", "University of Oslo")]
    [InlineData("1,\"Oslo, University of\",Norway", "B2", "Oslo, University of")]
    [InlineData("1,\"The \"\"old\"\" one, Oslo\",Norway", "C2", "Norway")]
    [InlineData("1;Oslo, University of;Norway", "B2", "Oslo, University of")]
    [InlineData("1\t University of Oslo \tNorway", "B2", "University of Oslo")]
    [InlineData("1,,Norway", "C2", "Norway")]
    [InlineData("1,,Norway", "B2", null)]
    [InlineData("1,Oslo,\"Norway and", "C2", null)]
    [InlineData("1,Oslo", "D2", null)]
    public void A_value_is_found_by_its_cell(string line, string cell, string? value)
    {
        Place[] all = [new(Line: 2, Cell: "A2"), new(Line: 2, Cell: cell)];
        var found = ValuesOnLines.Of([(line, all)])?.Find(line, all[1]);
        (found is { Column: { } column, Length: { } length } ? line.Substring(column - 1, length) : null).ShouldBe(value);
    }
}

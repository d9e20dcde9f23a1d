using Entente.Core;

namespace Entente.Tests.Core;

public class IdentifiersTests
{
    [Theory]
    [InlineData(IdentifierKind.Ror, "ror.org/03vek6s52", "https://ror.org/03vek6s52")]
    [InlineData(IdentifierKind.Ror, "03vek6s53", null)]
    [InlineData(IdentifierKind.Schac, "UW.edu.pl", "uw.edu.pl")]
    [InlineData(IdentifierKind.Schac, "not a domain", null)]
    [InlineData(IdentifierKind.Schac, "localhost", null)]
    [InlineData(IdentifierKind.Erasmus, "d berlin13", "D  BERLIN13")]
    [InlineData(IdentifierKind.Erasmus, "CZ BRNO05", "CZ BRNO05")]
    [InlineData(IdentifierKind.Erasmus, "LUX LUX-VIL 01", "LUXLUX-VIL01")]
    [InlineData(IdentifierKind.Erasmus, "BERLIN", null)]
    [InlineData(IdentifierKind.Pic, "999867993", "999867993")]
    [InlineData(IdentifierKind.Pic, "99986799", null)]
    [InlineData(IdentifierKind.Wikidata, "https://www.wikidata.org/wiki/q13371", "Q13371")]
    [InlineData(IdentifierKind.Wikidata, "Q0", null)]
    [InlineData(IdentifierKind.Grid, "grid.38142.3c", "grid.38142.3c")]
    [InlineData(IdentifierKind.Grid, "38142.3c", null)]
    [InlineData(IdentifierKind.Isni, "000000012281955X", "0000 0001 2281 955X")]
    [InlineData(IdentifierKind.Isni, "0000 0001 2281 9551", null)]
    [InlineData(IdentifierKind.Fundref, "https://doi.org/10.13039/100006691", "100006691")]
    [InlineData(IdentifierKind.Local, " P-17 ", "P-17")]
    [InlineData(IdentifierKind.Local, "", null)]
    public void An_identifier_is_written_as_its_register_writes_it_or_is_none(IdentifierKind kind, string typed, string? normal) =>
        Identifiers.Normal(kind, typed).ShouldBe(normal);

    [Fact]
    public void Whatever_is_typed_is_answered()
    {
        foreach (var kind in Enum.GetValues<IdentifierKind>())
        {
            foreach (var typed in (string[])["", " ", "/", new string('a', 10_000), new string('.', 10_000), "\u202Eabc", "\0", "a." + new string('b', 5_000) + ".c"])
                Identifiers.Normal(kind, typed)?.Length.ShouldBeLessThanOrEqualTo(253);
        }
    }
}

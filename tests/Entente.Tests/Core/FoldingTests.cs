using Entente.Core.Reading;

namespace Entente.Tests.Core;

public class FoldingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("already folded", "already folded")]
    [InlineData("  Two  Words ", "two words")]
    [InlineData("Université de Genève", "universite de geneve")]
    [InlineData("Côte d’Ivoire", "cote divoire")]
    [InlineData("People's", "peoples")]
    [InlineData("U.S.A.", "usa")]
    [InlineData("P.R.China", "pr china")]
    [InlineData("S. Korea", "s korea")]
    [InlineData("S.Korea", "s korea")]
    [InlineData("St. Lucia", "st lucia")]
    [InlineData("2019.03.12", "2019 03 12")]
    [InlineData("(Korea)", "korea")]
    [InlineData("Texas A&M", "texas a and m")]
    [InlineData("&", "and")]
    [InlineData("Guinea-Bissau", "guinea bissau")]
    [InlineData("TÜRKİYE Kıbrıs", "turkiye kibris")]
    [InlineData("Straße Łódź Ærø Þór", "strasse lodz aero thor")]
    [InlineData("ＵＳＡ ﬁne", "usa fine")]
    [InlineData("Российская Федерация", "россииская федерация")]
    [InlineData("Ελλάδας", "ελλαδασ")]
    [InlineData("ガーナ・日本", "ガーナ 日本")]
    [InlineData("대한민국", "대한민국")]
    [InlineData("ราชอาณาจักรไทย", "ราชอาณาจักรไทย")]
    [InlineData("إيران", "ايران")]
    public void Writing_does_not_matter(string text, string folded) => Folding.Fold(text).ShouldBe(folded);

    [Fact]
    public void A_lone_surrogate_and_a_long_text_are_no_trouble()
    {
        Folding.Fold("a\uD800b").ShouldBe("a b");
        (Folding.Fold("a\uFFFEb"), Entente.Core.SearchText.Plain("a\uFFFEb")).ShouldBe(("ab", "a b"));
        Folding.Fold(new string('&', 1000)).ShouldBe(string.Join(' ', Enumerable.Repeat("and", 1000)));
        Folding.Fold(new string('É', 5000)).ShouldBe(new string('e', 5000));
    }

    [Fact]
    public void Folding_twice_is_folding_once()
    {
        foreach (var text in new[] { "ŒUVRE", "İI", "Ǆ", "ﬀ", "㎞", "½", "Å", "ΰ", "ǰ", "Ω", "ㄱ" })
            Folding.Fold(Folding.Fold(text)).ShouldBe(Folding.Fold(text), text);
    }
}

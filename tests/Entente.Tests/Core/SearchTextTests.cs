using CsCheck;

using Entente.Core;

namespace Entente.Tests.Core;

public class SearchTextTests
{
    [Theory]
    [InlineData("  Uni-Wien (AT) ", "uni wien at")]
    [InlineData("ŁÓDŹ, Straße 9", "lodz strasse 9")]
    [InlineData("", "")]
    [InlineData(" . ", "")]
    public void What_counts_is_letters_and_digits_in_lower_case(string text, string plain) => SearchText.Plain(text).ShouldBe(plain);

    [Fact]
    public void A_text_without_marks_is_folded_as_beside_one_with_them() =>
        Gen.Char[(char)0, (char)127].Array[0, 400].Select(c => new string(c)).Sample(text =>
            SearchText.Plain($"{text} é").ShouldBe($"{SearchText.Plain(text)} e".TrimStart()));
}

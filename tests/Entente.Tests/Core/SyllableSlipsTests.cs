using Entente.Core.Reading;

namespace Entente.Tests.Core;

/// <summary>Names in scripts of syllables: what is a slip of the hand, and what is another name.</summary>
public class SyllableSlipsTests
{
    [Theory]
    // Two exchanged.
    [InlineData("성균관대학교", "성관균대학교", true)]
    [InlineData("이화여자대학교", "이화여자대교학", true)]
    [InlineData("哈尔滨工业大学", "哈滨尔工业大学", true)]
    [InlineData("東京工業大学", "東京業工大学", true)]
    // A letter of a block.
    [InlineData("성균관대학교", "성귄관대학교", true)]
    [InlineData("서울과학기술대학교", "서울과학기슬대학교", true)]
    [InlineData("서울 대학교", "서울 대햑교", true)]
    [InlineData("カリフォルニア大学", "カリフォルミア大学", true)]
    // Another name.
    [InlineData("경북대학교", "경남대학교", false)]
    [InlineData("충북대학교", "충남대학교", false)]
    [InlineData("공주교육대학교", "광주여자대학교", false)]
    [InlineData("한국교통대학교", "한국교원대학교", false)]
    [InlineData("山东大学", "山西大学", false)]
    [InlineData("华东师范大学", "华中师范大学", false)]
    [InlineData("哈尔滨工业大学", "哈尔滨工程大学", false)]
    [InlineData("京都大学", "東京大学", false)]
    [InlineData("성균관대학교", "성균관대학교", false)]
    public void A_slip_is_told_from_another_name(string known, string name, bool isSlip) =>
        SyllableSlips.IsSlip(SyllableSlips.Of(name)!, SyllableSlips.Of(known)!).ShouldBe(isSlip);

    [Theory]
    [InlineData("Kyoto University")]
    [InlineData("서울")]
    [InlineData("KAIST 한국과학기술원")]
    public void A_name_of_letters_or_of_two_signs_is_none_of_these(string name) => SyllableSlips.Of(name).ShouldBeNull();

    [Fact]
    public void Two_that_are_a_slip_apart_share_a_shape()
    {
        SyllableSlips.Shapes("성균관대학교").Intersect(SyllableSlips.Shapes("성관균대학교")).ShouldNotBeEmpty();
        SyllableSlips.Shapes("성균관대학교").Intersect(SyllableSlips.Shapes("성귄관대학교")).ShouldNotBeEmpty();
    }
}

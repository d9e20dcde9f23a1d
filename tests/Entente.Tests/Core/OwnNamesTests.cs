using Entente.Core.Reading;

namespace Entente.Tests.Core;

/// <summary>The institution's own side of an agreement is no partner; and no other name is ever cut.</summary>
public class OwnNamesTests
{
    private static readonly OwnNames own = OwnNames.Of(
        ["Mongolian University of Science and Technology", "MUST", "Шинжлэх Ухаан, Технологийн Их Сургууль", "ШУТИС", "蒙古科技大学", "Université mongole des sciences et de la technologie"]);

    [Theory]
    [InlineData("Mongolian University of Science and Technology – Kyoto University", "Kyoto University")]
    [InlineData("Kyoto University and Mongolian University of Science and Technology", "Kyoto University")]
    [InlineData("Mongolian University of Science and Technology and Kyoto University", "Kyoto University")]
    [InlineData("Mongolian University of Science & Technology, Kyoto University", "Kyoto University")]
    [InlineData("the Mongolian University of Science and Technology / Kyoto University", "Kyoto University")]
    [InlineData("Mongolian University of Science and Technology (MUST) - Kyoto University (KU)", "Kyoto University (KU)")]
    [InlineData("MONGOLIAN UNIVERSITY OF SCIENCE AND TECHNOLOGY; Kyoto University", "Kyoto University")]
    [InlineData("between Mongolian University of Science and Technology and Kyoto University", "Kyoto University")]
    [InlineData("Agreement between MUST and Kyoto University", "Kyoto University")]
    [InlineData("MUST – Gifu University of Science and Technology", "Gifu University of Science and Technology")]
    [InlineData("Gifu University of Science and Technology and MUST", "Gifu University of Science and Technology")]
    [InlineData("ШУТИС – Киотогийн их сургууль", "Киотогийн их сургууль")]
    [InlineData("Шинжлэх ухаан технологийн их сургууль ба Новосибирскийн улсын их сургууль", "Новосибирскийн улсын их сургууль")]
    [InlineData("蒙古科技大学 – 京都大学", "京都大学")]
    [InlineData("蒙古科技大学／京都大学", "京都大学")]
    [InlineData("Universite Mongole des Sciences et de la Technologie — Université de Paris", "Université de Paris")]
    [InlineData("MUST – Siemens", "Siemens")]
    [InlineData("MUST and JICA", "JICA")]
    [InlineData("MUST – School of Oriental and African Studies", "School of Oriental and African Studies")]
    [InlineData("Kyoto University – MUST – Osaka University", "Kyoto University – Osaka University")]
    [InlineData("Kyoto University, MUST and Osaka University", "Kyoto University, Osaka University")]
    [InlineData("MUST, Kyoto University and Osaka University", "Kyoto University and Osaka University")]
    public void The_other_side_is_the_partner(string text, string partner)
    {
        var side = own.Other(text);
        side.Partner.ShouldBe(partner);
        side.Own.ShouldNotBeNull();
        side.IsOnlyOwn.ShouldBeFalse();
        text.ShouldContain(side.Own);
    }

    [Theory]
    [InlineData("School of Mechanical Engineering of the Mongolian University of Science and Technology – Kyoto University", "Kyoto University")]
    [InlineData("Faculty of Law, MUST – Faculty of Law, Kyoto University", "Faculty of Law, Kyoto University")]
    [InlineData("MUST, School of Mines and Kyoto University", "Kyoto University")]
    [InlineData("MUST Library and Kyoto University Library", "Kyoto University Library")]
    [InlineData("ШУТИС, Эрчим хүчний сургууль – Киотогийн их сургууль", "Киотогийн их сургууль")]
    [InlineData("Institute of Energy of MUST; Kyoto University", "Kyoto University")]
    [InlineData("MUST, Mongolia – Kyoto University, Japan", "Kyoto University, Japan")]
    public void A_part_of_the_institution_is_its_own_side_too(string text, string partner) => own.Other(text).Partner.ShouldBe(partner);

    [Theory]
    [InlineData("Mongolian University of Science and Technology")]
    [InlineData("MUST")]
    [InlineData("Шинжлэх ухаан, технологийн их сургууль (ШУТИС)")]
    [InlineData("School of Mechanical Engineering of the Mongolian University of Science and Technology")]
    [InlineData("Mongolian University of Science and Technology, Faculty of Law and Economics")]
    [InlineData("MUST Press")]
    [InlineData("ШУТИС, Эрчим хүчний сургууль")]
    [InlineData("MUST – Mongolian University of Science and Technology")]
    public void Where_nobody_else_is_named_the_text_stays(string text)
    {
        var side = own.Other(text);
        (side.Partner, side.IsOnlyOwn).ShouldBe((text, true));
    }

    [Theory]
    [InlineData("Kyoto University")]
    [InlineData("Gifu University of Science and Technology")]
    [InlineData("Macau University of Science and Technology (MUST)")]
    [InlineData("Inner Mongolian University of Science and Technology")]
    [InlineData("Mongolian University of Science and Technology of Darkhan")]
    [InlineData("Friends of the Mongolian University of Science and Technology")]
    [InlineData("Joint Laboratory of MUST and Kyoto University")]
    [InlineData("Kyoto University Center at MUST")]
    [InlineData("MUST, Ulaanbaatar – Kyoto University")]
    [InlineData("MUST and Siemens")]
    [InlineData("Science and Technology University")]
    [InlineData("What must be done")]
    [InlineData("")]
    [InlineData(" – ")]
    public void In_doubt_nothing_is_cut(string text) => own.Other(text).ShouldBe(new OtherSide(text, null));

    [Theory]
    [InlineData("Mongolian University of Science", "Mongolian University of Science and Technology")]
    [InlineData("Mongolian University of Science", "Mongolian University of Science, Technology and Innovation")]
    [InlineData("University of Science and Technology", "School of Mines of the Mongolian University of Science and Technology")]
    [InlineData("University of Science and Technology", "Gifu University of Science and Technology")]
    [InlineData("Technology University", "Science and Technology University")]
    [InlineData("Seoul National University", "Seoul National University of Science and Technology")]
    [InlineData("Kyoto University", "Kyoto University of Foreign Studies")]
    [InlineData("Kyoto University", "Kyoto University of Art and Design")]
    [InlineData("Gadjah Mada", "Universitas Gadjah Mada")]
    public void A_name_that_only_holds_the_own_one_is_another(string name, string text) =>
        OwnNames.Of([name]).Other(text).ShouldBe(new OtherSide(text, null));

    [Fact]
    public void Without_names_nothing_is_own() => OwnNames.Of(["", " – "]).Other("A – B").ShouldBe(new OtherSide("A – B", null));
}

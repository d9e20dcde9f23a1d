using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Tests.Core;

/// <summary>What other settings make of records that are there already.</summary>
public class RereadingTests
{
    private static readonly ReadingRules usual = ReadingRules.Usual;
    private static readonly ReadingRules other = new(
        Kinds.Of([new RegisterKind("mou", null) { Wordings = ["Frame contract"] }, new RegisterKind("own", "Protocol")]), OwnNames.Of(["Our University"]), CountingRule.DayBefore);

    [Theory]
    [InlineData("Frame contract", null, "mou")]
    [InlineData("Protocol", "protocol", "own")]
    [InlineData("MOA", "moa", "moa")]
    [InlineData("MOA", "agreement", "agreement")]
    public void A_kind_is_read_anew_only_where_its_wording_means_something_else(string text, string? code, string? after)
    {
        var facts = Given.Facts("signed 2020") with { Kinds = [new Kind(text, code)] };
        Rereading.After(facts, usual, other).Kinds.ShouldBe([new Kind(text, after)], ignoreOrder: false);
        if (code == usual.Kinds.Find(text))
            Rereading.After(Rereading.After(facts, usual, other), other, usual).Kinds.Single().Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("Our University – Kyoto University", null, "Kyoto University", "Our University – Kyoto University")]
    [InlineData("Kyoto University", null, "Kyoto University", null)]
    [InlineData("Our University", null, "Our University", null)]
    [InlineData("Kyodai", "Our University – Kyoto University", "Kyodai", "Our University – Kyoto University")]
    [InlineData("", null, "", null)]
    public void A_partner_is_told_from_the_institution_itself_and_what_a_person_corrected_stays(string name, string? text, string after, string? printed)
    {
        var facts = Given.Facts("signed 2020") with { Parties = [new Party(name) { Text = text }] };
        var party = Rereading.After(facts, usual, other).Parties.Single();
        (party.Name, party.Text).ShouldBe((after, printed));
        var back = Rereading.After(Rereading.After(facts, usual, other), other, usual).Parties.Single();
        (back.Name, back.Text).ShouldBe((name, text));
    }

    [Fact]
    public void Ends_are_counted_anew_and_nothing_else_is_touched()
    {
        var facts = Given.Facts("signed 2022-11-08", "5 years");
        Rereading.After(facts, usual, other).Ends.On!.ToString().ShouldBe("2027-11-07");
        Rereading.After(facts, usual, usual).ShouldBeSameAs(facts);
        Rereading.After(facts, usual, usual with { Own = OwnNames.Of(["A"]) }).ShouldBeSameAs(facts);
    }

    [Fact]
    public void What_comes_back_from_earlier_is_read_as_the_register_reads_now()
    {
        var facts = Given.Facts("signed 2022-11-08", "5 years") with { Kinds = [new Kind("Frame contract", "gone"), new Kind("MOU", "mou")] };
        var now = Rereading.Under(facts, other);
        (string.Join(' ', now.Kinds.Select(k => k.Code)), now.Ends.On!.ToString()).ShouldBe(("mou mou", "2027-11-07"));
    }
}

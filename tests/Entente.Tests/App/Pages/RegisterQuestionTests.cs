using Entente.App.Agreements;
using Entente.App.Dates;
using Entente.Core;
using Entente.Edtf;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Entente.Tests.App.Pages;

public class RegisterQuestionTests
{
    private static readonly Day Today = new(2026, 11, 24);

    [Theory]
    [InlineData("/agreements")]
    [InlineData("/agreements?words=Caf%C3%A9%20%26%20Co")]
    [InlineData("/agreements?country=none&kind=mou&standing=cannot-tell&within=180&on=2021-12&sort=-begins&page=3")]
    [InlineData("/agreements?finding=partner.same-event&sort=partner")]
    [InlineData("/agreements?begun=2015&severity=doubt&partner=0199f0a0-0000-7000-8000-000000000001&edition=0199f0a0-0000-7000-8000-000000000002")]
    [InlineData("/agreements?columns=partner,number,ends-printed&view=timeline&rows=500")]
    public void An_address_is_read_and_written_the_same(string address) => Of(address).Address.ShouldBe(address);

    [Theory]
    [InlineData("/agreements?words=%20a%20&country=", "/agreements?words=a")]
    [InlineData("/agreements?page=1&sort=number", "/agreements")]
    [InlineData("/agreements?country=jp", "/agreements?country=JP")]
    [InlineData("/agreements?columns=number&columns=title&columns=number", "/agreements?columns=number,title")]
    [InlineData("/agreements?columns=number,partner,country,kind,begins,ends,standing,why&view=table&rows=100", "/agreements")]
    [InlineData("/agreements?country=South%20Korea&kind=MoU", "/agreements?country=KR&kind=mou")]
    public void What_is_understood_is_kept_in_its_one_way(string address, string kept) => Of(address).Address.ShouldBe(kept);

    [Theory]
    [InlineData("standing", "active")]
    [InlineData("within", "-5")]
    [InlineData("within", "5.5")]
    [InlineData("within", "99999")]
    [InlineData("sort", "foo")]
    [InlineData("sort", "-")]
    [InlineData("country", "xx")]
    [InlineData("page", "0")]
    [InlineData("begun", "99")]
    [InlineData("severity", "grave")]
    [InlineData("partner", "Tokyo")]
    [InlineData("edition", "1")]
    [InlineData("rows", "7")]
    [InlineData("view", "map")]
    [InlineData("on", "banana")]
    public void What_is_wrong_is_kept_and_said(string field, string typed)
    {
        var question = Of($"/agreements?{field}={typed}");
        question.Address.ShouldBe($"/agreements?{field}={typed}");
        var mistake = question.Mistakes(ChosenDay.Parse(question.On, Today)).ShouldHaveSingleItem();
        mistake.Field.ShouldBe(field);
        mistake.Words.ShouldStartWith($"\"{typed}\" is no");
    }

    [Theory]
    [InlineData("/agreements?country=JP&on=2021&sort=-ends", "2022", "/agreements?country=JP&on=2022&sort=-ends")]
    [InlineData("/agreements", "2022", "/agreements?on=2022")]
    [InlineData("/agreements?standing=ended&page=2", null, "/agreements?standing=ended&page=2")]
    public void A_page_leads_back_to_its_list(string list, string? on, string back) =>
        AgreementAddress.Back(AgreementAddress.From(Of(list)), ChosenDay.Parse(on, Today)).ShouldBe(back);

    [Fact]
    public void A_question_becomes_a_filter()
    {
        var filter = Of("/agreements?country=none&kind=mou&standing=ended&within=30&begun=2015&severity=any&sort=-ends&rows=500&page=2").FilterOfPage(Today);
        filter.ShouldBe(new AgreementFilter(Today)
        {
            Country = "", Kind = "mou", Standing = StandingKind.Ended, EndsWithinDays = 30, BeginYear = 2015, HasFindings = true,
            Order = AgreementOrder.Ends, IsDescending = true, Skip = 500, Limit = 500,
        });
    }

    [Theory]
    [InlineData(null, "2026-11-24", false, false, null)]
    [InlineData(" ", "2026-11-24", false, false, null)]
    [InlineData("2021-12-31", "2021-12-31", false, false, "2021-12-31")]
    [InlineData("2021", "2021-12-31", false, true, "2021")]
    [InlineData("2024-02", "2024-02-29", false, true, "2024-02")]
    [InlineData("31.12.2021", "2026-11-24", true, false, null)]
    [InlineData("2023-02-29", "2026-11-24", true, false, null)]
    public void A_day_is_chosen(string? text, string on, bool isWrong, bool isLastOf, string? carried)
    {
        var day = ChosenDay.Parse(text, Today);
        (day.On.ToString(), day.IsWrong, day.IsLastOf, day.Carried).ShouldBe((on, isWrong, isLastOf, carried));
    }

    [Theory]
    [InlineData("9", null, "/agreements/9")]
    [InlineData("12/2020", "2021", "/agreements/12%2F2020?on=2021")]
    [InlineData("A 1?", null, "/agreements/A%201%3F")]
    public void A_number_is_an_address(string number, string? on, string address) =>
        AgreementAddress.Of(number, ChosenDay.Parse(on, Today)).ShouldBe(address);

    [Theory]
    [InlineData("Tokyo University", "JP", null)]
    [InlineData("東京大学", "JP", "ja")]
    [InlineData("国立台湾大学", "TW", "zh-Hant")]
    [InlineData("北京大学", null, "zh")]
    [InlineData("ソフィア大学", null, "ja")]
    [InlineData("서울대학교", "KR", "ko")]
    [InlineData("جامعة القاهرة", "EG", "ar")]
    [InlineData("Новосибирский университет", "RU", "und-Cyrl")]
    public void A_name_has_the_language_that_its_letters_tell(string name, string? country, string? language) =>
        NameLanguage.Of(name, country).ShouldBe(language);

    private static RegisterQuestion Of(string address)
    {
        var query = address.IndexOf('?') is >= 0 and var at ? address[at..] : "";
        return RegisterQuestion.Parse(new QueryCollection(QueryHelpers.ParseQuery(query)));
    }
}

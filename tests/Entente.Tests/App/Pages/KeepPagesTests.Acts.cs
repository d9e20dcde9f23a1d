using System.Net;

using Entente.App.Keeping;
using Entente.Core;

namespace Entente.Tests.App.Pages;

public sealed partial class KeepPagesTests
{
    // Number 1: signed 2022-11-08, 5 years. Number 9: renewed 2020-07-23, 5 years.
    [Theory]
    [InlineData("/agreements/1/effect", "on=2022-12-01", "in effect 1 Dec 2022")]
    [InlineData("/agreements/9/renewals", "on=2025-07-23", "renewed 23 Jul 2025")]
    [InlineData("/agreements/9/renewals", "on=2025-08-01;anchor=old-end", "counts from 23 Jul 2025")]
    [InlineData("/agreements/1/extensions", "on=2024;length=1 year", "extended 2024")]
    [InlineData("/agreements/1/amendments", "on=2024-05;note=annex 2", "amended May 2024 (annex 2)")]
    [InlineData("/agreements/1/suspensions", "on=2024-05-01", "suspended 1 May 2024")]
    [InlineData("/agreements/1/termination", "on=2025-06-30;by=the partner;reason=letter of 2 May", "terminated 30 Jun 2025 (the partner)")]
    [InlineData("/agreements/1/supersession", "on=2025-06-30;by=2", "replaced 30 Jun 2025 (2)")]
    public async Task An_act_is_recorded_and_told_on_the_page_of_the_agreement(string path, string typed, string said)
    {
        var form = (await site.FormAsync(path + "?on=2025&from=country%3DCA", "act")).With(Typed(typed));
        var (status, _, to) = await site.SendAsync(form);
        status.ShouldBe(HttpStatusCode.Found);
        to.ShouldBe($"{path[..path.LastIndexOf('/')]}?on=2025&from=country%3DCA");
        var page = await site.TextAsync(to!);
        page.ShouldContain("recorded.");
        page.ShouldContain("data-toast");
        page.ShouldContain(said);
        (await site.TextAsync(to!)).ShouldNotContain("data-toast");
        (await AskAsync(path.Split('/')[2])).Version.ShouldBe(2);
    }

    [Theory]
    [InlineData("/agreements/1/renewals", "on=banana;note=kept", "on", "could not be read as a date")]
    [InlineData("/agreements/1/renewals", "on=2023-02-29;note=kept", "on", "is no day of the calendar")]
    [InlineData("/agreements/1/renewals", "on=2027-11-08;length=a while;note=kept", "length", "could not be read as a length")]
    [InlineData("/agreements/1/renewals", "on=2027-11-08;length=5 years;until=2030;note=kept", "length", "Both an end and a length")]
    [InlineData("/agreements/1/renewals", "on=2027-11-08;until=2020;note=kept", "until", "lies before the day of the act")]
    [InlineData("/agreements/1/amendments", "on=2001;note=kept", "on", "lies before the begin")]
    [InlineData("/agreements/1/resumptions", "on=2024;note=kept", "on", "It is not suspended")]
    [InlineData("/agreements/9/termination", "on=2026-01-01;by=kept", "on", "It had ended before that day")]
    [InlineData("/agreements/1/supersession", "on=2025;by=1", "by", "cannot take its own place")]
    [InlineData("/agreements/1/supersession", "on=2025;by=no/such", "by", "no agreement number no/such here")]
    public async Task What_cannot_be_is_said_at_its_field_and_the_typing_is_kept(string path, string typed, string field, string words)
    {
        var form = (await site.FormAsync(path, "act")).With(Typed(typed));
        var (status, again) = await site.AgainAsync(form, "act");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Text.ShouldContain($"<a href=\"{path}#{field}\">");
        again.Text.ShouldContain($"id=\"{field}-wrong\"");
        again.Text.ShouldContain(words);
        again.Text.ShouldMatch($"<input id=\"{field}\"[^>]* aria-invalid=\"true\"");
        again.Text.ShouldNotContain("Record it all the same");
        again.Fields.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)).ShouldBe(form.Fields.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)), ignoreOrder: true);
        await NothingIsWrittenAsync();
    }

    [Theory]
    [InlineData("/agreements/9/renewals", "on=2026-01-15", "Confirm the gap, or let the new period count from the old end", "2031-01-15")]
    [InlineData("/agreements/1/renewals", "on=2025-01-15", "Confirm that the new one begins earlier", "2030-01-15")]
    [InlineData("/agreements/1/signings", "on=2024-01-15", "It was signed already", "2029-01-15")]
    [InlineData("/agreements/1/extensions", "on=2026-12-24;length=1 year", "lies in the future", "2028-11-08")]
    [InlineData("/agreements/9/extensions", "on=2026-01-15;until=2027", "Confirm that it was extended afterwards", "2027")]
    public async Task What_a_person_may_decide_is_asked_and_only_the_answer_to_that_question_records_it(string path, string typed, string asked, string end)
    {
        var form = (await site.FormAsync(path, "act")).With(Typed(typed));
        var (status, question) = await site.AgainAsync(form, "act");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        question.Text.ShouldContain("Is this meant?");
        question.Text.ShouldContain(asked);
        question.Text[question.Text.IndexOf("<button", StringComparison.Ordinal)..].ShouldStartWith("<button class=\"hide\" tabindex=\"-1\"", Case.Sensitive, "Enter presses the first button of a form");
        // The other button, also when it is pressed twice, only asks again.
        (await site.SendAsync(question)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var answer = ("confirmed", question.Button("Record it all the same"));
        (await site.SendAsync(question.With(answer, ("on", "2027-05-05")))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "another day is another question");
        await NothingIsWrittenAsync();
        (await site.SendAsync(question.With(answer))).Status.ShouldBe(HttpStatusCode.Found);
        (await AskAsync(path.Split('/')[2])).Facts.Ends.On!.ToString().ShouldBe(end);
    }

    [Fact]
    public async Task A_late_renewal_shows_both_ends_and_counts_from_where_it_is_told_to()
    {
        var form = (await site.FormAsync("/agreements/9/renewals", "act")).With(("on", "2026-01-15"));
        var (_, question) = await site.AgainAsync(form, "act");
        question.Text.ShouldContain("Then it ends: 15 Jan 2031");
        question.Text.ShouldContain("Then it ends: 23 Jul 2030");
        (await site.SendAsync(question.With(("anchor", "old-end")))).Status.ShouldBe(HttpStatusCode.Found);
        var facts = (await AskAsync("9")).Facts;
        (facts.Ends.On!.ToString(), facts.Events[^1].From!.ToString()).ShouldBe(("2030-07-23", "2025-07-23"));
    }

    [Fact]
    public async Task What_would_be_is_shown_before_it_is_recorded()
    {
        var form = (await site.FormAsync("/agreements/9/renewals", "act")).With(("on", "2025-07-23"), ("length", "2 years"), ("only", "show"));
        var (status, text, _) = await site.SendAsync(form);
        status.ShouldBe(HttpStatusCode.OK);
        text.ShouldContain("<h2 id=\"would-be-title\">What would be</h2>");
        text.ShouldContain("<time datetime=\"2027-07-23\">23 Jul 2027</time>");
        text.ShouldContain("renewed 23 Jul 2025");
        (status, text, _) = await site.SendAsync(form.With(("on", "2001")));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        text.ShouldContain("It cannot be told yet");
        await NothingIsWrittenAsync();
    }

    [Theory]
    [InlineData("/agreements/1/termination", "act", "on=2025-06-30;by=the partner")]
    [InlineData("/agreements/1/deletion", "deletion", "reason=entered twice")]
    public async Task What_someone_else_did_meanwhile_is_shown_and_the_same_form_sent_again_counts(string path, string name, string typed)
    {
        var form = (await site.FormAsync(path, name)).With(Typed(typed));
        await MeanwhileAsync(open => Keeping.CorrectAsync(open, "1", new AgreementEdit { Term = "3 years" }, Other, Stop));
        var (status, again) = await site.AgainAsync(form, name);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Text.ShouldContain("corrected by someone else, for: by letter");
        again.Text.ShouldMatch("<th scope=\"row\">term</th>\\s*<td class=\"lines\"><bdi>5 years</bdi>\\s*</td>\\s*<td class=\"lines\"><bdi>3 years</bdi>");
        again.Fields["version"].ShouldBe("2");
        foreach (var (field, value) in Typed(typed))
            again.Fields[field].ShouldBe(value);
        (await AskAsync("1")).Version.ShouldBe(2);
        (await site.SendAsync(again)).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_mistake_does_not_move_a_form_to_a_version_that_was_never_shown()
    {
        var form = (await site.FormAsync("/agreements/1/amendments", "act")).With(("on", "banana"));
        await MeanwhileAsync(open => Keeping.CorrectAsync(open, "1", new AgreementEdit { Note = "quick" }, Other, Stop));
        var (_, again) = await site.AgainAsync(form, "act");
        again.Fields["version"].ShouldBe("1");
        (await site.AgainAsync(again.With(("on", "2024")), "act")).Form.Text.ShouldContain("Someone else changed this record");
    }

    [Fact]
    public async Task What_was_typed_about_an_agreement_that_someone_deleted_meanwhile_is_not_lost()
    {
        var form = (await site.FormAsync("/agreements/1/amendments", "act")).With(("note", "annex 2"));
        await MeanwhileAsync(open => Keeping.DeleteAsync(open, "1", Other, Stop));
        var (status, again) = await site.AgainAsync(form, "act");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Text.ShouldContain("is in the bin");
        again.Fields["note"].ShouldBe("annex 2");
        (await site.GetAsync("/agreements/1/amendments")).Text.ShouldContain("Agreement 1 is in the bin");
    }

    [Theory]
    [InlineData("1", "renewals extensions termination correction")]
    [InlineData("9", "renewals extensions correction")]
    [InlineData("7", "signings correction")]
    public async Task What_makes_sense_comes_first_and_nothing_is_missing(string number, string first)
    {
        var page = await site.TextAsync($"/agreements/{number}?on=2021&from=country%3DCA");
        var all = System.Text.RegularExpressions.Regex.Matches(page, $"href=\"/agreements/{number}/([a-z]+)\\?on=2021&amp;from=country%3DCA\"").Select(m => m.Groups[1].Value).ToList();
        string.Join(' ', all.Take(first.Split(' ').Length)).ShouldBe(first);
        all.Count.ShouldBe(11);
        all.Distinct().Count().ShouldBe(11);
    }

    private static (string Name, string Value)[] Typed(string typed) => [.. typed.Split(';').Select(t => (t.Split('=')[0], t.Split('=')[1]))];
}

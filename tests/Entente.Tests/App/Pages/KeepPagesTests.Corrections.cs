using System.Net;

using Entente.App.Keeping;
using Entente.Core;

namespace Entente.Tests.App.Pages;

public sealed partial class KeepPagesTests
{
    [Fact]
    public async Task A_correction_shows_what_the_source_prints_and_what_is_sent_as_it_was_is_no_change()
    {
        var form = await site.FormAsync("/agreements/9/correction", "correction");
        form.Text.ShouldContain("<q>2008.09.22</q>");
        form.Text.ShouldContain("<q>5 year</q>");
        (form.Fields["partner-1-country"], form.Fields["event-2-act"], form.Fields["event-2-on"], form.Fields["event-3-on"]).ShouldBe(("Canada", "renewed", "2020-07-23", ""));
        (await site.SendAsync(form)).To.ShouldBe("/agreements/9");
        await NothingIsWrittenAsync();
    }

    [Theory]
    [InlineData("/agreements/3/correction")]
    [InlineData("/agreements/7/correction")]
    [InlineData("/agreements/30/correction")]
    [InlineData("/agreements/101/correction")]
    [InlineData("/agreements/127/correction")]
    public async Task Whatever_a_record_says_its_form_says_the_same(string path)
    {
        (await site.SendAsync(await site.FormAsync(path, "correction"))).Status.ShouldBe(HttpStatusCode.Found);
        await NothingIsWrittenAsync();
    }

    [Fact]
    public async Task All_fields_can_be_corrected_and_what_is_printed_stays_beside_them()
    {
        var form = (await site.FormAsync("/agreements/9/correction", "correction")).With(
            ("partner-1-unit", "School of Business"), ("partner-1-city", "Burnaby"), ("partner-2-name", "東京大学"), ("partner-2-country", "jp"),
            ("kind-1-text", "MOU"), ("kind-2-text", "Letter of greetings"),
            ("event-1-on", "2008-09-23"), ("event-3-act", "amended"), ("event-3-on", "2021"), ("event-3-note", "annex"),
            ("term", "3 years"), ("state", "active"), ("title", "Exchange of students"), ("reference", "A 12/2008"), ("subject", "Exchange"), ("note", "two copies"),
            ("reason", "looked up in the document"));
        (await site.SendAsync(form)).To.ShouldBe("/agreements/9");
        var facts = (await AskAsync("9")).Facts;
        facts.Parties.Select(p => (p.Name, p.Unit, p.City, p.Country)).ShouldBe(
            [("British Columbia Institute of Technology", "School of Business", "Burnaby", "CA"), ("東京大学", null, null, "JP")]);
        facts.Kinds.Select(k => (k.Text, k.Code)).ShouldBe([("MOU", "mou"), ("Letter of greetings", null)]);
        facts.Events.Select(e => (e.Act, e.On!.ToString(), e.Text, e.Places.Count)).ShouldBe(
            [(Act.Signed, "2008-09-23", "2008.09.22", 1), (Act.Renewed, "2020-07-23", "2020.07.23", 1), (Act.Amended, "2021", "2021", 0)]);
        (facts.Term.Length, facts.Ends.On!.ToString(), facts.State, facts.Title, facts.Reference, facts.Subject, facts.Note).ShouldBe(
            (new Length(3), "2023-07-23", PrintedState.Active, "Exchange of students", "A 12/2008", "Exchange", "two copies"));
        var page = await site.TextAsync("/agreements/9");
        page.ShouldContain("looked up in the document");
        WebUtility.HtmlDecode(page).ShouldContain("<bdi lang=\"ja\">東京大学</bdi>");
        page.ShouldContain("href=\"/agreements/9/restoration?version=1\"");
    }

    [Fact]
    public async Task A_partner_and_an_act_can_be_taken_out_and_a_row_asked_for()
    {
        var form = (await site.FormAsync("/agreements/9/correction", "correction")).With(("partner-2-name", "University of Vienna"), ("partner-2-country", "Austria"), ("only", "more"));
        var (status, more) = await site.AgainAsync(form, "correction");
        status.ShouldBe(HttpStatusCode.OK);
        (more.Fields["partner-2-name"], more.Fields["partner-3-name"]).ShouldBe(("University of Vienna", ""));
        await NothingIsWrittenAsync();
        await site.SendAsync(more);
        form = (await site.FormAsync("/agreements/9/correction", "correction")).With(("partner-1-out", "yes"), ("event-1-out", "yes"));
        (await site.SendAsync(form)).Status.ShouldBe(HttpStatusCode.Found);
        var facts = (await AskAsync("9")).Facts;
        (facts.Parties.Single().Name, facts.Parties.Single().Places.Count, facts.Events.Single().Act).ShouldBe(("University of Vienna", 0, Act.Renewed));
    }

    [Theory]
    [InlineData("partner-1-country=Utopia", "partner-1-country", "is no country that is known")]
    [InlineData("partner-1-name=", "partner-1-name", "needs a partner or a title")]
    [InlineData("partner-2-country=JP", "partner-2-name", "A partner needs a name")]
    [InlineData("event-2-on=31.2.2020", "event-2-on", "is no day of the calendar")]
    [InlineData("event-3-act=amended", "event-3-on", "An act needs its day")]
    [InlineData("event-3-on=2021", "event-3-act", "What happened on that day is not said")]
    [InlineData("event-2-until=2001", "event-2-until", "lies before the day of the act")]
    [InlineData("term=a while", "term", "could not be read as a term")]
    [InlineData("end=2001", "end", "lies before the day of the act")]
    [InlineData("state=asleep", "state", "is no state that a list prints")]
    public async Task What_cannot_be_read_in_a_correction_is_said_at_its_field(string typed, string field, string words)
    {
        var form = (await site.FormAsync("/agreements/9/correction", "correction")).With([("note", "kept"), .. Typed(typed)]);
        var (status, again) = await site.AgainAsync(form, "correction");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Text.ShouldContain($"<a href=\"/agreements/9/correction#{field}\">");
        again.Text.ShouldContain($"id=\"{field}\"");
        again.Text.ShouldContain($"id=\"{field}-wrong\"");
        again.Text.ShouldContain(words);
        again.Fields["note"].ShouldBe("kept");
        await NothingIsWrittenAsync();
    }

    [Fact]
    public async Task What_a_correction_would_change_is_shown_and_what_looks_wrong_in_it_is_asked()
    {
        var form = (await site.FormAsync("/agreements/9/correction", "correction")).With(("term", "10 years"), ("only", "show"));
        (await site.SendAsync(form)).Text.ShouldContain("<time datetime=\"2030-07-23\">");
        await NothingIsWrittenAsync();
        var (_, asked) = await site.AgainAsync((await site.FormAsync("/agreements/9/correction", "correction")).With(("event-2-on", "2001")), "correction");
        asked.Text.ShouldContain("2001 lies before the begin of the agreement");
        (await site.SendAsync(asked.With(("confirmed", asked.Button("Record it all the same"))))).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Two_corrections_at_once_lose_nothing()
    {
        var mine = (await site.FormAsync("/agreements/9/correction", "correction")).With(("term", "3 years"), ("note", "mine"), ("partner-1-city", "Burnaby"));
        await MeanwhileAsync(open => Keeping.CorrectAsync(open, "9", new AgreementEdit { Note = "theirs", Title = "Exchange", Kinds = ["MOA"] }, Other, Stop));
        var (status, again) = await site.AgainAsync(mine, "correction");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Row("note").ShouldBe("nothing|theirs|mine");
        Row("title").ShouldBe("nothing|Exchange|not touched; what is there now is taken over");
        Row("kind").ShouldBe("MOU|MOA|not touched; what is there now is taken over");
        Row("term").ShouldBe("5 year|5 year|3 years");
        (again.Fields["term"], again.Fields["note"], again.Fields["title"], again.Fields["kind-1-text"], again.Fields["partner-1-city"]).ShouldBe(("3 years", "mine", "Exchange", "MOA", "Burnaby"));
        (await AskAsync("9")).Facts.Note.ShouldBe("theirs");
        (await site.SendAsync(again)).Status.ShouldBe(HttpStatusCode.Found);
        var facts = (await AskAsync("9")).Facts;
        (facts.Note, facts.Title, facts.Term.Length, facts.Parties[0].City).ShouldBe(("mine", "Exchange", new Length(3), "Burnaby"));

        string Row(string field)
        {
            var row = System.Text.RegularExpressions.Regex.Match(again.Text, $"<th scope=\"row\">{field}</th>(.*?)</tr>", System.Text.RegularExpressions.RegexOptions.Singleline).Groups[1].Value;
            return string.Join('|', System.Text.RegularExpressions.Regex.Matches(row, "<(?:bdi|span)[^>]*>([^<]*)<").Select(m => m.Groups[1].Value));
        }
    }

    [Fact]
    public async Task A_finding_leads_to_its_field_and_back()
    {
        var path = "/agreements/30/correction?finding=" + (await folder.Ask("findings", "--agreement", "30", "--json")).Json.GetProperty("findings")[0].GetProperty("id").GetString();
        var form = await site.FormAsync(path, "correction");
        form.Text.ShouldContain("-mark\"");
        (await site.TextAsync(path)).ShouldContain("Go to what is to be looked at");
        var (_, _, to) = await site.SendAsync(form.With(("note", "looked up")));
        (await site.TextAsync(to!)).ShouldContain("and this is settled");
        (await folder.Ask("findings", "--agreement", "30", "--json")).Json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("id").GetString()).ShouldNotContain(path.Split('=')[1]);
    }

    [Fact]
    public async Task A_finding_stays_open_when_the_correction_does_not_settle_it_and_when_nothing_was_changed()
    {
        var id = (await folder.Ask("findings", "--agreement", "30", "--json")).Json.GetProperty("findings")[0].GetProperty("id").GetString();
        var form = await site.FormAsync($"/agreements/30/correction?finding={id}", "correction");
        form.Fields["settles"].ShouldBe("yes");
        var (_, _, to) = await site.SendAsync(form);
        (await site.TextAsync(to!)).ShouldContain("Nothing was changed.");
        await NothingIsWrittenAsync();
        var open = form with { Fields = form.Fields.Where(f => f.Key != "settles").Append(new("note", "looked up")).DistinctBy(f => f.Key).ToDictionary() };
        (_, _, to) = await site.SendAsync(open.With(("note", "looked up")));
        (await site.TextAsync(to!)).ShouldContain("Decide on what was to be looked at");
    }

    [Fact]
    public async Task What_is_entered_a_second_time_is_asked_about_with_a_link_to_the_first()
    {
        var (_, asked) = await site.AgainAsync((await site.FormAsync("/agreements/new", "new")).With(
            ("partner-1-name", "University of Canberra"), ("partner-1-country", "Australia"), ("event-1-act", "signed"), ("event-1-on", "2023-03-08")), "new");
        asked.Text.ShouldContain("Agreement 4 is with the same partner on the same day");
        asked.Text.ShouldContain("<a href=\"/agreements/4\">");
        await NothingIsWrittenAsync();
        (await site.SendAsync(asked.With(("confirmed", asked.Button("Record it all the same"))))).To.ShouldBe("/agreements/128");
    }

    [Fact]
    public async Task An_agreement_is_entered_and_every_mistake_in_it_is_said_at_once()
    {
        var form = (await site.FormAsync("/agreements/new", "new")).With(("partner-1-country", "Utopia"), ("event-1-act", "signed"), ("event-1-on", "0012"), ("term", "a while"));
        var (status, again) = await site.AgainAsync(form, "new");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var field in new[] { "partner-1-name", "partner-1-country", "event-1-on", "term" })
            again.Text.ShouldContain($"id=\"{field}-wrong\"");
        var right = again.With(("partner-1-name", "University of Vienna"), ("partner-1-country", "Austria"), ("kind-1-text", "MOU"), ("event-1-on", "6 May 2024"), ("term", "5 years"), ("reason", "letter"));
        (await site.SendAsync(right.With(("only", "show")))).Text.ShouldContain("<time datetime=\"2029-05-06\">");
        await NothingIsWrittenAsync();
        var (_, _, to) = await site.SendAsync(right);
        to.ShouldBe("/agreements/128");
        (await site.TextAsync(to!)).ShouldContain("Added as agreement 128.");
    }
}

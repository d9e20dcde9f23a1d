using System.Net;

using Entente.App.Keeping;
using Entente.Core;

namespace Entente.Tests.App.Pages;

public sealed partial class KeepPagesTests
{
    [Fact]
    public async Task What_was_deleted_is_in_the_bin_with_who_and_why_and_comes_back()
    {
        (await site.TextAsync("/bin")).ShouldContain("Nothing is in the bin");
        var form = (await site.FormAsync("/agreements/9/deletion?from=country%3DCA", "deletion")).With(("reason", "entered twice"));
        var (_, _, to) = await site.SendAsync(form);
        to.ShouldBe("/agreements?country=CA");
        (await site.TextAsync(to!)).ShouldContain("Agreement 9 is in the bin.");
        var (status, text, _) = await site.GetAsync("/agreements/9");
        status.ShouldBe(HttpStatusCode.Gone);
        text.ShouldContain("Agreement 9 is in the bin");
        var bin = await site.FormAsync("/bin", "bin");
        bin.Text.ShouldContain("British Columbia");
        bin.Text.ShouldContain("entered twice");
        bin.Text.ShouldContain(Environment.UserName);
        (_, _, to) = await site.SendAsync(bin.With(("number", bin.Button("Bring back"))));
        to.ShouldBe("/agreements/9");
        (await site.TextAsync(to!)).ShouldContain("is back in the register");
        (await AskAsync("9")).Version.ShouldBe(2);
        // Somebody else may still see it in the bin.
        (await site.SendAsync(bin.With(("number", "9")))).To.ShouldBe("/agreements/9");
        (await AskAsync("9")).Version.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_in_the_bin_can_also_be_brought_back_from_a_page_of_its_own()
    {
        await MeanwhileAsync(open => Keeping.DeleteAsync(open, "9", Other, Stop));
        var form = await site.FormAsync("/agreements/9/restoration", "restoration");
        form.Text.ShouldContain("Deleted by someone else");
        (await site.SendAsync(form.With(("reason", "it was not")))).To.ShouldBe("/agreements/9");
        (await site.TextAsync("/agreements/9")).ShouldContain("it was not");
    }

    [Theory]
    [InlineData("renewals", "act")]
    [InlineData("correction", "correction")]
    [InlineData("deletion", "deletion")]
    public async Task A_form_about_what_was_deleted_meanwhile_leads_to_bringing_it_back(string part, string name)
    {
        var form = (await site.FormAsync($"/agreements/9/{part}", name)).With(("note", "typed"), ("reason", "kept"));
        await MeanwhileAsync(open => Keeping.DeleteAsync(open, "9", Other, Stop));
        var answer = await site.SendAsync(form);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("<a href=\"/agreements/9/restoration\">Bring it back</a>");
        answer.Text.ShouldNotContain("entente restore");
        answer.Text.ShouldNotContain("id=\"would-be-title\"");
        answer.Text.ShouldContain("kept");
    }

    [Fact]
    public async Task What_is_refused_is_not_shown_as_if_it_could_be()
    {
        var form = (await site.FormAsync("/agreements/9/supersession", "act")).With(("on", "2021"), ("by", "999"));
        var answer = await site.SendAsync(form);
        answer.Text.ShouldContain("There is no agreement number 999 here");
        answer.Text.ShouldContain("As it stands");
        (await site.SendAsync(form.With(("only", "show")))).Text.ShouldContain("As it stands");
    }

    [Fact]
    public async Task An_earlier_version_comes_back_after_its_differences_were_shown()
    {
        await MeanwhileAsync(open => Keeping.CorrectAsync(open, "9", new AgreementEdit { Term = "3 years", Note = "one" }, Other, Stop));
        (await site.TextAsync("/agreements/9")).ShouldContain("href=\"/agreements/9/restoration?version=1\"");
        var form = await site.FormAsync("/agreements/9/restoration?version=1", "restoration");
        form.Text.ShouldMatch("(?s)3 years.*5 years");
        await MeanwhileAsync(open => Keeping.CorrectAsync(open, "9", new AgreementEdit { Note = "two" }, Other, Stop));
        var (status, again) = await site.AgainAsync(form.With(("reason", "was right before")), "restoration");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Text.ShouldContain("Someone else changed this record");
        again.Fields["reason"].ShouldBe("was right before");
        (await site.SendAsync(again)).To.ShouldBe("/agreements/9");
        var after = await AskAsync("9");
        (after.Version, after.Facts.Term.Length, after.Facts.Note).ShouldBe((4, new Length(5), null));
        var page = await site.TextAsync("/agreements/9");
        page.ShouldContain("set back to an earlier version");
        page.ShouldContain("was right before");
    }

    [Theory]
    [InlineData("/agreements/9/restoration?version=1", "The record says the same already")]
    [InlineData("/agreements/9/restoration?version=99", "There is no such version")]
    [InlineData("/agreements/9/restoration?version=first", "There is no such version")]
    [InlineData("/agreements/9/restoration", "There is no such version")]
    public async Task Where_nothing_would_come_back_there_is_no_form(string path, string words) => (await site.TextAsync(path)).ShouldContain(words);

    [Fact]
    public async Task The_history_tells_who_what_when_why_and_from_where_and_folds_the_old_away()
    {
        var page = await site.TextAsync("/agreements/9");
        page.ShouldContain("imported by");
        page.ShouldMatch("from <a href=\"/sources/[0-9a-f]{64}\"><bdi>agreements.txt</bdi></a>");
        page.ShouldNotContain("/restoration");
        for (var i = 1; i <= 13; i++)
            await MeanwhileAsync(open => Keeping.CorrectAsync(open, "9", new AgreementEdit { Note = $"note {i}" }, Other, Stop));
        page = await site.TextAsync("/agreements/9");
        page.ShouldContain("2 earlier changes");
        System.Text.RegularExpressions.Regex.Count(page, "/restoration\\?version=").ShouldBe(13);
        page.ShouldMatch("(?s)note 12</bdi></del>.*<bdi>note 13</bdi></ins>");
    }
}

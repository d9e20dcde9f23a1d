using Bunit;

using Entente.App.Design;
using Entente.App.Keeping;

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Entente.Tests.App.Design;

/// <summary>What is typed into: labelled, described, and never lost.</summary>
public sealed class FieldTests : BunitContext
{
    [Fact]
    public void A_field_is_tied_to_its_label_and_its_hint()
    {
        var field = Show<TextField>(Fresh(), ("Name", "unit"), ("Label", "Unit"), ("Hint", "As the partner calls it."), ("Value", "Faculty"));
        var input = field.Find("input");
        field.Find("label").GetAttribute("for").ShouldBe(input.Id);
        field.Find($"#{input.GetAttribute("aria-describedby")}").TextContent.ShouldBe("As the partner calls it.");
        (input.GetAttribute("value"), input.GetAttribute("dir"), input.HasAttribute("aria-invalid")).ShouldBe(("Faculty", "auto", false));
    }

    [Fact]
    public void A_field_without_more_to_say_of_it_says_no_more()
    {
        var field = Show<TextField>(Fresh(), ("Name", "unit"), ("Label", "Unit"));
        field.Find("input").HasAttribute("aria-describedby").ShouldBeFalse();
        field.FindAll("p").ShouldBeEmpty();
        field.Find("label").TextContent.Trim().ShouldBe("Unit");
    }

    [Fact]
    public void That_a_field_is_needed_is_said_in_words()
    {
        var field = Show<TextField>(Fresh(), ("Name", "unit"), ("Label", "Unit"), ("IsNeeded", true));
        field.Find("label").TextContent.Trim().ShouldBe("Unit needed");
        field.Find("input").HasAttribute("required").ShouldBeTrue();
    }

    [Fact]
    public void A_name_is_typed_in_its_own_language() =>
        Show<TextField>(Fresh(), ("Name", "unit"), ("Label", "Unit"), ("Language", "ja")).Find("input").GetAttribute("lang").ShouldBe("ja");

    [Fact]
    public async Task What_is_wrong_stands_at_the_field_with_what_was_typed()
    {
        var entry = await WrongAsync();
        var field = Show<TextField>(entry, ("Name", "country"), ("Label", "Country"), ("Hint", "A name or a code."), ("Value", "Japan"));
        var input = field.Find("input");
        (input.GetAttribute("value"), input.GetAttribute("aria-invalid")).ShouldBe(("Nowhere", "true"));
        input.GetAttribute("aria-describedby")!.Split(' ').Select(id => field.Find($"#{id}").TextContent).First().ShouldStartWith("\"Nowhere\" is no country");
        Show<TextField>(entry, ("Name", "note"), ("Label", "Note"), ("Rows", 3)).Find("textarea").TextContent.ShouldBe("two\nlines");
    }

    [Fact]
    public async Task What_was_chosen_stays_chosen()
    {
        IReadOnlyList<(string, string)> kinds = [("", "None"), ("mou", "MOU"), ("moa", "MOA")];
        Show<ChoiceField>(Fresh(), ("Name", "kind"), ("Label", "Kind"), ("Choices", kinds), ("Value", "mou")).Find("option[selected]").TextContent.ShouldBe("MOU");
        var chosen = Show<ChoiceField>(await WrongAsync(), ("Name", "kind"), ("Label", "Kind"), ("Choices", kinds), ("Value", "mou"));
        chosen.Find("option[selected]").TextContent.ShouldBe("MOA");
        chosen.Find("label").GetAttribute("for").ShouldBe(chosen.Find("select").Id);
    }

    [Fact]
    public async Task A_tick_that_was_taken_away_stays_away()
    {
        Show<CheckField>(Fresh(), ("Name", "keeps"), ("Label", "Keep the day"), ("Value", true)).Find("input").HasAttribute("checked").ShouldBeTrue();
        var gone = Show<CheckField>(await WrongAsync(), ("Name", "keeps"), ("Label", "Keep the day"), ("Value", true));
        gone.Find("input").HasAttribute("checked").ShouldBeFalse();
        gone.Find("label").TextContent.Trim().ShouldBe("Keep the day");
    }

    [Fact]
    public void A_date_is_not_spelt_and_may_be_coarse()
    {
        var field = Show<DateField>(Fresh(), ("Name", "on"), ("Label", "Day"), ("Value", "2026-11"));
        (field.Find("input").GetAttribute("spellcheck"), field.Find("input").GetAttribute("type")).ShouldBe(("false", "text"));
        field.Find(".field-hint").TextContent.ShouldContain("2026-11");
    }

    [Fact]
    public async Task Trouble_is_listed_before_the_fields_each_a_way_to_its_field()
    {
        Show<FormTrouble>(Fresh()).Markup.Trim().ShouldBeEmpty();
        var trouble = Show<FormTrouble>(await WrongAsync());
        trouble.Find("[role=alert] a").GetAttribute("href").ShouldBe("#country");
        trouble.FindAll("button").ShouldBeEmpty("what cannot be read cannot be confirmed");
    }

    internal static Entry Fresh() => Entry.Of(new DefaultHttpContext());

    internal static async Task<Entry> WrongAsync()
    {
        var http = new DefaultHttpContext();
        http.Request.Method = HttpMethods.Post;
        http.Request.Form = new FormCollection(new Dictionary<string, StringValues> { ["country"] = "Nowhere", ["kind"] = "moa", ["note"] = "two\nlines" });
        var entry = Entry.Of(http);
        (await entry.TryAsync(http, _ => throw new FieldsException([new FieldProblem("country", "field.country", "Nowhere")]))).ShouldBeFalse();
        http.Response.StatusCode.ShouldBe(StatusCodes.Status422UnprocessableEntity);
        return entry;
    }

    private IRenderedComponent<T> Show<T>(Entry entry, params IReadOnlyList<(string Name, object Value)> given)
        where T : IComponent => Render<T>(p =>
    {
        p.AddCascadingValue(entry);
        foreach (var (name, value) in given)
            p.TryAdd(name, value);
    });
}

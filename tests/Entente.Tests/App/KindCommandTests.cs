using System.Text.Json;

using Entente.App.Shell;
using Entente.Core.Reading;

namespace Entente.Tests.App;

public sealed class KindCommandTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();

    public async ValueTask InitializeAsync() => await folder.Import();

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_kind_of_its_own_is_added_called_otherwise_and_taken_away()
    {
        var added = await folder.Ask("register", "kind", "add", "Талбайн гэрээ", "--wording", "Field contract", "--reason", "ours", "--json");
        added.Error.ShouldBeEmpty();
        Kind(added, "talbayn-geree").GetProperty("wordings")[0].GetString().ShouldBe("Field contract");
        (await folder.Ask("add", "--partner", "A University", "--kind", "field contract", "--signed", "2024")).Code.ShouldBe(0);
        (await CountAsync("talbayn-geree")).ShouldBe(1);

        (await folder.Ask("register", "kind", "set", "field contract", "--name", "Project agreement here")).Code.ShouldBe(0);
        var renamed = Kind(await folder.Ask("register", "kind", "--json"), "talbayn-geree");
        renamed.GetProperty("name").GetString().ShouldBe("Project agreement here");
        renamed.GetProperty("wordings").EnumerateArray().Select(w => w.GetString()).ShouldBe(["Field contract", "Талбайн гэрээ"]);
        (await folder.Ask("count", "--by", "kind")).Out.ShouldContain("Project agreement here");
        (await folder.Ask("list", "--kind", "Project agreement here", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(1);

        (await folder.Ask("register", "kind", "remove", "talbayn-geree")).Out.ShouldContain("Not known: 1 of the agreements say \"field contract\"");
        (await CountAsync("talbayn-geree")).ShouldBe(0);
        var shown = (await folder.Ask("show", "128", "--json")).Json;
        shown.GetProperty("kinds")[0].GetProperty("text").GetString().ShouldBe("field contract");
        shown.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("act").GetString()).ShouldBe(["agreement.added", "register.changed"]);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_wording_that_means_another_kind_is_read_anew_in_every_agreement()
    {
        var before = await CountAsync("mou");
        before.ShouldBeGreaterThan(10);
        (await folder.Ask("register", "kind", "set", "letter-of-intent", "--wording", "MOU", "--json")).Error.ShouldBeEmpty();
        (await CountAsync("mou")).ShouldBe(0);
        (await CountAsync("letter-of-intent")).ShouldBeGreaterThanOrEqualTo(before);
        (await folder.Ask("show", "9", "--json")).Json.GetProperty("kinds")[0].GetProperty("text").GetString().ShouldBe("MOU");
        (await folder.Ask("register", "kind", "set", "letter-of-intent", "--without", "mou")).Code.ShouldBe(0);
        (await CountAsync("mou")).ShouldBe(before);
        (await folder.Ask("register", "--json")).Json.GetProperty("kinds").GetArrayLength().ShouldBe(0);
        (await folder.Ask("restore", "9", "--version", "2", "--json")).Error.ShouldBeEmpty();
        (await CountAsync("mou")).ShouldBe(before);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("--name: ", "add", "")]
    [InlineData("--name: ", "add", "MOA", "--wording", "x")]
    [InlineData("--name: ", "add", "Memorandum of understanding")]
    [InlineData("--name: ", "add", "one two three four five six seven eight nine ten")]
    [InlineData("--name: ", "set", "mou", "--name", "Project")]
    [InlineData("--wording: ", "set", "mou", "--wording", "!!")]
    [InlineData("--wording: ", "set", "mou", "--wording", "Own wording")]
    public async Task What_is_wrong_is_named_and_nothing_is_set(string field, params string[] asked)
    {
        (await folder.Ask("register", "kind", "add", "MOA", "--wording", "Own wording")).Code.ShouldBe(0);
        var wrong = await folder.Ask(["register", "kind", .. asked]);
        wrong.Code.ShouldBe(1);
        wrong.Error.ShouldStartWith(field);
        (await folder.Ask("register", "--json")).Json.GetProperty("version").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData(1, "remove", "mou")]
    [InlineData(2, "remove", "no such kind")]
    [InlineData(2, "set", "no such kind", "--name", "x")]
    [InlineData(2, "set", "mou")]
    [InlineData(1, "set", "mou", "--name", "x", "--if-version", "7")]
    public async Task What_cannot_be_is_refused(int code, params string[] asked)
    {
        var refused = await folder.Ask(["register", "kind", .. asked]);
        refused.Code.ShouldBe(code);
        refused.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_import_is_read_in_the_words_of_its_register_and_so_is_read_where_one_is_named()
    {
        (await folder.Ask("register", "set", "--name", "Our University", "--home-country", "MN")).Code.ShouldBe(0);
        (await folder.Ask("register", "kind", "add", "Талбайн гэрээ")).Code.ShouldBe(0);
        var list = folder.File("next.txt", "# Name Country Status Commencement Date Expiration Date\n1 Our University – Quito Institute Ecuador Талбайн гэрээ 2018.05.12 5 year\n2 Lumen University Mongolia MOU 2020.02.02 3 year\n3 Vastra University Mali MOU 2019.03.03 3 year\n");
        (await folder.Ask("import", list, "--yes", "--json")).Error.ShouldBeEmpty();
        (await folder.Ask("list", "quito", "--json")).Json.GetProperty("agreements")[0].GetProperty("partners")[0].GetString().ShouldBe("Quito Institute");
        (await CountAsync("talbayn-geree")).ShouldBe(1);
        (await folder.Ask("read", list, "--json")).Out.ShouldContain("partner.own-side");
        (await Asked.Of("read", list, "--json")).Out.ShouldNotContain("partner.own-side");
    }

    [Fact]
    public async Task The_home_country_is_marked_in_counts()
    {
        (await folder.Ask("register", "set", "--home-country", "JP")).Code.ShouldBe(0);
        (await folder.Ask("count", "--by", "country")).Out.ShouldContain("Japan (home)");
    }

    [Fact]
    public async Task Own_names_that_are_told_later_are_left_out_of_what_is_there_already()
    {
        (await folder.Ask("add", "--partner", "Our University – Kyoto University", "--country", "JP", "--kind", "MOU", "--signed", "2024")).Code.ShouldBe(0);
        (await folder.Ask("register", "set", "--other-name", "Our University", "--json")).Error.ShouldBeEmpty();
        var partner = (await folder.Ask("show", "128", "--json")).Json.GetProperty("partners")[0];
        (partner.GetProperty("name").GetString(), partner.GetProperty("text").GetString()).ShouldBe(("Kyoto University", "Our University – Kyoto University"));
        (await folder.Ask("register", "set", "--other-name", "")).Code.ShouldBe(0);
        (await folder.Ask("show", "128", "--json")).Json.GetProperty("partners")[0].GetProperty("name").GetString().ShouldBe("Our University – Kyoto University");
    }

    [Fact]
    public void Every_kind_can_be_asked_for_by_the_name_that_it_is_shown_with() =>
        Kinds.BuiltIn.Codes.Where(c => Kinds.BuiltIn.Find(PageWords.Find($"kind.{c}") ?? "") != c).ShouldBeEmpty();

    private async Task<int> CountAsync(string kind)
    {
        var by = (await folder.Ask("count", "--by", "kind", "--json")).Json.GetProperty("by").EnumerateArray();
        return by.Where(k => k.GetProperty("key").GetString() == kind).Sum(k => k.GetProperty("all").GetInt32());
    }

    private static JsonElement Kind(Asked asked, string code) =>
        asked.Json.GetProperty("kinds").EnumerateArray().Single(k => k.GetProperty("code").GetString() == code);
}

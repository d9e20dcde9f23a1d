using System.Security.Cryptography;

namespace Entente.Tests.App;

/// <summary>Whatever is wrong with the data folder, it is one line on standard error and nothing on standard output.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("list")]
    [InlineData("count")]
    [InlineData("show", "1")]
    [InlineData("find", "tokyo")]
    [InlineData("export")]
    public async Task A_folder_without_a_register_tells_how_to_begin(params string[] command) =>
        IsOneLine(await folder.Ask([.. command, "--json"]), "entente import FILE");

    [Fact]
    public async Task A_file_that_is_no_register_is_damaged()
    {
        Directory.CreateDirectory(folder.Data);
        await File.WriteAllBytesAsync(Path.Combine(folder.Data, "entente.db"), RandomNumberGenerator.GetBytes(20_000), TestContext.Current.CancellationToken);
        IsOneLine(await folder.Ask("count"), "damaged");
        IsOneLine(await folder.Ask("import", TestFolder.Sample(), "--yes"), "damaged");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_refused()
    {
        var file = folder.File("in-the-way", "");
        IsOneLine(await Asked.Of("import", TestFolder.Sample(), "--yes", "--data", Path.Combine(file, "data")), "may not be written");
    }

    [Fact]
    public async Task What_is_in_the_way_of_the_data_is_named()
    {
        var file = folder.File("in-the-way", "");
        IsOneLine(await Asked.Of("list", "--data", file), "is a file, not a folder");
        IsOneLine(await Asked.Of("import", TestFolder.Sample(), "--data", file), "is a file, not a folder");
        Directory.CreateDirectory(Path.Combine(folder.Data, "entente.db"));
        IsOneLine(await folder.Ask("list"), "entente.db is a folder");
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_for_want_of_room_says_so()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "no such device here");
        await folder.Import();
        IsOneLine(await folder.Ask("export", "--output", "/dev/full"), "/dev/full could not be written: no space left");
        IsOneLine(await folder.Ask("export", "--output", Path.Combine(folder.Path, "none", "x.csv")), "Check the folder");
    }

    [Fact]
    public async Task A_country_that_is_none_is_refused()
    {
        await folder.Import();
        IsOneLine(await folder.Ask("list", "--country", "Atlantis", "--json"), "Atlantis", code: 2);
    }

    [Fact]
    public async Task A_kind_that_is_none_is_refused_with_those_there_are()
    {
        await folder.Import();
        IsOneLine(await folder.Ask("list", "--kind", "blah", "--json"), "cooperation, joint-programme, moa, mou, project", code: 2);
        (await folder.Ask("list", "--kind", "Memorandum of Understanding", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(
            (await folder.Ask("list", "--kind", "MOU", "--json")).Json.GetProperty("total").GetInt32());
        (await folder.Ask("list", "--kind", "letter-of-intent", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(0);
    }

    private static void IsOneLine(Asked asked, string said, int code = 1)
    {
        asked.Code.ShouldBe(code);
        asked.Out.ShouldBeEmpty();
        asked.Error.Trim().ShouldNotContain('\n');
        asked.Error.ShouldContain(said);
        asked.Error.ShouldNotContain("fault");
    }
}

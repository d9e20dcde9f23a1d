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
        IsOneLine(await Asked.Of("import", TestFolder.Sample(), "--yes", "--data", file), "may not be written");
    }

    [Fact]
    public async Task A_country_that_is_none_is_refused()
    {
        await folder.Import();
        IsOneLine(await folder.Ask("list", "--country", "Atlantis", "--json"), "Atlantis");
    }

    private static void IsOneLine(Asked asked, string said)
    {
        asked.Code.ShouldBe(1);
        asked.Out.ShouldBeEmpty();
        asked.Error.Trim().ShouldNotContain('\n');
        asked.Error.ShouldContain(said);
        asked.Error.ShouldNotContain("fault");
    }
}

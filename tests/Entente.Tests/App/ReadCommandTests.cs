namespace Entente.Tests.App;

public class ReadCommandTests
{
    [Fact]
    public async Task What_cannot_be_read_is_one_line_that_says_what_and_what_to_do()
    {
        var folder = Directory.CreateTempSubdirectory("entente-").FullName;
        var none = await Asked.Of("read", Path.Combine(folder, "none.txt"), "--json");
        none.Code.ShouldBe(1);
        none.Out.ShouldBeEmpty();
        none.Error.ShouldContain("There is no file");
        none.Error.Trim().ShouldNotContain('\n');

        var isFolder = await Asked.Of("read", folder);
        isFolder.Code.ShouldBe(1);
        isFolder.Error.ShouldContain("is a folder");
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001\u0002PNG\0\0\0")]
    [InlineData("no list at all")]
    public async Task A_file_that_is_no_list_is_refused_without_a_trace(string content)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
        var asked = await Asked.Of("read", path);
        asked.Code.ShouldBe(1);
        asked.Out.ShouldBeEmpty();
        asked.Error.Trim().ShouldNotContain('\n');
        asked.Error.ShouldNotContain("   at ");
        asked.Error.ShouldNotContain("fault");
        File.Delete(path);
    }

    [Fact]
    public async Task A_file_without_an_end_is_refused()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "no such device here");
        var asked = await Asked.Of("read", "/dev/zero");
        asked.Code.ShouldBe(1);
        asked.Error.ShouldContain("too large");
    }
}

using Entente.App.Shell;
using Entente.Core;
using Entente.Store;

using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App;

/// <summary>An import that is stopped by Ctrl+C, or refused, leaves the folder as it was.</summary>
public sealed class StoppedImportTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly CancellationTokenSource stopping = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public void Dispose()
    {
        stopping.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task While_a_person_is_asked_it_stops_at_once()
    {
        using var silent = new Silent();
        (await RunAsync("Store this in the register", silent)).ShouldBe(1);
        Directory.Exists(folder.Data).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task While_it_writes_nothing_of_it_stays_not_even_an_empty_register(bool isFolderThere)
    {
        if (isFolderThere)
            Directory.CreateDirectory(folder.Data);
        (await RunAsync("agreements. Ctrl+C", TextReader.Null, "--yes")).ShouldBe(1);
        Directory.Exists(folder.Data).ShouldBe(isFolderThere);
        if (isFolderThere)
            Directory.EnumerateFileSystemEntries(folder.Data).ShouldBeEmpty();
        await folder.Import();
    }

    [Fact]
    public async Task A_register_that_was_there_stays_as_it_was()
    {
        await folder.Import(folder.File("list.csv", "No,Partner,Country,Type,Signed\n1,University of Vienna,Austria,MOU,2020-01-02\n"));
        (await RunAsync("agreements. Ctrl+C", TextReader.Null, "--yes")).ShouldBe(1);
        (await folder.Ask("count", "--json")).Json.GetProperty("total").GetProperty("all").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_holds_a_register_or_is_used_by_someone_else_stays(bool isUsed)
    {
        var made = DataFolder.Open(folder.Data, create: true);
        await using (var db = DataFolder.Open(folder.Data, create: false).For(1))
        {
            if (isUsed)
                await db.InReadAsync(UnmadeAsync, TestContext.Current.CancellationToken);
            db.Registers.Add(new Register(1, "Theirs", "UTC"));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await UnmadeAsync();
        (await DataFolder.Open(folder.Data, create: false).RegistersAsync(TestContext.Current.CancellationToken)).Count.ShouldBe(1);

        Task<bool> UnmadeAsync()
        {
            made.Unmake();
            return Task.FromResult(true);
        }
    }

    /// <summary>Ctrl+C once these words are said; the clock goes on with every look at it.</summary>
    private async Task<int> RunAsync(string words, TextReader input, params string[] more)
    {
        using var said = new Watched(words, stopping.Cancel);
        var clock = new FakeTimeProvider(Asked.Now) { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };
        var code = await Waiting.ForAsync(Task.Run(() => Cli.RunAsync(["import", TestFolder.Sample(), "--data", folder.Data, .. more], input, TextWriter.Null, said, clock, stopping.Token)), "the import has stopped");
        said.ToString().ShouldContain(words);
        said.ToString().ShouldContain("Stopped; nothing was changed.");
        return code;
    }

    /// <summary>A person at a terminal who types nothing: what waits for it cannot be told to stop.</summary>
    private sealed class Silent : TextReader
    {
        public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) => new(new TaskCompletionSource<string?>().Task);
    }

    private sealed class Watched(string words, Action then) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(words, StringComparison.Ordinal) == true)
                then();
        }
    }
}

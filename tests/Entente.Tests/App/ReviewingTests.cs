using System.Text;

using Entente.App.Imports;
using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.Core;
using Entente.Store;

using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App;

/// <summary>An empty register of its own for each test, in which lists are gone through.</summary>
public abstract class ReviewingTests : IAsyncLifetime
{
    protected static readonly Hand hand = new("Ada");

    protected TestFolder Folder { get; } = new();

    protected FakeTimeProvider Clock { get; } = new(Asked.Now);

    protected KeptReviews Kept { get; } = new();

    protected OpenRegister Open { get; private set; } = null!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Open = await OpenRegister.OpenOrMakeAsync(DataFolder.Open(Folder.Data, create: true), "Ours", "Ours", Clock, Stop);
        await Open.Db.SaveChangesAsync(Stop);
        await AgainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Open.DisposeAsync();
        Kept.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task<Guid> StartAsync(string list)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        return (await Reviews.StartAsync(Open, Kept, "list.csv", Encoding.UTF8.GetBytes(list), hand.Who, isShown: false, Stop)).Id;
    }

    protected async Task<ReviewFile> FileAsync(Guid id) => await Reviews.OpenAsync(Open, Kept, (await Reviews.FindAsync(Open, id, Stop))!, Stop);

    /// <summary>As the next request has it.</summary>
    protected async Task AgainAsync()
    {
        await Open.DisposeAsync();
        Open = await OpenRegister.OpenAsync(DataFolder.Open(Folder.Data, create: false), null, Clock, Stop);
    }
}

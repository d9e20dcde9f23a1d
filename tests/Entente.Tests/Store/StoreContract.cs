using Entente.Core;
using Entente.Store;

namespace Entente.Tests.Store;

/// <summary>What every engine has to hold. Each test has a store of its own.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    protected const int Ours = 1, Theirs = 2;

    /// <summary>An empty, migrated store, opened for one register.</summary>
    protected abstract RegisterDb Open(int registerId);

    public virtual async ValueTask InitializeAsync()
    {
        foreach (var (id, name) in new[] { (Ours, "Ours"), (Theirs, "Theirs") })
        {
            await using var db = Open(id);
            db.Registers.Add(new Register(id, name, "Europe/Vienna") { HomeCountry = "AT", OtherNames = ["Unsere"] });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
    }

    public abstract ValueTask DisposeAsync();

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;
}

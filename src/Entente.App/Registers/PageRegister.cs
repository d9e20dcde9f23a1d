using Entente.Store;

namespace Entente.App.Registers;

/// <summary>The register that one request is about, opened at most once and closed with the request.</summary>
public sealed class PageRegister(DataFolder folder, TimeProvider clock) : IAsyncDisposable
{
    private Task<OpenRegister>? opened;

    public Task<OpenRegister> OpenAsync() => opened ??= OpenRegister.OpenAsync(folder, null, clock);

    public async ValueTask DisposeAsync()
    {
        if (opened is { IsCompletedSuccessfully: true })
            await (await opened).DisposeAsync();
    }
}

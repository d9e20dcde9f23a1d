using Entente.Store;

namespace Entente.App.Registers;

/// <summary>What the pages are about.</summary>
/// <param name="Name">Null: the only one of the folder.</param>
public sealed record ServedRegister(string? Name);

/// <summary>The register that one request is about, opened at most once and closed with the request.</summary>
public sealed class PageRegister(DataFolder folder, ServedRegister served, TimeProvider clock) : IAsyncDisposable
{
    private Task<OpenRegister>? opened;

    public Task<OpenRegister> OpenAsync() => opened ??= OpenRegister.OpenAsync(folder, served.Name, clock);

    public async ValueTask DisposeAsync()
    {
        if (opened is { IsCompletedSuccessfully: true })
            await (await opened).DisposeAsync();
    }
}

using Entente.App.Lists;
using Entente.Store;

namespace Entente.App.Registers;

/// <summary>What the pages are about.</summary>
/// <param name="Name">Null: the only one of the folder.</param>
public sealed record ServedRegister(string? Name);

/// <summary>The register that one request is about, opened at most once and closed with the request.</summary>
public sealed class PageRegister(DataFolder folder, ServedRegister served, TimeProvider clock, KeptExtracts extracts) : IAsyncDisposable
{
    private Task<OpenRegister>? opened;

    public Task<OpenRegister> OpenAsync() => opened ??= OpenNowAsync();

    private async Task<OpenRegister> OpenNowAsync()
    {
        var open = await OpenRegister.OpenAsync(folder, served.Name, clock);
        open.Extracts = extracts;
        return open;
    }

    public async ValueTask DisposeAsync()
    {
        if (opened is { IsCompletedSuccessfully: true })
            await (await opened).DisposeAsync();
    }
}

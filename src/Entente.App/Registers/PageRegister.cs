using Entente.App.Lists;
using Entente.Store;

namespace Entente.App.Registers;

/// <summary>What the pages are about.</summary>
/// <param name="name">Null: the only one of the folder.</param>
public sealed class ServedRegister(string? name)
{
    public string? Name => name;

    /// <summary>Once it has been found; it stays the same one, whatever it is called later.</summary>
    public int? Id { get; internal set; }
}

/// <summary>The register that one request is about, opened at most once and closed with the request.</summary>
public sealed class PageRegister(DataFolder folder, ServedRegister served, TimeProvider clock, KeptExtracts extracts) : IAsyncDisposable
{
    private Task<OpenRegister>? opened;

    public Task<OpenRegister> OpenAsync() => opened ??= OpenNowAsync();

    private async Task<OpenRegister> OpenNowAsync()
    {
        var open = served.Id is { } id ? await OpenRegister.OpenAsync(folder, id, clock) : await OpenRegister.OpenAsync(folder, served.Name, clock);
        served.Id = open.Register.Id;
        open.Extracts = extracts;
        return open;
    }

    public async ValueTask DisposeAsync()
    {
        if (opened is { IsCompletedSuccessfully: true })
            await (await opened).DisposeAsync();
    }
}

using System.Globalization;

using Entente.App.Shell;
using Entente.Core;
using Entente.Formats.Ror;

namespace Entente.App.Partners;

/// <summary>The dump of the registry from a file, or from an address that was named: the one time that Entente asks another computer for anything.</summary>
internal static class RegistryDownload
{
    private const int Block = 1 << 17, MostRedirects = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), Longest = TimeSpan.FromMinutes(60), Each = TimeSpan.FromSeconds(2);

    /// <summary>Null for a file.</summary>
    public static Uri? AddressOf(string from) =>
        Uri.TryCreate(from, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;

    /// <exception cref="RefusedException">file.not-found, ror.is-folder, file.not-read, ror.not-had, ror.too-large.</exception>
    public static async Task<Stream> OpenAsync(Terminal terminal, string folder, string from, CancellationToken stop)
    {
        if (AddressOf(from) is { } address)
            return await DownloadAsync(terminal, folder, address, stop);
        if (Directory.Exists(from))
            throw new RefusedException("ror.is-folder", from);
        try
        {
            return new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read, Block, useAsync: true);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusedException("file.not-found", e, from, Path.GetFullPath(from));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new RefusedException("file.not-read", e, from, e.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>Into a file that is gone when it is closed.</summary>
    private static async Task<Stream> DownloadAsync(Terminal terminal, string folder, Uri address, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Longest);
        using var ways = new SocketsHttpHandler { MaxAutomaticRedirections = MostRedirects, ConnectTimeout = Patience };
        using var client = new HttpClient(ways) { Timeout = Longest };
        var file = new FileStream(
            Path.Combine(folder, "ror.download"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, Block, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (!answer.IsSuccessStatusCode)
                throw new RefusedException("ror.not-had", $"{address}", ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture));
            if (answer.Content.Headers.ContentLength > RorDump.MostBytes)
                throw TooLarge();
            await using var body = await answer.Content.ReadAsStreamAsync(limit.Token);
            await CopyAsync(terminal, body, file, limit);
            file.Position = 0;
            return file;
        }
        catch (Exception e)
        {
            await file.DisposeAsync();
            if (e is HttpRequestException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested))
                throw new RefusedException("ror.not-had", e, $"{address}", e.Message.ReplaceLineEndings(" "));
            throw;
        }
    }

    /// <summary>Whoever sends nothing for a minute is given up.</summary>
    private static async Task CopyAsync(Terminal terminal, Stream body, FileStream file, CancellationTokenSource limit)
    {
        var block = new byte[Block];
        var (last, all) = (terminal.Clock.GetTimestamp(), 0L);
        int length;
        while ((length = await body.ReadAsync(block, limit.Token).AsTask().WaitAsync(Patience, limit.Token)) > 0)
        {
            all += length;
            if (all > RorDump.MostBytes)
                throw TooLarge();
            await file.WriteAsync(block.AsMemory(0, length), limit.Token);
            if (terminal.Clock.GetElapsedTime(last) < Each)
                continue;
            last = terminal.Clock.GetTimestamp();
            terminal.Say(Wording.Of("ror.downloaded", (all >> 20).ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static RefusedException TooLarge() => new("ror.too-large", (RorDump.MostBytes >> 20).ToString(CultureInfo.InvariantCulture));
}

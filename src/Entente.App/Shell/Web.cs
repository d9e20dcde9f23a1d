using System.Net;
using System.Net.Sockets;

using Entente.App.Design;
using Entente.App.Reconciliation;
using Entente.App.Registers;
using Entente.Core;
using Entente.Store;

using Microsoft.AspNetCore.DataProtection;

namespace Entente.App.Shell;

/// <summary>The web application on one data folder: on this computer only, for it knows no sign-in.</summary>
public static class Web
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public static WebApplication Build(DataFolder folder, TimeProvider clock, string url, string? register = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        // Nothing but the address decides where it listens: no variable of the environment and no file beside the program.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls(url);
        Safety.Add(builder, new Uri(url));
        builder.Services.AddRouting();
        builder.Logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // That the address cannot be had is told in one line; the host would add its trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // The keys lie beside the register, which is as readable as they are.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton(folder);
        builder.Services.AddSingleton(new ServedRegister(register));
        builder.Services.AddSingleton(clock);
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder.Path, "keys")));
        Pages.Add(builder.Services);
        var app = builder.Build();
        Safety.Use(app);
        app.Use((http, next) =>
        {
            Shown.Begin();
            return next(http);
        });
        Pages.Use(app);
        ReconcileDoor.Use(app);
        app.UseAntiforgery();
        StaleForm.Use(app);
        Pages.Map(app);
        return app;
    }

    /// <summary>Serves until it is stopped.</summary>
    /// <param name="serving">Told the address once it answers.</param>
    /// <exception cref="RefusedException">serve.port-in-use, serve.not-allowed.</exception>
    public static async Task ServeAsync(WebApplication app, string url, Action<string> serving, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(serving);
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new RefusedException("serve.port-in-use", e, url);
        }
        catch (SocketException e)
        {
            throw new RefusedException("serve.not-allowed", e, url);
        }

        serving(app.Urls.First());
        await app.WaitForShutdownAsync(stop);
    }

    /// <summary>http on a loopback address, and nothing behind it.</summary>
    public static bool IsLocal(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp && uri.AbsolutePath == "/"
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}

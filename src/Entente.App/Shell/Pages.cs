using System.IO.Compression;

using Entente.App.Agreements;
using Entente.App.Imports;
using Entente.App.Lists;
using Entente.App.Partners;
using Entente.App.Reconciliation;
using Entente.App.Registers;
using Entente.App.Running;
using Entente.App.Sources;
using Entente.App.Statistics;
using Entente.Core;

using Microsoft.AspNetCore.ResponseCompression;

namespace Entente.App.Shell;

/// <summary>What the web application needs to show pages, and where they are.</summary>
internal static class Pages
{
    private const string ForEver = "public, max-age=31536000, immutable", AskAgain = "no-cache";

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<KeptExtracts>();
        services.AddScoped<PageRegister>();
        services.AddSingleton<SourceTexts>();
        services.AddSingleton<SourceCells>();
        services.AddSingleton<KeptReviews>();
        services.AddSingleton<RunningActs>();
        services.AddSingleton<LoadedRegistry>();
        services.AddSingleton<KnownInstitutions>();
        services.AddRazorComponents();
        services.AddResponseCompression(o => o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "text/csv"]);
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
    }

    /// <summary>Trouble is told in words, on a page of its own.</summary>
    public static void Use(WebApplication app)
    {
        app.UseResponseCompression();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/problem",
            CreateScopeForErrors = true,
            SuppressDiagnosticsCallback = trouble => trouble.Exception is RefusedException,
        });
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? ForEver : AskAgain,
        });
    }

    public static void Map(WebApplication app)
    {
        ListApi.Map(app);
        PartnersApi.Map(app);
        CountriesApi.Map(app);
        SourcesApi.Map(app);
        ReconcileApi.Map(app);
        app.MapRazorComponents<Document>();
    }
}

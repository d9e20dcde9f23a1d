using System.Text.Json.Serialization;

using Entente.App.Partners;
using Entente.App.Shell;

namespace Entente.App.Reconciliation;

/// <summary>What the service says of itself.</summary>
/// <param name="IdentifierSpace">Of partners; a record of the registry has its id in full.</param>
internal sealed record Manifest(
    IReadOnlyList<string> Versions, string Name, string IdentifierSpace, string SchemaSpace, IReadOnlyList<TypeView> DefaultTypes,
    AddressView View, PreviewView Preview, SuggestView Suggest, ExtendView Extend, int BatchSize)
{
    private const string Organisation = "https://schema.org/Organization";

    /// <param name="origin">Where it is served.</param>
    /// <param name="register">Null for a page of another site.</param>
    public static Manifest Of(string origin, string? register, IEnumerable<EntityKind> kinds)
    {
        var service = origin + ReconcileApi.Path;
        ServiceView At(string path) => new(origin, ReconcileApi.Path + path);
        return new Manifest(
            ["0.2"], register is null ? Wording.Of("reconcile.name") : Wording.Of("reconcile.name-of", register), $"{origin}{PartnerQuestion.Path}/", Organisation,
            [.. kinds.Select(TypeView.Of)],
            new AddressView($"{service}/view?id={{{{id}}}}"), new PreviewView($"{service}/preview?id={{{{id}}}}", 400, 200),
            new SuggestView(At("/suggest/entity"), At("/suggest/property"), At("/suggest/type")),
            new ExtendView(At("/properties"), [new SettingView(Extension.Limit, Wording.Of("reconcile.limit-label"), "number", 0, Wording.Of("reconcile.limit-help"))]),
            ReconcileBatch.Most);
    }
}

internal sealed record AddressView(string Url);

internal sealed record PreviewView(string Url, int Width, int Height);

internal sealed record ServiceView([property: JsonPropertyName("service_url")] string Address, [property: JsonPropertyName("service_path")] string Path);

internal sealed record SuggestView(ServiceView Entity, ServiceView Property, ServiceView Type);

internal sealed record ExtendView(
    [property: JsonPropertyName("propose_properties")] ServiceView Proposed, [property: JsonPropertyName("property_settings")] IReadOnlyList<SettingView> Settings);

internal sealed record SettingView(string Name, string Label, string Type, int Default, [property: JsonPropertyName("help_text")] string Help);

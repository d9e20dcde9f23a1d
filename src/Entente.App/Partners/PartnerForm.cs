using System.Globalization;

using Entente.App.Dates;
using Entente.App.Design;
using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.Core;
using Entente.Formats.Ror;

using Microsoft.AspNetCore.Components;

namespace Entente.App.Partners;

/// <summary>What the pages on which something is done with partners have in common.</summary>
public abstract class PartnerForm : ComponentBase
{
    [Inject] public PageRegister Opened { get; set; } = null!;

    [Inject] public LoadedRegistry Loaded { get; set; } = null!;

    [Inject] public NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    public OpenRegister Open { get; private set; } = null!;

    public ChosenDay Day { get; private set; } = null!;

    public Entry Entry { get; private set; } = null!;

    /// <summary>Null when none is loaded, or none that can be read.</summary>
    public RegistryFile? Registry { get; private set; }

    /// <summary>Why there is none.</summary>
    protected RefusedException? WithoutRegistry { get; private set; }

    protected CancellationToken Stop => Http.RequestAborted;

    protected override async Task OnInitializedAsync()
    {
        Entry = Entry.Of(Http);
        (Registry, WithoutRegistry) = Loaded.Look();
        var open = await Opened.OpenAsync();
        Day = ChosenDay.Parse(Http.Request.Query["on"], open.Today);
        Open = open;
        await LoadAsync();
    }

    /// <summary>What the page shows, as it is now.</summary>
    protected abstract Task LoadAsync();

    /// <summary>A partner as it stands on a page of many, for the value of a button: who it is, and the version that is shown.</summary>
    protected internal static string Seen(Partner partner) => $"{partner.Id:N}.{partner.Version}";

    /// <summary>The partner of a button, and the hand with the version that its page showed; null when the value is none.</summary>
    protected static (Guid Id, int? Version)? Sent(string value) => value.Split('.') is [var id, .. var version] && PartnerAddress.Parse(id) is { } partner
        ? (partner, version is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null) : null;

    /// <summary>Does it to the one partner, and tells its name.</summary>
    /// <param name="back">Where it can be undone, when that is not the next page.</param>
    protected Task SendAsync((Guid Id, int? Version) sent, Func<Hand, Task<Partner>> act, string next, string told, string? back = null)
    {
        var name = new string[1];
        return SendAsync(async hand => name[0] = (await act(hand with { Version = sent.Version })).ShownName, next, new Told(told, name, back));
    }

    /// <summary>Does it and goes on; what speaks against it is shown on the page as it is now.</summary>
    protected Task SendAsync(Func<Hand, Task> act, string next, string told, params string[] arguments) => SendAsync(act, next, new Told(told, arguments));

    private async Task SendAsync(Func<Hand, Task> act, string next, Told told)
    {
        if (await Entry.TryAsync(Http, act))
        {
            Told.Next(Http, told);
            Navigation.NavigateTo(next);
            return;
        }

        Open.Db.ChangeTracker.Clear();
        await LoadAsync();
    }
}

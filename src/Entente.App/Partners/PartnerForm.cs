using Entente.App.Dates;
using Entente.App.Design;
using Entente.App.Keeping;
using Entente.App.Registers;
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

    /// <summary>Null when none is loaded.</summary>
    public RegistryFile? Registry { get; private set; }

    protected CancellationToken Stop => Http.RequestAborted;

    protected override async Task OnInitializedAsync()
    {
        Entry = Entry.Of(Http);
        Registry = Loaded.Find();
        var open = await Opened.OpenAsync();
        Day = ChosenDay.Parse(Http.Request.Query["on"], open.Today);
        Open = open;
        await LoadAsync();
    }

    /// <summary>What the page shows, as it is now.</summary>
    protected abstract Task LoadAsync();

    /// <summary>Does it and goes on; what speaks against it is shown on the page as it is now.</summary>
    protected async Task SendAsync(Func<Hand, Task> act, string next, string told, params string[] arguments)
    {
        if (await Entry.TryAsync(Http, act))
        {
            Told.Next(Http, told, arguments);
            Navigation.NavigateTo(next);
            return;
        }

        Open.Db.ChangeTracker.Clear();
        await LoadAsync();
    }
}

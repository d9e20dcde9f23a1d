using Entente.App.Agreements;
using Entente.App.Dates;
using Entente.App.Design;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;

using Microsoft.AspNetCore.Components;

namespace Entente.App.Keeping;

/// <summary>What the forms about one agreement have in common: the agreement, what was typed, and what someone else did meanwhile.</summary>
public abstract class AgreementForm : ComponentBase
{
    [Inject] public PageRegister Opened { get; set; } = null!;

    [Inject] public NavigationManager Navigation { get; set; } = null!;

    [Parameter] public string Number { get; set; } = "";

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    public OpenRegister Open { get; private set; } = null!;

    public ChosenDay Day { get; private set; } = null!;

    public Entry Entry { get; private set; } = null!;

    /// <summary>As it is now; null when it is not, or no longer, in the register.</summary>
    public AgreementFile? File { get; private set; }

    /// <summary>As it was last, when it is in the bin.</summary>
    public Binned? Binned { get; private set; }

    /// <summary>What someone else did while the form was open.</summary>
    public Meanwhile? Meanwhile { get; private set; }

    /// <summary>It was deleted, and nothing was typed about it that would be lost.</summary>
    public virtual bool IsGone => Binned is not null && !Entry.IsSent;

    public Facts? Facts => File?.Agreement.Facts ?? Binned?.Facts;

    public int? Version => File?.Agreement.Version;

    /// <summary>Of the list that led to the agreement.</summary>
    public string? From { get; private set; }

    /// <summary>Of the agreement itself.</summary>
    public string Address => AgreementAddress.Of(Number, Day, From);

    protected override async Task OnInitializedAsync()
    {
        Open = await Opened.OpenAsync();
        Day = ChosenDay.Parse(Http.Request.Query["on"], Open.Today);
        From = Http.Request.Query["from"].FirstOrDefault() is { Length: > 0 } list ? list : null;
        // A slash within a number comes as it was escaped.
        Number = Number.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        Entry = Entry.Of(Http);
        await LoadAsync();
        if (Facts is null)
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            await PrepareAsync();
        if (IsGone)
            Answered.With(Http, StatusCodes.Status410Gone);
    }

    /// <summary>What a form needs beside the agreement.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Both versions are known; called before they are shown side by side.</summary>
    protected virtual void Compare(Meanwhile meanwhile)
    {
    }

    /// <summary>Does what the form asks for, and goes on to another page; else the form is shown again with what speaks against it.</summary>
    /// <param name="told">What was done, asked for after it.</param>
    /// <param name="next">Null: the page of the agreement.</param>
    protected async Task SendAsync(Func<Hand, Task> act, Func<Told> told, string? next = null)
    {
        if (await Entry.TryAsync(Http, act))
        {
            Told.Next(Http, told());
            Navigation.NavigateTo(next ?? Address);
            return;
        }

        await LoadAsync();
        if (!Entry.IsChangedSince || File is null)
            return;
        Meanwhile = await Meanwhile.OfAsync(Open.Db, File.Agreement, Entry.SeenVersion, Http.RequestAborted);
        Compare(Meanwhile);
    }

    private async Task LoadAsync()
    {
        File = await AgreementQueries.FindAsync(Open, Number, Day.On, Http.RequestAborted);
        Binned = File is null ? (await Keeping.InBinAsync(Open, Http.RequestAborted)).FirstOrDefault(b => b.Number == Number) : null;
    }
}

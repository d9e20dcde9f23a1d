using Entente.App.Design;
using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.App.Running;
using Entente.App.Shell;
using Entente.App.Sources;
using Entente.Core;

using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

/// <summary>What the pages of a list under review have in common: the list as it is now, what was typed, and where to go on.</summary>
public abstract class ReviewForm : ComponentBase
{
    [Inject] public PageRegister Opened { get; set; } = null!;

    [Inject] public KeptReviews Kept { get; set; } = null!;

    [Inject] public RunningActs Acts { get; set; } = null!;

    [Inject] public NavigationManager Navigation { get; set; } = null!;

    [Parameter] public string Id { get; set; } = "";

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    public OpenRegister Open { get; private set; } = null!;

    public Entry Entry { get; private set; } = null!;

    public ReviewQuestion Question { get; private set; } = null!;

    /// <summary>Null when there is no such list under review.</summary>
    public ReviewFile? File { get; private set; }

    protected CancellationToken Stop => Http.RequestAborted;

    protected override async Task OnInitializedAsync()
    {
        Open = await Opened.OpenAsync();
        Entry = Entry.Of(Http);
        Question = ReviewQuestion.Parse(Id, Http.Request.Query);
        if (HttpMethods.IsGet(Http.Request.Method) && await OpeningAsync() is { } opening)
        {
            Navigation.NavigateTo(opening);
            return;
        }

        await LoadAsync();
        if (File is null && HttpMethods.IsGet(Http.Request.Method) && await EditionAsync() is { } sha256)
            Navigation.NavigateTo($"/sources/{sha256}");
        else if (File is null)
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            await PrepareAsync();
    }

    /// <summary>What a page needs beside the list.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>What could not be done is shown beside the list as it is now.</summary>
    protected async Task<bool> DoneAsync(Func<Hand, Task> act)
    {
        if (await Entry.TryAsync(Http, act))
            return true;
        await ShowAgainAsync();
        return false;
    }

    /// <summary>What may take its time: on its own connection, and with a page that shows how far it is.</summary>
    /// <param name="act">What was typed is read before it begins.</param>
    protected async Task GoAsync(RunningKind kind, Func<Hand, Func<OpenRegister, CancellationToken, Task<ActEnd>>> act)
    {
        var about = new ActAbout(kind, File!.Review.SourceName, Http.Request.Path + Http.Request.QueryString, kind == RunningKind.Store ? $"{Question.Review}" : null);
        if (!await Acts.GoAsync(Http, Navigation, Entry, hand => Task.FromResult(Acts.Begin(Open.Register.Id, about, hand.Who, act(hand)))))
            await ShowAgainAsync();
    }

    private async Task ShowAgainAsync()
    {
        Open.Db.ChangeTracker.Clear();
        await LoadAsync();
        if (File is not null)
            await PrepareAsync();
    }

    protected void GoOn(string address, string told, params string[] arguments) => GoOn(address, new Told(told, arguments));

    protected void GoOn(string address, Told told)
    {
        ArgumentNullException.ThrowIfNull(told);
        Told.Next(Http, told);
        Navigation.NavigateTo(address);
    }

    /// <summary>The page of the act that opens it, where it has to be read or compared first and that takes its time; null once it can be shown.</summary>
    private async Task<string?> OpeningAsync()
    {
        if (await Reviews.FindAsync(Open, Question.Review, Stop) is not { EditionId: null } review || await Kept.HasAsync(Open, review, Stop))
            return null;
        var address = Http.Request.Path + Http.Request.QueryString;
        var act = Acts.Begin(Open.Register.Id, new ActAbout(RunningKind.Open, review.SourceName, ImportsPage.Path, address), Environment.UserName, async (own, stop) =>
        {
            await Kept.CompareAsync(own, (await Reviews.FindAsync(own, review.Id, stop))!, stop);
            return new ActEnd(address, null);
        });
        return await Acts.EndAsync(act) is null ? RunningPage.AddressOf(act) : null;
    }

    private async Task LoadAsync()
    {
        var review = await Reviews.FindAsync(Open, Question.Review, Stop);
        File = review is { EditionId: null } ? await Reviews.OpenAsync(Open, Kept, review, Stop) : null;
    }

    /// <summary>What a list became that was stored meanwhile.</summary>
    private async Task<string?> EditionAsync() =>
        await Open.Db.Reviews.AnyAsync(r => r.Id == Question.Review && r.EditionId != null, Stop) ? await Open.Db.Reviews.Where(r => r.Id == Question.Review).Select(r => r.Sha256).SingleAsync(Stop) : null;
}

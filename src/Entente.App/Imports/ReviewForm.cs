using Entente.App.Design;
using Entente.App.Keeping;
using Entente.App.Registers;
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
        Open.Db.ChangeTracker.Clear();
        await LoadAsync();
        if (File is not null)
            await PrepareAsync();
        return false;
    }

    protected void GoOn(string address, string told, params string[] arguments)
    {
        Told.Next(Http, told, arguments);
        Navigation.NavigateTo(address);
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

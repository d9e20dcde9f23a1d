using System.Globalization;

using Entente.App.Keeping;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Design;

/// <summary>A form as a person filled it in, and what speaks against it. Whatever goes wrong, what was typed is shown again.</summary>
public sealed class Entry
{
    public const string Confirmed = "confirmed", Version = "version", Reason = "reason";

    /// <summary>The field in which a form tells its name.</summary>
    private const string Handler = "_handler";

    private readonly IFormCollection? typed;
    private readonly Dictionary<string, string> marks = [];
    private Func<string, bool> isForgotten = _ => false;

    private Entry(IFormCollection? typed) => this.typed = typed;

    /// <summary>Whether the form was sent, and is not shown for the first time.</summary>
    public bool IsSent => typed is not null;

    /// <summary>Whether it is this form of the page that was sent.</summary>
    public bool IsSentAs(string form) => typed?[Handler].FirstOrDefault() is var sent && sent == form;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public IReadOnlyList<Objection> Objections { get; private set; } = [];

    /// <summary>Why nothing at all was done.</summary>
    public RefusedException? Refused { get; private set; }

    /// <summary>Someone else changed the record after this form was opened.</summary>
    public bool IsChangedSince => Refused?.Code is "record.changed-since" or "finding.changed-since" || IsListChangedSince;

    /// <summary>The same of a list under review, or of a record in it: the refusal says of which.</summary>
    public bool IsListChangedSince => Refused?.Code is "review.changed-since" or "review.record-changed-since";

    /// <summary>There is nothing to mend and to send again.</summary>
    public bool HasNothingToDo => Refused?.Code is "review.nothing-to-undo" or "review.no-step";

    public bool CanBeConfirmed => Objections.Count > 0 && Objections.All(o => !o.IsRefusal);

    public bool HasTrouble => Problems.Count > 0 || Objections.Count > 0 || Refused is not null;

    /// <param name="form">The name of the form, on a page that has several: what was sent with another is not its own.</param>
    public static Entry Of(HttpContext http, string? form = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        var stale = http.Features.Get<StaleForm>();
        var sent = stale?.Typed ?? (HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType ? http.Request.Form : null);
        var entry = new Entry(form is null || sent?[Handler].ToString() == form ? sent : null);
        if (stale is not null && entry.IsSent)
        {
            entry.Refused = new RefusedException("form.stale");
            Refuse(http);
        }

        return entry;
    }

    /// <summary>What was sent with an answer before this one.</summary>
    public static Entry Again(IFormCollection typed) => new(typed);

    /// <summary>What was typed, else what is there so far.</summary>
    public string Value(string field, string? otherwise = null) => HasTyped(field) ? typed![field].FirstOrDefault() ?? "" : otherwise ?? "";

    public IReadOnlyList<string> Values(string field) => HasTyped(field) ? [.. typed![field].OfType<string>()] : [];

    public bool IsTicked(string field, bool otherwise = false) => HasTyped(field) ? typed!.ContainsKey(field) : otherwise;

    /// <summary>How many of a list of fields were sent: "partner-1-name", "partner-2-name" are two of "partner".</summary>
    public int Count(string list)
    {
        var count = 0;
        while (typed is not null && !isForgotten($"{list}-") && typed.Keys.Any(k => k.StartsWith($"{list}-{count + 1}-", StringComparison.Ordinal)))
            count++;
        return count;
    }

    /// <summary>Fields that are shown as they are now, and no longer as they were sent.</summary>
    public void Forget(Func<string, bool> fields)
    {
        var before = isForgotten;
        isForgotten = field => before(field) || fields(field);
    }

    /// <summary>Something to be read beside a field.</summary>
    public void Mark(string field, string words) => marks[field] = words;

    public string? Marked(string field) => marks.GetValueOrDefault(field);

    /// <summary>All that is wrong with one field, in words; null when nothing is.</summary>
    public string? Wrong(string field)
    {
        var wrong = Problems.Where(p => p.Field == field).Select(Wording.Of).Concat(Objections.Where(o => o.Field == field).Select(Wording.Of)).ToList();
        return wrong.Count == 0 ? null : string.Join(' ', wrong);
    }

    /// <summary>What a button says that confirms all that was asked.</summary>
    public string Confirmation => string.Join(' ', Objections.Select(Said));

    /// <summary>The version that the person has seen: the one that the form was opened with, until both versions were shown.</summary>
    public int? SeenVersion => SeenNumber(Version);

    /// <summary>The same of a form that is about several records, by the field of one of them.</summary>
    public int? SeenNumber(string field) => int.TryParse(Value(field), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;

    /// <summary>Does what the form asks for. What a person has confirmed counts for the objections that were shown, and for no other.</summary>
    /// <returns>Whether it was done; if not, everything that speaks against it can be read here.</returns>
    public async Task<bool> TryAsync(HttpContext http, Func<Hand, Task> act)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(act);
        var hand = new Hand(Environment.UserName, Value(Reason).Trim() is { Length: > 0 } why ? why : null, SeenVersion);
        try
        {
            await act(hand);
            return true;
        }
        catch (ObjectionException speaks) when (speaks.CanBeConfirmed && speaks.Objections.All(IsConfirmed))
        {
            return await AgainAsync(http, () => act(hand with { IsConfirmed = true }));
        }
        catch (Exception e) when (Takes(e))
        {
            return Refuse(http);
        }
    }

    private bool HasTyped(string field) => typed is not null && !isForgotten(field);

    private bool IsConfirmed(Objection objection) => Value(Confirmed).Split(' ').Contains(Said(objection));

    private static string Said(Objection objection) => Uri.EscapeDataString($"{objection.Code} {string.Join(' ', objection.Arguments)}");

    private async Task<bool> AgainAsync(HttpContext http, Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception e) when (Takes(e))
        {
            return Refuse(http);
        }
    }

    private bool Takes(Exception e)
    {
        (Problems, Objections, Refused) = e switch
        {
            FieldsException fields => (fields.Problems, [], null),
            ObjectionException speaks => ([], speaks.Objections, null),
            RefusedException refused => ([], [], refused),
            _ => ((IReadOnlyList<FieldProblem>)[], (IReadOnlyList<Objection>)[], (RefusedException?)null),
        };
        return HasTrouble;
    }

    private static bool Refuse(HttpContext http)
    {
        Answered.With(http, StatusCodes.Status422UnprocessableEntity);
        return false;
    }
}

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

    private Entry(IFormCollection? typed) => this.typed = typed;

    /// <summary>Whether the form was sent, and is not shown for the first time.</summary>
    public bool IsSent => typed is not null;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public IReadOnlyList<Objection> Objections { get; private set; } = [];

    /// <summary>Why nothing at all was done.</summary>
    public RefusedException? Refused { get; private set; }

    /// <summary>Someone else changed the record after this form was opened.</summary>
    public bool IsChangedSince => Refused?.Code == "record.changed-since";

    public bool CanBeConfirmed => Objections.Count > 0 && Objections.All(o => !o.IsRefusal);

    public bool HasTrouble => Problems.Count > 0 || Objections.Count > 0 || Refused is not null;

    /// <param name="form">The name of the form, on a page that has several: what was sent with another is not its own.</param>
    public static Entry Of(HttpContext http, string? form = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        var sent = HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType ? http.Request.Form : null;
        return new Entry(form is null || sent?[Handler].ToString() == form ? sent : null);
    }

    /// <summary>What was typed, else what is there so far.</summary>
    public string Value(string field, string? otherwise = null) => typed is null ? otherwise ?? "" : typed[field].FirstOrDefault() ?? "";

    public IReadOnlyList<string> Values(string field) => typed is null ? [] : [.. typed[field].OfType<string>()];

    public bool IsTicked(string field, bool otherwise = false) => typed is null ? otherwise : typed.ContainsKey(field);

    /// <summary>What is wrong with one field, in words; null when nothing is.</summary>
    public string? Wrong(string field) =>
        Problems.FirstOrDefault(p => p.Field == field) is { } problem ? Wording.Of(problem)
        : Objections.FirstOrDefault(o => o.Field == field) is { } objection ? Wording.Of(objection) : null;

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
        catch (ObjectionException speaks) when (speaks.CanBeConfirmed && speaks.Objections.All(o => Values(Confirmed).Contains(o.Code)))
        {
            return await AgainAsync(http, () => act(hand with { IsConfirmed = true }));
        }
        catch (Exception e) when (Takes(e))
        {
            return Refuse(http);
        }
    }

    private int? SeenVersion => int.TryParse(Value(Version), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;

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

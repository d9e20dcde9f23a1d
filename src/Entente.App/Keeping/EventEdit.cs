using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Keeping;

/// <summary>An act of a record as it is typed: its day and, where it has one, the end of its period.</summary>
/// <param name="Note">Null leaves it as it is.</param>
/// <param name="From">The day from which its period counts, where that is another day; null leaves it as it is.</param>
public sealed record EventEdit(string Act, string On, string? Until = null, string? Note = null, string? From = null)
{
    /// <summary>The act is taken out.</summary>
    public static readonly EventEdit Out = new("", "");

    /// <summary>As a form shows it. What could not be read is shown as it is printed.</summary>
    public static EventEdit Of(Event happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return new EventEdit(
            Words.Kebab(happened.Act), happened.On?.ToString() ?? happened.Text, happened.Until?.ToString() ?? "", happened.Note ?? "", happened.From?.ToString() ?? "");
    }

    /// <param name="at">1-based.</param>
    public static string Field(int at, string part) => $"event-{at}-{part}";

    /// <summary>The whole list as it is typed. An act that is typed as it was stays as it is; one of which only the act is left goes.</summary>
    internal static IReadOnlyList<Event> Apply(IReadOnlyList<EventEdit> typed, IReadOnlyList<Event> before, List<FieldProblem> problems)
    {
        var own = Own(typed, before);
        var events = new List<Event>();
        for (var i = 0; i < typed.Count; i++)
        {
            var edit = typed[i];
            var isEmpty = string.IsNullOrWhiteSpace(edit.On + edit.Until + edit.Note + edit.From);
            if (isEmpty && (i < before.Count || string.IsNullOrWhiteSpace(edit.Act)))
                continue;
            if (own[i] is { } same && edit.Says(same))
                events.Add(same);
            else if (edit.Read(own[i], i + 1, problems) is { } happened)
                events.Add(happened);
        }

        return events;
    }

    /// <summary>What each typed act was before: the one that it still says, else the one in its place.</summary>
    private static Event?[] Own(IReadOnlyList<EventEdit> typed, IReadOnlyList<Event> before)
    {
        var own = new int?[typed.Count];
        for (var i = 0; i < typed.Count; i++)
        {
            int[] near = i < before.Count ? [i, .. Enumerable.Range(0, before.Count)] : [.. Enumerable.Range(0, before.Count)];
            own[i] = near.Cast<int?>().FirstOrDefault(b => typed[i].Says(before[b!.Value]) && !own.Contains(b));
        }

        for (var i = 0; i < Math.Min(typed.Count, before.Count); i++)
            own[i] ??= own.Contains(i) ? null : i;
        return [.. own.Select(b => b is { } at ? before[at] : null)];
    }

    private bool Says(Event happened)
    {
        var was = Of(happened);
        return Act == was.Act && On.Trim() == was.On && (Until ?? "").Trim() == was.Until && Is(Note, was.Note) && Is(From, was.From);

        static bool Is(string? typed, string? was) => typed is null || typed.Trim() == was;
    }

    /// <summary>What a source prints stays beside what it means.</summary>
    private Event? Read(Event? own, int at, List<FieldProblem> problems)
    {
        if (Words.Parse<Act>(Act) is not { } act)
        {
            problems.Add(new FieldProblem(Field(at, "act"), string.IsNullOrWhiteSpace(Act) ? "field.act-none" : "field.act", Act));
            return null;
        }

        if (string.IsNullOrWhiteSpace(On))
            problems.Add(new FieldProblem(Field(at, "on"), "field.day-none", ""));
        var isUnread = own is { On: null } && On.Trim() == own.Text;
        var on = isUnread || string.IsNullOrWhiteSpace(On) ? null : Typed.Date(Field(at, "on"), On, problems);
        var until = string.IsNullOrWhiteSpace(Until) ? null : Typed.Date(Field(at, "until"), Until, problems);
        var from = From is null ? own?.From : string.IsNullOrWhiteSpace(From) ? null : Typed.Date(Field(at, "from"), From, problems);
        var note = Note is null ? own?.Note : string.IsNullOrWhiteSpace(Note) ? null : Note.Trim();
        return own is { Places.Count: > 0 }
            ? own with { Act = act, On = on, Until = until, From = from, Note = note }
            : new Event(act, on, until, On.Trim()) { From = from, Note = note };
    }
}

using Entente.App.Shell;
using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Exports;

/// <summary>The acts and ends of an agreement as the cells of its dates say them. A signing and its renewals are told by their order; where
/// there is any other act, each says what it is.</summary>
internal static class PrintedActs
{
    private const int FirstSeason = 21, FirstQuarter = 33;

    /// <summary>What stands with the begin, in its order.</summary>
    public static IEnumerable<string> Begins(Facts facts)
    {
        var acts = facts.Events.Where(e => !SaysEnd(e)).ToList();
        var isPlain = acts.FindAll(e => e.On is not null) is var dated && dated.Index().All(e => e.Item.Act == (e.Index == 0 ? Act.Signed : Act.Renewed));
        var isSignedOnce = acts.Count(e => e.Act == Act.Signed) == 1;
        return acts.Select((act, i) => act.On is null ? act.Text : isPlain || (i == 0 && act.Act == Act.Signed && isSignedOnce) ? Span(act) : Worded(act, Span(act)));
    }

    /// <summary>What ends an agreement or carries its end further stands with that, and so does a day of which nobody can tell whether it is an act.</summary>
    public static IEnumerable<string> Stops(Facts facts) =>
        facts.Events.Where(SaysEnd).Select(e => IsExtension(e) ? PageWords.Say("printed.extended-until", Date(e.Until!)) : e.On is { } on ? Worded(e, Date(on)) : e.Text);

    /// <summary>The ends that are printed or typed. One that follows from the length, or that an extension says, is not said twice.</summary>
    public static IEnumerable<string> Ends(Facts facts)
    {
        var ends = facts.Ends;
        var stated = Ending.Stated(ends).Select(e => (EdtfValue)e.On).ToList();
        if (stated.Count == 0 && ends is { Basis: EndsBasis.Stated or EndsBasis.Conflict, On: { } only })
            stated.Add(only);
        if (stated.Count == 0 && ends is { Basis: EndsBasis.Unstated, Text: { } text })
            return [text];
        return stated.Where(on => !facts.Events.Any(e => IsExtension(e) && on.Equals(e.Until))).Distinct().Select(Date);
    }

    private static bool SaysEnd(Event act) => act.Act is Act.Terminated or Act.Superseded or Act.Unclear || IsExtension(act);

    /// <summary>One of which only the end is known; one with a day is an act like any other.</summary>
    private static bool IsExtension(Event act) => act is { Act: Act.Extended, On: null, Until: not null };

    private static string Span(Event act) => act.Until is { } until ? $"{Date(act.On!)} – {Date(until)}" : Date(act.On!);

    private static string Worded(Event act, string date) => PageWords.Say($"printed.act.{Words.Kebab(act.Act)}", date);

    /// <summary>2022-11-08 as 2022.11.08, 2019-05~ as 2019.05~ and 2023-21 as Spring 2023; what is no plain date stays as it is.</summary>
    private static string Date(EdtfValue date)
    {
        var text = date.ToString()!;
        var plain = text.TrimEnd('?', '~', '%');
        if (date is EdtfDate { Season: { } season, Year: { } year } && season is (>= FirstSeason and < FirstSeason + 4) or (>= FirstQuarter and < FirstQuarter + 4))
            return PageWords.Say($"printed.season.{season}", $"{year}") + text[plain.Length..];
        return plain.All(c => char.IsAsciiDigit(c) || c == '-') ? text.Replace('-', '.') : text;
    }
}

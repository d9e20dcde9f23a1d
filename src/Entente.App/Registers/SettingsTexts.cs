using System.Globalization;

using Entente.App.Agreements;
using Entente.App.Imports;
using Entente.App.Shell;
using Entente.Core;
using Entente.Store.Writing;

namespace Entente.App.Registers;

/// <summary>A setting that one state of a register says otherwise than another.</summary>
/// <param name="Setting">In words.</param>
/// <param name="Was">Null: what it was is not kept.</param>
public sealed record SettingsDifference(string Setting, string? Was, string Is);

/// <summary>The settings of a register in words.</summary>
internal static class SettingsTexts
{
    /// <param name="before">Null: not kept; then all that is set is told.</param>
    public static IReadOnlyList<SettingsDifference> Differences(SettingsAfter? before, SettingsAfter after)
    {
        // A kind that was renamed, or is no more, is the same kind.
        IReadOnlyList<RegisterKind> kinds = [.. after.Kinds, .. before?.Kinds ?? []];
        var (was, now) = (before is null ? [] : Of(before, kinds), Of(after, kinds));
        return
        [
            .. now.Where(n => was.GetValueOrDefault(n.Key, "") != n.Value).Select(n => new SettingsDifference(n.Key, before is null ? null : was.GetValueOrDefault(n.Key, ""), n.Value)),
            .. was.Where(w => !now.ContainsKey(w.Key)).Select(w => new SettingsDifference(w.Key, w.Value, "")),
        ];
    }

    private static Dictionary<string, string> Of(SettingsAfter settings, IReadOnlyList<RegisterKind> kinds)
    {
        var texts = new Dictionary<string, string>
        {
            [PageWords.Say("settings.name")] = settings.Name,
            [PageWords.Say("settings.other-names")] = string.Join("; ", settings.OtherNames),
            [PageWords.Say("settings.country-names")] = SettingsForm.Names(settings.CountryNames, "; "),
            [PageWords.Say("settings.home-country")] = Shown.Country(settings.HomeCountry),
            [PageWords.Say("settings.time-zone")] = settings.TimeZone,
            [PageWords.Say("settings.listed-on")] = settings.ListedOn is { } listed ? Shown.Date(listed) : "",
            [PageWords.Say("settings.counting")] = Counting(settings.Counting),
            [PageWords.Say("settings.ends-soon")] = PageWords.Say("settings.days", settings.EndsSoonDays.ToString(CultureInfo.InvariantCulture)),
        };
        foreach (var kind in settings.Kinds)
            texts[PageWords.Say("settings.kind", KindWords.Of(kinds, kind.Code))] = Kind(settings.Kinds, kind);
        foreach (var rule in settings.Rules)
            texts[PageWords.Say("rules.of", RuleWords.Field(rule.Field), rule.Printed)] = RuleWords.Meaning(rule);
        return texts;
    }

    private static string Counting(CountingRule rule) => Wording.Of("counting", rule);

    private static string Kind(IReadOnlyList<RegisterKind> kinds, RegisterKind kind) => string.Join("; ", kind.Wordings.Prepend(KindWords.Of(kinds, kind.Code)));
}

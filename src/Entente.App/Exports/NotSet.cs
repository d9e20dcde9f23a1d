using System.Globalization;
using System.Text;

using Entente.App.Shell;
using Entente.Formats.Pdf;

namespace Entente.App.Exports;

/// <summary>Characters that a PDF shows as marks, with the agreements where they stand, so that they can be said.</summary>
internal sealed class NotSet
{
    private const int Most = 20;

    private readonly SortedDictionary<string, (SortedSet<Rune> Characters, List<string> Agreements)> reasons = new(StringComparer.Ordinal);

    /// <param name="agreement">Its number; null for what stands over the list.</param>
    public void Add(string? agreement, IEnumerable<PdfMissing> missing)
    {
        foreach (var character in missing)
        {
            var reason = Reason(character);
            if (!reasons.TryGetValue(reason, out var same))
                reasons[reason] = same = ([], []);
            same.Characters.Add(character.Character);
            if (agreement is not null && (same.Agreements.Count == 0 || same.Agreements[^1] != agreement))
                same.Agreements.Add(agreement);
        }
    }

    public IReadOnlyList<string> InWords() =>
        [.. reasons.Select(r => PageWords.Say(r.Key, Some(r.Value.Characters.Select(Told)), Some(r.Value.Agreements)))];

    private static string Reason(PdfMissing missing) => missing switch
    {
        { Character.IsBmp: false } => "printed.not-settable",
        { NeedsFont: false } => "printed.not-shaped",
        { Character.Value: (>= 0x1100 and <= 0x11FF) or (>= 0x2E80 and <= 0xD7FF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE4F) or (>= 0xFF00 and <= 0xFFEF) } => "printed.no-font-han",
        _ => "printed.no-font",
    };

    /// <summary>The file that says it does not have the character, but has its number.</summary>
    private static string Told(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"{rune} (U+{rune.Value:X4})");

    private static string Some(IEnumerable<string> all)
    {
        var said = all.ToList();
        var list = string.Join(", ", said.Take(Most));
        return said.Count == 0 ? "–" : said.Count <= Most ? list : PageWords.Say("printed.and-more", list, PageWords.Number(said.Count - Most));
    }
}

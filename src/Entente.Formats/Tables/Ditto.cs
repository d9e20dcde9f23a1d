namespace Entente.Formats.Tables;

/// <summary>Signs and words that say: as above.</summary>
internal static class Ditto
{
    private static readonly HashSet<string> marks = new(StringComparer.OrdinalIgnoreCase)
    {
        "\"", "\"\"", "''", "“", "”", "„", "″", "〃", "–\"–", "-\"-", "- \" -", "—\"—", "-//-", "—//—", "//", "ditto", "do.", "idem", "id.", "ídem", "dito", "тот же", "та же", "то же", "同上", "同前", "상동", "동상", "위와 같음",
    };

    public static bool Is(string text) => text.Length <= 12 && marks.Contains(text.Trim());
}

using System.Globalization;

using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>A small table of countries and how many there are of each, which offices set beside their list.</summary>
internal static class CountryCounts
{
    private const int FewestRows = 3, MostRows = 250, MostColumns = 3, MostLooked = 2_000;

    private const double Countries = 0.75;

    /// <summary>Whether texts below some heads are such: each country stands there once, and numbers behind it.</summary>
    /// <param name="heads">Those of its columns.</param>
    /// <param name="rows">What stands below, row by row.</param>
    public static bool Are(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (heads.Count is < 2 or > MostColumns || FieldOf(heads[0]) == "partner" || heads.Skip(1).Any(h => FieldOf(h) is "start" or "end" or "period" or "term"))
            return false;
        var counted = rows.Take(MostLooked).Where(r => r[0].Length > 0 && r.Skip(1).Any(t => t.Length > 0)).Take(MostRows + 1).ToList();
        // Heads need not be known ones.
        if (counted is [var first, ..] && !first.Skip(1).Any(IsNumber))
            counted.RemoveAt(0);
        if (counted.Count is < FewestRows or > MostRows || !counted.TrueForAll(r => r.Skip(1).All(IsNumber)))
            return false;
        var countries = counted.Select(r => new CellContent(r[0], Kinds.BuiltIn).Countries).Where(c => c.Count == 1).Select(c => c[0].Code).ToList();
        return countries.Count >= Countries * counted.Count && countries.Distinct().Count() == countries.Count;
    }

    private static string? FieldOf(string head) => Heads.FieldsOf(head) is [{ Score: >= SideTables.Known } first, ..] ? first.Field : null;

    /// <summary>A share is one too.</summary>
    private static bool IsNumber(string text) => text.Length > 0 && decimal.TryParse(text.TrimEnd('%', ' ').Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}

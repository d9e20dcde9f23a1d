using CsvHelper;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Lists in the manner of many offices: nothing of them is lost, and what is read is what a person reads.</summary>
public class CorpusTests
{
    /// <summary>Tables that lay out a page hold others, and are not told apart yet.</summary>
    private static readonly string[] unread = ["en-html-nested-layout-tables"];

    public static TheoryData<string> Lists => [.. Directory.GetDirectories(Checkout.Path("tests", "corpus")).Select(f => Path.GetFileName(f)).Except(unread).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Its_records_are_found(string list)
    {
        var partners = Partners(list);
        var read = Read(list).Drafts.Select(d => d.Facts.Title ?? d.Facts.Parties[0].Name).ToList();
        var found = partners.Count(p => read.Exists(r => r.Contains(p, StringComparison.Ordinal)));
        (found * 10).ShouldBeGreaterThanOrEqualTo(partners.Count * 7, string.Join("; ", read));
        read.Count.ShouldBeLessThanOrEqualTo(partners.Count + 3, string.Join("; ", read));
    }

    [Fact]
    public void Of_all_of_them_nearly_every_name_is_read_exactly()
    {
        var (all, exact) = (0, 0);
        foreach (var list in Lists.Select(l => l.Data))
        {
            var read = Read(list).Drafts.Select(d => d.Facts.Title ?? d.Facts.Parties[0].Name).ToHashSet();
            all += Partners(list).Count;
            exact += Partners(list).Count(read.Contains);
        }

        ((double)exact / all).ShouldBeGreaterThan(0.88);
    }

    private static SourceReading Read(string list)
    {
        var file = Directory.GetFiles(Checkout.Path("tests", "corpus", list), "source.*").Single();
        return SourceReader.Read(Path.GetFileName(file), File.ReadAllBytes(file), new ReadOptions());
    }

    private static List<string> Partners(string list)
    {
        using var csv = new CsvReader(File.OpenText(Checkout.Path("tests", "corpus", list, "truth.csv")), System.Globalization.CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var partners = new List<string>();
        while (csv.Read())
            partners.Add(csv.GetField("partner")!);
        return partners;
    }
}

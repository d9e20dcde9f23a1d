using CsvHelper;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Lists in the manner of many offices: nothing of them is lost, and what is read is what a person reads.</summary>
public class CorpusTests
{
    /// <summary>Told in the sentences of a newspaper, of minutes and of a report in two columns: read in part.</summary>
    private static readonly string[] told = ["en-html-news", "it-pdf-valle-serena", "sr-txt-zapisnik"];

    public static TheoryData<string> Lists => [.. Directory.GetDirectories(Checkout.Path("tests", "corpus")).Select(f => Path.GetFileName(f)).Where(n => !told.Contains(n)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Its_records_are_found(string list)
    {
        var partners = Partners(list);
        foreach (var file in Files(list))
            Finds(partners, [.. Read(file).Drafts.Select(NameOf)]);
    }

    private static void Finds(List<string> partners, List<string> read)
    {
        var found = partners.Count(p => read.Exists(r => r.Contains(p, StringComparison.Ordinal)));
        (found * 100).ShouldBeGreaterThanOrEqualTo(partners.Count * 75, string.Join("; ", read));
        read.Count.ShouldBeLessThanOrEqualTo(partners.Count + 2, string.Join("; ", read));
    }

    [Fact]
    public void Of_all_of_them_nearly_every_name_is_read_exactly()
    {
        var (all, exact) = (0, 0);
        foreach (var list in Lists.Select(l => l.Data))
        {
            var read = Read(Files(list)[0]).Drafts.Select(NameOf).ToHashSet();
            all += Partners(list).Count;
            exact += Partners(list).Count(read.Contains);
        }

        ((double)exact / all).ShouldBeGreaterThan(0.97);
    }

    private static string NameOf(Draft draft) => draft.Facts.Parties[0].Name.Length > 0 ? string.Join("; ", draft.Facts.Parties.Select(p => p.Name).Where(n => n.Length > 0)) : draft.Facts.Title ?? "";

    private static string[] Files(string list) => [.. Directory.GetFiles(Checkout.Path("tests", "corpus", list), "source.*").Order(StringComparer.Ordinal)];

    private static SourceReading Read(string file) => SourceReader.Read(Path.GetFileName(file), File.ReadAllBytes(file), new ReadOptions());

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

using Entente.App.Agreements;
using Entente.App.Exports;
using Entente.App.Imports;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;
using Entente.Formats;

namespace Entente.Bench;

/// <summary>Writes lists as the file of a register, a PDF or another, reads that, and counts what came back otherwise: by itself, and as the next edition of the list.</summary>
internal static class PrintedScore
{
    private static readonly string[] Printed = ["partner", "country", "kind", "start", "term", "end"];

    public static async Task RunAsync(IReadOnlyList<string> folders, ExportFormat format, bool isVerbose)
    {
        Console.WriteLine($"{"list",-44} {"rows",5} {"alone",6} {"new",5} {"gone",5} {"changed",8} {"doubt",6}");
        var all = new List<Counts>();
        foreach (var file in folders.SelectMany(FilesIn).Order(StringComparer.Ordinal))
        {
            if (Read(file) is not { Drafts.Count: > 0 } reading || await OfAsync(reading, format, isVerbose) is not { } counts)
                continue;
            all.Add(counts);
            Print($"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}", all[^1]);
        }

        Print($"{all.Count} lists", all.Aggregate((one, other) => one.And(other)));
        Console.WriteLine($"lists of which all is the same: {all.Count(c => c.IsSame)}");
    }

    private static IEnumerable<string> FilesIn(string path) =>
        File.Exists(path) ? [path] : Directory.GetFiles(path, "source*.*", SearchOption.AllDirectories);

    private static SourceReading? Read(string file)
    {
        try
        {
            return SourceReader.Read(Path.GetFileName(file), File.ReadAllBytes(file), new ReadOptions());
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    private static void Print(string name, Counts c) => Console.WriteLine($"{name,-44} {c.Rows,5} {c.Otherwise,6} {c.New,5} {c.Gone,5} {c.Changed,8} {c.Doubtful,6}");

    private static async Task<Counts?> OfAsync(SourceReading reading, ExportFormat format, bool isVerbose)
    {
        var agreements = reading.Drafts.Select(d => new Agreement(1, new Guid(d.Order, 0, 0, new byte[8]), $"{d.Order}", d.Facts)).ToList();
        using var file = new MemoryStream();
        var inOrder = agreements.ConvertAll(a => format == ExportFormat.Pdf ? PrintedList.Numbered(a) : a.Facts);
        // Of letters that no PDF can have here nothing comes back, and the file says so.
        if (format != ExportFormat.Pdf)
            await RegisterFile.WriteAsync(format, inOrder.ToAsyncEnumerable(), file);
        else if (await new PrintedList("University of Examples", new Day(2026, 11, 24), SystemFonts.Files).WriteAsync(inOrder.ToAsyncEnumerable(), file) is { Count: > 0 })
            return null;
        if (Environment.GetEnvironmentVariable("PRINTED_TO") is { } folder)
            File.WriteAllBytes(Path.Combine(folder, Path.ChangeExtension(reading.Source.Name, $".{format}")), file.ToArray());
        var again = SourceReader.Read($"list.{format}", file.ToArray(), new ReadOptions());
        var otherwise = Math.Abs(again.Drafts.Count - inOrder.Count);
        foreach (var (printed, read) in inOrder.Zip(again.Drafts))
        {
            var differences = FactTexts.Differences(printed, read.Facts).Where(d => format != ExportFormat.Pdf || Printed.Contains(d.Field)).ToList();
            otherwise += differences.Count > 0 ? 1 : 0;
            if (isVerbose && differences.Count > 0)
                Console.WriteLine($"  {printed.Number} {string.Join("; ", differences.Select(d => $"{d.Field}: '{d.Old}' came back '{d.New}'"))}\n      {string.Join(" | ", PrintedCells.Of(printed)).Replace('\n', ' ')}\n      {read.Text}");
        }

        var known = agreements.ConvertAll(a => new KnownRow(a, a.Number, a.Facts, a.Facts));
        var next = Comparison.Of(known, again, ReadingRules.Usual);
        if (isVerbose)
        {
            foreach (var difference in next.Differences)
                Console.WriteLine($"  next: {difference.Kind} {difference.Agreement} {string.Join("; ", difference.Fields.Select(d => $"{d.Field}: '{d.Old}' to '{d.New}'"))}");
        }

        return new Counts(inOrder.Count, otherwise, next.Added.Count, next.Gone.Count, next.Changed.Count(), next.Doubtful.Count() + next.Perhaps.Count);
    }

    private sealed record Counts(int Rows, int Otherwise, int New, int Gone, int Changed, int Doubtful)
    {
        public bool IsSame => Otherwise + New + Gone + Changed + Doubtful == 0;

        public Counts And(Counts other) =>
            new(Rows + other.Rows, Otherwise + other.Otherwise, New + other.New, Gone + other.Gone, Changed + other.Changed, Doubtful + other.Doubtful);
    }
}

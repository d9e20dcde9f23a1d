using System.Globalization;

using BenchmarkDotNet.Attributes;

using Entente.Core.Reading;
using Entente.Formats;

namespace Entente.Bench;

/// <summary>Cells of dates and terms, as lists print them, one after the other; the platform's own date parser beside them.</summary>
[MemoryDiagnoser]
public class GrammarBench
{
    private static readonly string[] Dates = ["2022.11.08", "2023.03", "2004,", "2002.1.22", "2023.05 сар", "2023-08-24", "20/04/2023", "8 November 2022"];
    private static readonly string[] PlainDates = ["2022.11.08", "2023-08-24", "20/04/2023", "8 November 2022"];
    private static readonly string[] Terms = ["5 year", "Long-term", "no expiration date", "5+5", "5year+1", "10 years", "36 months", "5 years, automatically renewed"];

    [Benchmark(OperationsPerInvoke = 4, Baseline = true)]
    public int Platform()
    {
        var read = 0;
        foreach (var cell in PlainDates)
            read += DateTime.TryParse(cell, CultureInfo.InvariantCulture, out _) ? 1 : 0;
        return read;
    }

    [Benchmark(OperationsPerInvoke = 8)]
    public int DateCells()
    {
        var read = 0;
        foreach (var cell in Dates)
            read += Core.Reading.Dates.Parse(cell).IsRead ? 1 : 0;
        return read;
    }

    [Benchmark(OperationsPerInvoke = 8)]
    public int TermCells()
    {
        var read = 0;
        foreach (var cell in Terms)
            read += Core.Reading.Terms.Parse(cell).IsRead ? 1 : 0;
        return read;
    }
}

/// <summary>The whole sample from bytes to findings, in a process that is already warm.</summary>
[MemoryDiagnoser]
public class SegmentationBench
{
    private static readonly byte[] Sample = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "agreements.txt"));

    [Benchmark]
    public int Read() => SourceReader.Read("agreements.txt", Sample, new ReadOptions()).Drafts.Count;
}

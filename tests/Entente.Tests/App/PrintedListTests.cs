using Entente.App.Exports;
using Entente.Core;
using Entente.Edtf;
using Entente.Formats;
using Entente.Tests.Formats;

namespace Entente.Tests.App;

/// <summary>The list in the form that offices print, as a PDF, and read again by what reads any other PDF.</summary>
public class PrintedListTests
{
    private static readonly Day day = new(2026, 11, 24);

    [Fact]
    public async Task The_sample_is_read_again_as_it_was()
    {
        var reading = await ReadAsync(SampleTests.Reading.Drafts.Select(d => d.Facts));
        reading.Drafts.Count.ShouldBe(127);
        reading.Drafts.Zip(SampleTests.Reading.Drafts, (read, sample) => (Read: Told(read.Facts), Sample: Told(sample.Facts))).Where(d => d.Read != d.Sample).ShouldBeEmpty();
        reading.Placed.Unplaced.ShouldBeEmpty();
    }

    private static async Task<SourceReading> ReadAsync(IEnumerable<Facts> facts) => SourceReader.Read("list.pdf", (await WrittenAsync(facts)).File, new ReadOptions());

    private static async Task<(byte[] File, IReadOnlyList<string> NotSet)> WrittenAsync(IEnumerable<Facts> facts, IReadOnlyList<string>? fonts = null)
    {
        using var file = new MemoryStream();
        var notSet = await new PrintedList("University of Examples", day, fonts ?? SystemFonts.Files).WriteAsync(facts.ToAsyncEnumerable(), file);
        return (file.ToArray(), notSet);
    }

    /// <summary>A day of which nobody can tell whether it is an act or an end is, in columns, one of the ends of which nobody can tell which it is.</summary>
    private static string Told(Facts facts) => string.Join(" | ",
        facts.Number, facts.Title, string.Join("; ", facts.Parties.Select(p => $"{p.Name} ({p.Unit}) {p.CountryText} {p.Country} {p.CountryBasis}")),
        string.Join(", ", facts.Kinds.Select(k => $"{k.Text} {k.Code}")),
        string.Join(", ", facts.Events.Where(e => e.Act != Act.Unclear).Select(e => $"{e.Act} {e.On} {e.Until} \"{e.Text}\"")),
        $"{facts.Term.Text} {facts.Term.Length} {facts.Term.Option} {facts.Term.Open} {facts.Term.Renews}",
        $"{facts.Ends.Basis} {facts.Ends.On} {facts.Ends.Latest} {string.Join('/', facts.Ends.Candidates)} {facts.Ends.Why} {(facts.Ends.Basis == EndsBasis.Conflict ? null : facts.Ends.Text)}");
}

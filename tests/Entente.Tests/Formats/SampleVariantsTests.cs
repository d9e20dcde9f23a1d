using System.Text;
using System.Text.RegularExpressions;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>The same list printed otherwise: what is read must not hang on a number, an order, a second table or the names at hand.</summary>
public partial class SampleVariantsTests
{
    private static readonly string[] Countries = ["Georgia", "Korea", "Japan", "China", "Finland", "Turkey", "Chad", "Jordan", "Mali", "Taiwan", "Mongolia"];
    private static readonly string[] Kinds = ["MOU", "Agreement", "Project", "Cooperation", "Protocol", "Exchange", "MOA"];
    private static readonly string[] Numbers = ["7", "21", "57", "100", "No. 5", "12", "4"];
    private static readonly string[] Wholes = ["University", "Institute of Technology", "State University", "College", "Academy of Sciences", "Medical University"];
    private static readonly string[] Propers = ["Springfield", "Otago", "Lumen", "Vastra", "Nordhaven", "Sankt Olaf", "Open", "Long Beach", "Year", "Unlimited"];

    [Theory]
    [InlineData("as printed", true, true, false, true)]
    [InlineData("without the second table", false, true, false, true)]
    [InlineData("without numbers", true, false, false, true)]
    [InlineData("without either", false, false, false, true)]
    [InlineData("in another order", true, true, true, true)]
    [InlineData("in another order, without the second table", false, true, true, true)]
    [InlineData("in another order, without numbers", true, false, true, true)]
    [InlineData("without header", true, true, false, false)]
    [InlineData("without header and second table", false, true, false, false)]
    [InlineData("without header and numbers", true, false, false, false)]
    [InlineData("without header, numbers and second table", false, false, true, false)]
    public void Printed_otherwise_it_reads_the_same(string how, bool hasSide, bool hasNumbers, bool isShuffled, bool hasHeader)
    {
        var random = new Random(how.Length);
        var blocks = SampleTests.Reading.Drafts.Select(d => (Facts: d.Facts, Text: hasNumbers ? d.Text : Number().Replace(d.Text, ""))).ToList();
        if (isShuffled)
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(blocks));
        var reading = Read(Print(blocks.Select(b => b.Text), hasSide, hasHeader, random));
        reading.Drafts.Select(d => Told(d.Facts)).ShouldBe(blocks.Select(b => Told(b.Facts)));
        reading.Placed.Unplaced.ShouldBeEmpty();
        reading.Checks.ShouldAllBe(c => c.Holds);
    }

    /// <summary>Names with a country word, a kind or a number in them, wrapped anywhere.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 4)]
    [InlineData(4, 5)]
    public void With_other_names_it_reads_the_same(int shape, int seed)
    {
        var random = new Random(seed);
        var blocks = SampleTests.Reading.Drafts.Select(d => Renamed(d, Name(shape, random), random)).ToList();
        var reading = Read(Print(blocks.Select(b => b.Text), true, true, random));
        reading.Drafts.Select(d => Told(d.Facts)).ShouldBe(blocks.Select(b => Told(b.Facts)));
    }

    private static (Facts Facts, string Text) Renamed(Draft draft, string name, Random random)
    {
        var printed = string.Join(@"\s+", (draft.Facts.Title ?? draft.Facts.Parties[0].Name).Split(' ').Select(Regex.Escape)).Replace("-Russia", @"-\s*Russia", StringComparison.Ordinal);
        var text = new Regex(printed).Replace(draft.Text, _ => Wrapped(name, random), 1);
        return (draft.Facts with { Title = null, Parties = [draft.Facts.Parties[0] with { Name = name }] }, text);
    }

    private static string Name(int shape, Random random)
    {
        string One(string[] words) => words[random.Next(words.Length)];
        return shape switch
        {
            0 => $"{One(Propers)} {One(Wholes)} of {One(Countries)}",
            1 => $"{One(Countries)} {One(Propers)} {One(Wholes)}",
            2 => $"{One(Propers)} {One(Wholes)} {One(Numbers)}",
            3 => $"{One(Propers)} {One(Kinds)} {One(Wholes)}",
            _ => $"{One(Wholes)} {One(Numbers)} of {One(Propers)} and {One(Countries)}",
        };
    }

    private static string Wrapped(string name, Random random)
    {
        var wrapped = new StringBuilder();
        var width = 0;
        foreach (var word in name.Split(' '))
        {
            if (width + word.Length > 30)
            {
                wrapped.Append(random.Next(2) == 0 ? " \n" : " \n\n");
                width = 0;
            }
            else if (width > 0)
            {
                wrapped.Append(' ');
            }

            wrapped.Append(word);
            width += word.Length + 1;
        }

        return wrapped.ToString();
    }

    private static string Print(IEnumerable<string> blocks, bool hasSide, bool hasHeader, Random random)
    {
        var side = SampleTests.Reading.Checks.Where(c => c.Kind == CheckKind.Country).Select((c, i) => $"{i + 1} {c.Text} {c.Stated}").Append("Total 127").ToList();
        var text = new StringBuilder();
        if (hasHeader)
            text.Append("# Name  Country  Status Commencement Date Expiration Date").Append(hasSide ? " # Country Frequency\n" : "\n");
        var row = 0;
        foreach (var block in blocks)
        {
            text.Append(block);
            if (hasSide && row < side.Count)
                text.Append(random.Next(2) == 0 ? " " : "\n\n").Append(side[row++]);
            text.Append('\n');
            if (random.Next(3) == 0)
                text.Append('\n');
        }

        return text.ToString();
    }

    private static SourceReading Read(string text) => SourceReader.Read("variant.txt", Encoding.UTF8.GetBytes(text), new ReadOptions());

    private static string Told(Facts facts) => string.Join(" | ",
        facts.Title ?? facts.Parties[0].Name,
        facts.Parties[0].Country,
        string.Join(", ", facts.Kinds.Select(k => k.Text)),
        string.Join(", ", facts.Events.Select(e => $"{e.Act} {e.On} {e.Until}")),
        $"{facts.Term.Length} {facts.Term.Option} {facts.Term.Open}",
        $"{facts.Ends.Basis} {facts.Ends.On} {facts.Ends.Latest}");

    [GeneratedRegex(@"^\d+\s+")]
    private static partial Regex Number();
}

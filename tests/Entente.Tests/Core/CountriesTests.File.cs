using System.Text;
using Entente.Core.Reading;

namespace Entente.Tests.Core;

public partial class CountriesTests
{
    private static readonly string[][] Lines = ReadLines("countries.txt");

    [Fact]
    public void All_countries_have_a_name_to_show_that_finds_them()
    {
        Countries.Codes.Count().ShouldBe(250);
        Countries.Codes.ShouldContain("XK");
        foreach (var code in Countries.Codes)
        {
            var found = Countries.Find(Countries.NameOf(code)).ShouldNotBeNull(code);
            found.Code.ShouldBe(code);
            found.IsDoubtful.ShouldBeFalse(code);
        }
    }

    [Theory]
    [InlineData("KR", "South Korea")]
    [InlineData("TR", "Türkiye")]
    [InlineData("RU", "Russia")]
    [InlineData("TW", "Taiwan")]
    [InlineData("US", "United States")]
    [InlineData("CD", "Democratic Republic of the Congo")]
    [InlineData("CI", "Côte d'Ivoire")]
    public void The_name_to_show_is_the_common_one(string code, string name) => Countries.NameOf(code).ShouldBe(name);

    [Fact]
    public void The_file_is_sorted_and_every_key_stands_once()
    {
        var keys = Lines.Select(line => Encoding.UTF8.GetBytes(line[0])).ToArray();
        for (var i = 1; i < keys.Length; i++)
            keys[i - 1].AsSpan().SequenceCompareTo(keys[i]).ShouldBeLessThan(0, Lines[i][0]);
    }

    [Fact]
    public void Every_key_and_every_spelling_is_folded_as_Folding_folds()
    {
        foreach (var line in Lines)
        {
            Folding.Fold(line[0]).ShouldBe(line[0]);
            if (line.Length == 5 && line[4][0] != '=') Folding.Fold(line[4]).ShouldBe(line[0]);
        }
    }

    [Fact]
    public void Every_line_can_be_found()
    {
        foreach (var line in Lines)
        {
            var text = line.Length == 5 && line[4][0] == '=' && !line[0].Contains(' ') ? line[4][1..].Split(' ')[0] : line[0];
            if (line.Length == 5 && line[4][0] == '=' && line[0].Contains(' ')) continue;
            Countries.Find(text).ShouldNotBeNull(line[0]).Code.ShouldBe(line[1].Split(' ')[0]);
        }
    }

    [Fact]
    public void Names_of_all_other_locales_are_found_where_they_stand_alone()
    {
        var further = ReadLines("countries-further.txt");
        further.Length.ShouldBeGreaterThan(14_000);
        foreach (var line in further.Where(l => l.Length == 4))
        {
            Countries.FindAlone(line[0]).ShouldNotBeNull(line[0]).Code.ShouldBe(line[1].Split(' ')[0]);
            Countries.Find(line[0]).ShouldBeNull(line[0]);
        }

        (Countries.CodeOf("Afganistán"), Countries.CodeOf("i-Germany"), Countries.CodeOf("འབྲུག")).ShouldBe(("AF", "DE", "BT"));
    }

    [Fact]
    public void Every_line_has_known_codes_and_marks()
    {
        string[] marks = ["short", "common", "official", "historical", "informal", "code"];
        foreach (var line in Lines)
        {
            line.Length.ShouldBeInRange(4, 5);
            line[1].Split(' ').ShouldAllBe(code => Countries.IsCode(code));
            line[2].Replace(" doubt", "", StringComparison.Ordinal).ShouldBeOneOf(marks);
        }
        Lines.Count(line => line[2] == "short").ShouldBe(250);
    }

    private static string[][] ReadLines(string file)
    {
        using var stream = typeof(Countries).Assembly.GetManifestResourceStream($"Entente.Core.Reading.Words.{file}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];
    }
}

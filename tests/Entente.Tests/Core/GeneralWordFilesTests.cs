using System.Text.RegularExpressions;

using Entente.Core.Matching;
using Entente.Tests.Walls;

namespace Entente.Tests.Core;

/// <summary>The general words of names: the form of each file, and words of several languages that are one.</summary>
public partial class GeneralWordFilesTests
{
    [Fact]
    public void Files_keep_their_form() => Directory.GetFiles(Repo.Full("src/Entente.Core/Matching/Words"), "*.txt").SelectMany(Faults).ShouldBeEmpty();

    [Theory]
    [InlineData("head.university", 1)]
    [InlineData("top.university | x", 1)]
    [InlineData("head.university | x; x", 1)]
    [InlineData("head.university |", 1)]
    [InlineData("university+applied+science | x; y*", 0)]
    [InlineData("small | de; la", 0)]
    public void A_bad_line_is_caught(string line, int faults) => Faults("a.txt", [line]).Count().ShouldBe(faults);

    [Theory]
    [InlineData("Universidade Federal do Paraná", "Federal University of Paraná")]
    [InlineData("Université technique de Gabrovo", "Technical University of Gabrovo")]
    [InlineData("Fachhochschule Lübeck", "University of Applied Sciences Lübeck")]
    [InlineData("Политехнический университет Томск", "Polytechnic University Томск")]
    [InlineData("Instituto Nacional de Salud Lima", "National Institute of Health, Lima")]
    [InlineData("Uniwersytet Medyczny w Łodzi", "Medical University of Łodzi")]
    public void General_words_are_one_in_all_languages(string printed, string english)
    {
        var world = RegistryOf.Names($"XX:{english}", "XX:Elsewhere University");
        InstitutionMatching.Match(world, printed).Institution.ShouldBe(0);
    }

    private static IEnumerable<string> Faults(string path) => Faults(Path.GetFileName(path), File.ReadAllLines(path));

    private static IEnumerable<string> Faults(string file, string[] lines) =>
        from line in lines
        where line.Length > 0 && line[0] != '#'
        where !Line().IsMatch(line) || line.Split('|')[1].Split(';', StringSplitOptions.TrimEntries).GroupBy(w => w).Any(g => g.Count() > 1)
        select $"{file}: {line}";

    [GeneratedRegex(@"^((head|part|general)\.[a-z]+|[a-z]+(\+[a-z]+)+|small|article|form|named|project) \| [^;|]+(; [^;|]+)*$")]
    private static partial Regex Line();
}

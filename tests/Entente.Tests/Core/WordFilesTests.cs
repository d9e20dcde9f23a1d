using System.Text.RegularExpressions;

using Entente.Core.Reading;

namespace Entente.Tests.Core;

/// <summary>What languages call things, as data that whoever speaks a language can read and mend.</summary>
public partial class WordFilesTests
{
    private static readonly string folder = Checkout.Path("src", "Entente.Core", "Reading", "Words", "Languages");

    public static TheoryData<string> Files => [.. Directory.GetFiles(folder, "*.txt").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_line_is_a_code_and_its_wordings(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, file));
        lines[0].ShouldStartWith("#");
        foreach (var line in lines.Where(l => l.Length > 0 && l[0] != '#'))
        {
            line.ShouldMatch(Line().ToString());
            line[(line.IndexOf('|', StringComparison.Ordinal) + 1)..].Split(';').ShouldAllBe(w => w.Any(char.IsLetterOrDigit) || w.Trim().Length == 1, line);
        }
    }

    [Theory]
    [InlineData("header", "Срок действия", "term")]
    [InlineData("header", "Fecha de vencimiento", "end")]
    [InlineData("header", "Partnerhochschule", "partner")]
    [InlineData("header", "締結年月日", "start")]
    [InlineData("header", "ประเทศ", "country")]
    [InlineData("header", "الدولة", "country")]
    [InlineData("kind", "Accord-cadre", "framework")]
    [InlineData("month", "ოქტომბერი", "10")]
    [InlineData("state", "kündigt*", null)]
    public void Each_language_has_its_words(string family, string wording, string? code) => PhraseBook.Of(family).Find(wording).ShouldBe(code);

    [Fact]
    public void Of_two_languages_with_the_same_word_English_counts() => PhraseBook.Of("header").Find("Institution").ShouldBe("partner");

    [Fact]
    public void A_star_stands_for_any_ending_and_an_exact_word_counts_before_it()
    {
        var book = PhraseBook.Of([("universit* of", "one"), ("universit*", "any"), ("universities", "several")]);
        book.Find("University").ShouldBe("any");
        book.Find("Universities").ShouldBe("several");
        book.Find("Université of").ShouldBe("one");
        book.Find("univers").ShouldBeNull();
    }

    [Theory]
    [InlineData("header", "start")]
    [InlineData("starts", "effective")]
    public void A_line_may_be_of_two_codes(string family, string code) => PhraseBook.Of(family).Find("Gültig ab").ShouldBe(code);

    [GeneratedRegex(@"^[a-z]+(\.[a-z0-9-]+)*( \+ [a-z]+(\.[a-z0-9-]+)*)? \| \S.*$")]
    private static partial Regex Line();
}

using Entente.Core;
using Entente.Store.Counts;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.Tests.Store;

public abstract partial class StoreContract
{
    private static readonly string[] Names =
    [
        "Uniwersytet Łódzki|PL", "Αριστοτέλειο Πανεπιστήμιο|GR", "Хасковски университет|BG", "Đại học Đà Nẵng|VN", "東京大学|JP",
        "Universität \"Straße\" AND OR*|DE", "UQ|AU",
    ];

    [Theory]
    [InlineData("lodzki", 1)]
    [InlineData("ŁÓDZ", 1)]
    [InlineData("αριστοτελειο", 2)]
    [InlineData("ΠΑΝΕΠΙΣΤΉΜΙΟ", 2)]
    [InlineData("aristoteleio", 2)]
    [InlineData("khaskovski", 3)]
    [InlineData("хасковски", 3)]
    [InlineData("da nang", 4)]
    [InlineData("東京", 5)]
    [InlineData("strasse", 6)]
    [InlineData("and or", 6)]
    [InlineData("\"straße\"", 6)]
    [InlineData("uq", 7)]
    [InlineData("kovsk", 3)]
    public async Task A_word_is_found_folded_in_part_and_in_the_other_script(string words, int number)
    {
        await Write([.. Names.Select((n, i) => Sample.Facts($"{i + 1}", "2020", 5, n))]);
        await using var db = Open(Ours);
        (await db.Matching(words).ByNumber().Select(a => a.Number).ToListAsync(Cancelled)).ShouldContain($"{number}");
        (await db.Matching(words + " nowhere").CountAsync(Cancelled)).ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("*\"")]
    public async Task Nothing_to_look_for_leaves_all(string words)
    {
        await Write(Sample.Facts("1", "2020", 5, "Uni A|DE"), Sample.Facts("2", "2020", 5, "Uni B|DE"));
        await using var db = Open(Ours);
        (await db.Matching(words).CountAsync(Cancelled)).ShouldBe(2);
    }

    [Fact]
    public async Task Words_follow_a_change_and_letters_apart_are_no_word()
    {
        await Write(Sample.Facts("1", "2020", 5, "Abcd cde|DE"));
        await using var db = Open(Ours);
        (await db.Matching("abcde").CountAsync(Cancelled)).ShouldBe(0);
        var agreement = await db.Agreements.SingleAsync(Cancelled);
        agreement.Revise(Sample.Facts("1", "2020", 5, "Fghi|DE"));
        await db.RecordAsync("agreement.edited", Later, new Outcome { Changed = [agreement] }, Cancelled);
        (await db.Matching("abcd").CountAsync(Cancelled)).ShouldBe(0);
        (await db.Matching("fghi").CountAsync(Cancelled)).ShouldBe(1);
    }

    [Fact]
    public async Task A_list_is_narrowed_by_all_its_questions_at_once()
    {
        await Write(
            Sample.Facts("1", "2020-05-04", 5, "Uni A|DE", "Uni F|FR"), Sample.Facts("2", "2010", 5, "Uni B|DE"),
            Sample.Facts("3", "2020", null, "Uni C|DE"), Sample.Facts("4", "2021-01-01", 4, "Uni D"));
        var day = Sample.Date("2024-12-01").Earliest;
        await using var db = Open(Ours);
        (await Numbers(db.Agreements.InCountry(db, "DE"))).ShouldBe(["1", "2", "3"]);
        (await Numbers(db.Agreements.InCountry(db, ""))).ShouldBe(["4"]);
        (await Numbers(db.Agreements.OfKind(db, "mou"))).ShouldBe(["1", "2", "3", "4"]);
        (await Numbers(db.Agreements.BegunIn(db, 2020))).ShouldBe(["1", "3"]);
        (await Numbers(db.Agreements.Numbered("3"))).ShouldBe(["3"]);
        (await Numbers(db.Agreements.MayStand(db, StandingKind.InForceOpen, day))).ShouldBe(["3"]);
        (await Numbers(db.Agreements.MayEndWithin(day, day.AddDays(180)))).ShouldBe(["1", "4"]);
        (await Numbers(db.Matching("uni").InCountry(db, "FR").OfKind(db, "mou").MayStand(db, StandingKind.InForceUntil, day).MayEndWithin(day, day.AddDays(180))))
            .ShouldBe(["1"]);
    }

    [Theory]
    [InlineData("2", new[] { "1", "2", "3", "4" })]
    [InlineData("12.", new[] { "1", "12", "13", "14" })]
    [InlineData("A-7", new[] { "1", "A-7", "2", "3" })]
    public async Task The_printed_number_is_kept_where_it_is_free(string printed, string[] numbers)
    {
        await Write(Sample.Facts("1", "2020", 5, "A"));
        var written = await Write(Sample.Facts(printed, "2020", 5, "B"), Sample.Facts("1", "2020", 5, "C"), Sample.Facts(null, "2020", 5, "D"));
        written.New.Select(a => a.Number).Prepend("1").ShouldBe(numbers);
    }

    private static Task<List<string>> Numbers(IQueryable<Agreement> agreements) =>
        agreements.ByNumber().Select(a => a.Number).ToListAsync(Cancelled);
}

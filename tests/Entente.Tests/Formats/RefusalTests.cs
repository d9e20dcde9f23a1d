using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

public class RefusalTests
{
    [Fact]
    public void An_empty_document_is_refused() => Refused([]).ShouldBe("source.empty");

    [Fact]
    public void A_document_of_white_space_is_refused() => Refused(" \n\t\n"u8.ToArray()).ShouldBe("source.empty");

    [Fact]
    public void Binary_bytes_are_refused()
    {
        var bytes = new byte[4096];
        new Random(1).NextBytes(bytes);
        Refused(bytes).ShouldBe("source.binary");
    }

    [Fact]
    public void Binary_behind_text_is_refused() => Refused([.. "1 Springfield University Japan MOU 2020.01.01\n"u8, 0, 1, 2, 3, 0xFF, 0xFE]).ShouldBe("source.binary");

    [Theory]
    [InlineData("Dear colleagues, the University of Springfield signed an agreement with partners in Japan in 2019. We hope that it will be renewed.\nKind regards")]
    [InlineData("The quick brown fox jumps over the lazy dog.")]
    [InlineData("1 2 3 4 5 6 7 8 9")]
    [InlineData("2022.11.08 2022.11.09 2022.11.10")]
    public void A_text_without_a_table_is_refused(string text) => Refused(Encoding.UTF8.GetBytes(text)).ShouldBe("source.no-table");

    [Fact]
    public void A_document_in_one_endless_line_is_refused() =>
        Refused(Encoding.UTF8.GetBytes(new string('x', 2 << 20))).ShouldBe("source.long-line");

    [Fact]
    public void A_document_that_is_too_large_is_refused_before_it_is_read() =>
        Refused(new byte[SourceReader.MostBytes + 1]).ShouldBe("source.too-large");

    [Fact]
    public void A_document_of_more_words_than_any_list_has_is_refused_before_they_are_weighed()
    {
        var line = Encoding.UTF8.GetBytes("1 Springfield University Japan MOU 2020.01.01 5 years\n");
        Refused([.. Enumerable.Repeat(line, SourceReader.MostWords / 8).SelectMany(b => b), .. "9 more"u8]).ShouldBe("source.too-many-words");
    }

    [Fact]
    public void A_text_whose_letters_can_only_be_guessed_is_refused()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var sample = File.ReadAllText(Checkout.Sample);
        Refused(Encoding.GetEncoding("windows-1251").GetBytes(sample)).ShouldBe("source.encoding");
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("utf-16")]
    public void Another_encoding_is_told_and_read(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string list = "# Name Country Status Commencement Date Expiration Date\n1 Московский университет Российская Федерация MOU 2020.01.01 5 year\n2 Сибирский федеральный университет Российская Федерация MOU 2021.01.01 5 year\n3 Иркутский университет Российская Федерация MOU 2022.01.01 5 year\n";
        var code = Encoding.GetEncoding(encoding);
        var reading = SourceReader.Read("list.txt", (byte[])[.. code.GetPreamble(), .. code.GetBytes(list)], new ReadOptions());
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(["Московский университет", "Сибирский федеральный университет", "Иркутский университет"]);
        reading.Drafts.ShouldAllBe(d => d.Facts.Parties[0].Country == "RU");
    }

    [Fact]
    public void A_text_of_any_bytes_is_read_or_refused_and_never_fails() => CsCheck.Check.Sample(
        CsCheck.Gen.String[CsCheck.Gen.Char, 0, 400], text =>
        {
            try
            {
                SourceReader.Read("any.txt", Encoding.UTF8.GetBytes(text), new ReadOptions()).Placed.Atoms.ShouldBeGreaterThan(0);
            }
            catch (RefusedException refused)
            {
                refused.Code.ShouldStartWith("source.");
            }
        }, iter: 300);

    private static string Refused(byte[] bytes) =>
        Should.Throw<RefusedException>(() => SourceReader.Read("list.txt", bytes, new ReadOptions())).Code;
}

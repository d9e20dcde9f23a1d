using System.Buffers.Binary;
using System.Text;

using Entente.Core;
using Entente.Formats;
using Entente.Formats.Sheets;

namespace Entente.Tests.Formats;

/// <summary>What an old workbook shows in place of a value.</summary>
public class XlsErrorsTests
{
    private const int Sector = 512, Unused = -1, EndOfChain = -2, OfChains = -3;

    private static readonly string[] names = ["Lakeside College", "Harbour University", "Kessel University", "Marram College"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cell_with_an_error_is_said_and_takes_nothing_from_the_row_above(bool isOfFormula)
    {
        List<byte[]> sheet = [Record(0x809, 0x600, 0x10, 0, 0, 0, 0, 0, 0), .. Row(0, "Partner", "Country", "Type", "Signed")];
        foreach (var (i, name) in names.Index())
            sheet.AddRange(Row(i + 1, name, "Canada", "MoU", $"2022-07-1{i}"));
        sheet.AddRange(Row(5, null, "Canada", "MoU", "2022-07-19"));
        sheet.Add(isOfFormula ? Record(0x06, 5, 0, 0, 2, 0x17, 0, 0xFFFF, 0, 0, 0, 0) : Record(0x205, 5, 0, 0, 0x0117));
        sheet.Add(Record(0x0A));
        var reading = SourceReader.Read("list.xls", File(sheet), new ReadOptions());
        reading.Drafts.Count.ShouldBe(5);
        reading.Drafts[4].Facts.Parties.ShouldNotContain(p => names.Contains(p.Name));
        var said = reading.Findings.Where(f => f.Code == "cell.error").ShouldHaveSingleItem();
        said.Arguments[0].ShouldBe("#REF!");
    }

    [Fact]
    public void A_damaged_workbook_is_read_or_refused()
    {
        var file = File([Record(0x809, 0x600, 0x10, 0, 0, 0, 0, 0, 0), .. Row(0, "Partner", "Country"), Record(0x205, 1, 0, 0, 0x0117), Record(0x0A)]);
        for (var at = 0; at < 4 * Sector; at++)
        {
            var damaged = file.ToArray();
            damaged[at] ^= 0x55;
            Should.NotThrow(() => XlsErrors.In(damaged).Count());
        }
    }

    private static IEnumerable<byte[]> Row(int row, params string?[] texts) =>
        texts.Index().Where(t => t.Item is not null).Select(t => Of(0x204, [.. Shorts(row, t.Index, 0, t.Item!.Length), 0, .. Encoding.Latin1.GetBytes(t.Item)]));

    private static byte[] Shorts(params int[] values) => [.. values.SelectMany(v => BitConverter.GetBytes((ushort)v))];

    private static byte[] Record(int type, params int[] values) => Of(type, Shorts(values));

    private static byte[] Of(int type, byte[] content) => [.. Shorts(type, content.Length), .. content];

    /// <summary>A file of one stream: chains, directory, and the workbook in the sectors behind.</summary>
    private static byte[] File(List<byte[]> sheet)
    {
        byte[] BoundSheet(int at) => Of(0x85, [.. BitConverter.GetBytes(at), 0, 0, 4, 0, .. "List"u8]);
        byte[] Globals(int at) => [.. Record(0x809, 0x600, 0x05, 0, 0, 0, 0, 0, 0), .. Record(0x42, 1200), .. BoundSheet(at), .. Record(0x0A)];
        byte[] book = [.. Globals(Globals(0).Length), .. sheet.SelectMany(r => r)];
        var length = Math.Max(book.Length, 4096);
        var sectors = (length + Sector - 1) / Sector;
        var file = new byte[(3 + sectors) * Sector];
        byte[] head = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        head.CopyTo(file, 0);
        Shorts(0x3E, 3, 0xFFFE, 9, 6).CopyTo(file, 24);
        int[] at = [0, 1, 1, 0, 4096, EndOfChain, 0, EndOfChain, 0, 0, .. Enumerable.Repeat(Unused, 108)];
        Write(file, 40, at);
        Write(file, Sector, [OfChains, EndOfChain, .. Enumerable.Range(3, sectors - 1), EndOfChain, .. Enumerable.Repeat(Unused, 126 - sectors)]);
        Entry(file, 2 * Sector, "Root Entry", 5, EndOfChain, 0, 1);
        Entry(file, (2 * Sector) + 128, "Workbook", 2, 2, length, Unused);
        book.CopyTo(file, 3 * Sector);
        return file;
    }

    private static void Entry(byte[] file, int at, string name, byte type, int start, int length, int child)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(file, at);
        Shorts((name.Length + 1) * 2, type | 0x100).CopyTo(file, at + 64);
        Write(file, at + 68, [Unused, Unused, child]);
        Write(file, at + 116, [start, length, 0]);
    }

    private static void Write(byte[] file, int at, int[] values)
    {
        foreach (var (i, value) in values.Index())
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at + (i * 4)), value);
    }
}

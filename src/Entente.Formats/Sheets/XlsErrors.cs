using System.Buffers.Binary;
using System.Text;

namespace Entente.Formats.Sheets;

/// <summary>The errors in cells of an XLS workbook. [MS-CFB] 2.2 and 2.6, [MS-XLS] 2.4.24, 2.4.28 and 2.4.127.</summary>
internal static class XlsErrors
{
    private const int HeaderSize = 512, EntrySize = 128, InHeader = 109, DirectoryAt = 48, ChainsAt = 76, NameLengthAt = 64, StartAt = 116, SizeAt = 120, Smallest = 4096;

    private const uint MostSectors = 0xFFFFFFFA;

    private const int Bof = 0x809, Eof = 0x0A, BoundSheet = 0x85, BoolErr = 0x205, Formula = 0x06;

    public static IEnumerable<(string Sheet, int Row, int Column, string Text)> In(byte[] file)
    {
        if (Workbook(file) is not { } book)
            yield break;
        foreach (var (type, at, length) in Records(book, 0))
        {
            if (type != BoundSheet || length < 8 || book[at + 5] != 0)
                continue;
            var isWide = (book[at + 7] & 1) != 0;
            var name = (isWide ? Encoding.Unicode : Encoding.Latin1).GetString(book, at + 8, Math.Min(book[at + 6] * (isWide ? 2 : 1), length - 8));
            foreach (var (row, column, code) in Cells(book, BinaryPrimitives.ReadUInt32LittleEndian(book.AsSpan(at))))
                yield return (name, row, column, TextOf(code));
        }
    }

    private static IEnumerable<(int Row, int Column, byte Code)> Cells(byte[] book, uint start)
    {
        foreach (var (type, at, length) in Records(book, start))
        {
            var (isError, isOfFormula) = (type == BoolErr && length >= 8 && book[at + 7] == 1, type == Formula && length >= 14 && book[at + 12] == 0xFF && book[at + 13] == 0xFF && book[at + 6] == 2);
            if (isError || isOfFormula)
                yield return (Short(book, at), Short(book, at + 2), book[at + (isError ? 6 : 8)]);
        }
    }

    private static string TextOf(byte code) => code switch { 0 => "#NULL!", 7 => "#DIV/0!", 0x0F => "#VALUE!", 0x17 => "#REF!", 0x1D => "#NAME?", 0x24 => "#NUM!", _ => "#N/A" };

    /// <summary>Of one part of a workbook, without those of charts within it.</summary>
    private static IEnumerable<(int Type, int At, int Length)> Records(byte[] book, uint start)
    {
        var depth = 0;
        for (var at = (long)start; at + 4 <= book.Length;)
        {
            ReadingStop.Look();
            var (type, length) = (Short(book, (int)at), Short(book, (int)at + 2));
            if (at + 4 + length > book.Length)
                yield break;
            depth += type == Bof ? 1 : type == Eof ? -1 : 0;
            if (depth <= 0)
                yield break;
            if (depth == 1)
                yield return (type, (int)at + 4, length);
            at += 4 + length;
        }
    }

    /// <summary>The stream of that name; null where the file is damaged, or so small that it has no error to speak of.</summary>
    private static byte[]? Workbook(byte[] file)
    {
        if (file.Length < HeaderSize || Short(file, 30) is not (9 or 12))
            return null;
        var size = 1 << Short(file, 30);
        var next = Chains(file, size);
        var directory = Stream(file, size, next, Long(file, DirectoryAt));
        for (var entry = 0; entry + EntrySize <= directory.Length; entry += EntrySize)
        {
            var name = Encoding.Unicode.GetString(directory, entry, Math.Clamp(Short(directory, entry + NameLengthAt) - 2, 0, NameLengthAt));
            if (name == "Workbook" && Long(directory, entry + SizeAt) is >= Smallest and var length && Stream(file, size, next, Long(directory, entry + StartAt)) is var stream)
                return stream.Length >= length ? stream[..(int)length] : stream;
        }

        return null;
    }

    /// <summary>The sector behind each.</summary>
    private static List<uint> Chains(byte[] file, int size)
    {
        var sectors = Enumerable.Range(0, InHeader).Select(i => Long(file, ChainsAt + (i * 4))).ToList();
        var (more, seen) = (Long(file, 68), 0);
        for (; Has(file, size, more) && seen++ < file.Length / size; more = Long(file, At(size, more) + size - 4))
            sectors.AddRange(Enumerable.Range(0, (size / 4) - 1).Select(i => Long(file, At(size, more) + (i * 4))));
        return [.. sectors.Where(s => Has(file, size, s)).SelectMany(s => Enumerable.Range(0, size / 4).Select(i => Long(file, At(size, s) + (i * 4))))];
    }

    private static byte[] Stream(byte[] file, int size, List<uint> next, uint first)
    {
        using var stream = new MemoryStream();
        for (var sector = first; sector < next.Count && ((long)sector + 1) * size < file.Length && stream.Length < file.Length; sector = next[(int)sector])
            stream.Write(file, At(size, sector), Math.Min(size, file.Length - At(size, sector)));
        return stream.ToArray();
    }

    private static bool Has(byte[] file, int size, uint sector) => sector < MostSectors && ((long)sector + 2) * size <= file.Length;

    private static int At(int size, uint sector) => ((int)sector + 1) * size;

    private static int Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint Long(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}

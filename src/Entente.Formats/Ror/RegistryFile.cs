using System.IO.Hashing;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

using Entente.Core;
using Entente.Core.Matching;
using Entente.Formats.Json;

namespace Entente.Formats.Ror;

/// <summary>Where a registry comes from.</summary>
/// <param name="Name">Of the dump's file, without its folder, or its address.</param>
/// <param name="Sha256">Of the dump's bytes, in lower case.</param>
/// <param name="LoadedAt">UTC.</param>
public sealed record RegistrySource(string Name, string Sha256, DateTimeOffset LoadedAt);

/// <summary>A registry in a file that is mapped into memory: opening it checks its sum and keeps nothing but its head. The columns stand one behind the other, each at a
/// multiple of 64 bytes, as numbers of the computer's own order of bytes, which is little-endian wherever Entente runs.</summary>
public sealed unsafe class RegistryFile : IDisposable
{
    /// <summary>Of the form of the file and of how names are cut into words: an index of another version is made anew from its dump.</summary>
    public const int Version = 3;

    /// <summary>The last bytes of the head are a sum of all others: a byte that has changed is noticed before anybody reads it.</summary>
    private const int Alignment = 64, HeadLength = 1024, SumLength = sizeof(ulong), SumAt = HeadLength - SumLength;

    /// <summary>Records are kept short: what is not told is not written, and every script is written as it is.</summary>
    private static readonly JsonSerializerOptions Short = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, Encoder = JsonText.Encoder };

    private static ReadOnlySpan<byte> Magic => "EntROR\r\n"u8;

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;

    private RegistryFile(MemoryMappedFile file, MemoryMappedViewAccessor view, RegistryTables tables, RegistrySource source)
    {
        this.file = file;
        this.view = view;
        Registry = new Registry(tables);
        Source = source;
    }

    /// <summary>Not to be used after the file is closed.</summary>
    public Registry Registry { get; }

    public RegistrySource Source { get; }

    /// <summary>The whole record as it was loaded.</summary>
    public Institution InstitutionAt(int institution) => RecordOf(Registry, institution);

    public static Institution RecordOf(Registry registry, int institution)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return JsonSerializer.Deserialize<Institution>(registry.DetailsOf(institution), Short)!;
    }

    public static Registry Build(IEnumerable<Institution> institutions) => RegistryBuild.Of(institutions, i => JsonSerializer.SerializeToUtf8Bytes(i, Short));

    /// <summary>Written beside its place first, then put there: whoever reads meanwhile has the old one, and a write that fails changes nothing.</summary>
    public static void Write(string path, Registry registry, RegistrySource source)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var beside = path + ".new";
        try
        {
            using (var to = new FileStream(beside, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16))
            {
                Write(to, registry.Tables, source);
                var sum = SumOf(to);
                to.Position = SumAt;
                to.Write(sum);
            }

            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static void Write(FileStream to, RegistryTables tables, RegistrySource source)
    {
        var told = JsonSerializer.SerializeToUtf8Bytes(source);
        var columns = RegistryColumns.Of(tables);
        var head = new byte[HeadLength + RoundedUp(told.Length)];
        using var into = new BinaryWriter(new MemoryStream(head), Encoding.UTF8);
        into.Write(Magic);
        into.Write(Version);
        into.Write(columns.Count);
        into.Write(told.Length);
        into.Write(0);
        long at = head.Length;
        foreach (var column in columns)
        {
            into.Write(at);
            into.Write((long)column.Count);
            at += RoundedUp((long)column.Count * column.Size);
        }

        into.Write(at);
        told.CopyTo(head, HeadLength);
        to.Write(head);
        foreach (var column in columns)
        {
            column.Write(to);
            to.Position = RoundedUp(to.Position);
        }

        to.SetLength(at);
    }

    private static byte[] SumOf(FileStream file)
    {
        var (sum, head) = (new XxHash3(), new byte[HeadLength]);
        file.Position = 0;
        file.ReadExactly(head);
        sum.Append(head.AsSpan(0, SumAt));
        sum.Append(file);
        return sum.GetCurrentHash();
    }

    private static bool IsWhole(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        var sum = SumOf(file);
        file.Position = SumAt;
        var told = new byte[SumLength];
        file.ReadExactly(told);
        return sum.AsSpan().SequenceEqual(told);
    }

    private static long RoundedUp(long length) => (length + Alignment - 1) / Alignment * Alignment;

    /// <exception cref="RefusedException">ror.none, ror.index-version, ror.index-damaged.</exception>
    public static RegistryFile Open(string path)
    {
        if (!File.Exists(path))
            throw new RefusedException("ror.none");
        MemoryMappedFile? file = null;
        MemoryMappedViewAccessor? view = null;
        try
        {
            var length = new FileInfo(path).Length;
            if (length < HeadLength)
                throw new RefusedException("ror.index-damaged", path);
            file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
            view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
            byte* start = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
            return Opened(file, view, start, length, path);
        }
        catch
        {
            view?.Dispose();
            file?.Dispose();
            throw;
        }
    }

    private static RegistryFile Opened(MemoryMappedFile file, MemoryMappedViewAccessor view, byte* start, long length, string path)
    {
        var head = new ReadOnlySpan<byte>(start, HeadLength);
        if (!head.StartsWith(Magic))
            throw new RefusedException("ror.index-damaged", path);
        var numbers = MemoryMarshal.Cast<byte, int>(head[Magic.Length..]);
        if (numbers[0] != Version)
            throw new RefusedException("ror.index-version");
        var (columns, told) = (numbers[1], numbers[2]);
        var places = MemoryMarshal.Cast<byte, long>(head[(Magic.Length + (4 * sizeof(int)))..]);
        if (!IsWhole(path) || columns != RegistryColumns.Count || told < 0 || HeadLength + told > length || places[2 * columns] != length)
            throw new RefusedException("ror.index-damaged", path);
        var at = new MappedColumns(start, length, places[..(2 * columns)].ToArray());
        if (RegistryColumns.Read(at) is not { } tables)
            throw new RefusedException("ror.index-damaged", path);
        var source = JsonSerializer.Deserialize<RegistrySource>(new ReadOnlySpan<byte>(start + HeadLength, told))!;
        return new RegistryFile(file, view, tables, source);
    }

    public void Dispose()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }
}

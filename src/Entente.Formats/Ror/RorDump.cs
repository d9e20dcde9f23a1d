using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

using Entente.Core;
using Entente.Core.Matching;

namespace Entente.Formats.Ror;

/// <summary>What can be wrong with a value of a dump that is read all the same.</summary>
public enum RorFlaw
{
    /// <summary>A code of two letters is expected.</summary>
    Country,

    /// <summary>Beyond the poles, or more than once round.</summary>
    Coordinates,

    /// <summary>Of a register that is not known.</summary>
    Identifier,

    /// <summary>A record that has none.</summary>
    NoPlace,
}

/// <param name="LeftOut">How many values.</param>
public sealed record RorRead(IReadOnlyList<Institution> Institutions, IReadOnlyDictionary<RorFlaw, int> LeftOut);

/// <summary>Reads ROR's dump: the zip that it is published as, or the JSON inside.</summary>
public static class RorDump
{
    /// <summary>ROR's own is about 60 MB packed and 300 MB unpacked.</summary>
    public const long MostBytes = 512L << 20, MostUnpackedBytes = 2L << 30;

    private const int MostRecords = 1_000_000, Step = 5_000;

    private const string Version2 = "schema_v2";

    /// <summary>Every record, each id once; and how many values of them can be none, and were left out.</summary>
    /// <param name="dump">Can be sought in.</param>
    /// <param name="progress">Told how many were read.</param>
    /// <exception cref="RefusedException">ror.no-dump, ror.damaged, ror.cut-off, ror.too-large, ror.empty, ror.twice, and of a record ror.schema, ror.id, ror.type, ror.no-name.</exception>
    public static async Task<RorRead> ReadAsync(Stream dump, IProgress<int>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(dump);
        if (dump.Length > MostBytes && IsZip(dump))
            throw TooLarge(MostBytes);
        try
        {
            using var zip = IsZip(dump) ? new ZipArchive(dump, ZipArchiveMode.Read, leaveOpen: true) : null;
            if (!await IsArrayAsync(zip is null ? dump : EntryOf(zip).Open(), stop))
                throw new RefusedException("ror.no-dump");
            dump.Position = zip is null ? 0 : dump.Position;
            await using var json = new BoundedStream(zip is null ? dump : EntryOf(zip).Open(), MostUnpackedBytes, () => TooLarge(MostUnpackedBytes));
            return await ReadJsonAsync(json, progress, stop);
        }
        catch (JsonException e)
        {
            throw e.Path is { Length: > 0 } path ? new RefusedException("ror.damaged", e, path, $"{(e.LineNumber ?? 0) + 1}") : new RefusedException("ror.cut-off", e);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new RefusedException("ror.cut-off", e);
        }
    }

    /// <summary>A dump is one array of records: whatever begins otherwise is none, and not one that was damaged.</summary>
    private static async Task<bool> IsArrayAsync(Stream json, CancellationToken stop)
    {
        const int longest = 4096;
        var begin = new byte[longest];
        var text = Encoding.UTF8.GetString(begin, 0, await json.ReadAtLeastAsync(begin, longest, throwOnEndOfStream: false, stop));
        return text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('[');
    }

    private static async Task<RorRead> ReadJsonAsync(Stream json, IProgress<int>? progress, CancellationToken stop)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var (read, leftOut) = (new List<Institution>(), new Dictionary<RorFlaw, int>());
        await foreach (var record in RecordsAsync(json, stop))
        {
            var institution = record.ToInstitution();
            foreach (var flaw in record.Flaws())
                leftOut[flaw] = leftOut.GetValueOrDefault(flaw) + 1;
            if (!ids.Add(institution.Id))
                throw new RefusedException("ror.twice", institution.Id);
            if (read.Count == MostRecords)
                throw TooLarge(MostUnpackedBytes);
            read.Add(institution);
            if (read.Count % Step == 0)
                progress?.Report(read.Count);
        }

        return read.Count > 0 ? new RorRead(read, leftOut) : throw new RefusedException("ror.empty");
    }

    private static async IAsyncEnumerable<RorRecord> RecordsAsync(Stream json, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var record in JsonSerializer.DeserializeAsyncEnumerable<RorRecord>(json, cancellationToken: stop))
        {
            yield return record is null or { Id: null, Names: null, NameOfSchema1: null } ? throw new RefusedException("ror.no-dump") : record;
        }
    }

    /// <summary>The archive holds the same in several forms: the JSON of schema 2 is taken.</summary>
    private static ZipArchiveEntry EntryOf(ZipArchive zip)
    {
        var json = zip.Entries.Where(e => e.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)).ToList();
        var entry = json.Find(e => e.Name.Contains(Version2, StringComparison.OrdinalIgnoreCase)) ?? json.FirstOrDefault() ?? throw new RefusedException("ror.no-dump");
        return entry.Length <= MostUnpackedBytes ? entry : throw TooLarge(MostUnpackedBytes);
    }

    private static bool IsZip(Stream dump)
    {
        Span<byte> begin = stackalloc byte[2];
        dump.Position = 0;
        var length = dump.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false);
        dump.Position = 0;
        return length == begin.Length && begin.SequenceEqual("PK"u8);
    }

    private static RefusedException TooLarge(long most) => new("ror.too-large", $"{most >> 20}");
}

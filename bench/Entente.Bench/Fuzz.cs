using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;

using Entente.Core;
using Entente.Formats;

namespace Entente.Bench;

/// <summary>Reads documents with bytes changed, cut out, doubled or mixed with those of others. Each must be read or refused, in time; what is neither
/// is kept to be looked at.</summary>
internal static class Fuzz
{
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(30);

    /// <param name="kept">A folder for what was neither read nor refused.</param>
    public static void Run(string folder, string pattern, double minutes, string kept, int seed)
    {
        var documents = Directory.GetFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => (Name: Path.GetFileName(f), Bytes: File.ReadAllBytes(f))).ToList();
        var random = new Random(seed);
        var watch = Stopwatch.StartNew();
        var (read, refused, found, slowest, most) = (0, new Dictionary<string, int>(), 0, TimeSpan.Zero, 0L);
        while (watch.Elapsed.TotalMinutes < minutes)
        {
            var (name, bytes) = documents[random.Next(documents.Count)];
            bytes = Changed(bytes, documents[random.Next(documents.Count)].Bytes, random);
            var (start, allocated) = (watch.Elapsed, GC.GetTotalAllocatedBytes());
            string? wrong = null;
            try
            {
                SourceReader.Read(name, bytes, new ReadOptions());
                read++;
            }
            catch (RefusedException e)
            {
                refused[e.Code] = refused.GetValueOrDefault(e.Code) + 1;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                wrong = $"{e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Entente", StringComparison.Ordinal))?.Trim()}";
            }

            var took = watch.Elapsed - start;
            slowest = took > slowest ? took : slowest;
            most = Math.Max(most, GC.GetTotalAllocatedBytes() - allocated);
            wrong ??= took > longest ? $"took {took.TotalSeconds:F0} s" : null;
            if (wrong is null)
                continue;
            Directory.CreateDirectory(kept);
            File.WriteAllBytes(Path.Combine(kept, $"{++found}-{name}"), bytes);
            Console.WriteLine($"{found} {name}: {wrong}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read} read, {refused.Values.Sum()} refused ({string.Join(", ", refused.OrderByDescending(r => r.Value).Select(r => $"{r.Key} {r.Value}"))}), {found} neither; slowest {slowest.TotalSeconds:F1} s, most allocated {most >> 20} MiB"));
    }

    /// <summary>Of a package every second time what is in it: its sums are made anew, so that the change is read.</summary>
    private static byte[] Changed(byte[] bytes, byte[] other, Random random) =>
        bytes.AsSpan().StartsWith("PK"u8) && random.Next(2) == 0 ? Repacked(bytes, random) : Raw(bytes, other, random);

    private static byte[] Repacked(byte[] bytes, Random random)
    {
        using var to = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(bytes)))
        using (var into = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            var chosen = random.Next(from.Entries.Count);
            foreach (var (i, entry) in from.Entries.Index())
            {
                using var content = new MemoryStream();
                using (var read = entry.Open())
                    read.CopyTo(content);
                var part = i == chosen && content.Length > 8 ? Raw(content.ToArray(), bytes, random) : content.ToArray();
                using var write = into.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                write.Write(part);
            }
        }

        return to.ToArray();
    }

    private static byte[] Raw(byte[] bytes, byte[] other, Random random)
    {
        var changed = bytes.ToList();
        for (var times = 1 + random.Next(4); times > 0; times--)
        {
            var at = random.Next(changed.Count);
            var length = Math.Min(1 + random.Next(64), changed.Count - at);
            switch (random.Next(7))
            {
                case 0:
                    for (var i = 0; i < length; i++)
                        changed[at + i] = (byte)random.Next(256);
                    break;
                case 1:
                    changed.RemoveRange(at, length);
                    break;
                case 2:
                    changed.InsertRange(random.Next(changed.Count), changed.GetRange(at, length));
                    break;
                case 3:
                    changed.InsertRange(at, other.Skip(random.Next(other.Length)).Take(length * 8));
                    break;
                case 4:
                    changed.RemoveRange(at, changed.Count - at);
                    break;
                case 5:
                    changed[at] ^= (byte)(1 << random.Next(8));
                    break;
                default:
                    // Digits of lengths and offsets.
                    for (var i = at; i < changed.Count && i < at + 200; i++)
                    {
                        if (changed[i] is >= (byte)'0' and <= (byte)'9')
                        {
                            changed[i] = (byte)('0' + random.Next(10));
                            break;
                        }
                    }

                    break;
            }

            if (changed.Count < 8)
                break;
        }

        return [.. changed];
    }
}

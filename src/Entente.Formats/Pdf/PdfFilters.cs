using System.IO.Compression;

using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Entente.Formats.Pdf;

/// <summary>Unpacks streams as the library does, within bounds: a small file may be packed so that it fills any memory.</summary>
internal sealed class PdfFilters : IFilterProvider
{
    /// <summary>Of one stream. Fonts of East Asia are larger than any page.</summary>
    private const int MostBytes = 24 << 20, MostBytesOfFont = 96 << 20;

    /// <summary>Other ways of packing cannot be measured beforehand.</summary>
    private const int MostPacked = 1 << 20;

    private const long MostBytesOfPage = 256L << 20;

    private static readonly AsyncLocal<Page?> reading = new();

    /// <summary>What one page has taken so far.</summary>
    internal sealed class Page
    {
        private long bytes;
        private volatile bool isStopped;

        /// <summary>It took too much, and what is known of it is not all.</summary>
        public bool IsOver => isStopped;

        /// <summary>Something of it could not be unpacked to its end.</summary>
        public bool IsDamaged { get; set; }

        /// <summary>Ends the reading where it next unpacks something.</summary>
        public void Stop() => isStopped = true;

        /// <summary>Ends what goes on though it was stopped.</summary>
        public void Look()
        {
            if (isStopped)
                throw new OperationCanceledException();
        }

        public void Take(long more)
        {
            if (!isStopped && (bytes += more) <= MostBytesOfPage)
                return;
            Stop();
            throw new OperationCanceledException();
        }

        public Task<T> ReadAsync<T>(Func<T> read) => Task.Run(() =>
        {
            reading.Value = this;
            return read();
        });
    }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private static IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) => filters.Count == 0 ? filters : [.. filters.Select(f => new Filter(f))];

    private sealed class Filter(IFilter filter) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken dictionary, IFilterProvider filters, int index)
        {
            var most = dictionary.ContainsKey(NameToken.Length1) || dictionary.ContainsKey(NameToken.Length2) ? MostBytesOfFont : MostBytes;
            var output = filter is FlateFilter && reading.Value is { } page && DamagedStreams.MayHoldText(dictionary) ? Text(page, input, most) : Other(input, dictionary, filters, index, most);
            reading.Value?.Take(output.Length);
            return output;
        }

        private static Memory<byte> Text(Page page, Memory<byte> input, int most)
        {
            if (DamagedStreams.Read(input, most) is not { } read)
                throw Refused();
            page.IsDamaged |= !read.IsWhole;
            return read.Bytes;
        }

        private Memory<byte> Other(Memory<byte> input, DictionaryToken dictionary, IFilterProvider filters, int index, int most) =>
            (filter is FlateFilter ? Unpacks(input, most) : input.Length > (filter is LzwFilter or RunLengthFilter ? MostPacked : most)) ? throw Refused() : filter.Decode(input, dictionary, filters, index);

        private static InvalidDataException Refused()
        {
            reading.Value?.Stop();
            return new InvalidDataException("A stream is larger than any page needs.");
        }

        /// <summary>Whether more comes out than so many bytes. What cannot be unpacked to its end, the library mends or refuses.</summary>
        private static bool Unpacks(Memory<byte> input, int most)
        {
            // Nothing is packed better than that.
            if (input.Length < most / 1100)
                return false;
            using var packed = new MemoryStream(input.ToArray(), writable: false);
            using var stream = new ZLibStream(packed, CompressionMode.Decompress);
            var part = new byte[1 << 16];
            try
            {
                long all = 0;
                for (int read; (read = stream.Read(part)) > 0;)
                {
                    if ((all += read) > most)
                        return true;
                }
            }
            catch (InvalidDataException)
            {
                return false;
            }

            return false;
        }
    }
}

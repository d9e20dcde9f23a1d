using Entente.Core;
using Entente.Core.Matching;

namespace Entente.App.Reconciliation;

/// <summary>All that can be matched with, of one kind; each is known by its place.</summary>
/// <param name="names">As many places as it has institutions.</param>
internal sealed class Entities(Registry names, Func<int, Entity> read)
{
    /// <summary>All of them are read through for these, once and only where someone asks.</summary>
    private readonly Lazy<Lists> lists = new(() => Lists.Of(names.Count, read));

    public Registry Names => names;

    public Entity this[int at] => read(at);

    /// <summary>Those that have this identifier.</summary>
    public IReadOnlyList<int> With(PartnerIdentifier identifier) =>
        [.. lists.Value.WithHash(Lists.HashOf(identifier)).Where(at => read(at).Identifiers.Any(i => i.Kind == identifier.Kind && i.Value == identifier.Value))];

    /// <summary>Those that have a name which begins so, in the order of these names, each once.</summary>
    public IEnumerable<int> Beginning(string typed) => SearchText.Plain(typed) is { Length: > 0 } prefix ? lists.Value.Beginning(prefix).Distinct() : [];

    private sealed class Lists
    {
        public required string[] Names { get; init; }

        public required int[] Named { get; init; }

        public required int[] Hashes { get; init; }

        public required int[] Hashed { get; init; }

        public static Lists Of(int count, Func<int, Entity> read)
        {
            var (names, named, hashes, hashed) = (new List<string>(count * 3), new List<int>(count * 3), new List<int>(count * 3), new List<int>(count * 3));
            for (var at = 0; at < count; at++)
            {
                var entity = read(at);
                var folded = entity.Names.Select(SearchText.Plain).Where(n => n.Length > 0).Distinct().ToList();
                names.AddRange(folded);
                named.AddRange(Enumerable.Repeat(at, folded.Count));
                hashes.AddRange(entity.Identifiers.Select(HashOf));
                hashed.AddRange(Enumerable.Repeat(at, entity.Identifiers.Count));
            }

            var lists = new Lists { Names = [.. names], Named = [.. named], Hashes = [.. hashes], Hashed = [.. hashed] };
            Array.Sort(lists.Names, lists.Named, StringComparer.Ordinal);
            Array.Sort(lists.Hashes, lists.Hashed);
            return lists;
        }

        public static int HashOf(PartnerIdentifier identifier) => HashCode.Combine(identifier.Kind, identifier.Value);

        public IEnumerable<int> WithHash(int hash) => From(Hashes, hash, Comparer<int>.Default).TakeWhile(i => Hashes[i] == hash).Select(i => Hashed[i]);

        public IEnumerable<int> Beginning(string prefix) =>
            From(Names, prefix, StringComparer.Ordinal).TakeWhile(i => Names[i].StartsWith(prefix, StringComparison.Ordinal)).Select(i => Named[i]);

        /// <summary>The places from the first that is not less.</summary>
        private static IEnumerable<int> From<T>(T[] sorted, T sought, IComparer<T> order)
        {
            var (from, to) = (0, sorted.Length);
            while (from < to)
            {
                var middle = (from + to) / 2;
                (from, to) = order.Compare(sorted[middle], sought) < 0 ? (middle + 1, to) : (from, middle);
            }

            return Enumerable.Range(from, sorted.Length - from);
        }
    }
}

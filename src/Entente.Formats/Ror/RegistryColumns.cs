using System.Runtime.InteropServices;

using Entente.Core.Matching;

namespace Entente.Formats.Ror;

/// <summary>One column on its way into a file.</summary>
/// <param name="Size">Of a value, in bytes.</param>
internal sealed record WrittenColumn(int Count, int Size, Action<Stream> Write);

/// <summary>The columns of a registry in the order in which they stand in a file.</summary>
internal static class RegistryColumns
{
    public const int Count = 27;

    public static IReadOnlyList<WrittenColumn> Of(RegistryTables t) =>
    [
        Column(t.WordHashes), Column(t.WordStarts), Column(t.WordTexts), Column(t.WordClasses), Column(t.WordSpreads), Column(t.PostingStarts), Column(t.Postings),
        Column(t.NameHashes), Column(t.NameInstitutions), Column(t.NameForms), Column(t.NameStarts), Column(t.NameTexts), Column(t.NameWordStarts), Column(t.NameWords),
        Column(t.Ids), Column(t.Countries), Column(t.Statuses), Column(t.Displays), Column(t.PlaceStarts), Column(t.PlaceWords),
        Column(t.RelationStarts), Column(t.RelationTargets), Column(t.RelationKinds), Column(t.SlipHashes), Column(t.SlipWords),
        Column(t.DetailStarts), Column(t.Details),
    ];

    /// <summary>Null when the file is damaged.</summary>
    public static RegistryTables? Read(MappedColumns from)
    {
        var tables = new RegistryTables
        {
            WordHashes = from.Next<ulong>(),
            WordStarts = from.Next<int>(),
            WordTexts = from.Next<byte>(),
            WordClasses = from.Next<byte>(),
            WordSpreads = from.Next<int>(),
            PostingStarts = from.Next<int>(),
            Postings = from.Next<int>(),
            NameHashes = from.Next<ulong>(),
            NameInstitutions = from.Next<int>(),
            NameForms = from.Next<byte>(),
            NameStarts = from.Next<int>(),
            NameTexts = from.Next<byte>(),
            NameWordStarts = from.Next<int>(),
            NameWords = from.Next<int>(),
            Ids = from.Next<byte>(),
            Countries = from.Next<ushort>(),
            Statuses = from.Next<byte>(),
            Displays = from.Next<int>(),
            PlaceStarts = from.Next<int>(),
            PlaceWords = from.Next<int>(),
            RelationStarts = from.Next<int>(),
            RelationTargets = from.Next<int>(),
            RelationKinds = from.Next<byte>(),
            SlipHashes = from.Next<uint>(),
            SlipWords = from.Next<int>(),
            DetailStarts = from.Next<int>(),
            Details = from.Next<byte>(),
        };
        return from.AreSound && AreOfOneLength(tables) ? tables : null;
    }

    private static bool AreOfOneLength(RegistryTables t)
    {
        var (words, names, institutions) = (t.WordHashes.Length, t.NameHashes.Length, t.Statuses.Length);
        return (int[])[t.WordStarts.Length - 1, t.WordClasses.Length, t.WordSpreads.Length, t.PostingStarts.Length - 1] is var ofWords && Array.TrueForAll(ofWords, n => n == words)
            && (int[])[t.NameInstitutions.Length, t.NameForms.Length, t.NameStarts.Length - 1, t.NameWordStarts.Length - 1] is var ofNames && Array.TrueForAll(ofNames, n => n == names)
            && (int[])[t.Ids.Length / Registry.IdLength, t.Countries.Length, t.Displays.Length, t.PlaceStarts.Length - 1, t.RelationStarts.Length - 1, t.DetailStarts.Length - 1] is var all
            && Array.TrueForAll(all, n => n == institutions) && t.SlipHashes.Length == t.SlipWords.Length;
    }

    private static WrittenColumn Column<T>(ReadOnlyMemory<T> values)
        where T : unmanaged =>
        new(values.Length, Marshal.SizeOf<T>(), to => to.Write(MemoryMarshal.AsBytes(values.Span)));
}
